/** Corrections decided: wishes of picture, slot and treatment become one list of steps with every number. */
import type { Asset, ImageFacts } from '../model/asset.ts';
import { type Correction, type CorrectionWish, type Framing, isFraming } from '../model/correction.ts';
import { framedIn, frameOf, type Point } from '../model/frame.ts';
import type { Input } from '../model/key.ts';
import { propose } from './propose.ts';

export type Picture = Asset & { readonly facts: ImageFacts };

/** After these the tiny picture shown while loading has little left of the real one. */
const CHANGES_ALL: readonly Correction['step'][] = ['rotate', 'crop', 'monochrome', 'duotone', 'tint', 'lut'];

const GEOMETRY: readonly CorrectionWish['step'][] = ['rotate', 'straighten', 'crop'];

export interface Corrected {
  /** As it was before. */
  readonly supplied: Picture;
  /** As its renditions see it: size and focus in the frame, see-through where a mask cuts. */
  readonly picture: Picture;
  readonly steps: readonly Correction[];
  /** Masks and colour tables: what steps name as their inputs 1, 2 … */
  readonly inputs: readonly Input[];
  /** Of the largest file that must be opened whole: the picture as supplied, or a mask of it. */
  readonly pixels: number;
  /** Where a point of the upright supplied picture lies in the frame. */
  readonly place: (point: Point) => Point;
  /** The turns and cuts among what is wished and proposed, in their order. */
  readonly geometry: readonly CorrectionWish[];
  /** What `auto` proposed, nothing when it found nothing to do; absent where it was not asked. */
  readonly proposed?: readonly CorrectionWish[];
}

/** @param lists the picture's own wishes, then the slot's, then its treatment's */
export function correct(picture: Picture, lists: readonly (readonly CorrectionWish[])[], assets: ReadonlyMap<string, Asset>): Corrected {
  const asked = lists.flat();
  if (asked.length === 0)
    return {
      supplied: picture,
      picture,
      steps: [],
      inputs: [],
      pixels: picture.facts.width * picture.facts.height,
      place: (point) => point,
      geometry: [],
    };
  const { measured } = picture.facts;
  const proposed: CorrectionWish[] = [];
  const wishes = sharpenedLast(lists).flatMap((wish) => {
    if (wish.step !== 'auto') return [wish];
    const found = measured ? propose(measured, wish.parts) : [];
    proposed.push(...found);
    return found;
  });
  const frame = frameOf(picture.facts, wishes);
  const inputs: Input[] = [];
  const steps = [...wishes.flatMap((wish) => decided(wish, assets, inputs)), ...frame.steps];
  const masked = steps.some(({ step }) => step === 'mask');
  const { width, height } = frame;
  const facts = {
    ...picture.facts,
    width,
    height,
    ...(masked ? { hasAlpha: true, usesAlpha: true } : {}),
    // A flash of other colours, or of the picture on its side, is worse than none.
    ...(steps.some(({ step }) => CHANGES_ALL.includes(step)) ? { placeholder: '' } : {}),
  };
  return {
    supplied: picture,
    picture: { ...picture, facts, ...framedIn(frame.place, picture) },
    steps: [...steps.filter(isFraming), ...steps.filter((one) => !isFraming(one))],
    inputs,
    pixels: Math.max(picture.facts.width * picture.facts.height, ...masksOf(wishes, assets)),
    place: frame.place,
    geometry: wishes.filter((wish) => GEOMETRY.includes(wish.step)),
    ...(asked.some(({ step }) => step === 'auto') ? { proposed } : {}),
  };
}

function masksOf(wishes: readonly CorrectionWish[], assets: ReadonlyMap<string, Asset>): number[] {
  return wishes.flatMap((wish) => {
    const facts = wish.step === 'mask' ? assets.get(wish.name)?.facts : undefined;
    return facts ? [facts.width * facts.height] : [];
  });
}

/** A `sharpen` that closes a list is meant for output: it waits until the other lists are done too. */
function sharpenedLast(lists: readonly (readonly CorrectionWish[])[]): CorrectionWish[] {
  const closing = lists.flatMap((list) => list.slice(-1).filter(({ step }) => step === 'sharpen'));
  return [...lists.flatMap((list) => (list.at(-1)?.step === 'sharpen' ? list.slice(0, -1) : list)), ...closing.slice(-1)];
}

/** Steps that are no geometry; what cannot be had is left out, and a finding of its own says so. */
function decided(wish: CorrectionWish, assets: ReadonlyMap<string, Asset>, inputs: Input[]): Correction[] {
  const inputOf = (digest: Asset['digest']): number => {
    const known = inputs.findIndex((input) => input.from === 'store' && input.digest === digest);
    return 1 + (known === -1 ? inputs.push({ from: 'store', digest }) - 1 : known);
  };
  switch (wish.step) {
    case 'auto':
    case 'rotate':
    case 'straighten':
    case 'crop':
      return [];
    case 'mask': {
      const mask = assets.get(wish.name);
      return mask?.facts ? [{ step: 'mask', input: inputOf(mask.master ?? mask.digest) }] : [];
    }
    case 'lut':
      return wish.digest && wish.strength > 0 ? [{ step: 'lut', input: inputOf(wish.digest), strength: wish.strength }] : [];
    default:
      return doesNothing(wish) ? [] : [wish];
  }
}

/** A slider left in its middle must not give another key. */
function doesNothing(wish: Exclude<Correction, Framing | { step: 'lut' }>): boolean {
  if ('amount' in wish) return wish.amount === 0;
  if (wish.step === 'exposure') return wish.stops === 0;
  if (wish.step === 'whiteBalance') return wish.temperature === 0 && wish.tint === 0;
  if (wish.step === 'levels') return wish.black === 0 && wish.white === 1 && wish.gamma === 1;
  if (wish.step === 'tint') return wish.strength === 0;
  return false;
}
