/** What was done to clips to make a cut of them, and why, in words: read from the recipe that was followed and from what came of it. */
import { numeral } from '../checks/words/say.ts';
import type { Asset } from '../model/asset.ts';
import type { Rate } from '../model/clip.ts';
import type { Cut } from '../model/cut.ts';
import { type CutFacts, type CutRecipe, enlargementOf, type Picture, type PicturePart, stretchOf } from '../model/cut-recipe.ts';
import type { Job, Outcome } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import type { LaidCut } from '../model/layout.ts';
import { cutWords } from './cut-words.ts';
import type { Language } from './words.ts';

export interface CutMade {
  readonly cut: Cut;
  /** Supplied clips by name. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Of a film. */
  readonly picture?: Picture | undefined;
  /** Of its sound, when it was made. */
  readonly sound?: CutFacts | undefined;
}

/** Gathers it for a cut from the jobs of a build and their outcomes. */
export function cutMade(
  { cut, film, heard }: Pick<LaidCut, 'cut' | 'film' | 'heard'>,
  assets: ReadonlyMap<string, Asset>,
  jobs: ReadonlyMap<JobKey, Job>,
  outcomes: ReadonlyMap<JobKey, Outcome>,
): CutMade {
  const [largest] = film?.films ?? [];
  const recipe = largest && (jobs.get(largest.key)?.recipe as CutRecipe | undefined);
  const outcome = heard === undefined ? undefined : outcomes.get(heard);
  // Only our own makers write these facts.
  const facts = outcome && 'made' in outcome ? (outcome.made.facts as unknown as CutFacts | undefined) : undefined;
  return { cut, assets, picture: recipe?.picture, sound: facts };
}

/** More of a clip than this is told as enlarged. */
const ENLARGED = 1.02;
/** Shapes that differ by less are the same after rounding to whole px. */
const ALIKE = 0.02;

/** Each thing once, in the order in which it is done. */
export function doneText({ cut, assets, picture, sound }: CutMade, language: Language): string[] {
  const w = cutWords[language];
  const told: string[] = [];
  if (cut.parts.length > 1) told.push(w.joined(cut.parts.length));
  const fades = cut.parts.filter(({ fade }) => fade > 0).length;
  if (fades > 0) told.push(w.crossFades(fades));
  if (picture) {
    for (const [at, part] of picture.parts.entries()) {
      const clip = cut.parts[at]?.clip ?? '';
      told.push(...partText(clip, assets.get(clip), part, picture, language));
    }
    if (picture.captions) told.push(w.burned);
    if (picture.overlays.length > 0) told.push(w.overlays(picture.overlays.length));
  }
  if (cut.fadeIn > 0 || cut.fadeOut > 0) told.push(w.faded(rounded(cut.fadeIn, 2, language), rounded(cut.fadeOut, 2, language)));
  if (sound) told.push(...soundText(sound, language));
  return [...new Set(told)];
}

function partText(clip: string, asset: Asset | undefined, part: PicturePart, picture: Picture, language: Language): string[] {
  const w = cutWords[language];
  const track = asset?.clip?.picture;
  const told: string[] = [];
  if (part.deinterlace) told.push(w.deinterlaced(clip));
  const to = fpsText(picture.rate, language);
  if (track?.isVariable) told.push(w.constant(clip, to));
  else if (track && fpsText(track.rate, language) !== to) {
    const isFirst = picture.parts[0]?.input === part.input;
    told.push((isFirst ? w.rate : w.joinedRate)(clip, fpsText(track.rate, language), to));
  }
  if (part.hdr) told.push(w.toneMapped(clip));
  if (part.rotation !== 0) told.push(w.upright(clip, part.rotation));
  if (part.pixelShape[0] !== part.pixelShape[1]) told.push(w.square(clip));
  if (part.crop) told.push(w.bars(clip));
  const [wide, high] = stretchOf(picture, part);
  if (Math.abs(wide / high - 1) > ALIKE) told.push(w[part.fit](clip));
  const scale = enlargementOf(picture, part);
  if (scale > ENLARGED) told.push(w.enlarged(clip, rounded(scale, 1, language)));
  return told;
}

function soundText({ done }: CutFacts, language: Language): string[] {
  const w = cutWords[language];
  const { gain, target, limited, ducked, codings, reached, unmeasured } = done;
  const told: string[] = [];
  if (typeof ducked === 'number' && ducked > 0) told.push(w.ducked(rounded(ducked, 1, language)));
  if (typeof target !== 'number' || unmeasured === true) return told;
  const aim = rounded(target, 1, language);
  if (typeof gain === 'number' && Math.abs(gain) >= 0.05) told.push(w.gain(signed(gain, language), aim));
  if (typeof limited === 'number' && limited > 0) told.push(w.limited(rounded(limited, 1, language)));
  if (typeof codings === 'number' && codings > 1) told.push(w.again);
  if (reached === false) told.push(w.short(aim));
  return told;
}

export function fpsText([frames, seconds]: Rate, language: Language): string {
  return rounded(frames / seconds, 3, language);
}

export function rounded(value: number, decimals: number, language: Language): string {
  return numeral(Number(value.toFixed(decimals)), language).replace(/^-/, '−');
}

function signed(value: number, language: Language): string {
  return `${value > 0 ? '+' : ''}${rounded(value, 1, language)}`;
}
