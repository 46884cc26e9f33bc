/** Films of cuts, judged by ffprobe and by their own decoded frames: which frame stands where, in which colours. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelOf } from '../../pipeline/channels/media.ts';
import { planFilm } from '../../pipeline/jobs/cut.ts';
import type { Laid } from '../../pipeline/jobs/cut-picture.ts';
import type { Asset } from '../../pipeline/model/asset.ts';
import type { Rate } from '../../pipeline/model/clip.ts';
import type { FilmCut } from '../../pipeline/model/cut.ts';
import type { CutFacts, CutOutput, CutRecipe } from '../../pipeline/model/cut-recipe.ts';
import type { Job } from '../../pipeline/model/job.ts';
import { digestOf, type Input } from '../../pipeline/model/key.ts';
import type { MediaChannel } from '../../pipeline/model/media-rules.ts';
import { difference } from '../../pipeline/pixels/gamut.ts';
import { labOf } from '../../pipeline/pixels/light.ts';
import { cutGraph } from '../../pipeline/tools/cut-graph.ts';
import { type CutPrograms, makeCuts } from '../../pipeline/tools/cut-make.ts';
import { findFfmpeg, findFfprobe } from '../../pipeline/tools/ffmpeg-find.ts';
import {
  CODING,
  clipAsset,
  colourAt,
  type Decoded,
  decode,
  filmCut,
  numberOf,
  PATCHES,
  type Placing,
  part,
  patchesOf,
  TAGS_709,
  writeClip,
} from '../support/numbered-clips.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-cut-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
let programs: CutPrograms;
beforeAll(async () => {
  const ffmpeg = await findFfmpeg(process.env);
  const ffprobe = await findFfprobe(process.env, ffmpeg);
  if (!ffmpeg || !ffprobe) throw new Error('ffmpeg was not found: npm run setup -- --test');
  programs = { ffmpeg, ffprobe };
  writeClip(file('a.mp4'), 75, '25');
  writeClip(file('b.mp4'), 50, '25', { first: 100 });
});

/** A network that takes small films. */
const network = (width: number, height: number): MediaChannel => {
  const reel = channelOf('instagram-reel') as MediaChannel;
  // Nothing of the frame is covered: captions stand at its foot.
  const { safe: _, ...make } = reel.make as NonNullable<MediaChannel['make']>;
  return { ...reel, make: { ...make, ratio: [width, height], width, height } };
};
const TOOLS = { ffmpeg: 'f', sharp: 's', subsetFont: 't' };
let count = 0;

type What = CutOutput['what'];
function wishesOf(
  cut: FilmCut,
  assets: readonly Asset[],
  channel: MediaChannel,
  which: readonly What[] = ['film'],
  titles: readonly Laid[] = [],
) {
  const planned = planFilm({ cut, assets: new Map(assets.map((one) => [one.name, one])), channel, toolchain: TOOLS, titles });
  const jobs = (planned?.jobs ?? []).filter(
    (job): job is Job<CutRecipe> => job.kind === 'cut' && which.includes((job.recipe as CutRecipe).output.what),
  );
  for (const text of planned?.texts ?? []) writeFileSync(file(digestOf(text)), text);
  const pathOf = (input: Input): string => {
    const name =
      input.from === 'store'
        ? (assets
            .find(({ digest }) => digest === input.digest)
            ?.file.split('/')
            .at(-1) ?? input.digest)
        : '';
    return file(name);
  };
  return jobs.map(({ recipe, inputs, file: name }) => ({ recipe, paths: inputs.map(pathOf), to: file(`${++count}-${name}`) }));
}

async function make(...wanted: Parameters<typeof wishesOf>) {
  const wishes = wishesOf(...wanted);
  const facts = await makeCuts(programs, wishes);
  return wishes.map(({ to, recipe }, at) => ({ to, output: recipe.output, facts: facts[at] as CutFacts }));
}

/** The one film of a cut. */
async function film(...wanted: Parameters<typeof wishesOf>): Promise<Decoded> {
  const [made] = await make(...wanted);
  return decode(made?.to ?? '');
}

