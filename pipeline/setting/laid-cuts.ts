/** Lays the cuts of an order: each film and sound for its channel, with all its files, before any of them is made. */
import { channelOf } from '../channels/media.ts';
import { planAudio } from '../jobs/audio.ts';
import { deliveredAs, planFilm } from '../jobs/cut.ts';
import { clipsOf, shownOf, sizeOf } from '../jobs/cut-picture.ts';
import { planSound } from '../jobs/sound.ts';
import { RATE } from '../jobs/sound-parts.ts';
import { planWaveform, waveformColour } from '../jobs/waveform.ts';
import { demuxerOf } from '../model/clip.ts';
import type { Cut, FilmCut, SoundCut } from '../model/cut.ts';
import type { CutList } from '../model/cut-list.ts';
import type { SoundRecipe } from '../model/cut-recipe.ts';
import type { FontFace } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import type { LaidCut } from '../model/layout.ts';
import type { Order } from '../model/order.ts';
import { resolveCuts } from './cuts.ts';
import type { Frame, Gathered, LayoutEffects } from './gather.ts';
import type { FilmToTitle } from './title-units.ts';
import { type SetTitle, setTitles } from './titles.ts';

/** @param only one kind of them; absent: both */
export async function setCuts(
  frame: Frame,
  effects: LayoutEffects,
  gathered: Gathered,
  lists: readonly CutList[],
  only?: 'video' | 'audio',
): Promise<LaidCut[]> {
  const { toolchain, keepText } = effects;
  const { cuts, findings } = resolveCuts(frame.order, [...frame.assets.values()], lists);
  gathered.findings.push(...findings);
  const wanted = cuts.filter(({ what }) => only === undefined || what === only);
  const titles = await setTitles(frame, filmsToTitle(wanted, frame), effects, gathered);
  const laid: LaidCut[] = [];
  for (const cut of wanted) {
    const planned = cut.what === 'video' ? laidFilm(cut, frame, toolchain, titles.get(cut)) : laidSound(cut, frame, toolchain);
    if (!planned) continue;
    for (const job of planned.jobs) gathered.jobs.set(job.key, job);
    const texts = await Promise.all(planned.texts.map(keepText));
    laid.push({ ...planned.laid, texts });
  }
  return laid;
}

/** Those that can be made and have titles, with the size that these must have. */
function filmsToTitle(cuts: readonly Cut[], { assets }: Frame): FilmToTitle[] {
  return cuts.flatMap((cut): FilmToTitle[] => {
    const channel = channelOf(cut.channel);
    if (cut.what !== 'video' || cut.titles.length === 0 || !channel) return [];
    const first = clipsOf(cut, assets)?.get(cut.parts[0]?.clip ?? '');
    if (!first) return [];
    const { width, height } = sizeOf(cut, channel, shownOf(cut.parts[0], first));
    return [{ cut, name: `video/${deliveredAs(cut)}`, size: [width, height], safe: channel.make?.safe }];
  });
}

/** The order with nothing of film and sound but what its own pages can play. */
export function playedOnPages(order: Order): Order {
  const { video = [], audio = [] } = order.deliver;
  const ofWeb = <T extends { readonly channel: string | readonly string[] }>(wishes: readonly T[]): T[] =>
    wishes.filter(({ channel }) => [channel].flat().includes(WEB)).map((wish) => ({ ...wish, channel: WEB }));
  return { ...order, deliver: { ...order.deliver, video: ofWeb(video), audio: ofWeb(audio) } };
}

/** Channel of what pages play. */
export const WEB = 'web';

type Planned = { readonly jobs: readonly Job[]; readonly texts: readonly string[]; readonly laid: Omit<LaidCut, 'texts'> };

