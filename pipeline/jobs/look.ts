/** What a browser is asked: measuring pages and banners, and capturing banners. */
import type { CaptureWish, StillLimits } from '../model/capture.ts';
import type { Job } from '../model/job.ts';
import { type Input, type JobKey, jobKeyOf } from '../model/key.ts';
import type { ClickMechanism } from '../model/rules.ts';
import type { ClipLook } from './look-clip.ts';

/** A file that the browser may ask for: its path as served, and where it comes from. */
export type Served = { readonly path: string; readonly input: number };

/** A unit as a browser is served it. */
export type ServedUnit = {
  readonly width: number;
  readonly height: number;
  /** Page that a click must open, and how it leaves the unit. */
  readonly clickTag: string;
  readonly click: ClickMechanism;
  readonly files: readonly Served[];
};

export type MeasureRecipe =
  | { readonly what: 'page'; readonly url: string; readonly files: readonly Served[] }
  | { readonly what: 'markup' }
  | { readonly what: 'package' }
  | ClipLook
  /** `like`: place among the inputs of the measuring of the same unit, adapted for another target. */
  | ({ readonly what: 'banner'; readonly like?: number } & ServedUnit)
  /** In real time and slowly, so of few units. */
  | ({ readonly what: 'smooth' } & ServedUnit);

export type CaptureRecipe = ServedUnit & { readonly capture: CaptureWish };

export interface ServedInput {
  readonly path: string;
  readonly from: Input;
}

/** Files in a fixed order, so that the same unit has the same key whoever lists it. */
function serve(files: readonly ServedInput[]): { served: Served[]; inputs: Input[] } {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { served: sorted.map(({ path }, input) => ({ path, input })), inputs: sorted.map(({ from }) => from) };
}

export function planPageMeasure(url: string, files: readonly ServedInput[], tool: string): Job<MeasureRecipe> {
  const { served, inputs } = serve(files);
  const recipe: MeasureRecipe = { what: 'page', url, files: served };
  const key = jobKeyOf({ kind: 'measure', tool, recipe, inputs });
  return { key, kind: 'measure', tool, recipe, inputs, file: '', label: `page ${url}`, batch: `page ${key}` };
}

/** @param group pages of one group are validated together; loading the rules costs more than a page. */
export function planMarkup(url: string, page: Input, group: number, tool: string): Job<MeasureRecipe> {
  const recipe: MeasureRecipe = { what: 'markup' };
  const inputs = [page];
  const key = jobKeyOf({ kind: 'measure', tool, recipe, inputs });
  return { key, kind: 'measure', tool, recipe, inputs, file: '', label: `markup of ${url}`, batch: `markup ${group}` };
}

/** What stands in a packed banner: read without running it, whether or not a browser measures it too. */
export function planPackageLook(name: string, zip: Input, tool: string): Job<MeasureRecipe> {
  const recipe: MeasureRecipe = { what: 'package' };
  const key = jobKeyOf({ kind: 'measure', tool, recipe, inputs: [zip] });
  return { key, kind: 'measure', tool, recipe, inputs: [zip], file: '', label: `package ${name}`, batch: `package ${key}` };
}

/** Raise it when `banner-smooth.ts` sees more. */
const SMOOTHNESS = 2;

export interface UnitToLookAt {
  readonly name: string;
  readonly size: readonly [number, number];
  readonly clickTag: string;
  readonly click?: ClickMechanism;
  readonly files: readonly ServedInput[];
}

/** A capture and the file name that it is planned under; of a still the ending may be another (see `asMade`). */
export interface CaptureToMake {
  readonly wish: CaptureWish;
  readonly file: string;
}

/**
 * A unit is opened once: measured and captured in one page of the browser.
 * @param tools of the browser, of what encodes stills, and of ffmpeg
 * @param like measures the same unit, adapted otherwise
 */
