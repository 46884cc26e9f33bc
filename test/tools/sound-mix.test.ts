/** The sound of cuts before mastering: exact to the sample, on the right channels, at the right level. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelOf } from '../../pipeline/channels/media.ts';
import { planSound, type SoundClip } from '../../pipeline/jobs/sound.ts';
import type { SoundCut } from '../../pipeline/model/cut.ts';
import type { CutFacts, SoundRecipe } from '../../pipeline/model/cut-recipe.ts';
import type { MediaChannel } from '../../pipeline/model/media-rules.ts';
import { type FfmpegProgram, findFfmpeg } from '../../pipeline/tools/ffmpeg-find.ts';
import { makeSound } from '../../pipeline/tools/sound-make.ts';
import { levelAt, makeClip, part, probe, samplesOf, soundClip, soundCut } from '../support/sounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-mix-'));
const file = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let program: FfmpegProgram;
beforeAll(async () => {
  const found = await findFfmpeg(process.env);
  if (!found) throw new Error('ffmpeg was not found: npm run setup -- --test');
  program = found;
});

const radio = channelOf('radio') as MediaChannel;

/** As a WAV of 24 bits, as loud as it comes. */
async function mixed(
  cut: SoundCut,
  clips: Readonly<Record<string, SoundClip>>,
  to: string,
): Promise<{ facts: CutFacts; recipe: SoundRecipe }> {
  const job = planSound({ cut, assets: new Map(Object.entries(clips)), channel: radio, ffmpeg: 'f' });
  if (!job) throw new Error('nothing to hear');
  const { loudness: _, ...mix } = job.recipe.mix;
  const recipe = { ...job.recipe, mix };
  const files = job.inputs.map((input) => {
    const name = Object.keys(clips).find((one) => input.from === 'store' && clips[one]?.digest === input.digest);
    return file(clips[name as string]?.name as string);
  });
  return { facts: await makeSound(program, { recipe, files, to }), recipe };
}

const ofCut = (changes: Partial<SoundCut>): SoundCut => soundCut({ channel: 'radio', ...changes });

test('a part begins and ends at its sample', async () => {
  // Every sample says which one it is, in steps of 24 bits.
  makeClip("aevalsrc='n/400000|n/400000':s=48000:d=4", file('count.wav'), '-c:a', 'pcm_f32le');
  const cut = ofCut({ parts: [part('count.wav', 3.00002, 3.5)], seconds: 0.49998 });
  const { recipe } = await mixed(cut, { 'count.wav': soundClip('count.wav', { type: 'wav', seconds: 4 }) }, file('count-cut.wav'));
  const samples = samplesOf(file('count-cut.wav'), 2);
  const first = Math.round(3.00002 * 48_000);
  expect(recipe.mix.samples).toBe(168_000 - first);
  expect(samples.length).toBe(recipe.mix.samples * 2);
  // The first and last 4 ms rise and fall.
  for (const at of [192, 5000, recipe.mix.samples - 193])
    for (const side of [0, 1]) expect(Math.abs((samples[at * 2 + side] as number) * 400_000 - (first + at))).toBeLessThan(0.2);
  expect(Math.abs(samples[0] as number)).toBeLessThan(1e-6);
});

test('left and right that stand in tracks of their own are heard on their sides', async () => {
  const other = ['-f', 'lavfi', '-i', 'sine=500:r=48000:d=2', '-map', '0', '-map', '1', '-c:a', 'pcm_s16le'];
  makeClip('sine=300:r=48000:d=2', file('tracks.mov'), ...other);
  const clips = { 'tracks.mov': soundClip('tracks.mov', { type: 'mp4', seconds: 2, isPair: true }) };
  await mixed(ofCut({ parts: [part('tracks.mov', 0.5, 1.5)], seconds: 1 }), clips, file('tracks.wav'));
  const samples = samplesOf(file('tracks.wav'), 2);
  const level = (side: number, hertz: number): number => Math.round(levelAt(samples, 2, side, hertz) * 1000) / 1000;
  expect(level(0, 300)).toBeGreaterThan(0.1);
  expect([level(0, 500), level(1, 500), level(1, 300)]).toEqual([0, level(0, 300), 0]);
});

