/** Lays the cuts of an order: each film and sound for its channel, with all its files, before any of them is made. */
import { channelOf } from '../channels/media.ts';
import { planAudio } from '../jobs/audio.ts';
import { deliveredAs, planFilm } from '../jobs/cut.ts';
import { planSound } from '../jobs/sound.ts';
import { RATE } from '../jobs/sound-parts.ts';
import { planWaveform, waveformColour } from '../jobs/waveform.ts';
import { demuxerOf } from '../model/clip.ts';
import type { FilmCut, SoundCut } from '../model/cut.ts';
import type { CutList } from '../model/cut-list.ts';
import type { SoundRecipe } from '../model/cut-recipe.ts';
import type { Finding } from '../model/finding.ts';
import type { FontFace } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import type { LaidCut } from '../model/layout.ts';
import type { Order } from '../model/order.ts';
import { resolveCuts } from './cuts.ts';
import type { Frame, Gathered, LayoutEffects } from './gather.ts';

/** @param only one kind of them; absent: both */
export async function setCuts(
  frame: Frame,
  { toolchain, keepText }: Pick<LayoutEffects, 'toolchain' | 'keepText'>,
  gathered: Gathered,
  lists: readonly CutList[],
  only?: 'video' | 'audio',
): Promise<LaidCut[]> {
  const { cuts, findings } = resolveCuts(frame.order, [...frame.assets.values()], lists);
  gathered.findings.push(...findings);
  const laid: LaidCut[] = [];
  for (const cut of cuts) {
    if (only && cut.what !== only) continue;
    const planned = cut.what === 'video' ? laidFilm(cut, frame, toolchain) : laidSound(cut, frame, toolchain);
    if (!planned) continue;
    if (cut.what === 'video') gathered.findings.push(...titlesLeftOut(cut, planned.laid.name));
    for (const job of planned.jobs) gathered.jobs.set(job.key, job);
    const texts = await Promise.all(planned.texts.map(keepText));
    laid.push({ ...planned.laid, texts });
  }
  return laid;
}

/** No film goes out without the words that were ordered on it. */
export function titlesLeftOut({ titles, line }: Pick<FilmCut, 'titles' | 'line'>, deliverable: string): Finding[] {
  const names = [...new Set(titles.map(({ template }) => template))];
  if (names.length === 0) return [];
  return [{ code: 'cut-titles-unmade', severity: 'error', where: { file: 'order.yaml', line, deliverable }, args: { names } }];
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

function laidFilm(cut: FilmCut, { assets, house }: Frame, toolchain: LayoutEffects['toolchain']): Planned | undefined {
  const channel = channelOf(cut.channel);
  if (!channel) return undefined;
  const sound = planSound({ cut, assets, channel, ffmpeg: toolchain.ffmpeg });
  const film = planFilm({ cut, assets, channel, toolchain, sound, face: faceOf(house.fonts), interlaced: house.rules.clip?.interlaced });
  if (!film) return undefined;
  const name = `video/${deliveredAs(cut)}`;
  const inside = ({ path, from }: LaidCut['files'][number]) => ({ path: `${name}/${path}`, from });
  const made = new Set(film.films.map(({ path }) => path));
  const waveform = sound && waveformOf(sound, deliveredAs(cut), house.tokens, toolchain.ffmpeg);
  return {
    jobs: [...film.jobs, ...(waveform ? [waveform] : [])],
    texts: film.texts,
    laid: {
      name,
      cut,
      files: film.files.map(inside),
      media: film.files.filter(({ path }) => made.has(path)).map(inside),
      assets: usedBy(cut, [cut.logo]),
      film,
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
      media: files.slice(0, 1),
      assets: used,
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

/** Captions are read at a glance: upright letters of the house's first face. */
function faceOf(fonts: readonly FontFace[]): FontFace | undefined {
  return fonts.find(({ style }) => style === 'normal') ?? fonts[0];
}
