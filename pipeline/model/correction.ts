/** Corrections of a picture: ordered steps, as they are asked for and as they are decided. */
import type { Digest } from './key.ts';

/** What `auto` may propose; each only where the picture itself gives strong evidence. */
export type Automatic = 'levels' | 'cast' | 'straighten';

/** Steps that need nothing but their own numbers; radii are shares of the picture's width, so that all widths look alike. */
type Plain =
  /** Clockwise, 90, 180 or 270. */
  | { readonly step: 'rotate'; readonly degrees: number }
  /** Linear light, in stops. */
  | { readonly step: 'exposure'; readonly stops: number }
  /** −100 to 100: lifts or lowers the middle, black and white stay (power of the coded values). */
  | { readonly step: 'brightness'; readonly amount: number }
  /** −100 to 100: an S round middle grey, black and white stay (coded values). */
  | { readonly step: 'contrast'; readonly amount: number }
  /** Coded values that become black and white, as shares; then a gamma above 1 lifts the middle. */
  | { readonly step: 'levels'; readonly black: number; readonly white: number; readonly gamma: number }
  /** Points from [0…1] to [0…1] of the coded values, joined smoothly and never turning back. */
  | { readonly step: 'curve'; readonly points: readonly (readonly [number, number])[] }
  /** Linear light: kelvin round daylight of 6500 K, more is warmer; tint −100 green to 100 magenta. */
  | { readonly step: 'whiteBalance'; readonly temperature: number; readonly tint: number }
  /** Linear light: gains of red, green and blue. */
  | { readonly step: 'balance'; readonly gains: readonly [number, number, number] }
  /** −100 grey to 100 twice as strong. */
  | { readonly step: 'saturation'; readonly amount: number }
  /** −100 to 100: contrast of neighbourhoods of a fiftieth of the width, without halos. */
  | { readonly step: 'clarity'; readonly amount: number }
  /** 0 to 100: smooths what is no edge, colour more than light. */
  | { readonly step: 'denoise'; readonly amount: number }
  /** 0 to 200: for output, so its radius counts in px of the rendition. */
  | { readonly step: 'sharpen'; readonly amount: number }
  /** Linear light, mixed from red, green and blue by weights that sum to 1. */
  | { readonly step: 'monochrome'; readonly weights: readonly [number, number, number] }
  /** Luma (Rec. 709 on coded values) drawn between two colours. */
  | { readonly step: 'duotone'; readonly colours: readonly [string, string] }
  /** Luma drawn from black over the colour to white, laid over the picture; strength 0 to 100. */
  | { readonly step: 'tint'; readonly colour: string; readonly strength: number }
  /** 0 to 100; size 1 is a grain of a 1600th of the width. */
  | { readonly step: 'grain'; readonly amount: number; readonly size: number }
  /** Linear light: −100 dark to 100 light corners. */
  | { readonly step: 'vignette'; readonly amount: number };

/** As the order or the house style asks. */
export type CorrectionWish =
  | Plain
  | { readonly step: 'auto'; readonly parts: readonly Automatic[] }
  /** Degrees clockwise that the picture is turned by. */
  | { readonly step: 'straighten'; readonly degrees: number }
  /** Shares of width and height. */
  | { readonly step: 'crop'; readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  /** Path of a .cube file in the production or the house; its digest is found when material comes in. */
  | { readonly step: 'lut'; readonly file: string; readonly strength: number; readonly digest?: Digest }
  /** Name of supplied material: what is black in it is cut away. */
  | { readonly step: 'mask'; readonly name: string };

/** Decided: geometry in px of the whole picture, files as the place among the job's inputs. */
export type Correction =
  | Plain
  /** The largest box of the picture's own ratio that holds no corner, in the middle of what was turned. */
  | { readonly step: 'straighten'; readonly degrees: number; readonly width: number; readonly height: number }
  | { readonly step: 'crop'; readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  | { readonly step: 'lut'; readonly input: number; readonly strength: number }
  | { readonly step: 'mask'; readonly input: number };

/** Steps on the whole picture, before crop and size; all others are done on the rendition's own pixels. */
export type Framing = Extract<Correction, { readonly step: 'mask' | 'rotate' | 'straighten' | 'crop' }>;

export function isFraming(one: Correction): one is Framing {
  return one.step === 'mask' || one.step === 'rotate' || one.step === 'straighten' || one.step === 'crop';
}
