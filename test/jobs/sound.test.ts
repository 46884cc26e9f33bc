/** Sound planned: lengths to the sample, channels, keys that are shared, and all that goes with a deliverable of sound. */
import { parseDocument } from 'htmlparser2';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { channelOf } from '../../pipeline/channels/media.ts';
import { type AudioWish, planAudio } from '../../pipeline/jobs/audio.ts';
import { type EpisodeRecipe, writeEpisode } from '../../pipeline/jobs/episode.ts';
import { makers } from '../../pipeline/jobs/makers.ts';
import type { MakerTools } from '../../pipeline/jobs/making.ts';
import { planSound, type SoundClip, type SoundWish } from '../../pipeline/jobs/sound.ts';
import { framesOfParts, layMusic, matrixOf } from '../../pipeline/jobs/sound-parts.ts';
import { drawWaveform, waveformColour } from '../../pipeline/jobs/waveform.ts';
import type { FilmCut, SoundCut } from '../../pipeline/model/cut.ts';
import type { Ducking } from '../../pipeline/model/cut-recipe.ts';
import type { Job } from '../../pipeline/model/job.ts';
import { digestOf } from '../../pipeline/model/key.ts';
import type { FilmMake, MediaChannel } from '../../pipeline/model/media-rules.ts';
import { envelopeOf, heardSpans, levelMeter } from '../../pipeline/tools/sound-duck.ts';
import { asset } from '../support/assets.ts';
import { part, soundClip, soundCut } from '../support/sounds.ts';

const channel = (id: string): MediaChannel => channelOf(id) as MediaChannel;
const clips: Readonly<Record<string, SoundClip>> = {
  one: soundClip('one', { type: 'mp4', seconds: 60 }),
  two: soundClip('two', { type: 'mp4', seconds: 60 }),
  voice: soundClip('voice', { type: 'wav', seconds: 60, channels: 1, layout: 'mono' }),
  mute: soundClip('mute', { type: 'mp4', seconds: 60, mute: true }),
};
const film = (changes: Partial<FilmCut> = {}): FilmCut => ({
  ...soundCut({ parts: [part('one', 0, 3)] }),
  what: 'video',
  channel: 'youtube',
  titles: [],
  captions: 'none',
  cues: {},
  rate: [25, 1],
  ...changes,
});
const plan = (changes: Partial<SoundWish> = {}) =>
  planSound({ cut: film(), assets: new Map(Object.entries(clips)), channel: channel('youtube'), ffmpeg: 'ffmpeg 1', ...changes });

describe('length', () => {
  test.each([
    [[25, 1], 48_000 * 7],
    [[30_000, 1001], Math.round((210 * 1001 * 48_000) / 30_000)],
    [[24_000, 1001], Math.round((168 * 1001 * 48_000) / 24_000)],
  ] as const)('at %s frames per second the sound is as long as the picture, to the sample', (rate, samples) => {
    const parts = [part('one', 0, 4.003), part('two', 10, 12.5, 0.5), part('mute', 3, 4)];
    const cut = film({ parts, rate, seconds: 7 });
    const youtube = channel('youtube');
    const any = { ...youtube, make: { ...(youtube.make as FilmMake), rates: [] } };
    const own = framesOfParts(cut, rate);
    const frames = own.reduce((sum, one) => sum + one.frames - one.fade, 0);
    const job = plan({ cut, channel: any });
    expect(job?.recipe.mix.samples).toBe(Math.round((frames * rate[1] * 48_000) / rate[0]));
    expect(Math.abs((job?.recipe.mix.samples ?? 0) - samples)).toBeLessThanOrEqual((48_000 * rate[1]) / rate[0] + 1);
    const laid = job?.recipe.mix.parts ?? [];
    expect(laid.reduce((sum, one) => sum + one.samples - one.fade, 0)).toBe(job?.recipe.mix.samples);
    expect(laid.map(({ input, rise, fall }) => [input, rise > 0, fall > 0])).toEqual([
      [0, false, false],
      [1, false, true],
      [-1, false, false],
    ]);
  });
});

