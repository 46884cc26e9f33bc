/** Answers to `{% video %}` and `{% audio %}`: a player and the files that it plays, or a finding that says why there is none. */
import { chapterVtt } from '../jobs/captions.ts';
import { planImages } from '../jobs/image.ts';
import type { Ask } from '../model/ask.ts';
import { type Chapter, chapterSpans } from '../model/chapters.ts';
import type { Cue } from '../model/clip.ts';
import type { Finding } from '../model/finding.ts';
import type { Job } from '../model/job.ts';
import { digestOf, type Input, type JobKey, shortKey } from '../model/key.ts';
import type { LaidCut, LaidFile, PlacedFile, PlannedFilm, PlannedSound } from '../model/layout.ts';
import { nearest } from '../model/nearest.ts';
import type { Frame } from './gather.ts';
import { WEB } from './laid-cuts.ts';
import { mediaDataHtml } from './media-data.ts';
import { emptyPictureHtml } from './picture.ts';
import { filmHtml, type PlayerOptions, paragraphsOf, soundHtml, type Transcript } from './player.ts';

export interface PlayerAnswer {
  readonly html: string;
  readonly jobs: readonly Job[];
  readonly findings: readonly Finding[];
  /** Pictures, in the site. */
  readonly files: readonly PlacedFile[];
  /** What is played, and goes with it; in the site. */
  readonly media: readonly LaidFile[];
  /** To be kept in the store. */
  readonly texts: readonly string[];
  /** Assets that it is cut from, and those of them of which nothing is seen. */
  readonly clips: readonly string[];
  readonly soundOnly: readonly string[];
}

/** What templates may say; anything else is of no effect. */
interface Wish {
  readonly class?: string;
  readonly title?: string;
  readonly caption?: string;
  readonly description?: string;
  /** `false`: none; `shown`: on from the start. */
  readonly captions?: boolean | string;
  /** `false`: none; a text: what it is opened by. */
  readonly transcript?: boolean | string;
  /** Name of a supplied picture. */
  readonly poster?: string;
  readonly schema?: boolean;
}

const FOLDER = 'media/';
const at = (path: string): string => `/${FOLDER}${path}`;
const NOTHING = { jobs: [], findings: [], files: [], media: [], texts: [], clips: [], soundOnly: [] };

/** @param sharp tool that a poster of its own is made by */
export function answerPlayer(frame: Frame, ask: Ask, language: string, cuts: readonly LaidCut[], sharp: string): PlayerAnswer {
  const kind = ask.kind === 'audio' ? 'audio' : 'video';
  const own = cuts.filter(({ cut }) => cut.what === kind && cut.channel === WEB && cut.name === ask.name);
  const laid = own.find(({ cut }) => cut.language === language) ?? own[0];
  if (laid?.film && kind === 'video') return filmAnswer(frame, ask, language, laid, laid.film, sharp);
  if (laid?.sound && kind === 'audio') return soundAnswer(frame, ask, language, laid, laid.sound);
  const html = kind === 'video' ? emptyPictureHtml([16, 9], undefined) : '';
  return { ...NOTHING, html, findings: [missing(frame, ask.name, kind)] };
}

/** Not ordered, ordered for elsewhere, or ordered and not to be made, which other findings explain. */
function missing({ order }: Frame, name: string, kind: 'video' | 'audio'): Finding {
  const wishes: readonly { readonly name: string; readonly channel: string | readonly string[] }[] = order.deliver[kind] ?? [];
  const isOfWeb = ({ channel }: (typeof wishes)[number]): boolean => [channel].flat().includes(WEB);
  const known = [...new Set(wishes.filter(isOfWeb).map((wish) => wish.name))];
  const ordered = wishes.filter((wish) => wish.name === name);
  const reason = ordered.length === 0 ? 'unknown' : ordered.some(isOfWeb) ? 'unmade' : 'channel';
  const args = { kind, name, reason, known, nearest: reason === 'unmade' ? '' : nearest(name, known) };
  return { code: 'player-missing', severity: 'error', where: {}, args };
}

function filmAnswer(
  frame: Frame,
  ask: Ask,
  language: string,
  { cut, assets, soundOnly }: LaidCut,
  film: PlannedFilm,
  sharp: string,
): PlayerAnswer {
  const wish = ask.options as Wish;
  const cues = cut.cues ?? {};
  const common = commonOf(frame, wish, { language, cut, cues });
  const poster = wish.poster === undefined ? undefined : posterOf(frame, wish.poster, film, sharp);
  const captions = wish.captions === false ? undefined : wish.captions === 'shown' ? 'shown' : 'offered';
  const { sprite } = film;
  const shown = new Set([
    ...film.films.map(({ path }) => path),
    ...(poster?.job ? [] : [film.poster]),
    ...(captions ? film.tracks.map(({ path }) => path) : []),
    ...(sprite ? [sprite.image, sprite.map] : []),
    ...(film.chapters === undefined ? [] : [film.chapters]),
  ]);
  const files = film.files.filter(({ path }) => shown.has(path));
  const posterAt = poster?.job ? `/img/${poster.job.file}` : at(film.poster);
  // The one that everything plays.
  const told = film.films.find(({ type }) => type.includes('avc1')) ?? film.films[0];
  const data =
    wish.schema && told
      ? mediaDataHtml({
          what: 'video',
          ...common.told,
          contentUrl: absolute(frame, at(told.path)),
          thumbnailUrl: absolute(frame, posterAt),
          seconds: film.seconds,
          width: told.width,
          height: told.height,
          encodingFormat: told.type.split(';')[0] ?? told.type,
          hasPart: clipsIn(cut.what === 'video' ? cut.chapters : undefined, film.seconds),
        })
      : undefined;
  return {
    html: filmHtml(film, { ...common.options, captions, poster: posterAt, data }),
    jobs: [...neededFor(files, film.jobs), ...(poster?.job ? [poster.job] : [])],
    findings: poster?.findings ?? [],
    files: poster?.job ? [{ path: `img/${poster.job.file}`, key: poster.job.key }] : [],
    media: files.map(inSite),
    texts: [],
    clips: [...assets, ...(poster?.job && wish.poster !== undefined ? [wish.poster] : [])],
    soundOnly,
  };
}

