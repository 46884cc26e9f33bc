/** The child process in which fonts are subset: a font that hangs or blows up takes this process, not the build. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export interface FontRequest {
  readonly id: number;
  readonly path: string;
  readonly text: string;
  readonly axes: Readonly<Record<string, number | readonly [number, number]>>;
  readonly to: string;
}

export type FontAnswer = { readonly id: number; readonly bytes: number } | { readonly id: number; readonly reason: string };

type Axis = number | { min: number; max: number };
type Subset = (font: Buffer, text: string, options: { targetFormat: 'woff2'; variationAxes: Record<string, Axis> }) => Promise<Buffer>;

// The package has no types.
const subset = createRequire(import.meta.url)('subset-font') as Subset;

/** All layout features stay, closed over the glyphs kept: kerning, ligatures, figures. */
async function answer({ id, path, text, axes, to }: FontRequest): Promise<FontAnswer> {
  const variationAxes = Object.fromEntries(
    Object.entries(axes).map(([tag, value]): [string, Axis] => [tag, typeof value === 'number' ? value : { min: value[0], max: value[1] }]),
  );
  const font = await subset(await readFile(path), text, { targetFormat: 'woff2', variationAxes });
  await writeFile(to, font, { flag: 'wx' });
  return { id, bytes: font.length };
}

process.on('message', (request: FontRequest) => {
  answer(request)
    .catch((error: unknown): FontAnswer => ({ id: request.id, reason: error instanceof Error ? error.message : String(error) }))
    .then((reply) => process.send?.(reply));
});
// The parent is gone: nothing made from here on has a taker.
process.on('disconnect', () => process.exit(0));