describe('key', () => {
  test('two channels that ask the same share their sound, and what nobody hears moves none', () => {
    const [one, other] = [plan(), plan({ cut: film({ name: 'other', line: 99, captions: 'track' }) })];
    expect(one?.key).toBe(other?.key);
    expect(plan({ cut: film({ parts: [part('one', 0, 3.04)] }) })?.key).not.toBe(one?.key);
    expect(plan({ cut: film({ loudness: -20 }) })?.key).not.toBe(one?.key);
    expect(plan({ ffmpeg: 'ffmpeg 2' })?.key).not.toBe(one?.key);
  });

  test('all that is heard or written moves it', () => {
    const podcast = channel('podcast');
    const cut = soundCut({ parts: [part('one', 0, 3)] });
    const keyOf = (changes: Partial<SoundCut>, more: Partial<SoundWish> = {}): string | undefined =>
      plan({ cut: { ...cut, ...changes }, channel: podcast, ...more })?.key;
    const cover = { from: { from: 'store', digest: digestOf('cover') }, side: 300, type: 'jpeg' } as const;
    const music = { clip: 'two', from: 0, gain: -6, duck: 12 };
    const keys = [
      keyOf({}),
      keyOf({ fadeIn: 0.1 }),
      keyOf({ fadeOut: 0.1 }),
      keyOf({ music }),
      keyOf({ music: { ...music, gain: -3 } }),
      keyOf({ music: { ...music, duck: 9 } }),
      keyOf({ music: { ...music, from: 1 } }),
      keyOf({ title: 'Een' }),
      keyOf({ language: 'fr' }),
      keyOf({ chapters: [{ at: 1, title: 'Een' }] }),
      keyOf({}, { artist: 'Iris' }),
      keyOf({}, { cover }),
      keyOf({}, { codec: 'flac' }),
      keyOf({ parts: [part('two', 0, 3)] }),
      keyOf({ parts: [part('one', 0, 2), part('one', 2, 3)] }),
      keyOf({ parts: [part('one', 0, 2), part('one', 1.8, 3, 0.2)] }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf({ name: 'other', line: 3 })).not.toBe(keys[0]);
    expect(keyOf({ title: 'spot', line: 3, name: 'other' })).toBe(keys[0]);
  });

  test('what has no sound at all has no job', () => {
    expect(plan({ cut: film({ parts: [part('mute', 0, 3)] }) })).toBeUndefined();
  });
});

test('what is rounded in one part of a film is made good in the next', () => {
  // Of a telephone, whose parts end between two frames of the film; every third fades.
  const parts = Array.from({ length: 12 }, (_, at) => part('one', at, at + 0.5, at > 0 && at % 3 === 0 ? 0.1 : 0));
  const own = framesOfParts({ parts }, [25, 1]);
  const seconds = parts.reduce((sum, { from, to, fade }) => sum + to - from - fade, 0);
  expect(own.reduce((sum, { frames, fade }) => sum + frames - fade, 0)).toBe(Math.round(seconds * 25));
  expect(own.every(({ frames }) => frames === 12 || frames === 13)).toBe(true);
});

describe('channels', () => {
  test('a podcast of one channel stays so, 3 LU lower; a film does not', () => {
    const cut = soundCut({ parts: [part('voice', 0, 3)] });
    expect(plan({ cut, channel: channel('podcast') })?.recipe.mix).toMatchObject({ channels: 1, loudness: { target: -19 } });
    const both = soundCut({ parts: [part('voice', 0, 3), part('one', 0, 3)], seconds: 6 });
    expect(plan({ cut: both, channel: channel('podcast') })?.recipe.mix).toMatchObject({ channels: 2, loudness: { target: -16 } });
    expect(plan({ cut: film({ parts: [part('voice', 0, 3)] }) })?.recipe.mix.channels).toBe(2);
  });

  test('tracks without places are those of an edit: the first two are its mix', () => {
    const loose = soundClip('loose', { type: 'mxf', seconds: 1, channels: 4, layout: '4 channels' }).clip;
    expect(matrixOf(loose, 2)).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ]);
    expect(matrixOf(soundClip('two', { type: 'wav', seconds: 1 }).clip, 1)).toEqual([[0.5, 0.5]]);
    expect(matrixOf(soundClip('two', { type: 'wav', seconds: 1, phase: -0.95 }).clip, 1)).toEqual([[1, 0]]);
  });

  test('what is heard on one side alone is heard on both', () => {
    const right = soundClip('right', { type: 'wav', seconds: 1, side: 'right' }).clip;
    expect([matrixOf(right, 2), matrixOf(right, 1)]).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [[0, 1]],
    ]);
  });
});

