/** What every check of a clip shares: its place, moments as editors write them, and parts of a clip. */
import type { Asset } from '../model/asset.ts';
import type { ClipFacts, Span } from '../model/clip.ts';
import { type ClipRules, frameSeconds } from '../model/clip-rules.ts';
import type { Args, Finding, Severity } from '../model/finding.ts';
import { finding } from './catalogue.ts';
import type { ClipCode } from './codes-media.ts';
import { whereOf } from './where.ts';

/** An asset that is film or sound. */
export type ClipAsset = Asset & { readonly clip: ClipFacts };
export type ClipCheck = (asset: ClipAsset, rules: ClipRules) => Finding[];

export function isClip(asset: Asset): asset is ClipAsset {
  return asset.clip !== undefined;
}

export function told(asset: Asset, code: ClipCode, args: Args = {}, severity?: Severity): Finding {
  const found = finding(code, whereOf(asset), { asset: asset.name, ...args });
  return severity === undefined ? found : { ...found, severity };
}

/** Whoever uses the sound of the clip alone has nothing to do with it. */
export function aboutPicture(found: Finding): Finding {
  return { ...found, where: { ...found.where, track: 'picture' } };
}

/** `01:02.5`: minutes, seconds and tenths. */
export function moment(seconds: number): string {
  const tenths = Math.round(Math.max(0, seconds) * 10);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(tenths / 600))}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
}

/** More than this is not read. */
const SHOWN = 5;

/** `at` for the words: from when to when, the first few; `count`: how many there are. */
export function moments(spans: readonly Span[]): { readonly at: readonly string[]; readonly count: number } {
  return { at: spans.slice(0, SHOWN).map(([from, to]) => `${moment(from)}–${moment(to)}`), count: spans.length };
}

export interface Parts {
  /** It is so from beginning to end. */
  readonly whole: boolean;
  readonly head?: Span;
  readonly tail?: Span;
  readonly inside: readonly Span[];
}

/** Which of the spans lie at the ends of a clip: detectors may be a frame off, and containers a little longer than what is in them. */
export function partsOf(spans: readonly Span[], clip: ClipFacts): Parts {
  const near = Math.max(0.1, 2 * frameSeconds(clip));
  const end = lengthOf(clip);
  const isHead = ([from]: Span): boolean => from <= near;
  const isTail = ([, to]: Span): boolean => to >= end - near;
  const head = spans.find((span) => isHead(span) && !isTail(span));
  const tail = spans.find((span) => isTail(span) && !isHead(span));
  return {
    whole: spans.some((span) => isHead(span) && isTail(span)),
    ...(head ? { head } : {}),
    ...(tail ? { tail } : {}),
    inside: spans.filter((span) => !isHead(span) && !isTail(span)),
  };
}

/** In s: what came out where that is known, what is stated otherwise. */
export function lengthOf({ seconds, picture, measured }: ClipFacts): number {
  const out = measured === undefined ? 0 : picture ? measured.decoded.pictureSeconds : measured.decoded.soundSeconds;
  return out > 0 ? out : (picture?.seconds ?? seconds);
}

export const spanSeconds = ([from, to]: Span): number => to - from;
/** In s, of one decimal more than is shown elsewhere. */
export const hundredth = (value: number): number => Math.round(value * 100) / 100;
export const tenth = (value: number): number => Math.round(value * 10) / 10;
export const percent = (share: number): number => Math.round(share * 100);