test('two parts fade into each other with the same power, and what has no sound is silent as long as it is seen', async () => {
  makeClip("aevalsrc='0.5|0.5':s=48000:d=3", file('high.wav'), '-c:a', 'pcm_f32le');
  makeClip("aevalsrc='0.25|0.25':s=48000:d=3", file('low.wav'), '-c:a', 'pcm_f32le');
  const clips = {
    'high.wav': soundClip('high.wav', { type: 'wav', seconds: 3 }),
    'low.wav': soundClip('low.wav', { type: 'wav', seconds: 3 }),
    mute: soundClip('mute', { type: 'mp4', seconds: 3, mute: true }),
  };
  const parts = [part('high.wav', 0, 1), part('low.wav', 1, 2, 0.4), part('mute', 0, 0.5), part('high.wav', 2, 3)];
  await mixed(ofCut({ parts, seconds: 3.1 }), clips, file('faded.wav'));
  const samples = samplesOf(file('faded.wav'), 2);
  const at = (seconds: number): number => samples[Math.round(seconds * 48_000) * 2] as number;
  expect(samples.length).toBe(3.1 * 48_000 * 2);
  expect(at(0.3)).toBeCloseTo(0.5, 4);
  expect(at(0.8)).toBeCloseTo((0.5 + 0.25) * Math.SQRT1_2, 2);
  expect(at(1.3)).toBeCloseTo(0.25, 4);
  expect(at(1.85)).toBe(0);
  expect(at(2.6)).toBeCloseTo(0.5, 4);
});

test.each([
  ['cracks.mkv', 'matroska', 'flac'],
  ['cracks.m4a', 'mp4', 'alac'],
  ['cracks.flac', 'flac', 'flac'],
] as const)('sound deep inside %s at 44.1 kHz is found to the sample', async (name, type, codec) => {
  // A crack every second, and every one of them is lower than the one before it.
  makeClip("aevalsrc='if(lt(mod(n,44100),44),0.9-floor(n/44100)/20,0)':s=44100:d=9", file(name), '-c:a', codec);
  const clip = { [name]: soundClip(name, { type, seconds: 9, channels: 1, layout: 'mono' }) };
  await mixed(ofCut({ parts: [part(name, 6.5, 8.5)], seconds: 2 }), clip, file(`${name}.wav`));
  const left = samplesOf(file(`${name}.wav`), 2).filter((_, at) => at % 2 === 0);
  const begins = left.findIndex((one) => Math.abs(one) > 0.3);
  expect(Math.abs(begins - 24_000)).toBeLessThanOrEqual(1);
  expect(left[24_024]).toBeCloseTo(0.9 - 7 / 20, 1);
  expect(left.slice(1000, 23_800).every((one) => Math.abs(one) < 0.01)).toBe(true);
});

test.each([
  ['late.ts', 'mpegts'],
  ['late.mp4', 'mp4'],
] as const)('sound that begins after the picture of %s keeps its place', async (name, type) => {
  const late = ['-itsoffset', '0.5', '-f', 'lavfi', '-i', 'sine=f=500:r=48000:d=2', '-c:v', 'libx264', '-c:a', 'aac'];
  makeClip('color=red:s=64x64:r=25:d=3', file(name), ...late);
  const [picture, sound] = ['video', 'audio'].map((kind) =>
    Number(probe(file(name)).streams.find((one) => one['codec_type'] === kind)?.['start_time']),
  );
  const clip = soundClip(name, { type, seconds: 3, channels: 1, layout: 'mono', startsAt: (sound as number) - (picture as number) });
  await mixed(ofCut({ parts: [part(name, 0.1, 1.5)], seconds: 1.4 }), { [name]: clip }, file(`${name}.wav`));
  const left = samplesOf(file(`${name}.wav`), 2).filter((_, at) => at % 2 === 0);
  const begins = left.findIndex((one) => Math.abs(one) > 0.02) / 48_000;
  // Less than a frame of AAC off.
  expect(Math.abs(begins - 0.4)).toBeLessThan(0.004);
  expect(left.length).toBe(1.4 * 48_000);
});

