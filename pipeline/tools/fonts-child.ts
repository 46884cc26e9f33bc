/** The child process in which fonts are subset: a font that hangs or blows up takes this process, not the build. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { FontFacts } from '../model/font.ts';
import type { DrawnText, OutlineFace, OutlineText } from '../model/outline.ts';
import { fontFactsOf } from './font-tables.ts';
import { drawTexts } from './outline-shape.ts';

/** `sfnt`: as programs other than browsers read it. */
type FontFormat = 'woff2' | 'sfnt';

export type FontRequest = { readonly id: number; readonly path: string } & (
  | { readonly what: 'facts' }
  | { readonly what: 'outlines'; readonly face: OutlineFace; readonly texts: readonly OutlineText[] }
  /** With all its glyphs and axes. */
  | { readonly what: 'whole'; readonly to: string; readonly format: FontFormat }
  | {
      readonly what: 'subset';
      readonly text: string;
      readonly axes: Readonly<Record<string, number | readonly [number, number]>>;
      readonly to: string;
      readonly format: FontFormat;
    }
);

export type FontAnswer = { readonly id: number } & (
  | { readonly bytes: number }
  | { readonly facts: FontFacts }
  | { readonly drawn: readonly DrawnText[] }
  | { readonly reason: string }
);

type Axis = number | { min: number; max: number };
type Subset = (
  font: Buffer,
  text: string | undefined,
  options: { targetFormat: FontFormat; variationAxes?: Record<string, Axis>; keepAllGlyphs?: boolean },
) => Promise<Buffer>;

// The package has no types.
const subset = createRequire(import.meta.url)('subset-font') as Subset;

async function answer(request: FontRequest): Promise<FontAnswer> {
  const { id } = request;
  const font = await readFile(request.path);
  const unpacked = (): Promise<Buffer> => subset(font, undefined, { targetFormat: 'sfnt', keepAllGlyphs: true });
  if (request.what === 'facts') return { id, facts: fontFactsOf(await unpacked()) };
  if (request.what === 'outlines') return { id, drawn: await drawTexts(await unpacked(), request.face, request.texts) };
  const made = request.what === 'whole' ? await whole(font, request.format) : await subsetOf(font, request);
  await writeFile(request.to, made, { flag: 'wx' });
  return { id, bytes: made.length };
}

/** All layout features stay, closed over the glyphs kept: kerning, ligatures, figures. */
function subsetOf(font: Buffer, { text, axes, format }: Extract<FontRequest, { what: 'subset' }>): Promise<Buffer> {
  const variationAxes = Object.fromEntries(
    Object.entries(axes).map(([tag, value]): [string, Axis] => [tag, typeof value === 'number' ? value : { min: value[0], max: value[1] }]),
  );
  return subset(font, text, { targetFormat: format, variationAxes });
}

/** What may not be changed goes out byte for byte, where browsers read it as it is. */
async function whole(font: Buffer, format: FontFormat): Promise<Buffer> {
  if (format === 'woff2' && font.toString('latin1', 0, 4) === 'wOF2') return font;
  return subset(font, undefined, { targetFormat: format, keepAllGlyphs: true });
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