type Triple = [number, number, number];
const whole: Placing = (x, y) => [x, y];
const numbers = (film: Decoded, placed: Placing = whole): number[] => film.frames.map((data) => numberOf(film, data, placed));
const run = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
const farthest = (film: Decoded, placed: Placing, at = 5): number =>
  Math.max(
    ...patchesOf(film, film.frames[at] as Buffer, placed).map((colour, patch) =>
      difference(labOf(...colour), labOf(...(PATCHES[patch] as Triple))),
    ),
  );

test('a part is found to its frame, at the start and at the end of its clip, and the film is tagged as it is', async () => {
  const [made] = await make(filmCut([part('a', 0.4, 1.6)]), [clipAsset('a')], network(320, 180));
  expect(numbers(decode(made?.to ?? ''))).toEqual(run(10, 40));
  expect(farthest(decode(made?.to ?? ''), whole)).toBeLessThan(2);
  expect(made?.facts).toMatchObject({ frames: 30, seconds: 1.2, done: { parts: 1, codec: 'h264' } });
  const streams = JSON.parse(
    execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', `file:${made?.to}`], { encoding: 'utf8' }),
  ).streams;
  expect(streams).toHaveLength(1);
  expect(streams[0]).toMatchObject({
    ...{
      codec_name: 'h264',
      profile: 'High',
      pix_fmt: 'yuv420p',
      sample_aspect_ratio: '1:1',
      field_order: 'progressive',
      start_time: '0.000000',
    },
    ...{
      color_space: 'bt709',
      color_primaries: 'bt709',
      color_transfer: 'bt709',
      color_range: 'tv',
      r_frame_rate: '25/1',
      duration: '1.200000',
    },
  });
  const bytes = readFileSync(made?.to ?? '').toString('latin1');
  expect([bytes.includes('elst'), bytes.indexOf('moov') < bytes.indexOf('mdat')]).toEqual([false, true]);
  expect(numbers(await film(filmCut([part('a', 2.6, 3)]), [clipAsset('a')], network(320, 180)))).toEqual(run(65, 75));
  expect(numbers(await film(filmCut([part('a', 0, 0.04)]), [clipAsset('a')], network(320, 180)))).toEqual([0]);
});

test('parts follow one another to the frame, and cross-fades are counted in frames', async () => {
  const clips = [clipAsset('a'), clipAsset('b')];
  const hard = filmCut([part('a', 0.4, 1.2), part('b', 0.2, 0.24), part('a', 2, 2.4)]);
  expect(numbers(await film(hard, clips, network(320, 180)))).toEqual([...run(10, 30), 105, ...run(50, 60)]);
  const mixed = await film(filmCut([part('a', 0.4, 1.2), part('b', 0, 0.8, { fade: 0.4 }), part('a', 2, 2.4)]), clips, network(320, 180));
  const seen = numbers(mixed);
  expect([seen.length, seen.slice(0, 11), seen.slice(20)]).toEqual([40, run(10, 21), [...run(110, 120), ...run(50, 60)]]);
  // Frame 15 shows 25 and 105, half of each: the squares that they do not share are grey.
  const grey = colourAt(mixed, mixed.frames[15] as Buffer, [130, 116])[0];
  expect([Math.abs(grey - 128) < 12, (25 >> 4) & 1, (105 >> 4) & 1]).toEqual([true, 1, 0]);
});

test('each frame stands equally long, also where a cut is followed by a fade', async () => {
  const cut = filmCut([part('a', 0, 1), part('b', 0, 1), part('a', 1, 2, { fade: 0.2 })]);
  const [made] = await make(cut, [clipAsset('a'), clipAsset('b')], network(320, 180));
  const options = ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', `file:${made?.to}`];
  const times = execFileSync('ffprobe', options, { encoding: 'utf8' }).split('\n').filter(Boolean).map(Number.parseFloat);
  expect(times.toSorted((one, other) => one - other).map((at) => Math.round(at * 1000))).toEqual(run(0, 70).map((at) => at * 40));
});