describe('channels', () => {
  test('one channel is heard on both sides, as loud as it was', async () => {
    makeClip("aevalsrc='0.25*sin(2*PI*1000*t)':s=8000:d=1", file('mono.wav'));
    const clip = { 'mono.wav': soundClip('mono.wav', { type: 'wav', seconds: 1, channels: 1, layout: 'mono' }) };
    await mixed(ofCut({ parts: [part('mono.wav', 0, 1)], seconds: 1 }), clip, file('both.wav'));
    const samples = samplesOf(file('both.wav'), 2);
    expect(levelAt(samples, 2, 0, 1000)).toBeCloseTo(0.25, 2);
    expect(levelAt(samples, 2, 1, 1000)).toBeCloseTo(0.25, 2);
  });

  test('of 5.1 the centre and the surrounds come 3 dB lower, and what is only felt does not', async () => {
    const tones = [500, 700, 1100, 80, 1700, 2300].map((hertz) => `0.1*sin(2*PI*${hertz}*t)`);
    makeClip(`aevalsrc='${tones.join('|')}':c=5.1:s=48000:d=1`, file('round.flac'));
    const clip = { 'round.flac': soundClip('round.flac', { type: 'flac', seconds: 1, channels: 6, layout: '5.1' }) };
    await mixed(ofCut({ parts: [part('round.flac', 0, 1)], seconds: 1 }), clip, file('two.wav'));
    const samples = samplesOf(file('two.wav'), 2);
    const heard = (side: number): number[] =>
      [500, 700, 1100, 80, 1700, 2300].map((hertz) => Math.round(levelAt(samples, 2, side, hertz) * 1000));
    expect(heard(0)).toEqual([100, 0, 71, 0, 71, 0]);
    expect(heard(1)).toEqual([0, 100, 71, 0, 0, 71]);
  });

  test('sides that cancel each other are not joined', async () => {
    makeClip("aevalsrc='0.3*sin(2*PI*600*t)|-0.3*sin(2*PI*600*t)':s=48000:d=1", file('against.wav'));
    const clip = { 'against.wav': soundClip('against.wav', { type: 'wav', seconds: 1, phase: -1 }) };
    const channel = { ...radio, sound: { ...radio.sound, channels: 1 as const } };
    const job = planSound({
      cut: ofCut({ parts: [part('against.wav', 0, 1)], seconds: 1 }),
      assets: new Map(Object.entries(clip)),
      channel,
      ffmpeg: 'f',
    });
    const whole = job?.recipe as SoundRecipe;
    const { loudness: _, ...mix } = whole.mix;
    await makeSound(program, { recipe: { ...whole, mix }, files: [file('against.wav')], to: file('one.wav') });
    expect(levelAt(samplesOf(file('one.wav'), 1), 1, 0, 600)).toBeCloseTo(0.3, 2);
  });
});

