/** All renditions of one picture: decoded once for each reading of its colours, sized once for all formats, each quality sought once. */
import type { load } from '../model/at-once.ts';
import { type Framing, isFraming } from '../model/correction.ts';
import type { ImageFormat } from '../model/house.ts';
import type { FoundQuality, ImageRecipe, QualityRecipe, Rendered, Rendering } from '../model/recipe.ts';
import { animate, decodeFrames } from './animate.ts';
import type { Reading } from './colour.ts';
import { encode } from './encode.ts';
import { frame } from './frames.ts';
import { attachGainMap } from './gain-map.ts';
import { decode, type Raw, shape } from './renditions.ts';
import { seekQuality, takeSample } from './seek-quality.ts';

type Asked = Pick<Rendering, 'recipe' | 'files'>;

/**
 * How often the whole picture lies in memory: each reading of the colours is a decoded picture of its own, and framing holds
 * it as it was, turned, and cut; a picture that moves is as many pictures as it has frames.
 */
export function copiesOf(renderings: readonly Asked[]): number {
  const readings = new Set(renderings.map((one) => JSON.stringify(readingOf(one)))).size;
  const frames = Math.max(1, ...renderings.map(({ recipe }) => recipe.frames ?? 1));
  return readings * frames * (renderings.some((one) => framingOf(one).length > 0) ? 3 : 1);
}

/** One file is opened for all of them: what one of them may open, all may. */
export function limitOf(renderings: readonly Asked[]): number {
  return Math.max(0, ...renderings.map(({ recipe }) => recipe.limitPixels));
}

/** @param place work on the processor waits for one */
export async function renderAll(path: string, renderings: readonly Rendering[], place: ReturnType<typeof load>): Promise<Rendered[]> {
  const limit = limitOf(renderings);
  const decoded = once((asked: Asked) => decode(path, limit, readingOf(asked)), readingOf);
  // One after the other: while pictures are decoded they weigh most.
  for (const asked of renderings.filter(({ recipe }) => recipe.frames === undefined)) await place(1, () => decoded(asked));
  const moving = once(
    (frames: number) => decodeFrames(path, frames * limit),
    (frames) => frames,
  );
  const framed = once(
    async (asked: Asked) => frame(await decoded(asked), framingOf(asked), asked.files, limit),
    (asked) => [readingOf(asked), framingOf(asked), asked.files],
  );
  const shaped = once(async (asked: Asked) => shape(await framed(asked), asked.recipe, asked.files), pixelsOf);
  const sampled = once(async (asked: Asked) => takeSample(await shaped(asked)), pixelsOf);
  const sought = once(async (asked: Asked) => seekQuality(await sampled(asked), asked.recipe as QualityRecipe), codedOf);
  const render = async (asked: Rendering): Promise<{ readonly found?: FoundQuality; readonly bytes?: number }> => {
    const { recipe, to, files } = asked;
    if (recipe.frames !== undefined && to !== undefined) {
      const shapeOne = async (one: Raw): Promise<Raw> => shape(await frame(one, framingOf(asked), files, limit), recipe, files);
      await animate(await moving(recipe.frames), recipe as ImageRecipe, to, shapeOne);
      return {};
    }
    const found = typeof recipe.quality === 'number' ? undefined : await sought(asked);
    if (to === undefined) return found ? { found } : {};
    const coded = await encode(await shaped(asked), recipe, to, found);
    if (recipe.gainMap) await attachGainMap(path, recipe, (await decoded(asked)).raw, to);
    return coded;
  };
  const rendered: Promise<Rendered>[] = [];
  // The slowest first: begun last, it would leave the other cores with nothing to do beside it.
  for (const [at, asked] of [...renderings.entries()].sort(([, one], [, other]) => effortOf(other) - effortOf(one)))
    rendered[at] = place(1, (): Promise<Rendered> => render(asked)).catch((error: unknown) => ({
      reason: error instanceof Error ? error.message : String(error),
    }));
  return Promise.all(rendered);
}

/** Time that encoders take for a pixel, JPEG's being 1; measured at their usual efforts (sharp 0.35.5, November 2026). */
const SLOWNESS: Readonly<Record<ImageFormat | 'gif', number>> = { avif: 15, webp: 6, png: 6, gif: 6, jpeg: 1 };

function effortOf({ recipe: { width, height, frames = 1, format } }: Asked): number {
  return width * height * frames * SLOWNESS[format];
}

function readingOf({ recipe, files }: Asked): Reading {
  const { from, to, intent, blackPoint, profile } = recipe;
  const assumed = profile === undefined ? undefined : files[profile - 1];
  return { from, to, intent, ...(blackPoint ? { blackPoint } : {}), ...(assumed === undefined ? {} : { assumed }) };
}

function framingOf({ recipe }: Asked): Framing[] {
  return (recipe.corrections ?? []).filter(isFraming);
}

/** All that decides the pixels before they are coded. */
function pixelsOf(asked: Asked): unknown {
  const { crop, width, height, corrections, flatten } = asked.recipe;
  return [readingOf(asked), asked.files, crop, width, height, corrections, flatten];
}

function codedOf(asked: Asked): unknown {
  const { format, quality, effort, chroma, mozjpeg } = asked.recipe;
  return [pixelsOf(asked), format, quality, effort, chroma, mozjpeg];
}

function once<In, Out>(work: (input: In) => Promise<Out>, nameOf: (input: In) => unknown): (input: In) => Promise<Out> {
  const done = new Map<string, Promise<Out>>();
  return (input) => {
    const name = JSON.stringify(nameOf(input));
    const known = done.get(name) ?? work(input);
    done.set(name, known);
    return known;
  };
}
