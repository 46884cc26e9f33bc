/** Mastered sound of every codec and kind, measured by ffmpeg's own table on the coded file. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelOf } from '../../pipeline/channels/media.ts';
import { planSound } from '../../pipeline/jobs/sound.ts';
import type { CutFacts, SoundRecipe } from '../../pipeline/model/cut-recipe.ts';
import type { MediaChannel } from '../../pipeline/model/media-rules.ts';
import { type FfmpegProgram, findFfmpeg } from '../../pipeline/tools/ffmpeg-find.ts';
import { makeSound } from '../../pipeline/tools/sound-make.ts';
import { loudnessOf, makeClip, probe, SOURCES, soundClip, soundCut } from '../support/sounds.ts';

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
    console.log(name, codec, bitRate, target, JSON.stringify(facts), JSON.stringify(heard));
    expect(Math.abs(heard.loudness - target)).toBeLessThanOrEqual(0.35);
    expect(heard.truePeak).toBeLessThanOrEqual(-1);
    expect(facts.done['reached']).toBe(true);
    expect(readdirSync(folder).filter((one) => one.includes('.mix.') || one.includes('.gain.'))).toEqual([]);
  });
});
