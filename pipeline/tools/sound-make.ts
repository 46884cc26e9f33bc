/** Makes the sound of a cut: mixed to the sample, mastered by what was measured, coded, and measured again as a listener gets it. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { CutFacts, Loudness, Mix, SoundRecipe } from '../model/cut-recipe.ts';
import { type FfmpegInput, type InputType, runFfmpeg } from './ffmpeg.ts';
import type { Capability, FfmpegProgram } from './ffmpeg-find.ts';
import { codingOf, containerType, PRIMING } from './sound-coding.ts';
import { ENVELOPE_RATE, envelopeOf, floatWav, heardSpans, levelMeter } from './sound-duck.ts';
import { GRAPH_NEEDS, graphOf, RATE, type Resampler, resampled, voiceOf } from './sound-graph.ts';
import { corrected, heldBy, limitingOf, type Master, masterFilters, masterOf, raised, TOLERANCE } from './sound-master.ts';
import { METER, type Metered, runMetered } from './sound-measure.ts';
import { metadataText } from './sound-tags.ts';

export interface SoundWish {
  readonly recipe: SoundRecipe;
  /** Absolute paths of the inputs, in their order. */
  readonly files: readonly string[];
  /** Absolute path of a file that is not there yet; what is needed on the way stands beside it. */
  readonly to: string;
}

const MASTER_NEEDS: readonly Capability[] = ['filter:volume', 'filter:alimiter'];
/** How often the limiter's own loss is looked for before anything is coded. */
const MOST_LOOKS = 3;

/**
 * @throws MissingProgram, FfmpegFailed, an error named TimeoutError, the reason of the signal; an error when there is more or less
 * sound in the file than was mixed
 */
export async function makeSound(program: FfmpegProgram, wish: SoundWish, signal?: AbortSignal): Promise<CutFacts> {
  const { recipe, files, to } = wish;
  const { mix, output } = recipe;
  const seconds = mix.samples / RATE;
  const limits = { signal, limitMs: Math.max(600_000, seconds * 2000) };
  const bench: Bench = { program, limits, resampler: program.can.includes('lib:soxr') ? 'soxr' : 'swr' };
  const own = { mix: `${to}.mix.wav`, gain: `${to}.gain.wav` };
  try {
    const ducked = mix.music ? await layEnvelope(mix, files, own.gain, bench) : 0;
    const before = (await mixTo(own.mix, mix, files, mix.music && own.gain, bench)).loudness;
    const aim = mix.loudness;
    const first = aim ? masterOf(before, aim) : { gain: 0 };
    let master: Master = aim ? await settle(first, before, own.mix, mix, bench) : first;
    let coded = await code(recipe, master, own.mix, files, to, bench);
    const again = aim && corrected(master, before, coded.loudness, aim);
    if (again) {
      await rm(to, { force: true });
      master = again;
      coded = await code(recipe, master, own.mix, files, to, bench);
    }
    const after = coded.loudness;
    const held = aim && !isReached(after, aim) ? heldBy(master, before, aim) : undefined;
    const limiting = limitingOf(master, before);
    return {
      seconds,
      before,
      after,
      done: {
        gain: master.gain,
        ...(limiting > 0 ? { limited: limiting } : {}),
        codings: again ? 2 : 1,
        ...(aim ? { target: aim.target, reached: isReached(after, aim) } : {}),
        ...(before.loudness === null ? { silent: before.truePeak === null || before.truePeak < -70, unmeasured: true } : {}),
        ...(held ? { held } : {}),
        ...(mix.music ? { ducked } : {}),
        codec: output.codec,
        resampler: bench.resampler,
      },
    };
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  } finally {
    await Promise.all([own.mix, own.gain].map((path) => rm(path, { force: true })));
  }
}

interface Bench {
  readonly program: FfmpegProgram;
  readonly limits: { readonly signal: AbortSignal | undefined; readonly limitMs: number };
  readonly resampler: Resampler;
}

function isReached({ loudness, truePeak }: Loudness, aim: NonNullable<Mix['loudness']>): boolean {
  return loudness !== null && Math.abs(loudness - aim.target) <= TOLERANCE && (truePeak ?? -99) <= aim.truePeak;
}

