/** How corrections are written in `order.yaml` and `house.yaml`: a list of steps, done in the order in which they stand. */
import * as z from 'zod';
import type { CorrectionWish } from './correction.ts';

/** The messages are ranges and examples without words, so that every language can quote them. */
const between = (low: number, high: number) => z.number(`${low} … ${high}`).min(low, `${low} … ${high}`).max(high, `${low} … ${high}`);
const share = between(0, 1);
const HEX = '#0b1b2b';
const colour = z.string(HEX).regex(/^#[0-9a-fA-F]{6}$/, HEX);
const SPAN = '{ black: 0.02, white: 0.98 }';
const CURVE = '[[0, 0], [0.5, 0.55], [1, 1]]';
const CROP = '[0.1, 0, 0.9, 1]';
const WEIGHTS = '[0.3, 0.6, 0.1]';

const point = z.tuple([share, share], CURVE);
const curve = z
  .array(point, CURVE)
  .min(2, CURVE)
  .refine((points) => points.every(([x], at) => at === 0 || x > (points[at - 1] as [number, number])[0]), CURVE);
const levels = z
  .strictObject({ black: share.default(0), white: share.default(1), gamma: between(0.1, 10).default(1) }, SPAN)
  .refine(({ black, white }) => white > black, SPAN);
const crop = z
  .tuple([share, share, share, share], CROP)
  .refine(([left, top, right, bottom]) => right - left > 0.01 && bottom - top > 0.01, CROP);
const weights = z
  .tuple([z.number(WEIGHTS), z.number(WEIGHTS), z.number(WEIGHTS)], WEIGHTS)
  .refine(([r, g, b]) => r + g + b > 0.01, WEIGHTS);
const automatic = z.enum(['levels', 'cast', 'straighten'], 'levels, cast, straighten');
const path = z.string('looks/film.cube').regex(/^(?!\/|.*(^|\/)\.\.(\/|$)).+\.cube$/i, 'looks/film.cube');

const steps = {
  auto: z
    .array(automatic, '[levels, cast, straighten]')
    .min(1, '[levels, cast, straighten]')
    .describe('Which of levels, cast and straighten may be proposed'),
  rotate: z.union([z.literal(90), z.literal(180), z.literal(270)], '90, 180, 270').describe('Degrees clockwise: 90, 180 or 270'),
  straighten: between(-15, 15).describe('Degrees clockwise, -15 to 15; what stays is the largest part of the same shape'),
  crop: crop.describe('Left, top, right and bottom as shares of the picture as the steps before have left it'),
  exposure: between(-5, 5).describe('Stops, in linear light; lights that are raised are rolled off before they turn white'),
  brightness: between(-100, 100).describe('-100 to 100: the middle tones; black and white stay'),
  contrast: between(-100, 100).describe('-100 to 100: an S curve round middle grey'),
  levels: levels.describe('Shares of the tonal range that become black and white, and a gamma for the middle'),
  curve: curve.describe('Points of a tone curve, from [0, 0] to [1, 1], joined smoothly'),
  whiteBalance: z
    .strictObject({ temperature: between(-4000, 8000).default(0), tint: between(-100, 100).default(0) }, '{ temperature: -300, tint: 5 }')
    .describe('Temperature in kelvin (more is warmer) and tint, -100 green to 100 magenta'),
  balance: z
    .tuple([between(0.2, 5), between(0.2, 5), between(0.2, 5)], '[1.05, 1, 0.94]')
    .describe('Gains of red, green and blue, in linear light'),
  saturation: between(-100, 100).describe('-100 (grey) to 100 (twice as strong)'),
  clarity: between(-100, 100).describe('-100 to 100: contrast of neighbourhoods, without halos'),
  denoise: between(0, 100).describe('0 to 100: smooths what is as faint as the noise of the picture, and keeps the rest'),
  sharpen: between(0, 200).describe('0 to 200, for output: the last step of a list is done after all others'),
  monochrome: z.union([z.literal(true), weights], WEIGHTS).describe('true, or how much of red, green and blue goes into the grey'),
  duotone: z.tuple([colour, colour], `[${HEX}, #f2ede4]`).describe('Colours of the darks and of the lights'),
  tint: z
    .union([colour, z.strictObject({ colour, strength: between(0, 100).default(100) })], HEX)
    .describe('A colour laid over the tones, or { colour, strength } with a strength of 0 to 100'),
  lut: z
    .union([path, z.strictObject({ file: path, strength: between(0, 100).default(100) })], 'looks/film.cube')
    .describe('A .cube file, or { file, strength } with a strength of 0 to 100'),
  mask: z
    .string('logo-mask')
    .min(1, 'logo-mask')
    .describe('Name of supplied material of the same shape: what is black or see-through in it is cut away'),
  grain: z
    .union([between(0, 100), z.strictObject({ amount: between(0, 100), size: between(0.5, 8).default(1) })], '0 … 100')
    .describe('0 to 100, or { amount, size } with a size of 0.5 to 8'),
  vignette: between(-100, 100).describe('-100 (dark corners) to 100 (light corners)'),
};

type Written = { readonly [Name in keyof typeof steps]?: z.output<(typeof steps)[Name]> | undefined };

/** Told as such by whoever reads it in the language of the reader. */
export const NOT_A_CORRECTION = 'one correction, such as auto or { exposure: 0.3 }';

function stepSchema<Shape extends Partial<typeof steps>>(shape: Shape) {
  const optional = Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, (schema as z.ZodType).optional()]));
  const group = z
    .strictObject(optional, { error: ({ code }) => (code === 'unrecognized_keys' ? undefined : NOT_A_CORRECTION) })
    .refine((step) => Object.values(step).filter((value) => value !== undefined).length === 1, NOT_A_CORRECTION)
    .transform((step) => wishOf(step as Written));
  return z.union([z.enum(['auto', 'monochrome'], NOT_A_CORRECTION).transform(wordOf), group], NOT_A_CORRECTION);
}

