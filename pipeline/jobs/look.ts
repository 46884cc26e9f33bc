/** What a browser is asked: measuring pages and banners, and the backup image of a banner. */
import type { Job } from '../model/job.ts';
import { type Input, jobKeyOf } from '../model/key.ts';

/** A file that the browser may ask for: its path as served, and where it comes from. */
export type Served = { readonly path: string; readonly input: number };

export type MeasureRecipe =
  | { readonly what: 'page'; readonly url: string; readonly files: readonly Served[] }
  | { readonly what: 'markup' }
  | { readonly what: 'package' }
  | {
      readonly what: 'banner';
      readonly width: number;
      readonly height: number;
      readonly clickTag: string;
      readonly files: readonly Served[];
    };

export type CaptureRecipe = {
  readonly width: number;
  readonly height: number;
  readonly clickTag: string;
  readonly format: 'jpeg';
  readonly maxBytes: number;
  readonly files: readonly Served[];
};

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

/** A unit is opened once: measured and photographed in one page of the browser. */
export function planBannerLook(
  unit: {
    readonly name: string;
    readonly size: readonly [number, number];
    readonly clickTag: string;
    readonly files: readonly ServedInput[];
  },
  backup: { readonly file: string; readonly maxBytes: number },
  tool: string,
): { measure: Job<MeasureRecipe>; capture: Job<CaptureRecipe> } {
  const { served, inputs } = serve(unit.files);
  const [width, height] = unit.size;
  const what = { width, height, clickTag: unit.clickTag, files: served };
  const measureRecipe: MeasureRecipe = { what: 'banner', ...what };
  const captureRecipe: CaptureRecipe = { ...what, format: 'jpeg', maxBytes: backup.maxBytes };
  const measureKey = jobKeyOf({ kind: 'measure', tool, recipe: measureRecipe, inputs });
  const captureKey = jobKeyOf({ kind: 'capture', tool, recipe: captureRecipe, inputs });
  const batch = `unit ${measureKey}`;
  return {
    measure: { key: measureKey, kind: 'measure', tool, recipe: measureRecipe, inputs, file: '', label: unit.name, batch },
    capture: {
      key: captureKey,
      kind: 'capture',
      tool,
      recipe: captureRecipe,
      inputs,
      file: backup.file,
      label: `backup of ${unit.name}`,
      batch,
    },
  };
}