/** Listens to the parts alone, and writes how loud the music may be. @returns s in which it gives way */
async function layEnvelope(mix: Mix, files: readonly string[], to: string, { program, limits, resampler }: Bench): Promise<number> {
  const { music } = mix;
  if (!music) return 0;
  const { inputs, graph } = graphOf(voiceOf(mix), files, resampler);
  const meter = levelMeter(mix.channels, RATE);
  const options = ['-map', '[mix]', '-f', 'f32le'];
  if (inputs.length > 0)
    await runFfmpeg(
      program,
      { inputs, args: ['-filter_complex', graph], outputs: [{ onData: meter.hear, options }], needs: GRAPH_NEEDS },
      limits,
    );
  const spans = heardSpans(meter.levels(), music.duck);
  await writeFile(to, floatWav(envelopeOf(spans, mix.samples / RATE, music.gain, music.duck), ENVELOPE_RATE), { flag: 'wx' });
  return Math.round(spans.reduce((sum, [from, until]) => sum + until - from, 0) * 100) / 100;
}

async function mixTo(to: string, mix: Mix, files: readonly string[], envelope: string | undefined, bench: Bench): Promise<Metered> {
  const { inputs, graph } = graphOf(mix, files, bench.resampler, envelope);
  const output = { path: to, options: ['-c:a', 'pcm_f32le', '-rf64', 'auto', '-f', 'wav'] };
  const metered = await runMetered(
    bench.program,
    { inputs, graph: `${graph};[mix]${METER}[out]`, output },
    [...GRAPH_NEEDS, 'mux:wav'],
    bench.limits,
  );
  const samples = Math.round(metered.seconds * RATE);
  if (samples !== mix.samples) throw new Error(`the mix holds ${samples} samples instead of ${mix.samples}`);
  return metered;
}

/** What a limiter takes is looked for before coding: the one correction after it is for what coding moves. */
async function settle(first: Master, before: Loudness, path: string, mix: Mix, bench: Bench): Promise<Master> {
  let master = first;
  if (!mix.loudness) return master;
  for (let look = 0; look < MOST_LOOKS && master.ceiling !== undefined; look++) {
    const filters = [...masterFilters(master, mix.samples, bench.resampler), METER].join(',');
    const wish = { inputs: [{ path, type: 'wav' as const }], graph: `[0:a:0]${filters}[out]` };
    const { loudness } = await runMetered(bench.program, wish, MASTER_NEEDS, bench.limits);
    const next = raised(master, before, loudness, mix.loudness);
    if (!next) break;
    master = next;
  }
  return master;
}

async function code(
  { mix, output }: SoundRecipe,
  master: Master,
  path: string,
  files: readonly string[],
  to: string,
  { program, limits, resampler }: Bench,
): Promise<Metered> {
  const coding = codingOf(output);
  const filters = [
    ...masterFilters(master, mix.samples, resampler),
    ...(output.sampleRate === RATE ? [] : [resampled(output.sampleRate, resampler)]),
    // What is heard before the sound begins takes the place of its first packet.
    ...(output.withoutPriming ? [`atrim=start_sample=${PRIMING}`, 'asetpts=PTS-STARTPTS', 'afade=t=in:ss=0:ns=96'] : []),
    'anull',
  ].join(',');
  const cover = output.cover && { ...output.cover, path: files[output.cover.input] as string };
  const isBeside = cover !== undefined && coding.keepsPictures;
  const text = metadataText(
    output,
    mix.samples / RATE,
    cover && !isBeside ? { bytes: await readFile(cover.path), side: cover.side, type: cover.type } : undefined,
  );
  const inputs: FfmpegInput[] = [
    { path, type: 'wav' },
    { frames: Readable.from([Buffer.from(text)]), options: ['-f', 'ffmetadata'] },
    ...(isBeside ? [{ path: cover.path, type: cover.type }] : []),
  ];
  const picture = isBeside
    ? ['-map', '2:v:0', '-c:v', 'copy', '-disposition:v:0', 'attached_pic', '-metadata:s:v:0', 'comment=Cover (front)']
    : [];
  const options = ['-map', '[out]', ...picture, '-map_metadata', '1', '-map_chapters', '1', ...coding.options];
  await runFfmpeg(
    program,
    {
      inputs,
      args: ['-filter_complex', `[0:a:0]${filters}[out]`],
      outputs: [{ path: to, options }],
      needs: [...MASTER_NEEDS, ...coding.needs],
    },
    limits,
  );
  const type: InputType = containerType(output.container);
  const read = await runMetered(program, { inputs: [{ path: to, type, options: ['-vn'] }], graph: `[0:a:0]${METER}[out]` }, [], limits);
  const wanted = mix.samples / RATE;
  const [short, long] = [1 / RATE, coding.padding / output.sampleRate + 1 / RATE].map((one) => one + 1e-6) as [number, number];
  if (read.seconds < wanted - short || read.seconds > wanted + long)
    throw new Error(`the file holds ${read.seconds} s of sound instead of ${wanted} s`);
  return read;
}