test('where a least distance of key frames is asked, none stands at a cut', async () => {
  // A cut from dark to light half-way between two key frames.
  const shots = ['color=c=0x202020:s=320x180:r=25:d=1', 'testsrc2=s=320x180:r=25:d=2'].flatMap((shot) => ['-f', 'lavfi', '-i', shot]);
  const joined = ['-filter_complex', '[0:v][1:v]concat,format=yuv420p', ...CODING, file('shots.mp4')];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...shots, ...joined]);
  const keysFor = async (name: string): Promise<number[]> => {
    const channel = channelOf(name) as MediaChannel;
    const own = { ...channel, make: { ...(channel.make as NonNullable<MediaChannel['make']>), width: 90, height: 160 } };
    const [made] = await make(filmCut([part('shots', 0, 3)]), [clipAsset('shots')], own);
    const options = ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=flags', '-of', 'csv=p=0', `file:${made?.to}`];
    const flags = execFileSync('ffprobe', options, { encoding: 'utf8' }).split('\n');
    return flags.flatMap((one, at) => (one.startsWith('K') ? [at] : []));
  };
  expect(await keysFor('instagram-reel')).toEqual([0, 25]);
  expect(await keysFor('facebook-reel')).toEqual([0, 50]);
});

test('chapters stand in the file where the channel takes them, whatever their titles hold', async () => {
  const chapters = [
    { at: 0.8, title: 'Salt; #2 = \\ & "sand"' },
    { at: 0, title: 'Foam' },
  ];
  const plain = network(320, 180);
  const marked = { ...plain, make: { ...(plain.make as NonNullable<MediaChannel['make']>), chapters: true as const } };
  const cut = filmCut([part('a', 0.4, 1.6)], { chapters });
  const chaptersIn = async (channel: MediaChannel): Promise<unknown> => {
    const [made] = await make(cut, [clipAsset('a')], channel);
    expect(readFileSync(made?.to ?? '').toString('latin1')).not.toContain('elst');
    const told = JSON.parse(
      execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_chapters', `file:${made?.to}`], { encoding: 'utf8' }),
    ).chapters as { start_time: string; end_time: string; tags: { title: string } }[];
    return told.map(({ start_time, end_time, tags }) => [Number(start_time), Number(end_time), tags.title]);
  };
  expect(await chaptersIn(marked)).toEqual([
    [0, 0.8, 'Foam'],
    [0.8, 1.2, 'Salt; #2 = \\ & "sand"'],
  ]);
  expect(await chaptersIn(plain)).toEqual([]);
});

test.each([
  ['16:9', 160, 90, (x: number, y: number) => [x / 2, y / 2] as const],
  ['1:1', 160, 160, (x: number, y: number) => [((x - 70) * 160) / 180, (y * 160) / 180] as const],
  ['4:5', 128, 160, (x: number, y: number) => [((x - 88) * 128) / 144, (y * 160) / 180] as const],
  ['9:16', 90, 160, (x: number, y: number) => [((x - 110) * 90) / 102, (y * 160) / 180] as const],
] as const)('covers %s round its focus, in its own colours', async (_, width, height, placed) => {
  const made = await film(filmCut([part('a', 1, 1.4)]), [clipAsset('a')], network(width, height));
  expect([made.width, made.height, numbers(made, placed)]).toEqual([width, height, run(25, 35)]);
  expect(farthest(made, placed)).toBeLessThan(2);
});

