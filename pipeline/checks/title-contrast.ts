/** Checks whether the texts of titles can be read over the film that they were laid over. */
import type { MadeClipFacts, TitleContrast } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Deliverable } from '../model/job.ts';
import type { LaidCut } from '../model/layout.ts';
import { clockOf } from '../model/time.ts';
import { finding } from './catalogue.ts';
import type { OutcomesByKey } from './outcomes.ts';

/** Of each text its worst moment. */
export function checkTitleContrast(
  { name, cut, titles = [] }: Pick<LaidCut, 'name' | 'cut' | 'titles'>,
  { measures }: Pick<Deliverable, 'measures'>,
  outcomes: OutcomesByKey,
): Finding[] {
  const seen = measures.flatMap(({ key }): readonly TitleContrast[] => {
    const outcome = outcomes.get(key);
    // Only our own measuring jobs write these facts.
    return outcome && 'made' in outcome ? ((outcome.made.facts as unknown as MadeClipFacts | undefined)?.titles ?? []) : [];
  });
  const worst = new Map<string, TitleContrast>();
  for (const one of seen) {
    const key = `${one.title} ${one.slot}`;
    const known = worst.get(key);
    if (one.ratio < one.least && !(known && known.ratio <= one.ratio)) worst.set(key, one);
  }
  return [...worst.values()].flatMap(({ title, slot, at, ratio, least }) => {
    const laid = titles[title];
    if (!laid) return [];
    const { template, language } = laid;
    const where = { file: 'order.yaml', line: cut.line, deliverable: name, slot };
    const args = { cut: cut.name, template, slot, language, time: clockOf(at), actual: ratio, expected: least };
    return [finding('title-text-faint', where, args)];
  });
}
