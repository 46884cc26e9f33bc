/** The child process in which pictures are read and made: takes requests over IPC, answers each. */
import type { FileType, ImageFacts } from '../model/asset.ts';
import { load } from '../model/at-once.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import type { Reading } from './colour.ts';
import { encode } from './encode.ts';
import { attachGainMap } from './gain-map.ts';
import { pixelCount } from './picture-open.ts';
import { probePicture } from './pictures.ts';
import { decode, type Raw, shape } from './renditions.ts';

/** One rendition, decided, and where it must lie. */
export interface Rendering {
  readonly rendering: ImageRecipe;
  readonly to: string;
  /** Path of the profile that untagged CMYK is read with, where the house names one. */
  readonly profile?: string;
}

export type PictureRequest =
  | { readonly id: number; readonly task: 'probe'; readonly path: string; readonly type: FileType; readonly limitPixels: number }
  | {
      readonly id: number;
      readonly task: 'render';
      readonly path: string;
      readonly atOnce: number;
      readonly renderings: readonly Rendering[];
    };

export type PictureAnswer =
  | { readonly id: number; readonly ok: true; readonly facts?: ImageFacts; readonly failures?: readonly (string | null)[] }
  | { readonly id: number; readonly ok: false; readonly reason: string };

/** Encoders of all requests share the places; one photo alone fills every core. */
let inPlace: ReturnType<typeof load> | undefined;
/** Decoded pictures lie in memory whole: three bytes and more for each of these px. */
const inMemory = load(60_000_000);

async function answer(request: PictureRequest): Promise<PictureAnswer> {
  const { id, path } = request;
  if (request.task === 'probe') {
    const { type, limitPixels } = request;
    return inMemory(await pixelCount(path, limitPixels), async () => ({
      id,
      ok: true,
      facts: await probePicture(path, type, limitPixels),
    }));
  }
  const limit = request.renderings[0]?.rendering.limitPixels ?? 0;
  // Each reading of the colours is a decoded picture of its own.
  const readings = new Set(request.renderings.map((one) => JSON.stringify(readingOf(one)))).size;
  return inMemory(readings * (await pixelCount(path, limit)), async () => ({ id, ok: true, failures: await render(request, limit) }));
}

function readingOf({ rendering, profile }: Rendering): Reading {
  const { from, to, intent, blackPoint } = rendering;
  return { from, to, intent, ...(blackPoint ? { blackPoint } : {}), ...(profile === undefined ? {} : { assumed: profile }) };
}

/** @returns for each rendition what went wrong, or nothing. */
async function render(request: PictureRequest & { task: 'render' }, limit: number): Promise<(string | null)[]> {
  inPlace ??= load(request.atOnce);
  const place = inPlace;
  const sources = new Map<string, Raw>();
  for (const reading of request.renderings.map(readingOf)) {
    const name = JSON.stringify(reading);
    if (!sources.has(name)) sources.set(name, await place(1, () => decode(request.path, limit, reading)));
  }
  const shaped = new Map<string, ReturnType<typeof shape>>();
  const shapeOnce = (source: Raw, asked: Rendering): ReturnType<typeof shape> => {
    const { crop, width, height, duotone, flatten } = asked.rendering;
    const name = JSON.stringify([readingOf(asked), crop, width, height, duotone, flatten]);
    const known = shaped.get(name) ?? shape(source, asked.rendering);
    shaped.set(name, known);
    return known;
  };
  const make = async (asked: Rendering): Promise<void> => {
    const { rendering, to } = asked;
    const source = sources.get(JSON.stringify(readingOf(asked))) as Raw;
    await encode(await shapeOnce(source, asked), rendering, to);
    if (rendering.gainMap) await attachGainMap(request.path, rendering, source.raw, to);
  };
  return Promise.all(
    request.renderings.map((asked) =>
      place(1, () => make(asked)).then(
        () => null,
        (error: unknown) => messageOf(error),
      ),
    ),
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

process.on('message', (request: PictureRequest) => {
  answer(request)
    .catch((error: unknown): PictureAnswer => ({ id: request.id, ok: false, reason: messageOf(error) }))
    .then((reply) => process.send?.(reply));
});
// The parent is gone: nothing made from here on has a taker.
process.on('disconnect', () => process.exit(0));