function wordOf(word: 'auto' | 'monochrome'): CorrectionWish {
  return wishOf(word === 'auto' ? { auto: ['levels', 'cast', 'straighten'] } : { monochrome: true });
}

const { mask: _, ...ofTheHouse } = steps;

/** Of supplied material. */
export const orderCorrections = z
  .array(stepSchema(steps))
  .describe('Corrections in the order in which they are done; rotate, straighten and crop always come first. Nothing is ever retouched.');
const houseStep = stepSchema(ofTheHouse);
/** Of a slot or a treatment: a house has no material to cut out with. */
export const houseCorrections = z.array(houseStep);
/** A list of steps, or one step. */
export const treatment = z.union([houseCorrections, houseStep.transform((step) => [step])]);

/** Exactly one member stands in a written step. */
function wishOf(written: Written): CorrectionWish {
  const [name, value] = Object.entries(written).find((entry) => entry[1] !== undefined) as [keyof Written, never];
  return wishes[name](value);
}

const amount =
  <Step extends 'brightness' | 'contrast' | 'saturation' | 'clarity' | 'denoise' | 'sharpen' | 'vignette'>(step: Step) =>
  (value: number): CorrectionWish => ({ step, amount: value });

const wishes: { readonly [Name in keyof Written]-?: (value: NonNullable<Written[Name]>) => CorrectionWish } = {
  auto: (parts) => ({ step: 'auto', parts: [...new Set(parts)] }),
  rotate: (degrees) => ({ step: 'rotate', degrees }),
  straighten: (degrees) => ({ step: 'straighten', degrees }),
  crop: ([left, top, right, bottom]) => ({ step: 'crop', left, top, width: right - left, height: bottom - top }),
  exposure: (stops) => ({ step: 'exposure', stops }),
  brightness: amount('brightness'),
  contrast: amount('contrast'),
  levels: (range) => ({ step: 'levels', ...range }),
  curve: (points) => ({ step: 'curve', points }),
  whiteBalance: (balance) => ({ step: 'whiteBalance', ...balance }),
  balance: (gains) => ({ step: 'balance', gains }),
  saturation: amount('saturation'),
  clarity: amount('clarity'),
  denoise: amount('denoise'),
  sharpen: amount('sharpen'),
  monochrome: (mix) => ({ step: 'monochrome', weights: mix === true ? [0.2126, 0.7152, 0.0722] : summingToOne(mix) }),
  duotone: (colours) => ({ step: 'duotone', colours }),
  tint: (wish) => ({ step: 'tint', ...(typeof wish === 'string' ? { colour: wish, strength: 100 } : wish) }),
  lut: (wish) => ({ step: 'lut', ...(typeof wish === 'string' ? { file: wish, strength: 100 } : wish) }),
  mask: (name) => ({ step: 'mask', name }),
  grain: (wish) => ({ step: 'grain', ...(typeof wish === 'number' ? { amount: wish, size: 1 } : wish) }),
  vignette: amount('vignette'),
};

function summingToOne([red, green, blue]: readonly [number, number, number]): readonly [number, number, number] {
  const sum = red + green + blue;
  return [red / sum, green / sum, blue / sum];
}
