/** Mastered sound of every codec and kind, measured by ffmpeg's own table on the coded file. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelOf } from '../../pipeline/channels/media.ts';
import { planSound } from '../../pipeline/jobs/sound.ts';
import type { CutFacts, SoundRecipe } from '../../pipeline/model/cut-recipe.ts';
import type { MediaChannel } from '../../pipeline/model/media-rules.ts';
import { type FfmpegProgram, findFfmpeg } from '../../pipeline/tools/ffmpeg-find.ts';
import { makeSound } from '../../pipeline/tools/sound-make.ts';
import { levelAt, loudnessOf, makeClip, SOURCES, samplesOf, soundClip, soundCut } from '../support/sounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-master-'));
const file = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let program: FfmpegProgram;
beforeAll(async () => {
  const found = await findFfmpeg(process.env);
  if (!found) throw new Error('ffmpeg was not found: npm run setup -- --test');
  program = found;
});

const podcast = channelOf('podcast') as MediaChannel;
const asked = (sound: Partial<MediaChannel['sound']>): MediaChannel => ({ ...podcast, sound: { ...podcast.sound, ...sound } });

interface Wish {
  readonly channel: MediaChannel;
  readonly codec?: SoundRecipe['output']['codec'];
  readonly seconds?: number;
  readonly loudness?: number;
}

/** From a file of two channels, all of it. */
async function master(source: string, to: string, { channel, codec, seconds = 3, loudness }: Wish): Promise<CutFacts> {
  const parts = [{ clip: 'one', from: 0, to: seconds, fade: 0, fit: 'cover', focus: [0.5, 0.5] }] as const;
  const cut = soundCut({ parts, seconds, ...(loudness === undefined ? {} : { loudness }) });
  const assets = new Map([['one', soundClip('one', { type: 'wav', seconds })]]);
  const job = planSound({ cut, assets, channel, ffmpeg: 'f', ...(codec ? { codec } : {}) });
  return makeSound(program, { recipe: job?.recipe as SoundRecipe, files: [source], to });
}

describe('lands within 0.3 LU and below −1 dBTP once it is coded', () => {
  test.each([
    ['speech', 'aac', 128_000, -16],
    ['speech', 'mp3', 128_000, -16],
    ['music', 'aac', 128_000, -14],
    ['music', 'aac', 384_000, -16],
    ['music', 'opus', 128_000, -16],
    ['music', 'mp3', 192_000, -14],
    ['pink', 'aac', 128_000, -14],
    ['pink', 'opus', 96_000, -23],
    ['sine', 'aac', 192_000, -16],
    ['clipped', 'mp3', 128_000, -14],
    ['clipped', 'flac', undefined, -16],
    ['music', 'wav', undefined, -23],
  ] as const)('%s as %s of %s bit/s at %s LUFS', async (name, codec, bitRate, target) => {
    const source = file(`${name}.wav`);
    if (!existsSync(source)) makeClip(SOURCES[name], source, '-ac', '2');
    const to = file(`${name}-${codec}-${bitRate}`);
    const made = asked({ codec: codec === 'flac' ? 'wav' : codec, ...(bitRate ? { bitRate } : {}), loudness: target });
    const facts = await master(source, to, { channel: made, ...(codec === 'flac' ? { codec } : {}) });
    const heard = loudnessOf(to);
    expect(Math.abs(heard.loudness - target)).toBeLessThanOrEqual(0.35);
    expect(heard.truePeak).toBeLessThanOrEqual(-1);
    expect(facts.done['reached']).toBe(true);
    expect(readdirSync(folder).filter((one) => one.includes('.mix.') || one.includes('.gain.'))).toEqual([]);
  });
});