describe('music', () => {
  const duck: Ducking = { depth: 12, floor: -50, under: 26, fall: 0.3, hold: 0.5, rise: 0.8 };

  test('what is too short to be turned round is heard once', () => {
    const jingle = soundClip('jingle', { type: 'wav', seconds: 0.8 }).clip;
    const laid = layMusic({ clip: 'jingle', from: 0, gain: 0, duck: 9 }, { input: 1, facts: jingle as never }, 480_000, 2);
    expect(laid?.parts.map(({ samples }) => samples)).toEqual([38_400]);
    expect(laid?.duck.depth).toBe(9);
  });

  test('pauses between words are no reason to come back, and a crack is none to give way', () => {
    const levels = [
      ...Array(50).fill(-80),
      ...Array(25).fill(-20),
      ...Array(20).fill(-70),
      ...Array(25).fill(-22),
      ...Array(200).fill(-75),
    ];
    levels[250] = -30;
    expect(heardSpans(levels, duck).map((span) => span.map((at) => Math.round(at * 100) / 100))).toEqual([[1, 2.4]]);
    const envelope = envelopeOf([[1, 2.4]], 6.4, -6, duck);
    const at = (seconds: number): number => Math.round(20 * Math.log10(envelope[Math.round(seconds * 2000)] as number) * 10) / 10;
    expect([0, 0.69, 0.85, 1, 2.4, 2.8, 3.3, 6].map(at)).toEqual([-6, -6, -12, -18, -18, -12, -6, -6]);
  });

  test('levels are the same however the pieces are cut', () => {
    const bytes = Buffer.alloc(4 * 4000);
    for (let one = 0; one < 4000; one++) bytes.writeFloatLE(Math.sin(one / 7), one * 4);
    const [whole, pieces] = [levelMeter(2, 8000), levelMeter(2, 8000)];
    whole.hear(bytes);
    for (let from = 0; from < bytes.length; from += 333) pieces.hear(bytes.subarray(from, from + 333));
    expect(pieces.levels()).toEqual(whole.levels());
    expect(whole.levels()).toHaveLength(13);
  });
});

test('a waveform is small, crisp and in a colour of the house that is seen', async () => {
  const peaks = Array.from({ length: 240 }, (_, at) => Math.abs(Math.sin(at / 9)) * (at < 200 ? 1 : 0));
  const svg = drawWaveform(peaks, { width: 960, height: 120, colour: '#0f6e6e' });
  expect(svg.length).toBeLessThan(8000);
  const { data, info } = await sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).raw().toBuffer({ resolveWithObject: true });
  const dark = (x: number, y: number): boolean => (data[(y * info.width + x) * info.channels] as number) < 60;
  // The loudest bar fills the height, silence is a dot in the middle, and between two bars it is white.
  expect([dark(58, 4), dark(58, 60), dark(60, 60), dark(901, 20)]).toEqual([true, true, false, false]);
  expect(waveformColour({ 'colour.zand': '#F3E9D7', 'colour.kade': '#0B1B2B' })).toBe('#0b1b2b');
  expect(waveformColour({ 'colour.kade': '#0B1B2B', 'colour.waveform': '#FF4B2B' })).toBe('#ff4b2b');
  expect(waveformColour({})).toBe('#333333');
});

