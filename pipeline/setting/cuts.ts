/** Cuts of film and sound as the order wants them: one for each channel and language, all times resolved against the clips. */
import { channelOf } from '../channels/media.ts';
import type { Asset } from '../model/asset.ts';
import type { Chapter } from '../model/chapters.ts';
import type { Rate } from '../model/clip.ts';
import type { Cut, CutPart, FilmCut, Music, SoundCut } from '../model/cut.ts';
import type { CutList } from '../model/cut-list.ts';
import type { AudioWish, CutWish, VideoWish } from '../model/cut-schema.ts';
import type { Finding } from '../model/finding.ts';
import { rateFor } from '../model/media-rules.ts';
import type { Order } from '../model/order.ts';
import { clockOf, readTime, type Time } from '../model/time.ts';
import { clipFor, stillFor, tellOf, type WishGround } from './cut-ground.ts';
import { type PartsOf, partsOf } from './cut-parts.ts';
import { momentIn, rateOfClip } from './cut-times.ts';
import { captionPlan, cuesOf, languagesOf, momentOf, titlesOf } from './cut-words.ts';

/**
 * What cannot be made as it is ordered is left out, and an error says why.
 * @param lists those that ingest could read
 * @returns cuts in the order of the order: films, then sound; channels, then languages
 */
