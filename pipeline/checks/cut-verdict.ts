/** All that is said of a made cut: by its cut list, by what Kader asks of all it makes, and by its channel. */
import type { Finding } from '../model/finding.ts';
import type { MediaPack } from '../model/media-rules.ts';
import { checkCutCaptions } from './cut-captions.ts';
import { checkCutColour } from './cut-colour.ts';
import { checkCutCovered } from './cut-covered.ts';
import { judgeByChannel } from './cut-judges.ts';
import { checkCutLoudness } from './cut-loudness.ts';
import { faulty, type MadeCut } from './cut-made.ts';
import { checkCutWhole } from './cut-whole.ts';

/** @param also packs beside its channel that ask something of it */
export function judgeCut(made: MadeCut, also: readonly MediaPack[] = []): Finding[] {
  const { findings, unknown, unmeasured } = judgeByChannel(made);
  const { channel, facts } = made;
  const sources = [...new Set(unknown.map(({ source }) => source))];
  // Of what was not decoded neither length nor loudness is known.
  const missed = [...unmeasured, ...(facts.measured ? [] : ['length', 'loudness', 'true-peak'])];
  return once([
    ...checkCutWhole(made),
    ...checkCutColour(made),
    ...checkCutCovered(made),
    ...checkCutCaptions(made),
    ...checkCutLoudness(made),
    ...findings,
    ...also.flatMap(({ name, limits }) => judgeByChannel({ ...made, channel: { ...channel, name, limits } }).findings),
    ...(unknown.length > 0
      ? [faulty('delivery-needs-current-sheet', made, { by: channel.name, rules: unknown.map(({ id }) => id), sources })]
      : []),
    ...(missed.length > 0 ? [faulty('delivery-not-measured', made, { by: channel.name, rules: [...new Set(missed)].sort() })] : []),
  ]);
}

/** A peak that Kader and the channel both refuse is told once, the heaviest first. */
function once(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  const kept = new Map<string, Finding>();
  for (const found of findings.toSorted((one, other) => rank[one.severity] - rank[other.severity])) {
    const key = found.code === 'delivery-true-peak' ? found.code : JSON.stringify([found.code, found.args]);
    if (!kept.has(key)) kept.set(key, found);
  }
  return [...kept.values()];
}