describe('sound that has next to no loudness is told, and not made into noise', () => {
  test.each([
    ['silence', 'anullsrc=r=48000:cl=stereo', { loudness: null, gain: 0, unmeasured: true, silent: true }],
    ['hum', 'anoisesrc=c=white:r=48000:a=0.0006:seed=3', { gain: 24, held: 'gain', reached: false }],
  ])('%s', async (name, source, { loudness, ...done }: Record<string, unknown>) => {
    const from = makeClip(`${source}:d=2`, file(`${name}.wav`), '-ac', '2', '-c:a', 'pcm_f32le');
    const facts = await master(from, file(`${name}.m4a`), { channel: asked({ codec: 'aac' }), seconds: 2 });
    expect(facts.done).toMatchObject(done);
    if (loudness === null) expect(facts.after?.loudness).toBeNull();
    else expect(facts.after?.loudness).toBeLessThan(-35);
  });

  test('a crack among silence is not raised until it is a roar', async () => {
    const from = makeClip("aevalsrc='0.5*sin(2*PI*900*t)*lt(t,0.001)+0.00001*random(0)':s=48000:d=3", file('crack.wav'), '-ac', '2');
    const facts = await master(from, file('crack.mp3'), { channel: asked({}) });
    expect(facts.done).toMatchObject({ held: 'limiting', reached: false });
    expect(loudnessOf(file('crack.mp3')).truePeak).toBeLessThanOrEqual(-1);
  });

  test('what is shorter than 400 ms has no loudness, and keeps its level below the peak', async () => {
    const from = makeClip('sine=f=800:r=48000:d=0.25', file('blip.wav'), '-ac', '2');
    const facts = await master(from, file('blip.ogg'), { channel: asked({ codec: 'opus' }), seconds: 0.25 });
    expect(facts.done).toMatchObject({ gain: 0, unmeasured: true, silent: false });
    expect(samplesOf(file('blip.ogg'), 2)).toHaveLength(24_000);
  });
});

test('one side alone reaches the loudness too, and stays alone', async () => {
  const from = makeClip("aevalsrc='0.1*sin(2*PI*500*t)|0':s=48000:d=3", file('side.wav'));
  await master(from, file('side.m4a'), { channel: asked({ codec: 'aac' }) });
  expect(Math.abs(loudnessOf(file('side.m4a')).loudness + 16)).toBeLessThanOrEqual(0.3);
  const samples = samplesOf(file('side.m4a'), 2).subarray(9600, 2 * 96_000);
  expect(levelAt(samples, 2, 1, 500)).toBeLessThan(levelAt(samples, 2, 0, 500) / 1000);
});

test('the same bytes come of two runs, whatever the codec', async () => {
  const from = makeClip(SOURCES.music, file('twice.wav'), '-ac', '2');
  for (const codec of ['aac', 'opus', 'mp3', 'wav', 'flac'] as const) {
    const [one, other] = [file(`once-${codec}`), file(`again-${codec}`)];
    for (const to of [one, other]) await master(from, to, { channel: podcast, codec, seconds: 1 });
    expect(readFileSync(one).equals(readFileSync(other)), codec).toBe(true);
  }
});

test('cancelled in its midst it leaves nothing', async () => {
  const from = makeClip('anoisesrc=d=40:c=pink:r=48000', file('long.wav'), '-ac', '2');
  const parts = [{ clip: 'one', from: 0, to: 40, fade: 0, fit: 'cover', focus: [0.5, 0.5] }] as const;
  const job = planSound({
    cut: soundCut({ parts, seconds: 40 }),
    assets: new Map([['one', soundClip('one', { type: 'wav', seconds: 40 })]]),
    channel: podcast,
    ffmpeg: 'f',
  });
  const cancel = new AbortController();
  const made = makeSound(program, { recipe: job?.recipe as SoundRecipe, files: [from], to: file('never.mp3') }, cancel.signal);
  setTimeout(() => cancel.abort(new Error('enough')), 300);
  await expect(made).rejects.toThrow('enough');
  expect(readdirSync(folder).filter((one) => one.startsWith('never'))).toEqual([]);
});

test('a file that holds less than was mixed is not believed', async () => {
  const from = makeClip(SOURCES.sine, file('whole.wav'), '-ac', '2');
  const cut = soundCut({ parts: [{ clip: 'one', from: 0, to: 2, fade: 0, fit: 'cover', focus: [0.5, 0.5] }], seconds: 2 });
  const job = planSound({ cut, assets: new Map([['one', soundClip('one', { type: 'wav', seconds: 4 })]]), channel: podcast, ffmpeg: 'f' });
  // It codes half a second less than it is given.
  writeFileSync(
    file('liar'),
    `#!/bin/bash\nargs=(); for one in "$@"; do [ "$one" = -write_xing ] && args+=(-t 1.5); args+=("$one"); done\ncase "$*" in *ffmetadata*) exec ${program.path} "\${args[@]/%-f/-f}";; *) exec ${program.path} "$@";; esac\n`,
  );
  chmodSync(file('liar'), 0o755);
  const lie = { ...program, path: file('liar') };
  await expect(makeSound(lie, { recipe: job?.recipe as SoundRecipe, files: [from], to: file('lie.mp3') })).rejects.toThrow(
    /holds 1.5\d* s of sound/,
  );
  expect(existsSync(file('lie.mp3'))).toBe(false);
});
