/** Videos of moving pictures, judged by ffprobe and by their own decoded frames. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canBeVideo, codecName, planVideo } from '../../pipeline/jobs/video.ts';
import type { Job } from '../../pipeline/model/job.ts';
import type { Sequence, VideoRecipe } from '../../pipeline/model/recipe.ts';
import { layFrames } from '../../pipeline/tools/animate.ts';
import { type FfmpegProgram, findFfmpeg, lacking } from '../../pipeline/tools/ffmpeg-find.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { encodeVideo } from '../../pipeline/tools/video.ts';
import { asset } from '../support/assets.ts';
import { movingPicture } from '../support/moving.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-ffmpeg-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const wish = {
  widths: [60, 119],
  formats: ['avif', 'jpeg'] as const,
  encoders: { avif: { quality: 60 }, webp: { quality: 90 }, jpeg: { quality: 80 }, png: { quality: 100 } },
};
const rights = { creator: 'Hélène', copyright: '© Studio Getij', licence: 'all media; not for resale' };
let program: FfmpegProgram;
let videos: readonly Job<VideoRecipe>[];
let sequence: Sequence;
beforeAll(async () => {
  const found = await findFfmpeg(process.env);
  if (!found) throw new Error('ffmpeg was not found: npm run setup -- --test');
  program = found;
  writeFileSync(file('in.gif'), await movingPicture('gif'));
  const facts = await probePicture(file('in.gif'), 'gif', 1e8);
  expect(canBeVideo(facts)).toBe(true);
  const planned = planVideo({ ...asset('wave', { rights }), facts }, wish, { sharp: 's', ffmpeg: 'f' });
  videos = planned.videos;
  expect(planned.posters.map(({ recipe }) => [recipe.format, recipe.width])).toEqual([['jpeg', 118]]);
  sequence = await layFrames(file('in.gif'), videos[0]?.recipe as VideoRecipe, [], file('frames.rgb'));
});

type Stream = Record<string, string | number>;
const probed = (path: string): Stream =>
  JSON.parse(
    execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', '-count_frames', '-i', `file:${path}`], { encoding: 'utf8' }),
  ).streams;

describe.each([
  ['av1', 'av1', 'Main', 'av01.0.00M.08'],
  ['h264', 'h264', 'High', 'avc1.64001E'],
])('%s', (codec, name, profile, said) => {
  const recipe = (): VideoRecipe => videos.find((job) => job.recipe.codec === codec)?.recipe as VideoRecipe;
  const make = async (to: string): Promise<string> => {
    await encodeVideo(program, { frames: file('frames.rgb'), sequence, recipe: recipe(), to: file(to) });
    return file(to);
  };

  test('holds every frame for its time, three times over, at an even size, tagged bt709 and silent', async () => {
    const streams = probed(await make(`${codec}.mp4`)) as unknown as Stream[];
    expect(streams).toHaveLength(1);
    // 100, 200, 300 and 400 ms in steps of 100 ms, played three times.
    expect(streams[0]).toMatchObject({
      codec_name: name,
      profile,
      width: 118,
      height: 88,
      pix_fmt: 'yuv420p',
      color_space: 'bt709',
      color_primaries: 'bt709',
      color_transfer: 'bt709',
      color_range: 'tv',
      nb_read_frames: '30',
      r_frame_rate: '10/1',
      start_time: '0.000000',
    });
    expect(codecName(recipe())).toBe(said);
    // The index comes first, so that it plays while it loads, and no edit list delays it.
    const bytes = readFileSync(file(`${codec}.mp4`)).toString('latin1');
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect(bytes).not.toContain('elst');
    const raw = execFileSync(
      'ffmpeg',
      ['-v', 'error', '-i', file(`${codec}.mp4`), '-vf', 'scale=in_color_matrix=bt709', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
      { maxBuffer: 1 << 26 },
    );
    // The bar stands in its quarter, in its own red.
    const pixel = (frame: number, x: number): number[] => [
      ...raw.subarray(((frame * 88 + 44) * 118 + x) * 3, ((frame * 88 + 44) * 118 + x) * 3 + 3),
    ];
    for (const [frame, bar] of [
      [0, 0],
      [1, 1],
      [3, 2],
      [9, 3],
      [10, 0],
      [29, 3],
    ] as const) {
      const [red = 0, green = 0, blue = 0] = pixel(frame, bar * 29 + 14);
      expect([Math.abs(red - 230) < 12, Math.abs(green - 20) < 12, Math.abs(blue - 20) < 16]).toEqual([true, true, true]);
    }
  });

  test('says whose it is', () => {
    const told = JSON.parse(
      execFileSync('exiftool', ['-j', '-Artist', '-Copyright', '-Comment', file(`${codec}.mp4`)], { encoding: 'utf8' }),
    );
    expect(told[0]).toMatchObject({ Artist: 'Hélène', Copyright: '© Studio Getij', Comment: 'all media; not for resale' });
  });

  test('is the same bytes every time', async () => {
    expect(readFileSync(await make(`${codec}-again.mp4`)).equals(readFileSync(file(`${codec}.mp4`)))).toBe(true);
  });
});

test('a program that was named and does not run is an error, and one without an encoder says so', async () => {
  await expect(findFfmpeg({ FFMPEG_PATH: file('none') })).rejects.toThrow('does not run as ffmpeg');
  writeFileSync(file('old'), '#!/bin/sh\necho "ffmpeg version 4.0 Copyright"\necho " V..... libx264  H.264"\n');
  chmodSync(file('old'), 0o755);
  const old = await findFfmpeg({ FFMPEG_PATH: file('old') });
  expect(old?.can).toContain('enc:libx264');
  expect(lacking(old as FfmpegProgram, ['enc:libx264', 'enc:libsvtav1'])).toEqual(['enc:libsvtav1']);
  const [av1] = videos;
  const to = file('never.mp4');
  await expect(
    encodeVideo(old as FfmpegProgram, { frames: file('frames.rgb'), sequence, recipe: av1?.recipe as VideoRecipe, to }),
  ).rejects.toThrow('libsvtav1');
  expect(existsSync(to)).toBe(false);
});

test('a program that writes fewer frames than it was given is not believed', async () => {
  writeFileSync(
    file('liar'),
    `#!/bin/sh\ncase "$*" in *pipe:0*) cat >/dev/null; cp "${file('h264.mp4')}" "${file('lie.mp4')}";; *) exec ${program.path} "$@";; esac\n`,
  );
  chmodSync(file('liar'), 0o755);
  const twice: Sequence = { ...sequence, delays: sequence.delays.map((delay) => delay * 2), loop: 1 };
  const recipe = videos.at(-1)?.recipe as VideoRecipe;
  const longer = { ...twice, delays: [...twice.delays.slice(0, 3), 900] };
  await expect(
    encodeVideo({ ...program, path: file('liar') }, { frames: file('frames.rgb'), sequence: longer, recipe, to: file('lie.mp4') }),
  ).rejects.toThrow(/holds 30 frames instead of \d+/);
});

test('what is smaller than an encoder takes is left to the other', async () => {
  const facts = await probePicture(file('in.gif'), 'gif', 1e8);
  const planned = planVideo({ ...asset('wave'), facts }, { ...wish, widths: [60] }, { sharp: 's', ffmpeg: 'f' });
  expect(planned.videos.map(({ recipe }) => [recipe.codec, recipe.frame.width, recipe.frame.height])).toEqual([['h264', 60, 46]]);
});
