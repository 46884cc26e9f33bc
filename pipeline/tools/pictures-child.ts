/** The child process in which pictures are read and made: takes requests over IPC, answers each. */
import type { FileType, ImageFacts } from '../model/asset.ts';
import { load } from '../model/at-once.ts';
import type { FoundQuality, QualityRecipe, Rendered, Rendering } from '../model/recipe.ts';
import { encode } from './encode.ts';
import { pixelCount } from './picture-open.ts';
import { probePicture } from './pictures.ts';
import { decode, shape } from './renditions.ts';
import { seekQuality } from './seek-quality.ts';

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
  | { readonly id: number; readonly ok: true; readonly facts?: ImageFacts; readonly rendered?: readonly Rendered[] }
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
  const limit = request.renderings[0]?.recipe.limitPixels ?? 0;
  return inMemory(await pixelCount(path, limit), async () => ({ id, ok: true, rendered: await render(request, limit) }));
}

/** Decoded once; sized once for all formats; a quality sought once for all renditions that ask the same. */
async function render(request: PictureRequest & { task: 'render' }, limit: number): Promise<Rendered[]> {
  inPlace ??= load(request.atOnce);
  const place = inPlace;
  const source = await place(1, () => decode(request.path, limit));
  const shapeOnce = once(
    (recipe: Rendering['recipe']) => shape(source, recipe),
    ({ crop, width, height, duotone, flatten }) => [crop, width, height, duotone, flatten],
  );
  const seekOnce = once(
    async (recipe: QualityRecipe) => seekQuality(await shapeOnce(recipe), recipe),
    ({ crop, width, height, duotone, flatten, format, quality }) => [crop, width, height, duotone, flatten, format, quality],
  );
  const renderOne = async ({ recipe, to }: Rendering): Promise<FoundQuality | undefined> => {
    const found = typeof recipe.quality === 'number' ? undefined : await seekOnce(recipe as QualityRecipe);
    if (to === undefined) return found;
    return encode(await shapeOnce(recipe), recipe, to, found);
  };
  return Promise.all(
    request.renderings.map((rendering) =>
      place(1, () => renderOne(rendering)).then(
        (found): Rendered => (found ? { found } : {}),
        (error: unknown): Rendered => ({ reason: messageOf(error) }),
      ),
    ),
  );
}

function once<In, Out>(work: (input: In) => Promise<Out>, name: (input: In) => unknown): (input: In) => Promise<Out> {
  const done = new Map<string, Promise<Out>>();
  return (input) => {
    const key = JSON.stringify(name(input));
    const known = done.get(key) ?? work(input);
    done.set(key, known);
    return known;
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

process.on('message', (request: PictureRequest) => {
  answer(request)
    .catch((error: unknown): PictureAnswer => ({ id: request.id, ok: false, reason: messageOf(error) }))
    .then((reply) => process.send?.(reply));
});
// The parent is gone: nothing made from here on has a taker.
process.on('disconnect', () => process.exit(0));
