/** The child process in which pictures are read and made: takes requests over IPC, answers each. */
import type { FileType, ImageFacts } from '../model/asset.ts';
import { load } from '../model/at-once.ts';
import { type Framing, isFraming } from '../model/correction.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import { encode } from './encode.ts';
import { frame } from './frames.ts';
import { pixelCount } from './picture-open.ts';
import { probePicture } from './pictures.ts';
import { decode, shape } from './renditions.ts';

/** A rendition and what it is made with beside the picture. */
export interface PictureRendering {
  readonly rendering: ImageRecipe;
  /** Absolute paths of masks and colour tables; a step names them by place, from 1. */
  readonly files: readonly string[];
  readonly to: string;
}

export type PictureRequest =
  | { readonly id: number; readonly task: 'probe'; readonly path: string; readonly type: FileType; readonly limitPixels: number }
  | {
      readonly id: number;
      readonly task: 'render';
      readonly path: string;
      readonly atOnce: number;
      readonly renderings: readonly PictureRendering[];
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
  // A framing step holds the picture as it was, turned, and cut.
  const copies = request.renderings.some(({ rendering }) => rendering.corrections?.some(isFraming)) ? 3 : 1;
  return inMemory(copies * (await pixelCount(path, limit)), async () => ({ id, ok: true, failures: await render(request, limit) }));
}

/** @returns for each rendition what went wrong, or nothing. */
async function render(request: PictureRequest & { task: 'render' }, limit: number): Promise<(string | null)[]> {
  inPlace ??= load(request.atOnce);
  const place = inPlace;
  const source = await place(1, () => decode(request.path, limit));
  const shaped = new Map<string, ReturnType<typeof shape>>();
  const framed = new Map<string, ReturnType<typeof frame>>();
  const frameOnce = (steps: readonly Framing[], files: readonly string[]): ReturnType<typeof frame> => {
    // Colour tables frame nothing: renditions that differ in them alone share the frame.
    const name = JSON.stringify([steps, steps.some(({ step }) => step === 'mask') ? files : []]);
    const known = framed.get(name) ?? frame(source, steps, files, limit);
    framed.set(name, known);
    return known;
  };
  const shapeOnce = ({ rendering, files }: PictureRendering): ReturnType<typeof shape> => {
    const { crop, width, height, corrections, flatten } = rendering;
    const name = JSON.stringify([crop, width, height, corrections, flatten, files]);
    const steps = (corrections ?? []).filter(isFraming);
    const known = shaped.get(name) ?? frameOnce(steps, files).then((picture) => shape(picture, rendering, files));
    shaped.set(name, known);
    return known;
  };
  return Promise.all(
    request.renderings.map((one) =>
      place(1, async () => encode(await shapeOnce(one), one.rendering, one.to)).then(
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
