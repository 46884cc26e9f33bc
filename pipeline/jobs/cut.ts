/** A cut for a channel: the jobs that make its films, poster and small pictures in one batch, and the files that are handed over. */
import type { Asset } from '../model/asset.ts';
import { shownLines } from '../model/caption-look.ts';
import { chapterFile } from '../model/chapters.ts';
import { demuxerOf } from '../model/clip.ts';
import type { FilmCut } from '../model/cut.ts';
import type { CutOutput, CutRecipe, Picture, SoundRecipe } from '../model/cut-recipe.ts';
import type { FontFace } from '../model/house.ts';
import type { Job, Toolchain } from '../model/job.ts';
import { canonicalJson, digestOf, type Input, type Json, jobKeyOf, shortKey } from '../model/key.ts';
import type { FilmFile, PlannedFilm } from '../model/layout.ts';
import { type MediaChannel, rateFor } from '../model/media-rules.ts';
import { assOf, chapterVtt, spriteMap, srtOf, vttOf } from './captions.ts';
import { codecsOf, type Film, ladderOf, masterOf, posterOf, previewsOf, spriteOf, stripOf } from './cut-outputs.ts';
import { clipsOf, type FilmClip, type Laid, type PlannedPicture, planPicture, type Size, shownOf, sizeOf } from './cut-picture.ts';
import { charactersOf, planFont } from './font.ts';
import { planImages } from './image.ts';
import { planStream, type Rendition } from './stream.ts';

/** Raise it when the same recipe gives other frames or bytes. */
const CUTTER = 'cutter 5';

export interface FilmWish {
  readonly cut: FilmCut;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly channel: MediaChannel;
  readonly toolchain: Pick<Toolchain, 'ffmpeg' | 'sharp' | 'subsetFont'>;
  /** Coded as the channel wants it; absent: it is silent. */
  readonly sound?: Job<SoundRecipe> | undefined;
  /** Face that burned captions are set in; absent: what the machine has. */
  readonly face?: FontFace | undefined;
  /** Share of interlaced frames from which on a clip is deinterlaced; absent: as Kader judges clips where nothing is said. */
  readonly interlaced?: number | undefined;
  /** Rendered titles. */
  readonly titles?: readonly Laid[];
}

/** @returns undefined when a part of it has no picture to be cut: findings of the clip say why */
export function planFilm(wish: FilmWish): PlannedFilm | undefined {
  const { cut, assets, channel, toolchain, interlaced } = wish;
  const clips = clipsOf(cut, assets);
  const first = clips?.get(cut.parts[0]?.clip ?? '');
  if (!clips || !first) return undefined;
  const rate = rateFor(channel, cut.rate);
  const size = sizeOf(cut, channel, shownOf(cut.parts[0], first));
  const logo = planLogo(wish, size);
  const burned = planBurned(wish, size);
  const laid = [...(wish.titles ?? []), ...(logo ? [logo.laid] : [])];
  const whole = planPicture({ cut, clips, size, rate, laid, captions: burned?.captions, interlaced });
  // What stands for the film shows it bare, neither dimmed by a fade nor in one language.
  const bare = planPicture({ cut: { ...cut, fadeIn: 0, fadeOut: 0 }, clips, size, rate, laid: [], interlaced });
  const batch = batchOf(whole.picture, whole.inputs);
  const isWeb = channel.id === 'web';
  const base = isWeb ? nameOf(cut) : deliveredAs(cut);
  const jobOf = (planned: PlannedPicture, output: CutOutput, more: readonly Input[] = []): Job<CutRecipe> =>
    planJob({ cut, channel, batch, tool: `${toolchain.ffmpeg}, ${toolchain.sharp}, ${CUTTER}` }, planned, output, more);
  const seconds = (whole.picture.frames * rate[1]) / rate[0];
  const chapters = cut.chapters ? chapterFile(cut.chapters, seconds) : undefined;
  const inFile = chapters !== undefined && channel.make?.chapters ? chapters : undefined;
  const besides: Input[] = [
    ...(wish.sound ? [fromJob(wish.sound)] : []),
    ...(inFile === undefined ? [] : [{ from: 'store', digest: digestOf(inFile) } as const]),
  ];
  const at = whole.inputs.length;
  const said = {
    ...soundOf(wish.sound, at),
    ...(inFile === undefined ? {} : { chapters: at + besides.length - 1 }),
    tags: tagsOf(clips),
  };
  const films = (isWeb ? ladderOf(whole.picture, said, cut.hls) : [masterOf(whole.picture, channel, said)]).map((output) => {
    const job = jobOf(whole, output, besides);
    const path = isWeb ? `${base}-${output.height}-${output.codec}-${shortKey(job.key)}.mp4` : `${base}.${output.container}`;
    return { job, output, path };
  });
  const poster = jobOf(bare, { ...posterOf(cut, whole.picture) });
  const files: FilmFile[] = films.map(({ job, path }) => ({ path, from: fromJob(job) }));
  const posterPath = isWeb ? `${base}-poster-${shortKey(poster.key)}.jpg` : `${base}.jpg`;
  files.push({ path: posterPath, from: fromJob(poster) });
  const texts: string[] = [];
  const addText = (path: (digest: string) => string, text: string): string => {
    const digest = digestOf(text);
    texts.push(text);
    const file = path(shortKey(digest));
    files.push({ path: file, from: { from: 'store', digest } });
    return file;
  };
  const tracks =
    cut.captions !== 'track'
      ? []
      : Object.entries(cut.cues).map(([language, cues]) => {
          const vtt = addText((digest) => (isWeb ? `${base}-${language}-${digest}.vtt` : `${base}.${language}.vtt`), vttOf(cues));
          if (!isWeb) addText(() => `${base}.${language}.srt`, srtOf(cues));
          return { language, path: vtt };
        });
  if (inFile !== undefined) texts.push(inFile);
  const marks =
    cut.chapters && isWeb ? addText((digest) => `${base}-chapters-${digest}.vtt`, chapterVtt(cut.chapters, seconds)) : undefined;
  const stream = cut.hls && isWeb ? streamOf(wish, base, films, whole.picture) : undefined;
  files.push(...(stream?.files ?? []));
  texts.push(...(stream?.texts ?? []));
  const small = isWeb ? planSmall(cut, bare, jobOf, base, seconds, addText) : { jobs: [], files: [] };
  const { jobs: smallJobs, files: smallFiles, ...more } = small;
  files.push(...smallFiles);
  if (burned) texts.push(burned.text);
  const strip = stripOf(whole.picture);
  const stripJob = jobOf(whole, strip);
  const jobs: Job[] = [...(logo ? [logo.job] : []), ...(burned?.jobs ?? []), ...(wish.sound ? [wish.sound] : [])];
  return {
    jobs: [...jobs, ...films.map(({ job }) => job), poster, ...smallJobs, stripJob, ...(stream?.jobs ?? [])],
    files,
    texts,
    films: films.map(({ job, output, path }) => ({
      path,
      key: job.key,
      type: `video/${output.container === 'mov' ? 'quicktime' : output.container}; codecs="${codecsOf(output, rate)}"`,
      width: output.width,
      height: output.height,
    })),
    poster: posterPath,
    ...(marks === undefined ? {} : { chapters: marks }),
    ...(stream ? { stream: stream.master } : {}),
    tracks,
    strip: { path: `cuts/${deliveredAs(cut)}.jpg`, key: stripJob.key, frames: strip.columns, width: strip.width, height: strip.height },
    ...more,
    ...size,
    seconds,
  };
}

