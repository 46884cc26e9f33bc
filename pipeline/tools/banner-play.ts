/** Plays a banner on Kader's clock and looks whenever something may have moved: when it stops, how it flashes, what it costs. */
/// <reference lib="dom" />
import type { BannerFacts } from '../model/facts.ts';
import { type Cells, cellsOf, flashesOf, isFieldSmall, suspectOf } from '../pixels/flashes.ts';
import { advance, openUnit, pixelsOf, type Seat, type Shot, type Staged, shoot } from './banner-stage.ts';
import { ON_CLOCK } from './banner-watch.ts';
import type { Visit } from './browser-visit.ts';

/** Watched for so many s: the longest that any platform allows a banner to move (Google Ads, read November 2026). */
const HORIZON = 30;
/** What moves within so many s of the horizon does not stop there. */
const STILL_FOR = 1;
/** Between looks, in s, unevenly: what flashes in step with the looks would not be seen. */
const STEPS = [0.28, 0.33, 0.23, 0.3, 0.26, 0.35, 0.21] as const;
/** Of a banner in which nothing moved for a while, or that has moved longer than the strictest platforms allow. */
const CALM_STEP = 1;
const STRICTEST = 15.5;
/** Looks per s where it may flash. */
const CLOSE = 30;
/** Real ms that a banner may take for its scripts, all its clock together. */
const PATIENCE = 6000;
/** Chrome's heavy-ad limits look at 30 s and at all (developer.chrome.com, January 2026); a minute stands for all. */
const MINUTE = 60;

export interface Look {
  /** In s after it was ready. */
  readonly at: number;
  readonly shot: Shot;
  /** When the document last changed, in s. */
  readonly changed: number;
}

export interface Played extends Pick<BannerFacts, 'lastChange' | 'cpu'> {
  readonly visit: Visit;
  readonly looks: readonly Look[];
  readonly zero: number;
  /** Where something large went bright and dark frame by frame, in s. */
  readonly flickers: number | undefined;
  /** As it stood when it stopped, or at the horizon. */
  readonly last: Shot;
  /** In s. */
  readonly until: number;
}

/**
 * The page shows the end of the play afterwards.
 * @param begin is called before anything moves: GSAP forgets what has ended
 */
export async function playUnit(seat: Seat, query: string, begin: (zero: number) => Promise<void>): Promise<Played> {
  const opened = await openUnit(seat, ON_CLOCK, query);
  await begin(opened.zero);
  const looks: Look[] = [];
  const { until, isBusy, lags } = await watchThrough(seat, opened, looks, coarsely);
  const last = (looks.at(-1) as Look).shot;
  const flickered = await seat.page.evaluate(() => (window as unknown as Staged).kaderWitness?.seen.flickers);
  const flickers = flickered === undefined ? undefined : (flickered - opened.zero) / 1000;
  if (isBusy && !lags) await advance(seat.page, opened.zero + MINUTE * 1000, PATIENCE);
  const cpu = await costOf(seat, isBusy);
  return { ...opened, looks, flickers, last, until, lastChange: stopOf(looks, isBusy), cpu };
}

/** When to look next, in s; undefined: no more. */
type Next = (turn: number, at: number, isCalm: boolean) => number | undefined;

const coarsely: Next = (turn, at, isCalm) =>
  at >= HORIZON ? undefined : Math.min(HORIZON, at + (isCalm || at > STRICTEST ? CALM_STEP : (STEPS[turn % STEPS.length] as number)));

async function watchThrough(
  { page, session }: Seat,
  { visit, zero }: { visit: Visit; zero: number },
  looks: Look[],
  next: Next,
): Promise<{ until: number; isBusy: boolean; lags: boolean }> {
  const from = performance.now();
  let at = 0;
  let calm = 0;
  for (let turn = 0; ; turn++) {
    const { requests } = visit;
    const { lags, stirred, isBusy, changed } = await page.evaluate(step, { to: zero + at * 1000, patience: PATIENCE / 2 });
    await visit.settled();
    const isStirred = stirred || visit.requests > requests;
    calm = isStirred ? 0 : calm + 1;
    const look = async (): Promise<void> => void looks.push({ at, shot: await shoot(session), changed: (changed - zero) / 1000 });
    if (isStirred || turn === 0) await look();
    const then = next(turn, at, calm > 5);
    if (!isBusy || lags || then === undefined || performance.now() - from > 4 * PATIENCE) {
      // Whatever no witness saw: the end is looked at in any case.
      if (!isStirred) await look();
      return { until: at, isBusy, lags };
    }
    at = then;
  }
}

