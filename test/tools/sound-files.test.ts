/** Files of sound as players read them: tags, cover and chapters, length without padding, and in step with a picture. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFile } from 'music-metadata';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelOf } from '../../pipeline/channels/media.ts';
import { planSound } from '../../pipeline/jobs/sound.ts';
import type { FilmCut } from '../../pipeline/model/cut.ts';
import type { SoundRecipe } from '../../pipeline/model/cut-recipe.ts';
import { digestOf } from '../../pipeline/model/key.ts';
import type { FilmMake, MediaChannel } from '../../pipeline/model/media-rules.ts';
import { type FfmpegProgram, findFfmpeg } from '../../pipeline/tools/ffmpeg-find.ts';
import { makeSound } from '../../pipeline/tools/sound-make.ts';
import { makeClip, part, probe, samplesOf, soundClip, soundCut } from '../support/sounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-sound-'));
const file = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let program: FfmpegProgram;
beforeAll(async () => {
  const found = await findFfmpeg(process.env);
  if (!found) throw new Error('ffmpeg was not found: npm run setup -- --test');
  program = found;
  makeClip('sine=f=500:r=48000:d=3', file('one.wav'), '-ac', '2');
  await sharp({ create: { width: 300, height: 300, channels: 3, background: '#0f6e6e' } })
    .jpeg()
    .toFile(file('cover.jpg'));
});

const podcast = channelOf('podcast') as MediaChannel;
const TITLE = 'Zomer; aan = de #kade \\ “één”';

describe('title, rights, language, cover and chapters are in the file', () => {
  test.each([
    ['mp3', 'mp3'],
    ['aac', 'm4a'],
    ['opus', 'ogg'],
    ['flac', 'flac'],
    ['wav', 'wav'],
  ] as const)('%s', async (codec, ending) => {
    const cut = soundCut({
      title: TITLE,
      language: 'nl-BE',
      chapters: [
        { at: 0, title: 'Begin = één' },
        { at: 1.25, title: 'Middle\nof it' },
      ],
    });
    const clip = { ...soundClip('one', { type: 'wav', seconds: 3 }), rights: { copyright: '© 2026 Studio Getij' } };
    const cover = { from: { from: 'store', digest: digestOf('cover') }, side: 300, type: 'jpeg' } as const;
    const job = planSound({ cut, assets: new Map([['one', clip]]), channel: podcast, ffmpeg: 'f', codec, cover, artist: 'Kaaifestival' });
    const to = file(`tagged.${ending}`);
    await makeSound(program, { recipe: job?.recipe as SoundRecipe, files: [file('one.wav'), file('cover.jpg')], to });
    const probed = probe(to);
    const { common, format } = await parseFile(to);
    const tags: Record<string, string> = Object.fromEntries(
      Object.entries({ ...probed.streams[0]?.tags, ...probed.format.tags }).map(([name, value]) => [name.toLowerCase(), value]),
    );
    expect(tags).toMatchObject({ title: TITLE, artist: 'Kaaifestival', copyright: '© 2026 Studio Getij' });
    // To the sample, without what the encoder adds: only AAC may have half a packet of silence behind it.
    expect(Math.abs((format.duration ?? 0) - 3)).toBeLessThan(0.03);
    expect(Math.abs(samplesOf(to, 2).length / 2 - 144_000)).toBeLessThanOrEqual(codec === 'aac' ? 1024 : 0);
    if (codec === 'wav') {
      expect(readFileSync(to).includes('bext')).toBe(true);
      return;
    }
    expect(tags['language']).toBe('nld');
    expect(common).toMatchObject({ title: TITLE, artist: 'Kaaifestival', copyright: '© 2026 Studio Getij' });
    expect(common.picture?.[0]?.format).toBe('image/jpeg');
    const picture = await sharp(common.picture?.[0]?.data).metadata();
    expect([picture.width, picture.height]).toEqual([300, 300]);
    expect(probed.chapters.map(({ start_time, tags }) => [Number(start_time), tags?.['title']])).toEqual([
      [0, 'Begin = één'],
      [1.25, 'Middle\nof it'],
    ]);
    if (codec === 'mp3') expect(readFileSync(to).subarray(0, 4).toString('latin1')).toBe('ID3\u0003');
  });
});

/** A white frame and a beep together, every second from 0.48 s on: its 13th frame. */
describe('flash and beep are together once they are in one file', () => {
  test.each([
    ['one that refuses edit lists', true],
    ['one that takes them', false],
  ])('for %s', async (_, isRefused) => {
    const youtube = channelOf('youtube') as MediaChannel;
    const id = isRefused ? 'refused' : 'taken';
    const channel: MediaChannel = { ...youtube, make: { ...(youtube.make as FilmMake), editList: !isRefused } };
    const source = makeClip(
      "aevalsrc='0.5*sin(2*PI*1000*t)*between(mod(t+0.52,1),0,0.1)*gte(t,0.4)':s=48000:d=4",
      file('beeps.wav'),
      '-ac',
      '2',
    );
    const cut: FilmCut = {
      ...soundCut({ parts: [part('beeps', 0, 4)], seconds: 4 }),
      what: 'video',
      channel: id,
      titles: [],
      captions: 'none',
      cues: {},
      rate: [25, 1],
    };
    const assets = new Map([['beeps', soundClip('beeps', { type: 'wav', seconds: 4 })]]);
    const job = planSound({ cut, assets, channel, ffmpeg: 'f', codec: 'aac' });
    const recipe = job?.recipe as SoundRecipe;
    expect([recipe.mix.samples, recipe.output.withoutPriming]).toEqual([192_000, isRefused]);
    await makeSound(program, { recipe, files: [source], to: file(`${id}.m4a`) });
    const film = file(`${id}.mp4`);
    const flash = "geq=lum='if(between(mod(T+0.5201,1),0,0.039)*gte(T,0.4),235,16)':cb=128:cr=128";
    const list = isRefused ? ['-movflags', '+negative_cts_offsets', '-use_editlist', '0'] : [];
    const picture = ['-f', 'lavfi', '-i', `color=black:s=64x64:r=25:d=4,${flash}`, '-i', file(`${id}.m4a`), '-map', '0:v', '-map', '1:a'];
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...picture, '-c:v', 'libx264', '-c:a', 'copy', ...list, film]);
    expect(readFileSync(film).includes('elst')).toBe(!isRefused);
    const frames = execFileSync('ffmpeg', ['-v', 'error', '-i', film, '-vf', 'scale=1:1', '-f', 'rawvideo', '-pix_fmt', 'gray', '-']);
    const bright = [...frames].flatMap((light, at) => (light > 120 && (frames[at - 1] ?? 0) < 120 ? [at / 25] : []));
    // As a player that heeds no edit list hears it: packets one after another from the first.
    const raw = isRefused
      ? execFileSync('ffmpeg', ['-v', 'error', '-ignore_editlist', '1', '-i', film, '-map', '0:a', '-f', 'f32le', '-'], {
          maxBuffer: 1 << 26,
        })
      : undefined;
    const samples = raw ? new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length)) : samplesOf(film, 2);
    const beeps: number[] = [];
    let quiet = 9600;
    for (let at = 0; at < samples.length; at += 2) {
      if (Math.abs(samples[at] as number) < 0.02) quiet++;
      else {
        if (quiet > 4800) beeps.push(at / 2 / 48_000);
        quiet = 0;
      }
    }
    expect(bright).toEqual([0.48, 1.48, 2.48, 3.48]);
    expect(beeps).toHaveLength(4);
    for (const [which, at] of beeps.entries()) expect(Math.abs(at - (bright[which] as number))).toBeLessThan(0.02);
    expect(Math.abs(Number(probe(film).streams[1]?.['duration']) - 4)).toBeLessThan(0.03);
  });
});
