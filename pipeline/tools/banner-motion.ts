/** What moves in a banner, by its own numbers: Kader's timeline, GSAP made elsewhere, CSS animations and videos. */
/// <reference lib="dom" />
import type { BannerFacts } from '../model/facts.ts';
import { type Played, playUnit } from './banner-play.ts';
import type { Seat, Staged } from './banner-stage.ts';

export type Motion = Pick<BannerFacts, 'seconds' | 'endless' | 'loops' | 'hasTimeline' | 'labels'>;

/** GSAP as far as a page made elsewhere shows it. */
interface ForeignTimeline {
  startTime(): number;
  totalDuration(): number;
  repeat?(): number;
  readonly labels?: Readonly<Record<string, number>>;
  getChildren?(nested?: boolean, tweens?: boolean, timelines?: boolean): readonly ForeignTimeline[];
}

/** In the page: the timeline's own numbers, Kader's or GSAP's, and those of CSS animations and videos, which no timeline knows of. */
export function readMotion(zero: number): Motion {
  const { kader, kaderWatch: watch, gsap } = window as unknown as Staged & { gsap?: { globalTimeline?: ForeignTimeline } };
  const own = kader?.facts() ?? { seconds: null, endless: false, loops: 1, hasTimeline: false };
  const foreign = own.hasTimeline ? [] : (gsap?.globalTimeline?.getChildren?.(false, true, true) ?? []);
  const endlessForeign = (gsap?.globalTimeline?.getChildren?.(true, true, true) ?? []).some((one) => (one.repeat?.() ?? 0) < 0);
  const ends = [...(watch?.ends() ?? []).map((ms) => (ms - zero) / 1000), ...foreign.map((one) => one.startTime() + one.totalDuration())];
  const endless = own.endless || ends.includes(Number.POSITIVE_INFINITY) || (!own.hasTimeline && endlessForeign);
  const known = [own.seconds, ...ends].filter((seconds) => seconds !== null);
  const named = own.hasTimeline ? [kader?.timeline?.labels ?? {}] : foreign.map(({ labels }) => labels ?? {});
  const labels = named.flatMap((all) => Object.entries(all).map(([name, at]) => ({ name, at: Math.round(at * 1000) / 1000 })));
  const loops = Math.max(own.loops, watch?.loops() ?? 1, ...foreign.map((one) => (one.repeat?.() ?? 0) + 1));
  return {
    seconds: endless || known.length === 0 ? null : Math.round(Math.max(...known) * 1000) / 1000,
    endless,
    loops: Number.isFinite(loops) ? loops : own.loops,
    hasTimeline: own.hasTimeline,
    labels: labels.sort((a, b) => a.at - b.at),
  };
}

/** Plays it to its end. @returns `end` in s: that of the timeline, or of what was seen to move. */
export async function playThrough(seat: Seat, query: string): Promise<{ played: Played; motion: Motion; end: number }> {
  let early: Motion | undefined;
  const played = await playUnit(seat, query, async (zero) => {
    early = await seat.page.evaluate(readMotion, zero);
  });
  const motion = together(await seat.page.evaluate(readMotion, played.zero), early);
  return { played, motion, end: motion.seconds ?? played.lastChange ?? Math.min(played.until, ENDLESS) };
}

/** Of what never ends so many s are captured: as long as the strictest platforms let a banner move. */
const ENDLESS = 15;

function together(late: Motion, early: Motion | undefined): Motion {
  if (!early || late.hasTimeline) return late;
  const seconds = [late.seconds, early.seconds].filter((one) => one !== null);
  const endless = late.endless || early.endless;
  return {
    ...late,
    endless,
    seconds: endless || seconds.length === 0 ? null : Math.max(...seconds),
    loops: Math.max(late.loops, early.loops),
    labels: early.labels.length > 0 ? early.labels : late.labels,
  };
}