function soundAnswer(frame: Frame, ask: Ask, language: string, { cut, assets, soundOnly }: LaidCut, planned: PlannedSound): PlayerAnswer {
  const wish = ask.options as Wish;
  const { sound, light, waveform, seconds, type } = planned;
  const common = commonOf(frame, wish, { language, cut, cues: cut.cues ?? {} });
  const chapters = cut.what === 'audio' && cut.chapters.length > 0 ? chapterVtt(cut.chapters, seconds) : undefined;
  const chaptersAt = chapters === undefined ? undefined : `${cut.name}-chapters-${shortKey(digestOf(chapters))}.vtt`;
  const files: LaidFile[] = [...(light ? [light.sound] : []), sound, waveform].map(({ file, key }) => ({
    path: file,
    from: { from: 'job', key },
  }));
  const data = wish.schema
    ? mediaDataHtml({
        what: 'audio',
        ...common.told,
        contentUrl: absolute(frame, at(sound.file)),
        seconds,
        encodingFormat: type.split(';')[0] ?? type,
      })
    : undefined;
  const texts = chapters === undefined ? [] : [chapters];
  const stored = texts.map((text): LaidFile => ({ path: chaptersAt ?? '', from: { from: 'store', digest: digestOf(text) } }));
  return {
    html: soundHtml(planned, sound.file, chaptersAt, { ...common.options, data }),
    jobs: neededFor(files, planned.jobs),
    findings: [],
    files: [],
    media: [...files, ...stored].map(inSite),
    texts,
    clips: assets,
    soundOnly,
  };
}

interface Said {
  readonly language: string;
  readonly cut: LaidCut['cut'];
  readonly cues: Readonly<Record<string, readonly Cue[]>>;
}

/** What film and sound have in common: the words round them. */
function commonOf({ order }: Frame, wish: Wish, { language, cut, cues }: Said) {
  const title = wish.title ?? (cut.what === 'audio' ? cut.title : undefined) ?? wish.caption ?? order.title[language] ?? cut.name;
  const spoken = [language, cut.language ?? '', ...Object.keys(cues)].find((one) => (cues[one] ?? []).length > 0);
  const summary = typeof wish.transcript === 'string' ? wish.transcript : undefined;
  const transcript: Transcript | undefined = spoken === undefined ? undefined : { language: spoken, cues: cues[spoken] ?? [], summary };
  const options: PlayerOptions = {
    language,
    title,
    class: wish.class,
    caption: wish.caption,
    at,
    transcript: wish.transcript === false ? undefined : transcript,
  };
  const text = transcript && paragraphsOf(transcript.cues).map((lines) => lines.join('\n'));
  const told = {
    name: title,
    description: wish.description ?? wish.caption,
    uploadDate: order.deadline,
    inLanguage: cut.language ?? spoken,
    transcript: text?.join('\n\n'),
  };
  return { options, told };
}

function absolute({ order }: Frame, path: string): string {
  const url = order.deliver.site?.url ?? '';
  return new URL(path.slice(1), url.endsWith('/') ? url : `${url}/`).href;
}

function inSite({ path, from }: LaidFile): LaidFile {
  return { path: `${FOLDER}${path}`, from };
}

/** Jobs of the files, and those that they rest on. */
function neededFor(files: readonly LaidFile[], jobs: readonly Job[]): Job[] {
  const wanted = new Set<JobKey>();
  const want = (input: Input): void => {
    if (input.from === 'job') wanted.add(input.key);
  };
  for (const { from } of files) want(from);
  // A job stands after those that it needs.
  for (const job of jobs.toReversed()) if (wanted.has(job.key)) job.inputs.forEach(want);
  return jobs.filter(({ key }) => wanted.has(key));
}

const POSTER = { avif: { quality: 50 }, webp: { quality: 75 }, jpeg: { quality: 82 }, png: { quality: 100 } } as const;
const WIDEST_POSTER = 1920;

/** A supplied picture in the shape of the film. */
function posterOf({ assets, order }: Frame, name: string, { width, height }: PlannedFilm, sharp: string) {
  const asset = assets.get(name);
  if (!asset?.facts) {
    const isOrdered = asset !== undefined || order.supplied.some((one) => one.name === name);
    const finding: Finding = isOrdered
      ? { code: 'asset-unusable', severity: 'error', where: { asset: name }, args: { asset: name } }
      : {
          code: 'asset-unknown',
          severity: 'error',
          where: { asset: name },
          args: { asset: name, nearest: nearest(name, [...assets.keys()]) },
        };
    return { findings: [finding] };
  }
  const wish = { ratio: [width, height] as const, widths: [Math.min(width, WIDEST_POSTER)], formats: ['jpeg' as const], encoders: POSTER };
  const [job] = planImages({ ...asset, facts: asset.facts }, { ...wish, places: ['poster'] }, sharp);
  return { job, findings: [] };
}

/** Chapters as search engines show them: key moments. Without a page of their own they lead to the film itself, at their time. */
function clipsIn(chapters: readonly Chapter[] | undefined, seconds: number) {
  if (!chapters) return undefined;
  return chapterSpans(chapters, seconds).map(({ from, to, title }) => ({ name: title, startOffset: from, endOffset: to }));
}
