/** Checks the titles of a film as the browser showed them: seen at all, whole, and long enough to be read. */
import type { FilmCut } from '../model/cut.ts';
import type { CaptureFacts, TitleFacts } from '../model/facts.ts';
import type { Args, Finding } from '../model/finding.ts';
import type { LaidCut, LaidTitle } from '../model/layout.ts';
import { finding } from './catalogue.ts';
import type { TitleCode } from './codes-titles.ts';
import type { OutcomesByKey } from './outcomes.ts';

/** A title with what was seen of it. */
export interface SeenTitle {
  readonly template: string;
  readonly language: string;
  /** When it comes, in s of the cut; and how long it stands. */
  readonly at: number;
  readonly seconds: number;
  readonly text: Readonly<Record<string, string>>;
  readonly facts: TitleFacts;
}

/** Those that were filmed: what failed is told as such. */
export function seenTitles({ cut, titles = [] }: Pick<LaidCut, 'cut' | 'titles'>, outcomes: OutcomesByKey): SeenTitle[] {
  if (cut.what !== 'video') return [];
  return titles.flatMap((title): SeenTitle[] => {
    const outcome = outcomes.get(title.key);
    // Only our own capturing jobs write these facts.
    const facts = outcome && 'made' in outcome ? (outcome.made.facts as unknown as CaptureFacts | undefined)?.title : undefined;
    const { template, language, at, seconds } = title;
    return facts ? [{ template, language, at, seconds, text: textOf(cut, title), facts }] : [];
  });
}

function textOf({ titles }: FilmCut, { template, at }: LaidTitle): Readonly<Record<string, string>> {
  const near = titles.filter((one) => one.template === template).toSorted((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at));
  return near[0]?.text ?? {};
}

/** Seconds after a text has come until it can be read, and characters a second: as captions are held to (BBC, 160–180 words a minute). */
const COMING = 0.5;
const SPEED = 20;
/** A motion may end with the last frame, rounded. */
const ROUNDING = 0.05;

export function checkTitles({ name, cut, titles }: Pick<LaidCut, 'name' | 'cut' | 'titles'>, outcomes: OutcomesByKey): Finding[] {
  const where = { file: 'order.yaml', line: cut.line, deliverable: name };
  return seenTitles({ cut, ...(titles ? { titles } : {}) }, outcomes).flatMap(({ template, seconds, text, facts }) => {
    const told = (code: TitleCode, args: Args = {}): Finding => finding(code, where, { cut: cut.name, template, ...args });
    const letters = [...Object.values(text).join(' ')].length;
    const needed = Math.round((COMING + letters / SPEED) * 10) / 10;
    return [
      ...facts.errors.slice(0, 1).map((message) => told('title-script-failed', { message })),
      ...(facts.isVisible ? [] : [told('title-invisible')]),
      ...facts.overflows.map(({ slot, px }) => told('title-text-overflow', { slot, px: Math.ceil(px) })),
      ...(facts.motion !== null && facts.motion > seconds + ROUNDING
        ? [told('title-cut-short', { actual: facts.motion, expected: seconds })]
        : []),
      ...(seconds < needed ? [told('title-too-brief', { actual: seconds, expected: needed })] : []),
    ];
  });
}