/** In the page: moves the clock, and tells what came of it. */
async function step({ to, patience }: { to: number; patience: number }) {
  const { kaderWatch: watch, kaderWitness: witness } = window as unknown as Staged;
  await watch?.advance(to, patience);
  return {
    lags: (watch?.now() ?? to) < to,
    stirred: watch?.stirred() ?? true,
    isBusy: watch?.busy() ?? false,
    changed: witness?.seen.changed ?? 0,
  };
}

/** The last moment at which it looked otherwise than at the end; null when that is the horizon. */
function stopOf(looks: readonly Look[], isBusy: boolean): number | null {
  const end = looks.at(-1) as Look;
  const other = looks.findLastIndex(({ shot }) => shot !== end.shot);
  if (other < 0) return 0;
  const [before, after] = [looks[other] as Look, looks[other + 1] as Look];
  if (isBusy && after.at > HORIZON - STILL_FOR) return null;
  // Between two looks, the document tells.
  return round(after.changed > before.at && after.changed <= after.at ? after.changed : after.at);
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;

/** The most flashes in any second. Looks closely, in a play of its own, only where the witness or the coarse looks saw light go up and down. */
export async function flashesIn(
  seat: Seat,
  { looks, flickers }: Played,
  size: readonly [number, number],
  query: string,
): Promise<{ general: number; red: number }> {
  // A unit smaller than what may flash needs no eyes.
  if (isFieldSmall(size)) return { general: 0, red: 0 };
  const suspect = flickers === undefined ? suspectOf(await cellsIn(looks)) : ([Math.max(0, flickers - 1.1), flickers + 0.9] as const);
  if (!suspect) return { general: 0, red: 0 };
  const opened = await openUnit(seat, ON_CLOCK, query);
  const close: Look[] = [];
  const [from, to] = suspect;
  const next: Next = (turn, at) => (turn === 0 ? Math.max(from, 1 / CLOSE) : at < to ? at + 1 / CLOSE : undefined);
  await watchThrough(seat, opened, close, next);
  return flashesOf(await cellsIn(close));
}

async function cellsIn(looks: readonly Look[]): Promise<Cells[]> {
  const found: Cells[] = [];
  let known: { shot: Shot; cells: Cells } | undefined;
  for (const { at, shot } of looks) {
    const cells: Cells = known?.shot === shot ? { ...known.cells, at } : cellsOf(await pixelsOf(shot), at);
    known = { shot, cells };
    found.push(cells);
  }
  return found;
}

/** Seconds of the main thread in any 30 s and in the first minute, by the clock: scripts, style and layout of every frame. */
async function costOf({ page }: Seat, goesOn: boolean): Promise<BannerFacts['cpu']> {
  const { work, now } = await page.evaluate(() => {
    const watch = (window as unknown as Staged).kaderWatch;
    return { work: Array.from(watch?.work ?? [], (ms) => ms ?? 0), now: watch?.now() ?? 0 };
  });
  const seconds = Array.from({ length: MINUTE }, (_, at) => (work[at] ?? 0) / 1000);
  const played = Math.max(1, Math.ceil(now / 1000));
  // What did not get through a minute goes on as it did.
  if (goesOn && played < MINUTE) seconds.fill(seconds.reduce((sum, one) => sum + one, 0) / played, played);
  const sum = (from: number, to: number): number => seconds.slice(from, to).reduce((all, one) => all + one, 0);
  const windows = Array.from({ length: MINUTE - 29 }, (_, from) => sum(from, from + 30));
  return { in30: round(Math.max(...windows)), in60: round(sum(0, MINUTE)) };
}
