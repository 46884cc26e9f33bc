/** A film as an adaptive stream (HLS): every rendition once more in fragments, the sound beside them, playlists and captions; nothing is coded again. */
import type { Cue, Rate } from '../model/clip.ts';
import type { SoundRecipe } from '../model/cut-recipe.ts';
import type { Job } from '../model/job.ts';
import { digestOf, type Input, type Json, jobKeyOf, shortKey } from '../model/key.ts';
import type { FilmFile } from '../model/layout.ts';
import type { PlaylistRecipe, StreamRecipe, Variant } from '../model/stream.ts';
import { vttOf } from './captions.ts';
import { ownName } from './language-codes.ts';
import { captionPlaylist, streamedVtt } from './playlist.ts';

/** Raise them when the same recipe gives other bytes. */
const [CUT_UP, WRITTEN] = ['streamer 1', 'playlist 1'];

/** Length of a segment in s that Apple asks for (7.5), in groups of pictures of 2 s. */
const SEGMENT = 6;
/** Fragments of the sound, in s: short enough to end where those of the picture do, long enough that their heads weigh little. */
const SOUND_FRAGMENT = 0.5;

/** Beyond them Apple's players need not read a film: H.264 level 4.2 (1.3), AV1 level 6.2 (1.37). */
const MOST_LEVEL = { h264: 42, av1: 18 } as const;

/** A rendition that is there already. */
export interface Rendition {
  readonly job: Job;
  /** As it is delivered; streams are called after it. */
  readonly path: string;
  readonly codec: 'h264' | 'av1';
  /** As `codecsOf` writes them, the sound's among them. */
  readonly codecs: string;
  readonly width: number;
  readonly height: number;
  readonly level?: number;
  /** Frames in its groups of pictures, all of them alike. */
  readonly gop: number;
}

export interface StreamWish {
  /** `web`, `web-nl`: what files are called after. */
  readonly base: string;
  readonly renditions: readonly Rendition[];
  readonly sound?: Job<SoundRecipe> | undefined;
  /** By language; absent where they are not offered as tracks. */
  readonly cues: Readonly<Record<string, readonly Cue[]>>;
  readonly language?: string | undefined;
  readonly frames: number;
  readonly rate: Rate;
  /** `toolchain.ffmpeg`. */
  readonly ffmpeg: string;
}

export interface PlannedStream {
  readonly jobs: readonly Job[];
  readonly files: readonly FilmFile[];
  readonly texts: readonly string[];
  /** Path of the master playlist. */
  readonly master: string;
}

/** @returns undefined where no rendition is one that players of streams must read */
export function planStream({ base, renditions, sound, cues, language, frames, rate, ffmpeg }: StreamWish): PlannedStream | undefined {
  const fitting = renditions.filter(({ codec, level = 0 }) => level <= MOST_LEVEL[codec]);
  const [first] = fitting;
  if (!first) return undefined;
  const perFrame = rate[1] / rate[0];
  const group = first.gop * perFrame;
  const segment = Math.max(1, Math.round(SEGMENT / group)) * group;
  const seconds = frames * perFrame;
  const [jobs, files, texts]: [Job[], FilmFile[], string[]] = [[], [], []];
  const put = <R extends Json>(job: Job<R>, path: string): Job<R> => {
    jobs.push(job);
    files.push({ path, from: { from: 'job', key: job.key } });
    return job;
  };
  const keep = (path: (digest: string) => string, text: string): string => {
    const digest = digestOf(text);
    texts.push(text);
    const file = { path: path(shortKey(digest)), from: { from: 'store', digest } as const };
    files.push(file);
    return file.path;
  };
  const stream = (of: Job, recipe: StreamRecipe, name: string): { job: Job<StreamRecipe>; path: string } => {
    const job = planJob('stream', `${ffmpeg}, ${CUT_UP}`, recipe, [fromJob(of)], `${name}-stream`, 'mp4');
    const path = `${name}-stream-${shortKey(job.key)}.mp4`;
    return { job: put(job, path), path };
  };
  const playlist = (recipe: PlaylistRecipe, inputs: readonly Job[], name: string): string => {
    const job = planJob('playlist', WRITTEN, recipe, inputs.map(fromJob), name, 'm3u8');
    const path = `${name}-${shortKey(job.key)}.m3u8`;
    put(job, path);
    return path;
  };
  const streams: Job[] = [];
  const variants = fitting.map((rendition): Variant => {
    const { job: film, path: name, codec, codecs, width, height, gop } = rendition;
    const stem = name.replace(/-[0-9a-f]+\.mp4$/, '');
    const { job, path } = stream(film, { of: 'picture', frames, gop }, stem);
    const input = streams.push(job) - 1;
    const own = { input, playlist: playlist({ what: 'media', segment, file: path }, [job], stem), codecs, width, height };
    // Whoever looks through a film sees small pictures: one codec will do.
    return codec === 'h264' ? { ...own, keys: playlist({ what: 'keys', segment, file: path }, [job], `${stem}-keys`) } : own;
  });
  const heard = sound && streamOfSound(sound);
  const captions = Object.entries(cues).map(([spoken, own]) => {
    const vtt = streamedVtt(vttOf(own));
    const file = keep((digest) => `${base}-${spoken}-stream-${digest}.vtt`, vtt);
    const list = keep((digest) => `${base}-${spoken}-${digest}.m3u8`, captionPlaylist(file, seconds));
    return { language: spoken, name: ownName(spoken), playlist: list, bytes: new TextEncoder().encode(vtt).length };
  });
  const told = { segment, seconds, rate: (rate[0] / rate[1]).toFixed(3), variants, captions };
  const master = playlist({ what: 'master', ...told, ...(heard ? { sound: heard } : {}) }, streams, `${base}-master`);
  return { jobs, files, texts, master };

  function streamOfSound(coded: Job<SoundRecipe>) {
    const { mix } = coded.recipe;
    const { job, path } = stream(coded, { of: 'sound', type: 'mp4', seconds, fragment: SOUND_FRAGMENT }, `${base}-sound`);
    const input = streams.push(job) - 1;
    const list = playlist({ what: 'media', segment, file: path }, [job], `${base}-sound`);
    // Who speaks in it, nobody said: `und` is what BCP 47 has for that.
    return { input, playlist: list, channels: mix.channels, language: language ?? 'und' };
  }
}

function planJob<R extends StreamRecipe | PlaylistRecipe>(
  kind: 'stream' | 'playlist',
  tool: string,
  recipe: R,
  inputs: readonly Input[],
  name: string,
  ending: string,
): Job<R> {
  const key = jobKeyOf({ kind, tool, recipe, inputs });
  return { key, kind, tool, recipe, inputs, file: `${name}-${shortKey(key)}.${ending}`, label: `${name} ${kind}`, batch: `${kind} ${key}` };
}

const fromJob = ({ key }: Pick<Job, 'key'>): Input => ({ from: 'job', key });
