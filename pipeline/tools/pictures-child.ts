/** The child process in which pictures are read and made: takes requests over IPC, answers each. */
import type { FileType, ImageFacts } from '../model/asset.ts';
import { load } from '../model/at-once.ts';
import type { Rendered, Rendering, Sequence, VideoRecipe } from '../model/recipe.ts';
import { layFrames } from './animate.ts';
import { pixelCount } from './picture-open.ts';
import { probePicture } from './pictures.ts';
import { copiesOf, limitOf, renderAll } from './render-all.ts';

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
      readonly renderings: readonly Rendering[];
    }
  | {
      readonly id: number;
      readonly task: 'frames';
      readonly path: string;
      readonly recipe: Pick<VideoRecipe, 'frame' | 'frames'>;
      readonly files: readonly string[];
      readonly to: string;
    };

export type PictureAnswer =
  | {
      readonly id: number;
      readonly ok: true;
      readonly facts?: ImageFacts;
      readonly rendered?: readonly Rendered[];
      readonly sequence?: Sequence;
    }
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
  if (request.task === 'frames') {
    const { recipe, files, to } = request;
    const weight = recipe.frames * (await pixelCount(path, recipe.frame.limitPixels));
    return inMemory(weight, async () => ({ id, ok: true, sequence: await layFrames(path, recipe, files, to) }));
  }
  const { renderings, atOnce } = request;
  const limit = limitOf(renderings);
  inPlace ??= load(atOnce);
  const place = inPlace;
  const weight = copiesOf(renderings) * (await pixelCount(path, limit));
  return inMemory(weight, async () => ({ id, ok: true, rendered: await renderAll(path, renderings, place) }));
}

process.on('message', (request: PictureRequest) => {
  answer(request)
    .catch(
      (error: unknown): PictureAnswer => ({ id: request.id, ok: false, reason: error instanceof Error ? error.message : String(error) }),
    )
    .then((reply) => process.send?.(reply));
});
// The parent is gone: nothing made from here on has a taker.
process.on('disconnect', () => process.exit(0));
