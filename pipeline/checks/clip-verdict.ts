/** All that is said of a clip, and the verdict that it comes to: standard, to be converted, or unusable. */
import type { Asset } from '../model/asset.ts';
import { CLIP_TYPES } from '../model/clip.ts';
import { CLIP_RULES, type ClipRules, type ClipVerdict } from '../model/clip-rules.ts';
import type { Finding } from '../model/finding.ts';
import { checkClipColour } from './clip-colour.ts';
import { checkClipFlashes } from './clip-flashes.ts';
import { checkClipFormat } from './clip-format.ts';
import { checkClipFrames } from './clip-frames.ts';
import { checkClipQuality } from './clip-quality.ts';
import { checkClipSize } from './clip-size.ts';
import { checkClipSound } from './clip-sound.ts';
import { checkClipStill } from './clip-still.ts';
import { aboutPicture, type ClipCheck, isClip } from './clip-told.ts';
import { checkClipTracks } from './clip-tracks.ts';
import { checkClipWhole } from './clip-whole.ts';
import type { ClipCode } from './codes-media.ts';

const ofPicture: readonly ClipCheck[] = [
  checkClipSize,
  checkClipFrames,
  checkClipStill,
  checkClipQuality,
  checkClipFlashes,
  checkClipColour,
];
const ofWhole: readonly ClipCheck[] = [checkClipTracks, checkClipSound, checkClipFormat];

/** What is made good while a cut is made; the picture or sound that comes out is another than the one that came in. */
const CONVERTED: ReadonlySet<string> = new Set<ClipCode>([
  'clip-oversized',
  'clip-pixels-not-square',
  'clip-turned',
  'clip-see-through',
  'clip-variable-rate',
  'clip-interlaced',
  'clip-colour-unknown',
  'clip-matrix-unlikely',
  'clip-hdr',
  'clip-converted',
  'clip-edit-list',
  'clip-sound-length',
  'clip-sound-late',
  'clip-quiet',
  'clip-loudness',
  'clip-true-peak',
  'clip-one-sided',
]);

/** All findings about a clip; none of what is no clip. Of an empty or cut-off one nothing else is worth telling, but its sound if that is whole. */
export function judgeClip(asset: Asset, rules: ClipRules = CLIP_RULES): Finding[] {
  if (!isClip(asset)) return [];
  const whole = checkClipWhole(asset, rules);
  const fault = whole.find(({ severity }) => severity === 'error');
  if (fault) return fault.where.track === 'picture' ? [...whole, ...checkClipSound(asset, rules)] : whole;
  const seen = ofPicture.flatMap((check) => check(asset, rules).map(aboutPicture));
  return [...whole, ...seen, ...ofWhole.flatMap((check) => check(asset, rules))];
}

export interface Verdict {
  readonly verdict: ClipVerdict;
  /** Codes that decide it. */
  readonly because: readonly string[];
}

/** Of film and sound; undefined of anything else. What could not be read is told by whoever tried. */
export function verdictOf(asset: Asset, rules: ClipRules = CLIP_RULES): Verdict | undefined {
  if (isClip(asset)) return verdictBy(judgeClip(asset, rules));
  const isMeant = (CLIP_TYPES as readonly string[]).includes(asset.type);
  return isMeant ? { verdict: 'unusable', because: ['clip-unread'] } : undefined;
}

/** The same from findings that are at hand, as a report has them. */
export function verdictBy(findings: readonly Finding[]): Verdict {
  const of = (wanted: readonly Finding[]): string[] => [...new Set(wanted.map(({ code }) => code))];
  const errors = of(findings.filter(({ code, severity }) => code.startsWith('clip-') && severity === 'error'));
  if (errors.length > 0) return { verdict: 'unusable', because: errors };
  const converted = of(findings.filter(({ code }) => CONVERTED.has(code)));
  return converted.length > 0 ? { verdict: 'convert', because: converted } : { verdict: 'standard', because: [] };
}