function laidFilm(
  cut: FilmCut,
  { assets, house }: Frame,
  toolchain: LayoutEffects['toolchain'],
  titles: readonly SetTitle[] = [],
): Planned | undefined {
  const channel = channelOf(cut.channel);
  if (!channel) return undefined;
  const sound = planSound({ cut, assets, channel, ffmpeg: toolchain.ffmpeg });
  const film = planFilm({
    ...{ cut, assets, channel, toolchain, sound, face: faceOf(house.fonts), interlaced: house.rules.clip?.interlaced },
    titles: titles.map(({ laid }) => laid),
  });
  if (!film) return undefined;
  const jobs = [...titles.flatMap((title) => title.jobs), ...film.jobs];
  const name = `video/${deliveredAs(cut)}`;
  const inside = ({ path, from }: LaidCut['files'][number]) => ({ path: `${name}/${path}`, from });
  const made = new Set(film.films.map(({ path }) => path));
  const waveform = sound && waveformOf(sound, deliveredAs(cut), house.tokens, toolchain.ffmpeg);
  return {
    jobs: [...jobs, ...(waveform ? [waveform] : [])],
    texts: film.texts,
    laid: {
      name,
      cut,
      files: film.files.map(inside),
      media: film.files.filter(({ path }) => made.has(path)).map(inside),
      soundOnly: soundOnlyOf(cut),
      assets: usedBy(cut, [cut.logo, ...titles.flatMap(({ told }) => told.assets ?? [])]),
      film: { ...film, jobs },
      ...(titles.length > 0 ? { titles: titles.map(({ told }) => told) } : {}),
      ...(sound ? { heard: sound.key } : {}),
      proofs: {
        ...(film.strip ? { strip: film.strip } : {}),
        ...(waveform ? { waveform: { path: `cuts/${deliveredAs(cut)}.svg`, key: waveform.key } } : {}),
      },
    },
  };
}

function laidSound(cut: SoundCut, { assets, house, order }: Frame, toolchain: LayoutEffects['toolchain']): Planned | undefined {
  const channel = channelOf(cut.channel);
  if (!channel) return undefined;
  const { production, client } = order;
  const planned = planAudio({ cut, assets, channel, order: { production, client, url: order.deliver.site?.url }, house, toolchain });
  if (!planned) return undefined;
  const { name, files, assets: used } = planned.deliverable;
  return {
    jobs: planned.jobs,
    texts: [],
    laid: {
      name,
      cut,
      files,
      media: files.slice(0, planned.played.light ? 2 : 1),
      assets: used,
      soundOnly: soundOnlyOf(cut),
      sound: { jobs: planned.jobs, ...planned.played },
      heard: planned.sound.key,
    },
  };
}

/** Of the sound that goes into a film. */
function waveformOf(
  { key, recipe: { mix, output } }: Job<SoundRecipe>,
  name: string,
  tokens: Frame['house']['tokens'],
  ffmpeg: string,
): Job {
  const type = demuxerOf(output.container);
  const drawn = { from: { from: 'job', key } as const, type, seconds: mix.samples / RATE, channels: mix.channels, name };
  return planWaveform(drawn, waveformColour(tokens), ffmpeg);
}

function usedBy({ parts, music }: FilmCut, more: readonly (string | undefined)[]): string[] {
  const all = [...parts.map(({ clip }) => clip), music?.clip, ...more];
  return [...new Set(all.filter((one) => one !== undefined))].sort();
}

/** Of a film its music; of a sound all that it is cut from. */
function soundOnlyOf({ what, parts, music }: Cut): string[] {
  const seen = new Set(what === 'video' ? parts.map(({ clip }) => clip) : []);
  const heard = [...parts.map(({ clip }) => clip), ...(music ? [music.clip] : [])];
  return [...new Set(heard)].filter((name) => !seen.has(name)).sort();
}

/** Captions are read at a glance: upright letters of the house's first face. */
function faceOf(fonts: readonly FontFace[]): FontFace | undefined {
  return fonts.find(({ style }) => style === 'normal') ?? fonts[0];
}