test('a focus at the edge shows the edge, and one that moves goes evenly from one to the other', async () => {
  const right = await film(filmCut([part('a', 0, 0.2, { focus: [1, 0.5] })]), [clipAsset('a')], network(90, 160));
  expect(colourAt(right, right.frames[0] as Buffer, [60, 5])[0]).toBeCloseTo(200, -1);
  const keys = [
    { at: 0, focus: [0, 0.5] as const },
    { at: 1, focus: [1, 0.5] as const },
  ];
  const moved = await film(filmCut([part('a', 0, 1.2, { focus: keys })]), [clipAsset('a')], network(90, 160));
  const grey = (at: number): number => colourAt(moved, moved.frames[at] as Buffer, [45, 5])[0];
  expect([grey(0), grey(12), grey(27)].map((one) => Math.round(one / 10) * 10)).toEqual([60, 130, 200]);
  // Half way it stands where a focus in the middle would.
  expect(numberOf(moved, moved.frames[12] as Buffer, (x, y) => [((x - 105) * 90) / 102, (y * 160) / 180])).toBe(12);
});

test('the whole clip is shown with bars, or on itself', async () => {
  const placed: Placing = (x, y) => [x / 2, 34 + y / 2];
  for (const fit of ['contain', 'blur'] as const) {
    const made = await film(
      filmCut([part('a', 1, 1.2, { fit }), part('b', 0, 0.2, { fit })]),
      [clipAsset('a'), clipAsset('b')],
      network(160, 160),
    );
    expect([made.width, made.height, numbers(made, placed)]).toEqual([160, 160, [...run(25, 30), ...run(100, 105)]]);
    expect(farthest(made, placed)).toBeLessThan(2);
    const [corner = 0] = colourAt(made, made.frames[2] as Buffer, [80, 8]);
    if (fit === 'contain') expect(corner).toBeLessThan(4);
    else expect(corner).toBeGreaterThan(40);
  }
});

