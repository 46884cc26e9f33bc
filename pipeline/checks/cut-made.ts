/** What every check of a made cut shares: the file on the table, what was seen of it, and a finding that says who asks. */
import type { ClipFacts, ClipType } from '../model/clip.ts';
import type { Cut } from '../model/cut.ts';
import type { MeasuredFacts } from '../model/facts.ts';
import type { Args, Finding, Severity } from '../model/finding.ts';
import type { Deliverable } from '../model/job.ts';
import type { LaidCut } from '../model/layout.ts';
import type { MediaChannel, MediaLimit } from '../model/media-rules.ts';
import { finding } from './catalogue.ts';
import type { StreamCode } from './codes-film.ts';
import type { DeliveryCode } from './codes-media.ts';
import { type SeenTitle, seenTitles } from './cut-titles.ts';
import type { OutcomesByKey } from './outcomes.ts';

/** A delivered film or sound with what was read and measured of it anew. */
export interface MadeCut {
  readonly cut: Cut;
  readonly channel: MediaChannel;
  /** Name of the deliverable. */
  readonly deliverable: string;
  /** Path inside the output. */
  readonly file: string;
  readonly bytes?: number;
  /** Told from its bytes; absent where nobody looked. */
  readonly type?: ClipType;
  readonly facts: ClipFacts;
  /** Paths of all files of the deliverable. */
  readonly files: readonly string[];
  /** What was seen of those over its picture; one that was not seen makes them unknown. */
  readonly titles?: readonly SeenTitle[];
  /** Mastering could not raise its sound further without harm; that is told of itself. */
  readonly soundHeld?: boolean;
}

/** Each of its files that was measured anew: `of` names it by its path, or the deliverable when it is the only one. */
export function madeCuts(
  deliverable: Deliverable,
  laid: Pick<LaidCut, 'cut' | 'titles'>,
  channel: MediaChannel,
  outcomes: OutcomesByKey,
): MadeCut[] {
  const { name, files, measures } = deliverable;
  const { cut } = laid;
  const titles = seenTitles(laid, outcomes);
  return measures.flatMap(({ key, of }): MadeCut[] => {
    const outcome = outcomes.get(key);
    if (!outcome || !('made' in outcome) || outcome.made.facts === undefined) return [];
    // Only our own measuring jobs write these facts.
    const measured = outcome.made.facts as unknown as MeasuredFacts;
    if (measured.what !== 'clip') return [];
    const file = files.find(({ path }) => path === of);
    const made = file?.from.from === 'job' ? outcomes.get(file.from.key) : undefined;
    const bytes = made && 'made' in made ? made.made.blob?.bytes : undefined;
    return [
      {
        cut,
        channel,
        deliverable: name,
        file: file?.path ?? of,
        ...(bytes === undefined ? {} : { bytes }),
        ...(measured.type === undefined ? {} : { type: measured.type }),
        facts: measured.facts,
        files: files.map(({ path }) => path),
        titles,
      },
    ];
  });
}

type JudgedCode = DeliveryCode | StreamCode;

/** What breaks a limit; or that nothing at hand can tell. */
export type LimitVerdict = readonly Finding[] | 'unmeasured';
export type LimitJudge = (limit: MediaLimit, made: MadeCut) => LimitVerdict;

/** What Kader itself asks of all that it makes. */
export function faulty(code: JudgedCode, made: MadeCut, args: Args = {}, severity?: Severity): Finding {
  const where = { file: 'order.yaml', line: made.cut.line, deliverable: made.deliverable };
  const found = finding(code, where, { entry: nameOf(made.file), ...args });
  return severity === undefined ? found : { ...found, severity };
}

/** The limit's own severity, and in the arguments who asks it, where that stands and how sure it is. */
export function refused(code: JudgedCode, limit: MediaLimit, made: MadeCut, args: Args = {}): Finding {
  const { id, source, checked, status, note = '', severity } = limit;
  return faulty(code, made, { ...args, rule: id, by: made.channel.name, source, checked, status, note }, severity);
}

export const asNumber = ({ value }: MediaLimit): number => Number(value);
export const asList = ({ value }: MediaLimit): readonly string[] => (Array.isArray(value) ? value : []);
const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

/** A value of the file with what it is in words: undefined, nothing can tell it; null, there is no such thing. */
type Measure = (made: MadeCut) => number | undefined | null;

export const atMost = (code: JudgedCode, of: Measure, spare: (made: MadeCut) => number = () => 0): LimitJudge =>
  compare(code, of, (actual, limit, made) => actual > limit + spare(made));
export const atLeast = (code: JudgedCode, of: Measure, spare: (made: MadeCut) => number = () => 0): LimitJudge =>
  compare(code, of, (actual, limit, made) => actual < limit - spare(made));
export const under = (code: JudgedCode, of: Measure): LimitJudge => compare(code, of, (actual, limit) => actual >= limit);

function compare(code: JudgedCode, of: Measure, isBroken: (actual: number, limit: number, made: MadeCut) => boolean): LimitJudge {
  return (limit, made) => {
    const actual = of(made);
    if (actual === undefined) return 'unmeasured';
    if (actual === null || !isBroken(actual, asNumber(limit), made)) return [];
    return [refused(code, limit, made, { actual: Math.round(actual * 1000) / 1000, expected: asNumber(limit) })];
  };
}

/** One of a list, compared as it is written. */
export function oneOf(code: JudgedCode, of: (made: MadeCut) => string | undefined | null): LimitJudge {
  return (limit, made) => {
    const actual = of(made);
    if (actual === undefined) return 'unmeasured';
    if (actual === null || asList(limit).includes(actual)) return [];
    return [refused(code, limit, made, { actual, expected: asList(limit) })];
  };
}

/** Something that must be so. */
export function asked(code: JudgedCode, isSo: (made: MadeCut) => boolean | undefined, args: Args = {}): LimitJudge {
  return (limit, made) => {
    const so = isSo(made);
    if (so === undefined) return 'unmeasured';
    return so || limit.value !== true ? [] : [refused(code, limit, made, args)];
  };
}