describe('a deliverable', () => {
  const order = { production: 'kaai', client: 'Kaai & Co', url: 'https://kaai.example/2027' };
  const house = { tokens: { 'colour.kade': '#0B1B2B' } };
  const toolchain = { ffmpeg: 'f', sharp: 's' };
  const chapters = [{ at: 0, title: 'Een' }];
  const cut = soundCut({ name: 'spot', title: 'Op <de> kade', language: 'nl', parts: [part('one', 0, 3)], cover: 'poster', chapters });
  const assets = new Map<string, AudioWish['assets'] extends ReadonlyMap<string, infer One> ? One : never>([
    ...Object.entries(clips),
    ['poster', asset('poster')],
  ]);

  test('of a podcast holds its file, waveform, feed entry and chapters, and the cover in its file', () => {
    const planned = planAudio({ cut, assets, channel: channel('podcast'), order, house, toolchain });
    expect(planned?.deliverable.files.map(({ path }) => path)).toEqual([
      'audio/spot-podcast/spot-podcast.mp3',
      'audio/spot-podcast/spot-podcast.svg',
      'audio/spot-podcast/feed-entry.xml',
      'audio/spot-podcast/chapters.json',
    ]);
    expect(planned?.deliverable.assets).toEqual(['one', 'poster']);
    const jobs = planned?.jobs ?? [];
    expect(jobs.map(({ kind }) => kind)).toEqual(['image', 'sound', 'waveform', 'episode', 'episode']);
    const keys = new Set(jobs.map(({ key }) => key));
    for (const { inputs } of jobs) for (const input of inputs) if (input.from === 'job') expect(keys.has(input.key)).toBe(true);
    expect(planned?.sound.recipe.output).toMatchObject({
      tags: { title: 'Op <de> kade', artist: 'Kaai & Co', language: 'nld' },
      cover: { input: 1, side: 1400, type: 'jpeg' },
    });
  });

  test('of another channel holds no feed entry, and a WAV no cover', () => {
    const planned = planAudio({ cut, assets, channel: channel('radio'), order, house, toolchain });
    expect(planned?.jobs.map(({ kind }) => kind)).toEqual(['sound', 'waveform']);
    expect(planned?.sound.recipe.output.cover).toBeUndefined();
  });

  test('tells a feed its bytes, length and title as XML', () => {
    const planned = planAudio({ cut, assets, channel: channel('podcast'), order, house, toolchain });
    const [entry, told] = (planned?.jobs.filter(({ kind }) => kind === 'episode') ?? []) as unknown as Job<EpisodeRecipe>[];
    const xml = writeEpisode(entry?.recipe as EpisodeRecipe, 48_123);
    expect(xml).toContain('<title>Op &lt;de&gt; kade</title>');
    const url = 'https://kaai.example/2027/audio/spot-podcast/spot-podcast.mp3';
    expect(xml).toContain(`<enclosure url="${url}" length="48123" type="audio/mpeg"/>`);
    expect(xml).toContain('<itunes:duration>3</itunes:duration>');
    expect(parseDocument(xml, { xmlMode: true }).children).toHaveLength(2);
    expect(JSON.parse(writeEpisode(told?.recipe as EpisodeRecipe, 0))).toEqual({
      version: '1.2.0',
      chapters: [{ startTime: 0, title: 'Een' }],
    });
  });
});

describe('making', () => {
  const blob = { digest: digestOf('made'), bytes: 4321 };
  const written: string[] = [];
  const wishes: unknown[] = [];
  const tools = {
    blobPath: ({ digest }: { digest: string }) => Promise.resolve(`/store/${digest.slice(0, 4)}`),
    temporary: (file: string) => Promise.resolve(`/tmp/${file}`),
    adopt: () => Promise.resolve(blob),
    writeText: (_: string, text: string) => Promise.resolve(void written.push(text)),
    makeSound: (wish: unknown) => {
      wishes.push(wish);
      return Promise.resolve({ seconds: 3, done: { gain: 1 } });
    },
    readPeaks: ({ columns }: { columns: number }) => Promise.resolve(Array.from({ length: columns }, () => 0.5)),
  } as unknown as MakerTools;

  test('each job gets its inputs in their order, and the feed the bytes of the file', async () => {
    const order = { production: 'kaai', client: 'Kaai' };
    const cut = soundCut({ parts: [part('one', 0, 3), part('voice', 1, 2)], seconds: 4 });
    const assets = new Map(Object.entries(clips));
    const planned = planAudio({
      cut,
      assets,
      channel: channel('podcast'),
      order,
      house: { tokens: {} },
      toolchain: { ffmpeg: 'f', sharp: 's' },
    });
    for (const job of planned?.jobs ?? []) {
      const [attempt] = await makers[job.kind].make([job], tools, () => ({ blob }));
      expect(attempt).toMatchObject({ made: { blob } });
    }
    const paths = ['one', 'voice'].map((name) => `/store/${(clips[name] as SoundClip).digest.slice(0, 4)}`);
    expect(wishes).toMatchObject([{ files: paths, to: `/tmp/${planned?.sound.file}` }]);
    expect(written[0]).toContain('stroke="#333333"');
    // Where the order names no site, a feed finds the file beside its entry.
    expect(written[1]).toContain('<enclosure url="spot-podcast.mp3" length="4321" type="audio/mpeg"/>');
  });
});