/** The renditions of the ladder once more as a stream, in their order. */
function streamOf({ cut, sound, toolchain }: FilmWish, base: string, films: readonly MadeFilm[], { frames, rate }: Picture) {
  const renditions = films.flatMap(({ job, output, path }): Rendition[] => {
    const { codec, width, height, level, gop } = output;
    if (codec !== 'h264' && codec !== 'av1') return [];
    return [{ job, path, codec, codecs: codecsOf(output, rate), width, height, gop, ...(level === undefined ? {} : { level }) }];
  });
  const cues = cut.captions === 'track' ? cut.cues : {};
  return planStream({ base, renditions, sound, cues, language: cut.language, frames, rate, ffmpeg: toolchain.ffmpeg });
}

type MadeFilm = { readonly job: Job; readonly output: Film; readonly path: string };
type JobOf = (planned: PlannedPicture, output: CutOutput) => Job<CutRecipe>;
type AddText = (path: (digest: string) => string, text: string) => string;

/** What a page shows before and beside the film: pictures to find a place by, and a glance that moves. */
function planSmall(cut: FilmCut, bare: PlannedPicture, jobOf: JobOf, base: string, seconds: number, addText: AddText) {
  const { picture } = bare;
  const jobs: Job[] = [];
  const files: FilmFile[] = [];
  const add = (job: Job, path: string): string => {
    jobs.push(job);
    files.push({ path, from: fromJob(job) });
    return path;
  };
  const sheet = spriteOf(picture);
  const sprite = sheet && jobOf(bare, sheet);
  const previews = previewsOf(picture, cut.previews).map((output) => {
    const job = jobOf(bare, output);
    return {
      path: add(job, `${base}-preview-${shortKey(job.key)}.${output.format}`),
      type: output.format === 'mp4' ? 'video/mp4' : `image/${output.format}`,
    };
  });
  if (!sheet || !sprite) return { jobs, files, previews };
  const image = add(sprite, `${base}-sprite-${shortKey(sprite.key)}.jpg`);
  const step = (sheet.step * picture.rate[1]) / picture.rate[0];
  const map = addText((digest) => `${base}-sprite-${digest}.vtt`, spriteMap(image, { ...sheet, seconds, step }));
  return { jobs, files, previews, sprite: { image, map } };
}

interface Frame {
  readonly cut: FilmCut;
  readonly channel: MediaChannel;
  readonly batch: string;
  readonly tool: string;
}