describe('what cameras do is undone', () => {
  test('a clip that lies on its side, in pixels that are no squares', async () => {
    writeClip(file('turned-raw.mp4'), 10, '25', { filter: 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,transpose=cclock' });
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-i',
      file('turned-raw.mp4'),
      '-c',
      'copy',
      '-metadata:s:v:0',
      'rotate=270',
      file('turned.mp4'),
    ]);
    const turned = clipAsset('turned', { rotation: 90, coded: [180, 320], frames: 10, seconds: 0.4 });
    expect(numbers(await film(filmCut([part('turned', 0.12, 0.4)]), [turned], network(320, 180)))).toEqual(run(3, 10));
    writeClip(file('narrow.mp4'), 10, '25', { filter: 'scale=240:180:out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=4/3' });
    const narrow = clipAsset('narrow', { pixelShape: [4, 3], coded: [240, 180], frames: 10, seconds: 0.4 });
    const made = await film(filmCut([part('narrow', 0, 0.4)]), [narrow], network(320, 180));
    expect([made.width, numbers(made)]).toEqual([320, run(0, 10)]);
    expect(farthest(made, whole)).toBeLessThan(2);
  });

  test('frames that stand unequally long: each is shown as long as it stood, also when a part begins in its midst', async () => {
    writeClip(file('uneven.mp4'), 40, '25', {
      filter: "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,select='not(between(n,10,14))'",
      options: [...CODING, ...TAGS_709, '-fps_mode', 'vfr'],
    });
    const uneven = clipAsset('uneven', { isVariable: true, steps: [0.04, 0.24], frames: 35, seconds: 1.6 });
    expect(numbers(await film(filmCut([part('uneven', 0.2, 0.8)]), [uneven], network(320, 180)))).toEqual([
      5,
      6,
      7,
      8,
      9,
      9,
      9,
      9,
      9,
      9,
      ...run(15, 20),
    ]);
    expect(numbers(await film(filmCut([part('uneven', 0.48, 0.72)]), [uneven], network(320, 180)))).toEqual([9, 9, 9, 15, 16, 17]);
  });

  test('another rate: every frame stands at its time', async () => {
    const rate: Rate = [50, 1];
    const fast = await film(filmCut([part('a', 0.4, 0.8)], { rate }), [clipAsset('a')], network(320, 180));
    expect(numbers(fast)).toEqual(run(10, 20).flatMap((one) => [one, one]));
    writeClip(file('ntsc.mp4'), 30, '30000/1001');
    const ntsc = clipAsset('ntsc', {
      rate: [30000, 1001],
      averageRate: [30000, 1001],
      steps: [0.0333, 0.0334],
      frames: 30,
      seconds: 1.001,
    });
    const cut = filmCut([part('ntsc', (7 * 1001) / 30000, (22 * 1001) / 30000)], { rate: [30000, 1001] });
    expect(numbers(await film(cut, [ntsc], network(320, 180)))).toEqual(run(7, 22));
  });

  test('two pictures in one: what was measured as interlaced shows one moment a frame', async () => {
    const options = [...CODING, ...TAGS_709, '-flags', '+ilme+ildct', '-x264opts', 'tff=1'];
    writeClip(file('fields.mp4'), 40, '50', {
      filter: 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,tinterlace=interleave_top',
      options,
      isHalved: true,
    });
    const measured = { ...MEASURED, interlaced: { share: 0.9, first: 'top' as const } };
    const fields = clipAsset('fields', { fieldOrder: 'top', frames: 20, seconds: 0.8 }, { measured });
    const made = await make(filmCut([part('fields', 0.2, 0.6)]), [fields], network(320, 180));
    const clean = decode(made[0]?.to ?? '');
    expect(numbers(clean)).toEqual(run(5, 15));
    // A line and the next show the bar at one place; in the clip itself they do not.
    const combed = (film: Decoded, at: number): number => {
      const data = film.frames[at] as Buffer;
      let most = 0;
      for (let x = 20; x < 300; x++) most = Math.max(most, Math.abs((data[(150 * 320 + x) * 3] ?? 0) - (data[(151 * 320 + x) * 3] ?? 0)));
      return most;
    };
    expect([combed(clean, 3) < 60, combed(decode(file('fields.mp4')), 8) > 90]).toEqual([true, true]);
    expect(made[0]?.facts.done).toMatchObject({ deinterlaced: 1 });
  });

  test('numbers of another matrix and the full range become those of BT.709', async () => {
    const filter = 'scale=out_color_matrix=bt601:out_range=pc:flags=accurate_rnd+full_chroma_int,format=yuv420p';
    writeClip(file('old.mp4'), 10, '25', { filter, options: [...CODING, '-color_range', 'pc'] });
    const old = clipAsset('old', {
      colour: { matrix: 'unknown', primaries: 'unknown', transfer: 'unknown', range: 'pc' },
      frames: 10,
      seconds: 0.4,
    });
    expect(farthest(await film(filmCut([part('old', 0, 0.4)]), [old], network(320, 180)), whole)).toBeLessThan(2);
  });

  test('light beyond white is rolled off into the light of ordinary screens', async () => {
    const read =
      'setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv,zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt2020:t=smpte2084:m=bt2020nc:r=limited:npl=100,format=yuv420p10le';
    const options = [
      '-c:v',
      'libx265',
      '-preset',
      'ultrafast',
      '-crf',
      '8',
      '-x265-params',
      'log-level=error',
      '-colorspace',
      'bt2020nc',
      '-color_primaries',
      'bt2020',
      '-color_trc',
      'smpte2084',
    ];
    writeClip(file('hdr.mp4'), 10, '25', { filter: `scale=out_color_matrix=bt709:out_range=tv,format=yuv444p,${read}`, options });
    const colour = { matrix: 'bt2020nc', primaries: 'bt2020', transfer: 'smpte2084', range: 'tv' } as const;
    const hdr = clipAsset('hdr', { codec: 'hevc', pixels: 'yuv420p10le', depth: 10, hdr: 'pq', colour, frames: 10, seconds: 0.4 });
    const made = await film(filmCut([part('hdr', 0, 0.4)]), [hdr], network(320, 180));
    expect(numbers(made)).toEqual(run(0, 10));
    // The curve dims what is bright, and leaves which colour it is.
    const hues = patchesOf(made, made.frames[5] as Buffer, whole).map((one) => one.indexOf(Math.max(...one)));
    expect(hues).toEqual([0, 1, 2, 0]);
    expect(farthest(made, whole)).toBeLessThan(25);
  });

  test('bars are cut away where the order says so, and nowhere else', async () => {
    writeClip(file('barred.mp4'), 10, '25', { filter: 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,pad=320:240:0:30' });
    const measured = { ...MEASURED, bars: { top: 0.125, bottom: 0.125, left: 0, right: 0 } };
    const barred = clipAsset('barred', { height: 240, coded: [320, 240], frames: 10, seconds: 0.4 }, { measured });
    const cut = await film(filmCut([part('barred', 0, 0.2, { bars: 'cut' })]), [barred], network(320, 180));
    expect(numbers(cut)).toEqual(run(0, 5));
    const left = await film(filmCut([part('barred', 0, 0.2, { fit: 'contain' })]), [barred], network(320, 240));
    expect(colourAt(left, left.frames[0] as Buffer, [160, 10])[0]).toBeLessThan(4);
  });
});

const MEASURED = {
  decoded: { frames: 10, pictureSeconds: 0.4, soundSeconds: 0 },
  complaints: [],
  black: [],
  frozen: [],
  interlaced: { share: 0, first: 'top' as const },
  bars: { top: 0, right: 0, bottom: 0, left: 0 },
  flashes: [],
};

test('fades, a logo in its own blue, and captions only while somebody speaks', async () => {
  await sharp({ create: { width: 40, height: 20, channels: 4, background: '#00BDF2' } })
    .png()
    .toFile(file(digestOf('logo')));
  const titles: Laid[] = [
    { from: { from: 'store', digest: digestOf('logo') }, type: 'png', overlay: { left: 270, top: 10, width: 40, height: 20 } },
  ];
  const cues = { en: [{ from: 0.6, to: 1, lines: ['A {boat} \\ <i>leaves</i>', 'at six'] }] };
  const cut = filmCut([part('a', 0, 1.6)], { fadeIn: 0.2, fadeOut: 0.2, captions: 'burned', cues, language: 'en' });
  const made = await film(cut, [clipAsset('a')], network(320, 180), ['film'], titles);
  const at = (frame: number, point: readonly [number, number]): number[] => colourAt(made, made.frames[frame] as Buffer, point);
  expect([at(0, [160, 60])[1], at(39, [160, 60])[1]].every((one) => (one ?? 99) < 40)).toBe(true);
  expect(difference(labOf(...(at(20, [290, 20]) as Triple)), labOf(0, 189, 242))).toBeLessThan(2);
  const bright = (frame: number): number => {
    const data = made.frames[frame] as Buffer;
    let white = 0;
    for (let y = 130; y < 178; y++) for (let x = 60; x < 215; x++) if ((data[(y * 320 + x) * 3 + 2] ?? 0) > 180) white++;
    return white;
  };
  expect([bright(13) === 0, bright(15) > 40, bright(24) > 40, bright(25) === 0]).toEqual([true, true, true, true]);
  expect(numbers(made)[20]).toBe(20);
});

test('the poster is sharp and lit, or the frame that was named; small pictures lie in rows', async () => {
  const filter =
    "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,drawbox=t=fill:color=black:enable='lt(n,25)',gblur=sigma=12:enable='between(n,25,59)'";
  writeClip(file('dim.mp4'), 100, '25', { filter });
  const dim = clipAsset('dim', { frames: 100, seconds: 4 });
  const web = channelOf('web') as MediaChannel;
  const [best, sprite] = await make(filmCut([part('dim', 0, 4)]), [dim], web, ['poster', 'sprite']);
  expect(best?.facts.done['frame']).toBeGreaterThanOrEqual(60);
  const { data, info } = await sharp(best?.to).raw().toBuffer({ resolveWithObject: true });
  const still: Decoded = { width: info.width, height: info.height, frames: [data] };
  expect([info.width, info.height, numbers(still)]).toEqual([320, 180, [best?.facts.done['frame']]]);
  expect(farthest(still, whole, 0)).toBeLessThan(3);
  const [named] = await make(filmCut([part('dim', 0, 4)], { poster: 2.8 }), [dim], web, ['poster']);
  expect(named?.facts.done).toMatchObject({ frame: 70, at: 2.8 });
  const sheet = await sharp(sprite?.to).raw().toBuffer({ resolveWithObject: true });
  expect([sheet.info.width, sheet.info.height]).toEqual([640, 90]);
  const cell: Decoded = { width: 640, height: 90, frames: [sheet.data] };
  expect(numberOf(cell, sheet.data, (x, y) => [480 + x / 2, y / 2])).toBe(75);
});

test('what moves in a list of films is light, and keeps its colours in every format', async () => {
  writeClip(file('long.mp4'), 160, '25');
  const all = wishesOf(
    filmCut([part('long', 0, 6.4)], { previews: ['mp4', 'avif', 'webp', 'gif'] }),
    [clipAsset('long', { frames: 160, seconds: 6.4 })],
    channelOf('web') as MediaChannel,
    ['preview'],
  );
  expect(all.map(({ to }) => to.split('.').at(-1))).toEqual(['mp4', 'avif', 'webp', 'gif']);
  const told: number[] = [];
  await makeCuts(programs, all, { onFrames: (frames, of) => told.push(frames / of) });
  expect(told.at(-1)).toBeGreaterThan(0);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(Math.max(...told)).toBeLessThanOrEqual(1);
  for (const { to, recipe } of all) {
    const { first: from, every } = recipe.output as CutOutput & { what: 'preview' };
    const format = to.split('.').at(-1);
    if (format === 'mp4') {
      const made = decode(to);
      expect(numbers(made)).toEqual(run(0, 38).map((at) => from + at * every));
      expect(farthest(made, whole)).toBeLessThan(3);
      continue;
    }
    if (format === 'avif') continue;
    const { data, info } = await sharp(to).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const still: Decoded = { width: info.width, height: info.height, frames: [data] };
    expect([format, info.width, info.height, numbers(still)]).toEqual([format, 320, 180, [from]]);
    expect([format, farthest(still, whole, 0) < (format === 'gif' ? 8 : 4)]).toEqual([format, true]);
  }
});

test('films of a batch share their decoding and are the same bytes as each alone, and every time', async () => {
  const cut = filmCut([part('a', 0.4, 1.2), part('b', 0, 0.6, { fade: 0.2 })]);
  const clips = [clipAsset('a'), clipAsset('b')];
  const wishes = () => [
    ...wishesOf(cut, clips, channelOf('web') as MediaChannel, ['film', 'poster']),
    ...wishesOf(cut, clips, network(90, 160), ['film']),
  ];
  const together = wishes();
  expect(together.map(({ recipe: { output } }) => ('codec' in output ? output.codec : output.what))).toEqual([
    'av1',
    'h264',
    'poster',
    'h264',
  ]);
  const { inputs, graph } = cutGraph(together);
  expect([inputs.length, graph.match(/xfade/g)?.length]).toEqual([2, 2]);
  await makeCuts(programs, together);
  for (const [at, alone] of wishes().entries()) {
    await makeCuts(programs, [alone]);
    expect(readFileSync(alone.to).equals(readFileSync(together[at]?.to ?? ''))).toBe(true);
  }
});

test('what ends before it should is not believed, and nothing of it is left', async () => {
  const before = readdirSync(folder).length;
  const short = clipAsset('a', { frames: 150, seconds: 6 });
  await expect(make(filmCut([part('a', 1, 5)]), [short], network(320, 180))).rejects.toThrow(/frames: 5\d came instead of 100/);
  const gone = new AbortController();
  const [wish] = wishesOf(filmCut([part('a', 0, 3)]), [clipAsset('a')], network(640, 360));
  setTimeout(() => gone.abort(new Error('stopped')), 150);
  await expect(makeCuts(programs, [wish as NonNullable<typeof wish>], { signal: gone.signal })).rejects.toThrow();
  expect(existsSync(wish?.to ?? '')).toBe(false);
  expect(readdirSync(folder).length).toBe(before);
});
