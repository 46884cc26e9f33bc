/** The child process in which fonts are subset: a font that hangs or blows up takes this process, not the build. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

export interface FontRequest {
  readonly id: number;
  readonly path: string;
  readonly text: string;
  readonly axes: Readonly<Record<string, number | readonly [number, number]>>;
  readonly to: string;
  readonly format: 'woff2' | 'sfnt';
}

export type FontAnswer = { readonly id: number; readonly bytes: number } | { readonly id: number; readonly reason: string };

type Axis = number | { min: number; max: number };
type Subset = (
  font: Buffer,
  text: string,
  options: { targetFormat: 'woff2' | 'sfnt'; variationAxes: Record<string, Axis> },
) => Promise<Buffer>;

// The package has no types.
const subset = createRequire(import.meta.url)('subset-font') as Subset;

/** All layout features stay, closed over the glyphs kept: kerning, ligatures, figures. */
async function answer({ id, path, text, axes, to, format }: FontRequest): Promise<FontAnswer> {
  const variationAxes = Object.fromEntries(
    Object.entries(axes).map(([tag, value]): [string, Axis] => [tag, typeof value === 'number' ? value : { min: value[0], max: value[1] }]),
  );
  const font = await subset(await readFile(path), text, { targetFormat: format, variationAxes });
  await writeFile(to, font, { flag: 'wx' });
  return { id, bytes: font.length };
}

/**
 * Subsetting blocks this thread, and the limit of V8's heap does not count WebAssembly: a thread of its own watches what
 * the process really holds, and whether the parent is still there.
 */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  const parent = process.ppid;
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, 50);
`;
const limitMb = Number(process.argv[2]);
new Worker(WATCH, { eval: true, workerData: limitMb * 2 ** 20 }).unref();

process.on('message', (request: FontRequest) => {
  answer(request)
    .catch((error: unknown): FontAnswer => ({ id: request.id, reason: error instanceof Error ? error.message : String(error) }))
    .then((reply) => process.send?.(reply));
});
// The parent is gone: nothing made from here on has a taker.
process.on('disconnect', () => process.exit(0));