function planJob(
  { cut, channel, batch, tool }: Frame,
  { picture, inputs: own }: PlannedPicture,
  output: CutOutput,
  more: readonly Input[],
): Job<CutRecipe> {
  const recipe: CutRecipe = { picture, output };
  const inputs = [...own, ...more];
  const key = jobKeyOf({ kind: 'cut', tool, recipe, inputs });
  const asset = cut.parts[0]?.clip;
  return {
    key,
    kind: 'cut',
    tool,
    recipe,
    inputs,
    file: `${nameOf(cut)}-${output.what}-${shortKey(key)}.${endingOf(output)}`,
    label: `${cut.name} for ${channel.id}: ${output.width} × ${output.height} ${output.what === 'film' ? output.codec : output.what}`,
    batch,
    ...(asset ? { asset } : {}),
  };
}

function endingOf(output: CutOutput): string {
  if (output.what === 'film') return output.container;
  return output.what === 'preview' ? output.format : 'jpg';
}

/** Cuts of the same moments share one decode, whatever their sizes and channels. */
function batchOf({ parts, rate }: Picture, inputs: readonly Input[]): string {
  const moments = parts.map(({ input, span, fade }) => [inputs[input] as unknown as Json, span, fade]);
  return `cut ${digestOf(canonicalJson([moments, rate])).slice(0, 16)}`;
}

/** `teaser`, `teaser-nl`. */
function nameOf({ name, language }: FilmCut): string {
  return language === undefined ? name : `${name}-${language}`;
}

/** `reel-instagram-reel`, `teaser-tiktok-nl`: what is handed over of it. */
export function deliveredAs({ name, channel, language }: FilmCut): string {
  return [name, channel, ...(language === undefined ? [] : [language])].join('-');
}

const fromJob = ({ key }: Pick<Job, 'key'>): Input => ({ from: 'job', key });

function soundOf(sound: Job<SoundRecipe> | undefined, place: number): Pick<Film, 'sound' | 'soundType'> {
  return sound ? { sound: place, soundType: demuxerOf(sound.recipe.output.container) } : {};
}

/** Who holds the rights of all that is seen; nothing else that the clips say of themselves goes along. */
function tagsOf(clips: ReadonlyMap<string, FilmClip>): Record<string, string> {
  const all = (value: (clip: FilmClip) => string | undefined): string =>
    [...new Set([...clips.values()].flatMap((clip) => value(clip) ?? []))].join('; ');
  const copyright = all(({ asset, facts }) => asset.rights.copyright ?? facts.rights.copyright);
  const artist = all(({ asset, facts }) => asset.rights.creator ?? facts.rights.creator);
  return { ...(artist ? { artist } : {}), ...(copyright ? { copyright } : {}) };
}

/** Shares of the frame's short side: how large the logo may be, and how far from the corner it stands. */
const LOGO = { width: 0.22, height: 0.12, margin: 0.04 };

/** In the upper right corner, clear of what the channel's interface covers. */
function planLogo({ cut, assets, channel, toolchain }: FilmWish, { width, height }: Size): { job: Job; laid: Laid } | undefined {
  const asset = cut.logo === undefined ? undefined : assets.get(cut.logo);
  if (!asset?.facts) return undefined;
  const { facts } = asset;
  const short = Math.min(width, height);
  const scale = Math.min((short * LOGO.width) / facts.width, (short * LOGO.height) / facts.height);
  const [wide, high] = [Math.max(2, Math.round(facts.width * scale)), Math.max(2, Math.round(facts.height * scale))];
  const encoders = { avif: { quality: 50 }, webp: { quality: 75 }, jpeg: { quality: 75 }, png: { quality: 100 } };
  const [job] = planImages({ ...asset, facts }, { widths: [wide], formats: ['png'], encoders }, toolchain.sharp);
  if (!job) return undefined;
  const { top = 0, right = 0 } = channel.make?.safe ?? {};
  const margin = Math.round(short * LOGO.margin);
  const overlay = {
    left: width - wide - margin - Math.round(width * right),
    top: margin + Math.round(height * top),
    width: wide,
    height: high,
  };
  return { job, laid: { from: fromJob(job), type: job.recipe.format === 'png' ? 'png' : 'jpeg', overlay } };
}

function planBurned({ cut, channel, face, toolchain }: FilmWish, size: Size) {
  const cues = cut.captions === 'burned' ? (cut.cues[cut.language ?? ''] ?? Object.values(cut.cues)[0]) : undefined;
  if (!cues || cues.length === 0) return undefined;
  const text = assOf(cues, { ...size, font: face?.facts?.family ?? face?.family ?? 'sans-serif', safe: channel.make?.safe });
  const font = face && planFont(face, charactersOf(shownLines(cues)), toolchain.subsetFont, { format: 'sfnt' });
  const captions = { from: { from: 'store', digest: digestOf(text) } as const, fonts: font ? [fromJob(font)] : [] };
  return { text, captions, jobs: font ? [font as Job] : [] };
}
