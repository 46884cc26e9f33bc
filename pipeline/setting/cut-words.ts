/** What a cut says in words: captions carried from its clips into its own times, and titles. */
import type { Cue, Rate } from '../model/clip.ts';
import type { CutPart, CutTitle } from '../model/cut.ts';
import type { TitleWish, VideoWish } from '../model/cut-schema.ts';
import { clockOf, readTime, secondsOf, type Time } from '../model/time.ts';
import { tellOf, type WishGround } from './cut-ground.ts';
import type { ClipAsset } from './cut-times.ts';

export type CuesByLanguage = Readonly<Record<string, readonly Cue[]>>;

/** What is left of a caption at a cut, when it is shorter, nobody reads: a fifth of a second is what eyes take to fix on it. */
const LEAST = 0.2;

/** The captions of all parts, cut and moved as they are; where parts are mixed, those of the one give way in the middle. */
export function cuesOf(parts: readonly CutPart[], clips: readonly ClipAsset[]): CuesByLanguage {
  const languages = [...new Set(clips.flatMap(({ captions = {} }) => Object.keys(captions)))].toSorted();
  let at = 0;
  const shown = parts.map((part, index) => {
    at -= part.fade;
    const [start, next] = [at, parts[index + 1]?.fade ?? 0];
    at += part.to - part.from;
    return { part, start, from: part.from + part.fade / 2, to: part.to - next / 2 };
  });
  const cuesIn = (language: string): Cue[] =>
    shown
      .flatMap(({ part, start, from, to }, index) =>
        (clips[index]?.captions?.[language]?.cues ?? []).flatMap((cue): Cue[] => {
          const [first, last] = [Math.max(cue.from, from), Math.min(cue.to, to)];
          if (last - first < Math.min(LEAST, cue.to - cue.from)) return [];
          return [{ from: toMs(start + first - part.from), to: toMs(start + last - part.from), lines: cue.lines }];
        }),
      )
      .toSorted((one, other) => one.from - other.from);
  return Object.fromEntries(languages.map((language) => [language, cuesIn(language)]));
}

/** Captions are timed to the thousandth. */
const toMs = (moment: number): number => Math.round(moment * 1000) / 1000;

export interface CaptionPlan {
  readonly show: 'burned' | 'track' | 'none';
  /** Asked for by name, so that a missing one is a fault. */
  readonly languages?: readonly string[] | undefined;
}

export function captionPlan({ captions, languages }: VideoWish, hasCaptions: boolean): CaptionPlan {
  if (captions === undefined) return { show: hasCaptions ? 'track' : 'none' };
  if (typeof captions === 'string') return { show: captions, languages };
  return { show: captions.show, languages: captions.languages ?? languages };
}

/** Languages that a film is made in, each on its own: those of its burned captions, or those in which its titles differ. */
export function languagesOf(ground: WishGround, wish: VideoWish, plan: CaptionPlan, cues: CuesByLanguage): readonly (string | undefined)[] {
  const asked = wish.languages ?? ground.order.languages;
  if (plan.show !== 'burned') return hasWords(wish, asked, ground) ? asked : [undefined];
  const wanted = plan.languages ?? asked;
  const [spoken, silent] = [wanted.filter((one) => cues[one]?.length), wanted.filter((one) => !cues[one]?.length)];
  // Where a language was asked for, the film in it is owed; where none was, it is made in those that there are.
  const isOwed = plan.languages !== undefined || spoken.length === 0;
  for (const language of silent) {
    if (isOwed) tellOf(ground, 'cut-captions-missing', 'captions', { language });
    else tellOf(ground, 'cut-language-left-out', 'captions', { language }, 'warning');
  }
  return spoken;
}

function hasWords({ titles }: VideoWish, languages: readonly string[], { order }: WishGround): boolean {
  const listed = titles === undefined ? [] : typeof titles === 'string' ? [titles] : titles;
  const said = (language: string): string =>
    JSON.stringify(listed.map((one) => (typeof one === 'string' || !one.text ? order.title[language] : one.text[language])));
  return listed.length > 0 && languages.some((language) => said(language) !== said(languages[0] ?? ''));
}

/** How long a cut is, in s, and in which frames its timecodes count. */
export interface CutLength {
  readonly seconds: number;
  readonly rate: Rate;
}

/** Titles that are seen in the cut, in one language. */
export function titlesOf(ground: WishGround, { titles }: VideoWish, language: string, { seconds, rate }: CutLength): CutTitle[] {
  const listed = titles === undefined ? [] : typeof titles === 'string' ? [titles] : titles;
  return listed.flatMap((one, index): CutTitle[] => {
    const wish: TitleWish = typeof one === 'string' ? { template: one, at: 0, for: 4 } : one;
    const length = Math.min(wish.for, seconds);
    const at = wish.at === 'end' ? seconds - length : momentOf(wish.at, rate);
    if (at >= seconds) {
      const args = { what: 'title', name: wish.template, time: String(wish.at), end: clockOf(seconds) };
      tellOf(ground, 'cut-moment-outside', `titles[${index}].at`, args, 'warning');
      return [];
    }
    if (wish.text && !wish.text[language]) {
      tellOf(ground, 'cut-title-untold', `titles[${index}].text`, { name: wish.template, language }, 'warning');
      return [];
    }
    const title = ground.order.title[language];
    const text = wish.text ? (wish.text[language] ?? {}) : title === undefined ? {} : { title };
    const images = wish.images ? { images: wish.images } : {};
    return [{ template: wish.template, at, seconds: Math.min(length, seconds - at), text, ...images }];
  });
}

/** A moment of the cut; one that no timecode can mean lies beyond its end. */
export function momentOf(time: string | number, rate: Rate): number {
  const moment = secondsOf(readTime(time) as Time, rate);
  return typeof moment === 'number' ? moment : Number.POSITIVE_INFINITY;
}