export function resolveCuts(
  order: Order,
  assets: readonly Asset[],
  lists: readonly CutList[] = [],
): { readonly cuts: readonly Cut[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const ground = { order, assets: new Map(assets.map((asset) => [asset.name, asset])), lists, findings };
  const films = (order.deliver.video ?? []).flatMap((wish) => filmsOf({ ...ground, what: 'video', wish }, wish));
  const sounds = (order.deliver.audio ?? []).flatMap((wish) => soundsOf({ ...ground, what: 'audio', wish }, wish));
  return { cuts: [...films, ...sounds], findings };
}

/** What film and sound have in common; nothing when it cannot be made. */
interface Common {
  readonly found: PartsOf;
  readonly base: Omit<FilmCut, 'what' | 'channel' | 'titles' | 'captions' | 'cues' | 'rate'>;
}

function commonOf(ground: WishGround, wish: CutWish): Common | undefined {
  const found = partsOf(ground);
  const music = wish.music === undefined ? undefined : musicOf(ground, wish.music);
  if (!found || (wish.music !== undefined && !music)) return undefined;
  const { parts } = found;
  const seconds = secondsOf(parts);
  const [fadeIn, fadeOut] = wish.fade ?? found.fades;
  if (fadeIn + fadeOut > seconds) {
    tellOf(ground, 'cut-fade-too-long', 'fade', { fade: fadeIn + fadeOut, seconds });
    return undefined;
  }
  const line = wish.places?.['']?.[0] ?? 0;
  const loudness = wish.loudness === undefined ? {} : { loudness: wish.loudness };
  return { found, base: { name: wish.name, parts, ...(music ? { music } : {}), fadeIn, fadeOut, ...loudness, seconds, line } };
}

/** Without what parts share in their fades; the millionths of arithmetic go. */
function secondsOf(parts: readonly CutPart[]): number {
  return Math.round(parts.reduce((sum, { from, to, fade }) => sum + to - from - fade, 0) * 1e6) / 1e6;
}

function musicOf(ground: WishGround, wish: NonNullable<CutWish['music']>): Music | undefined {
  const { clip, in: start, gain, duck } = typeof wish === 'string' ? { clip: wish, gain: 0, duck: 12 } : { in: undefined, ...wish };
  const path = typeof wish === 'string' ? 'music' : 'music.clip';
  const asset = clipFor(ground, clip, 'sound', path);
  if (!asset) return undefined;
  const moment = start === undefined ? 0 : momentIn(asset, readTime(start) as Time);
  const end = asset.clip.sound?.seconds ?? asset.clip.seconds;
  if (typeof moment === 'number' && moment < end) return { clip, from: moment, gain, duck };
  if (typeof moment === 'number')
    tellOf(ground, 'cut-beyond-clip', 'music.in', { clip, time: String(start), end: clockOf(end), reason: '' });
  else tellOf(ground, 'cut-timecode-wrong', 'music.in', { clip, actual: String(start), reason: moment, rate: '' });
  return undefined;
}

const channelsOf = ({ channel }: CutWish): readonly string[] => (typeof channel === 'string' ? [channel] : channel);

function filmsOf(ground: WishGround, wish: VideoWish): FilmCut[] {
  const common = commonOf(ground, wish);
  const logo = wish.logo === undefined || stillFor(ground, wish.logo, 'logo') !== undefined;
  if (!common || !logo) return [];
  const { found, base } = common;
  const cues = cuesOf(found.parts, found.clips);
  const plan = captionPlan(
    wish,
    Object.values(cues).some((one) => one.length > 0),
  );
  const own = ownRate(found);
  const poster = posterOf(ground, wish, own, base.seconds);
  const chapters = chaptersOf(ground, wish, own, base.seconds);
  const languages = languagesOf(ground, wish, plan, cues);
  const titles = new Map(
    languages.map((one) => [one, titlesOf(ground, wish, one ?? ground.order.languages[0] ?? '', { seconds: base.seconds, rate: own })]),
  );
  const [width, height] = wish.ratio?.split(':').map(Number) ?? [];
  return channelsOf(wish).flatMap((channel) => {
    const pack = channelOf(channel);
    return languages.map(
      (language): FilmCut => ({
        what: 'video',
        ...base,
        channel,
        ...(language === undefined ? {} : { language }),
        titles: titles.get(language) ?? [],
        captions: plan.show,
        cues:
          plan.show === 'none'
            ? {}
            : plan.show === 'burned' && language
              ? { [language]: cues[language] ?? [] }
              : chosen(cues, plan.languages),
        ...(poster === undefined ? {} : { poster }),
        ...(wish.logo === undefined ? {} : { logo: wish.logo }),
        ...(width && height ? { ratio: [width, height] as const } : {}),
        ...(chapters.length > 0 ? { chapters } : {}),
        ...(wish.hls && channel === 'web' ? { hls: true as const } : {}),
        ...(wish.previews && channel === 'web' ? { previews: wish.previews } : {}),
        rate: pack ? rateFor(pack, own) : own,
      }),
    );
  });
}

/** Of tracks: those that were asked for, or all that there are. */
function chosen(cues: FilmCut['cues'], languages: readonly string[] | undefined): FilmCut['cues'] {
  const wanted = Object.entries(cues).filter(([language, one]) => one.length > 0 && (languages?.includes(language) ?? true));
  return Object.fromEntries(wanted);
}

/** Of the first part: what follows is brought to it. */
function ownRate({ clips }: PartsOf): Rate {
  const picture = clips[0]?.clip.picture;
  return picture ? rateOfClip(picture) : [25, 1];
}

function posterOf(ground: WishGround, { poster }: VideoWish, rate: Rate, seconds: number): number | undefined {
  if (poster === undefined) return undefined;
  const moment = momentOf(poster, rate);
  if (moment < seconds) return moment;
  tellOf(ground, 'cut-moment-outside', 'poster', { what: 'poster', time: String(poster), end: clockOf(seconds) }, 'warning');
  return undefined;
}

function chaptersOf(ground: WishGround, { chapters = [] }: CutWish, rate: Rate, seconds: number): Chapter[] {
  return chapters.flatMap(({ at, title }, index) => {
    const moment = momentOf(at, rate);
    if (moment < seconds) return [{ at: moment, title }];
    const args = { what: 'chapter', name: title, time: String(at), end: clockOf(seconds) };
    tellOf(ground, 'cut-moment-outside', `chapters[${index}].at`, args, 'warning');
    return [];
  });
}

function soundsOf(ground: WishGround, wish: AudioWish): SoundCut[] {
  const common = commonOf(ground, wish);
  const cover = wish.cover === undefined || stillFor(ground, wish.cover, 'cover') !== undefined;
  if (!common || !cover) return [];
  const { found, base } = common;
  const chapters = chaptersOf(ground, wish, ownRate(found), base.seconds);
  const title = wish.title ?? ground.order.title[ground.order.languages[0] ?? ''];
  const named = { ...(title === undefined ? {} : { title }), ...(wish.cover === undefined ? {} : { cover: wish.cover }) };
  const cues = chosen(cuesOf(found.parts, found.clips), undefined);
  const said = Object.keys(cues).length > 0 ? { cues } : {};
  return channelsOf(wish).map((channel): SoundCut => ({ what: 'audio', ...base, channel, ...named, chapters, ...said }));
}
