/** The child process in which pictures are read and made: takes requests over IPC, answers each. */
import type { FileType, ImageFacts } from '../model/asset.ts';
import { turns } from '../model/at-once.ts';
import { decode, encode, probePicture, type Rendering, shape } from './pictures.ts';

export type PictureRequest =
  | { readonly id: number; readonly task: 'probe'; readonly path: string; readonly type: FileType; readonly limitPixels: number }
  | {
      readonly id: number;
      readonly task: 'render';
      readonly path: string;
      readonly atOnce: number;
      readonly renderings: readonly { readonly rendering: Rendering; readonly to: string }[];
    };

export type PictureAnswer =
  | { readonly id: number; readonly ok: true; readonly facts?: ImageFacts; readonly failures?: readonly (string | null)[] }
  | { readonly id: number; readonly ok: false; readonly reason: string };

/** Encoders of all requests share the places; one photo alone fills every core. */
let inPlace: ReturnType<typeof turns> | undefined;

async function answer(request: PictureRequest): Promise<PictureAnswer> {
  const { id } = request;
  if (request.task === 'probe') return { id, ok: true, facts: await probePicture(request.path, request.type, request.limitPixels) };
  inPlace ??= turns(request.atOnce);
  const place = inPlace;
  const limit = request.renderings[0]?.rendering.limitPixels ?? 0;
  const source = await place(() => decode(request.path, limit));
  const shaped = new Map<string, ReturnType<typeof shape>>();
  const shapeOnce = (rendering: Rendering): ReturnType<typeof shape> => {
    const { crop, width, height, duotone, flatten } = rendering;
    const name = JSON.stringify([crop, width, height, duotone, flatten]);
    const known = shaped.get(name) ?? shape(source, rendering);
    shaped.set(name, known);
    return known;
  };
  const failures = await Promise.all(
    request.renderings.map(({ rendering, to }) =>
      place(async () => encode(await shapeOnce(rendering), rendering, to)).then(
        () => null,
        (error: unknown) => messageOf(error),
      ),
    ),
  );
  return { id, ok: true, failures };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

process.on('message', (request: PictureRequest) => {
  answer(request)
    .catch((error: unknown): PictureAnswer => ({ id: request.id, ok: false, reason: messageOf(error) }))
    .then((reply) => process.send?.(reply));
});
// The parent is gone: nothing made from here on has a taker.
process.on('disconnect', () => process.exit(0));
