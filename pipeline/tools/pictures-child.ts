/** The child process in which pictures are read and made: takes requests over IPC, answers each. */
import type { FileType, ImageFacts } from '../model/asset.ts';
import { load } from '../model/at-once.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import { animate, decodeFrames, type Frames } from './animate.ts';
import { encode } from './encode.ts';
import { pixelCount } from './picture-open.ts';
import { probePicture } from './pictures.ts';
import { decode, type Raw, shape } from './renditions.ts';

export type PictureRequest =
  | {
      readonly id: number;
      readonly task: 'probe';
      readonly path: string;
      readonly type: FileType;
      readonly limitPixels: number;
      /** What `path` was developed from. */
      readonly original?: string;
    }
  | {
      readonly id: number;
      readonly task: 'render';
      readonly path: string;
      readonly atOnce: number;
      readonly renderings: readonly { readonly rendering: ImageRecipe; readonly to: string }[];
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
    const { type, limitPixels, original } = request;
    return inMemory(await pixelCount(path, limitPixels), async () => ({
      id,
      ok: true,
      facts: await probePicture(path, type, limitPixels, original),
    }));
  }
  const limit = request.renderings[0]?.rendering.limitPixels ?? 0;
  return inMemory((await pixelCount(path, limit)) * framesOf(request), async () => ({
    id,
    ok: true,
    failures: await render(request, limit),
  }));
}

const framesOf = ({ renderings }: PictureRequest & { task: 'render' }): number =>
  Math.max(1, ...renderings.map(({ rendering }) => rendering.frames ?? 1));

/** @returns for each rendition what went wrong, or nothing. */
async function render(request: PictureRequest & { task: 'render' }, limit: number): Promise<(string | null)[]> {
  inPlace ??= load(request.atOnce);
  const place = inPlace;
  const stills = request.renderings.some(({ rendering }) => rendering.frames === undefined);
  const source = stills ? await place(1, () => decode(request.path, limit)) : undefined;
  const moving = framesOf(request) > 1 ? await place(1, () => decodeFrames(request.path, framesOf(request) * limit)) : undefined;
  const shaped = new Map<string, ReturnType<typeof shape>>();
  const shapeOnce = (rendering: ImageRecipe): ReturnType<typeof shape> => {
    const { crop, width, height, duotone, flatten } = rendering;
    const name = JSON.stringify([crop, width, height, duotone, flatten]);
    const known = shaped.get(name) ?? shape(source as Raw, rendering);
    shaped.set(name, known);
    return known;
  };
  return Promise.all(
    request.renderings.map(({ rendering, to }) =>
      place(1, async () =>
        rendering.frames === undefined ? encode(await shapeOnce(rendering), rendering, to) : animate(moving as Frames, rendering, to),
      ).then(
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
