/** Makes the films and pictures of cuts: one process for all that share their clips, and nothing believed before it was read back. */
import { readFile, rm } from 'node:fs/promises';
import sharp from 'sharp';
import type { CutFacts, CutOutput, CutRecipe } from '../model/cut-recipe.ts';
import { bestFrame } from '../pixels/best-frame.ts';
import { type CutToMake, cutGraph } from './cut-graph.ts';
import { needsOf, outputOptions } from './cut-outputs.ts';
import { checkMade } from './cut-verify.ts';
import { FfmpegFailed, type FfmpegLimits, type InputType, runFfmpeg } from './ffmpeg.ts';
import type { FfmpegProgram, FfprobeProgram } from './ffmpeg-find.ts';

export interface CutWish extends CutToMake {
  /** Absolute path of a file that is not there yet. */
  readonly to: string;
}

export interface CutLimits extends FfmpegLimits {
  /** Told as it goes: frames that are done, of all that there are. */
  readonly onFrames?: ((frames: number, of: number) => void) | undefined;
}

export interface CutPrograms {
  readonly ffmpeg: FfmpegProgram;
  readonly ffprobe: FfprobeProgram;
}

/** Encoders of one process, in px of their frames: above it memory runs out before time is saved (1080p takes some 400 MB each). */
const MOST_PIXELS = 18_000_000;

/** Wall clock for a frame and a million px of it, in ms: eight times what SVT-AV1's preset 8 takes on two cores (November 2026). */
const MS_PER_MEGAPIXEL = 450;
const LEAST_MS = 600_000;

/**
 * @returns facts in the order of the wishes; each file stands at its `to`
 * @throws what went wrong; then none of them is to be used
 */
export async function makeCuts(programs: CutPrograms, wishes: readonly CutWish[], limits: CutLimits = {}): Promise<CutFacts[]> {
  const facts = new Map<CutWish, CutFacts>();
  const groups = groupsOf(wishes);
  const frames = Math.max(...wishes.map(({ recipe }) => recipe.picture.frames));
  for (const [at, group] of groups.entries()) {
    const [first] = group;
    const [count, per] = first?.recipe.picture.rate ?? [25, 1];
    const onProgress = ({ seconds }: { readonly seconds: number }): void =>
      limits.onFrames?.(at * frames + Math.min(frames, Math.round((seconds * count) / per)), groups.length * frames);
    const made = await makeTogether(programs, group, { ...limits, onProgress });
    for (const [at, wish] of group.entries()) facts.set(wish, made[at] as CutFacts);
  }
  return wishes.map((wish) => facts.get(wish) as CutFacts);
}

/** Films in turn, as many as one process bears; what is small goes with the first. */
function groupsOf(wishes: readonly CutWish[]): CutWish[][] {
  const groups: CutWish[][] = [[]];
  let pixels = 0;
  const weight = ({ recipe: { output } }: CutWish): number => (output.what === 'film' ? output.width * output.height : 0);
  for (const wish of wishes.toSorted((one, other) => weight(one) - weight(other))) {
    if (pixels > 0 && pixels + weight(wish) > MOST_PIXELS) {
      groups.push([]);
      pixels = 0;
    }
    pixels += weight(wish);
    groups.at(-1)?.push(wish);
  }
  return groups;
}

async function makeTogether(programs: CutPrograms, wishes: readonly CutWish[], limits: FfmpegLimits): Promise<CutFacts[]> {
  const { inputs, graph, ends } = cutGraph(wishes);
  const raw = (wish: CutWish): string => (isStill(wish.recipe.output) ? `${wish.to}.rgb` : wish.to);
  const frames = Math.max(...wishes.map(({ recipe }) => recipe.picture.frames));
  const pixels = wishes.reduce(
    (sum, { recipe: { picture, output } }) => sum + (output.width * output.height + picture.width * picture.height) / 1e6,
    0,
  );
  try {
    await runFfmpeg(
      programs.ffmpeg,
      {
        inputs: inputs.map(({ path, type, options }) => ({ path, type: type as InputType, options })),
        args: ['-filter_complex', graph],
        outputs: wishes.map((wish, at) => {
          const { label, sound, chapters } = ends[at] as (typeof ends)[number];
          return { path: raw(wish), options: outputOptions(wish.recipe.output, label, { sound, chapters }) };
        }),
        needs: [...new Set(wishes.flatMap(({ recipe: { output, picture } }) => needsOf(output, picture)))],
      },
      { ...limits, limitMs: Math.max(LEAST_MS, frames * pixels * MS_PER_MEGAPIXEL) },
    ).catch((error: unknown) => {
      // What it says first is the reason, what it says last that it ended.
      if (error instanceof FfmpegFailed && error.stderr !== '') throw new Error(error.stderr.split('\n').slice(0, 3).join('; '));
      throw error;
    });
    return await Promise.all(wishes.map((wish) => finish(programs, wish, raw(wish), limits.signal)));
  } catch (error) {
    // What was made beside something unsound is made again alone.
    await Promise.all(wishes.map(({ to }) => rm(to, { force: true })));
    throw error;
  } finally {
    await Promise.all(wishes.filter(({ recipe }) => isStill(recipe.output)).map((wish) => rm(raw(wish), { force: true })));
  }
}

function isStill({ what }: CutOutput): boolean {
  return what === 'poster' || what === 'sprite';
}

async function finish(programs: CutPrograms, { recipe, to }: CutWish, raw: string, signal?: AbortSignal): Promise<CutFacts> {
  const { output } = recipe;
  if (output.what === 'poster') return writePoster(recipe, output, raw, to);
  if (output.what === 'sprite') return writeSprite(recipe, output, raw, to);
  return checkMade(programs.ffprobe, recipe, to, signal);
}

async function writePoster({ picture }: CutRecipe, output: CutOutput & { what: 'poster' }, raw: string, to: string): Promise<CutFacts> {
  const { width, height, frames, quality } = output;
  const data = await readFile(raw);
  const count = data.length / (width * height * 3);
  if (count !== frames.length) throw new Error(`${count} frames came for the poster instead of ${frames.length}`);
  const best = count === 1 ? 0 : bestFrame({ data, width, height, count });
  const size = width * height * 3;
  await writeJpeg(data.subarray(best * size, (best + 1) * size), { width, height, quality, to });
  const frame = frames[best] as number;
  return { seconds: 0, frames: 1, done: { frame, at: Math.round(((frame * picture.rate[1]) / picture.rate[0]) * 1000) / 1000, of: count } };
}

async function writeSprite({ picture }: CutRecipe, output: CutOutput & { what: 'sprite' }, raw: string, to: string): Promise<CutFacts> {
  const { columns, rows, quality, step } = output;
  const [width, height] = [output.width * columns, output.height * rows];
  const data = await readFile(raw);
  if (data.length !== width * height * 3)
    throw new Error(`the sheet of small pictures holds ${data.length} bytes instead of ${width * height * 3}`);
  await writeJpeg(data, { width, height, quality, to });
  return { seconds: 0, frames: Math.ceil(picture.frames / step), done: { columns, rows } };
}

async function writeJpeg(
  data: Uint8Array,
  { width, height, quality, to }: { width: number; height: number; quality: number; to: string },
): Promise<void> {
  await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .jpeg({ quality, mozjpeg: true })
    .toFile(to);
}