export function planBannerLook(
  unit: UnitToLookAt,
  captures: readonly CaptureToMake[],
  tools: { readonly browser: string; readonly sharp: string; readonly ffmpeg: string },
  like?: JobKey,
): { measure: Job<MeasureRecipe>; captures: Job<CaptureRecipe>[] } {
  const { recipe: what, inputs } = serveUnit(unit);
  const plain = jobKeyOf({ kind: 'measure', tool: tools.browser, recipe: { what: 'banner', ...what }, inputs });
  const batch = `unit ${plain}`;
  // Where the adapting left no trace, it is the same job.
  const isOther = like !== undefined && like !== plain;
  const recipe: MeasureRecipe = { what: 'banner', ...(isOther ? { like: inputs.length } : {}), ...what };
  const all: Input[] = isOther ? [...inputs, { from: 'job', key: like }] : inputs;
  const key = jobKeyOf({ kind: 'measure', tool: tools.browser, recipe, inputs: all });
  return {
    measure: { key, kind: 'measure', tool: tools.browser, recipe, inputs: all, file: '', label: unit.name, batch: `unit ${key}` },
    captures: captures.map(({ wish, file }): Job<CaptureRecipe> => {
      const own: CaptureRecipe = { ...what, capture: wish };
      const tool = `${tools.browser}, ${wish.what === 'mp4' ? tools.ffmpeg : tools.sharp}`;
      const label = `${wish.what === 'still' ? 'backup' : wish.what} of ${unit.name}`;
      return {
        key: jobKeyOf({ kind: 'capture', tool, recipe: own, inputs }),
        kind: 'capture',
        tool,
        recipe: own,
        inputs,
        file,
        label,
        batch,
      };
    }),
  };
}

/** It takes real time, so it is asked of one unit in each family of a template. */
export function planSmoothness(unit: UnitToLookAt, browser: string): Job<MeasureRecipe> {
  const tool = `${browser}, smoothness ${SMOOTHNESS}`;
  const { recipe: what, inputs } = serveUnit(unit);
  const recipe: MeasureRecipe = { what: 'smooth', ...what };
  const key = jobKeyOf({ kind: 'measure', tool, recipe, inputs });
  return { key, kind: 'measure', tool, recipe, inputs, file: '', label: `motion of ${unit.name}`, batch: `smooth ${key}` };
}

export function serveUnit(unit: UnitToLookAt): { recipe: ServedUnit; inputs: Input[] } {
  const { served, inputs } = serve(unit.files);
  const [width, height] = unit.size;
  return { recipe: { width, height, clickTag: unit.clickTag, click: unit.click ?? 'click-tag', files: served }, inputs };
}

/** Films and GIF for places that take no HTML: Google Ads takes a GIF slower than 5 frames a second, up to 150 kB (read November 2026). */
const FILMS = {
  gif: { wish: { what: 'gif', fps: 4, loops: 1, maxBytes: 153_600 }, ending: 'gif' },
  mp4: { wish: { what: 'mp4', fps: 30, hold: 2 }, ending: 'mp4' },
  storyboard: { wish: { what: 'storyboard' }, ending: 'storyboard.png' },
} as const satisfies Record<string, { wish: CaptureWish; ending: string }>;

export type CaptureName = '2x' | keyof typeof FILMS;

/** The backup image and what the order asks beside it, as files beside the unit. @param base name of the unit without its folder */
export function capturesOf(base: string, { formats, maxBytes, twice }: StillLimits, asked: readonly CaptureName[]): CaptureToMake[] {
  const still = (scale: 1 | 2, name: string): CaptureToMake => ({ wish: { what: 'still', scale, formats, maxBytes }, file: `${name}.jpg` });
  return [
    still(1, base),
    ...[...new Set([...(twice ? (['2x'] as const) : []), ...asked])]
      .sort()
      .map((name) => (name === '2x' ? still(2, `${base}-2x`) : { wish: FILMS[name].wish, file: `${base}.${FILMS[name].ending}` })),
  ];
}