test('music gives way before somebody speaks, by what was asked, and comes back; it begins anew where it is too short', async () => {
  makeClip("aevalsrc='0.3*sin(2*PI*440*t)|0.3*sin(2*PI*440*t)':s=44100:d=3", file('bed.flac'));
  // Words from 2 to 3.2 s with a pause of 0.2 s, over a faint hum.
  makeClip(
    "aevalsrc='0.2*sin(2*PI*1500*t)*between(t,2,3.2)*(1-between(t,2.5,2.7))+0.0006*sin(2*PI*100*t)':s=48000:d=6",
    file('words.wav'),
    '-ac',
    '1',
  );
  const clips = {
    'words.wav': soundClip('words.wav', { type: 'wav', seconds: 6, channels: 1, layout: 'mono' }),
    'bed.flac': soundClip('bed.flac', { type: 'flac', seconds: 3 }),
  };
  const cut = ofCut({ parts: [part('words.wav', 0, 6)], seconds: 6, music: { clip: 'bed.flac', from: 0.5, gain: -3, duck: 12 } });
  const { facts, recipe } = await mixed(cut, clips, file('ducked.wav'));
  const samples = samplesOf(file('ducked.wav'), 2);
  const bed = (from: number): number => 20 * Math.log10(levelAt(samples.subarray(from * 96_000, (from + 0.1) * 96_000), 2, 0, 440) / 0.3);
  expect(samples.length).toBe(6 * 96_000);
  expect(bed(1)).toBeCloseTo(-3, 1);
  expect([bed(2.55), bed(2.8), bed(3)].map((level) => Math.round(level))).toEqual([-15, -15, -15]);
  expect(bed(1.85)).toBeLessThan(-6);
  expect(bed(4.3)).toBeCloseTo(-3, 1);
  expect(levelAt(samples.subarray(2.1 * 96_000, 2.4 * 96_000), 2, 1, 1500)).toBeCloseTo(0.2, 2);
  expect(facts.done['ducked']).toBeCloseTo(1.2, 1);
  // 2.5 s of it, then from its beginning again with half a second in common: twice.
  expect(recipe.mix.music?.parts.map(({ first, samples: length, fade }) => [first, length, fade])).toEqual([
    [24_000, 120_000, 0],
    [0, 144_000, 24_000],
    [0, 72_000, 24_000],
  ]);
});

test('sources that are seldom are heard one after another, each at its own level', async () => {
  const sources = [
    ['phone.wav', 'wav', 1, 'mono', ['-ar', '8000', '-ac', '1', '-c:a', 'pcm_mulaw']],
    ['studio.wav', 'wav', 2, 'stereo', ['-ar', '96000', '-c:a', 'pcm_s24le']],
    ['float.wav', 'wav', 2, 'stereo', ['-c:a', 'pcm_f64le']],
    ['mac.aiff', 'aiff', 2, 'stereo', ['-c:a', 'pcm_s16be']],
    ['web.ogg', 'ogg', 2, 'stereo', ['-c:a', 'libopus']],
    ['old.mp3', 'mp3', 2, 'stereo', ['-c:a', 'libmp3lame', '-metadata', 'title=x']],
    ['stream.aac', 'aac', 2, 'stereo', ['-c:a', 'aac', '-f', 'adts']],
    ['disc.mkv', 'matroska', 6, '5.1(side)', ['-af', 'pan=5.1(side)|FL=c0|FR=c1|FC=0*c0|LFE=0*c0|SL=0*c0|SR=0*c0', '-c:a', 'ac3']],
  ] as const;
  for (const [name, , , , options] of sources)
    makeClip("aevalsrc='0.25*sin(2*PI*1000*t)|0.25*sin(2*PI*1000*t)':s=48000:d=1.2", file(name), ...options);
  const clips = Object.fromEntries(
    sources.map(([name, type, channels, layout]) => [name, soundClip(name, { type, seconds: 1.2, channels, layout })]),
  );
  const parts = sources.map(([name]) => part(name, 0.5, 1));
  await mixed(ofCut({ parts, seconds: 4 }), clips, file('all.wav'));
  expect(probe(file('all.wav')).streams[0]).toMatchObject({
    codec_name: 'pcm_s24le',
    sample_rate: '48000',
    channels: 2,
    duration_ts: 192_000,
  });
  const samples = samplesOf(file('all.wav'), 2);
  for (const [at, [name]] of sources.entries()) {
    const own = samples.subarray((at * 0.5 + 0.1) * 96_000, (at * 0.5 + 0.4) * 96_000);
    // LAME makes everything a twentieth fainter at 128 kb/s and below.
    for (const side of [0, 1]) expect(Math.abs(levelAt(own, 2, side, 1000) - 0.25), name).toBeLessThan(0.015);
  }
});
