/** A deliverable of sound: the file for its channel, its waveform, and for a podcast what a feed says of it. */
import { demuxerOf } from '../model/clip.ts';
import type { SoundCut } from '../model/cut.ts';
import type { SoundRecipe } from '../model/cut-recipe.ts';
import type { HouseStyle } from '../model/house.ts';
import type { DeliverableFile, Job, Toolchain } from '../model/job.ts';
import type { Input } from '../model/key.ts';
import type { PlannedSound } from '../model/layout.ts';
import type { MediaChannel } from '../model/media-rules.ts';
import type { Picture } from './correct.ts';
import { planEpisode } from './episode.ts';
import { planImages } from './image.ts';
import { planSound, type SoundClip, type SoundWish } from './sound.ts';
import { RATE } from './sound-parts.ts';
import { planWaveform, waveformColour } from './waveform.ts';

export interface AudioWish {
  readonly cut: SoundCut;
  /** By name: clips, and the picture of the cover. */
  readonly assets: ReadonlyMap<string, SoundClip & Partial<Picture>>;
  readonly channel: MediaChannel;
  readonly order: { readonly production: string; readonly client: string; readonly url?: string | undefined };
  readonly house: Pick<HouseStyle, 'tokens'>;
  readonly toolchain: Pick<Toolchain, 'ffmpeg' | 'sharp'>;
}

export interface PlannedAudio {
  readonly jobs: readonly Job[];
  readonly sound: Job<SoundRecipe>;
  /** What a page needs to play it. */
  readonly played: Omit<PlannedSound, 'jobs'>;
  /** Without what only the plan knows: `measures` are none, for the job of the sound tells what was reached. */
  readonly deliverable: {
    readonly name: string;
    readonly kind: 'audio';
    readonly language?: string;
    readonly files: readonly DeliverableFile[];
    readonly measures: readonly [];
    readonly assets: readonly string[];
  };
}

/** Apple asks 1400 px of a show's cover at least (podcasters.apple.com/support/896, read November 2026); more is weight in every file. */
const COVER = 1400;
const JPEG = { quality: 82, mozjpeg: true } as const;

/** @returns undefined when none of its clips has sound: findings of the order and of ingest say which */
export function planAudio({ cut, assets, channel, order, house, toolchain }: AudioWish): PlannedAudio | undefined {
  const cover = cut.cover === undefined ? undefined : coverOf(assets.get(cut.cover), toolchain.sharp);
  const wish: SoundWish = {
    cut,
    assets,
    channel,
    ffmpeg: toolchain.ffmpeg,
    artist: order.client,
    ...(cover ? { cover: { from: fromJob(cover), side: cover.recipe.width, type: cover.recipe.format === 'png' ? 'png' : 'jpeg' } } : {}),
  };
  const sound = planSound(wish);
  if (!sound) return undefined;
  // Half the weight for browsers that play it. In Ogg, which ends with its last sample; what comes to WebM ends later.
  const light = channel.id === 'web' ? planSound({ ...wish, codec: 'opus', cover: undefined }) : undefined;
  const { mix, output } = sound.recipe;
  const base = `${cut.name}-${channel.id}`;
  const name = `audio/${base}`;
  const file = `${base}.${output.container}`;
  const seconds = mix.samples / RATE;
  const waveform = planWaveform(
    { from: fromJob(sound), type: demuxerOf(output.container), seconds, channels: mix.channels, name: base },
    waveformColour(house.tokens),
    toolchain.ffmpeg,
  );
  const jobs: Job[] = [...(cover && output.cover ? [cover] : []), sound, ...(light ? [light] : []), waveform];
  const files: DeliverableFile[] = [
    { path: `${name}/${file}`, from: fromJob(sound) },
    ...(light ? [{ path: `${name}/${base}.${light.recipe.output.container}`, from: fromJob(light) }] : []),
    { path: `${name}/${base}.svg`, from: fromJob(waveform) },
  ];
  if (channel.id === 'podcast') {
    const at = (one: string): string => (order.url === undefined ? one : new URL(`audio/${base}/${one}`, slashed(order.url)).href);
    const hasChapters = cut.chapters.length > 0;
    const entry = planEpisode(
      {
        what: 'entry',
        title: cut.title ?? cut.name,
        guid: `kader:${order.production}/${base}`,
        ...(cut.language === undefined ? {} : { language: cut.language }),
        type: MIME[output.container],
        url: at(file),
        ...(hasChapters ? { chapters: at(CHAPTERS) } : {}),
        seconds,
      },
      base,
      fromJob(sound),
    );
    jobs.push(entry);
    files.push({ path: `${name}/feed-entry.xml`, from: fromJob(entry) });
    if (hasChapters) {
      const chapters = planEpisode({ what: 'chapters', chapters: cut.chapters }, base);
      jobs.push(chapters);
      files.push({ path: `${name}/${CHAPTERS}`, from: fromJob(chapters) });
    }
  }
  const used = [...cut.parts.map(({ clip }) => clip), ...(cut.music ? [cut.music.clip] : []), ...(cover && cut.cover ? [cut.cover] : [])];
  return {
    jobs,
    sound,
    played: {
      sound,
      type: PLAYED[output.container],
      ...(light ? { light: { sound: light, type: PLAYED[light.recipe.output.container] } } : {}),
      waveform,
      width: waveform.recipe.width,
      height: waveform.recipe.height,
      seconds,
    },
    deliverable: {
      name,
      kind: 'audio',
      ...(cut.language === undefined ? {} : { language: cut.language }),
      files,
      measures: [],
      assets: [...new Set(used)].sort(),
    },
  };
}

const CHAPTERS = 'chapters.json';

const MIME: Readonly<Record<SoundRecipe['output']['container'], string>> = {
  m4a: 'audio/x-m4a',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  webm: 'audio/webm',
};

/** As RFC 6381 writes them, for browsers to choose by. */
const PLAYED: Readonly<Record<SoundRecipe['output']['container'], string>> = {
  m4a: 'audio/mp4; codecs="mp4a.40.2"',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg; codecs="opus"',
  wav: 'audio/wav',
  flac: 'audio/flac',
  webm: 'audio/webm; codecs="opus"',
};

const fromJob = ({ key }: Pick<Job, 'key'>): Input => ({ from: 'job', key });
const slashed = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

/** Square round what matters; at its own size when it is smaller. */
function coverOf(asset: (SoundClip & Partial<Picture>) | undefined, sharp: string) {
  if (!asset?.facts) return undefined;
  const encoders = { avif: JPEG, webp: JPEG, jpeg: JPEG, png: { quality: 100 } };
  const [cover] = planImages(asset as Picture, { ratio: [1, 1], widths: [COVER], formats: ['jpeg'], encoders, places: ['cover'] }, sharp);
  return cover;
}
