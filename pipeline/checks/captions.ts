/** Check: can captions be read: lines not too long or too many, long enough to read, apart from each other, within their clip. */
import type { Asset } from '../model/asset.ts';
import { CAPTION_RULES, type CaptionRules } from '../model/caption-rules.ts';
import { lettersOf } from '../model/captions.ts';
import type { CaptionTrack, Cue } from '../model/clip.ts';
import type { Finding } from '../model/finding.ts';
import { clockOf } from '../model/time.ts';
import { finding } from './catalogue.ts';
import type { CutCode } from './codes-cuts.ts';

/** Times in files are rounded to the thousandth, and a caption that ends a frame late still ends with its clip. */
const ROUNDING = 0.002;
const FRAME = 0.05;

/** One finding for each kind of fault in a file: where it is first, how often, and where else. */
export function checkCaptions({ name, captions, clip }: Asset, rules: CaptionRules = CAPTION_RULES): Finding[] {
  return Object.entries(captions ?? {}).flatMap(([language, track]) => judged(track, { name, language }, clip?.seconds, rules));
}

interface Fault {
  readonly code: CutCode;
  readonly line: number;
  readonly actual: number | string;
  readonly expected: number | string;
}

function judged(
  { file, cues }: CaptionTrack,
  about: { name: string; language: string },
  seconds: number | undefined,
  rules: CaptionRules,
): Finding[] {
  const faults = cues.flatMap((cue, at) => [
    ...alone(cue, rules),
    ...between(cue, cues[at + 1], rules),
    ...(seconds !== undefined && cue.to > seconds + FRAME ? [fault('captions-beyond-clip', cue, clockOf(cue.to), clockOf(seconds))] : []),
  ]);
  const codes = [...new Set(faults.map(({ code }) => code))];
  return codes.map((code) => {
    const same = faults.filter((one) => one.code === code);
    const worst = same.reduce((one, other) => (Number(other.actual) > Number(one.actual) === isWorse(code) ? other : one));
    const [first, ...others] = [worst, ...same.filter((one) => one !== worst)];
    const lines = others.slice(0, MOST_LINES).map(({ line }) => String(line));
    const args = { ...about, file, actual: first.actual, expected: first.expected, count: same.length, lines };
    const told = finding(code, { file, ...(first.line > 0 ? { line: first.line } : {}) }, args);
    // Readers differ: up to the higher speed many keep pace.
    return code === 'captions-too-fast' && Number(first.actual) <= rules.mostSpeed ? { ...told, severity: 'info' as const } : told;
  });
}

/** Lines named beside the worst one. */
const MOST_LINES = 6;
/** Where more is worse; of brief captions and small gaps, less is. */
const isWorse = (code: CutCode): boolean => code !== 'captions-too-brief' && code !== 'captions-gap-too-small';

function fault(code: CutCode, { line = 0 }: Cue, actual: number | string, expected: number | string): Fault {
  return { code, line, actual: typeof actual === 'number' ? Math.round(actual * 100) / 100 : actual, expected };
}

function alone(cue: Cue, rules: CaptionRules): Fault[] {
  const lengths = cue.lines.map((line) => [...lettersOf(line)].length);
  const seconds = cue.to - cue.from;
  const speed = lengths.reduce((sum, one) => sum + one, 0) / seconds;
  const longest = Math.max(...lengths);
  return [
    ...(longest > rules.lineLength ? [fault('captions-line-too-long', cue, longest, rules.lineLength)] : []),
    ...(lengths.length > rules.lines ? [fault('captions-too-many-lines', cue, lengths.length, rules.lines)] : []),
    // What is brief is told as that: its speed says no more.
    ...(speed > rules.speed && seconds >= rules.shortest ? [fault('captions-too-fast', cue, speed, rules.speed)] : []),
    ...(seconds < rules.shortest - ROUNDING ? [fault('captions-too-brief', cue, seconds, rules.shortest)] : []),
    ...(seconds > rules.longest + ROUNDING ? [fault('captions-too-lasting', cue, seconds, rules.longest)] : []),
  ];
}

function between(cue: Cue, next: Cue | undefined, { gap }: CaptionRules): Fault[] {
  if (!next) return [];
  const apart = next.from - cue.to;
  if (apart < -ROUNDING) return [fault('captions-overlap', next, -apart, 0)];
  // Captions that follow at once are meant to: they change like a shot does.
  return apart > ROUNDING && apart < gap - ROUNDING ? [fault('captions-gap-too-small', next, apart, gap)] : [];
}
