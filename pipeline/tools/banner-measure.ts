/** Measures a banner: plays it, looks at its texts at every label, puts it in frames, and clicks on it. */
/// <reference lib="dom" />
import type { BannerFacts } from '../model/facts.ts';
import { digestOf } from '../model/key.ts';
import type { ClickMechanism } from '../model/rules.ts';
import { isBlank } from '../pixels/blank.ts';
import { edgeOf } from '../pixels/edge.ts';
import type { Pixels } from '../pixels/pixels.ts';
import { showTheSame } from '../pixels/same.ts';
import { embedUnit, PUBLISHER, publisherPage } from './banner-embed.ts';
import { playThrough } from './banner-motion.ts';
import { flashesIn } from './banner-play.ts';
import { advance, pixelsOf, type Seat, type Shot, type Staged, seekTo, shoot, sizeTo } from './banner-stage.ts';
import { stubFor } from './banner-stubs.ts';
import { contrastsOf, lookAtTexts, measureFit, type TextLook } from './banner-texts.ts';
import { type Surroundings, sorted, type Visit } from './browser-visit.ts';

export interface UnitOnStage {
  readonly width: number;
  readonly height: number;
  readonly clickTag: string;
  readonly click?: ClickMechanism;
  /** Scripts from elsewhere that are at hand. */
  readonly libraries?: Surroundings['scripts'];
}

/** How a banner ends, for whoever captures it next. */
export interface EndFrame {
  readonly shot: Shot;
  /** In s. */
  readonly seconds: number;
  readonly labels: BannerFacts['labels'];
}

/** The ad server and the publisher round a unit. */
export function surroundingsOf({ width, height, clickTag, click = 'click-tag', libraries = [] }: UnitOnStage) {
  const stub = stubFor(click);
  return ({ otherOrigin }: Pick<Visit, 'otherOrigin'>): Surroundings => ({
    scripts: [...(stub?.scripts.map((address) => ({ address, code: stub.code(clickTag) })) ?? []), ...libraries],
    pages: new Map([
      [PUBLISHER, publisherPage(width, height, otherOrigin, stub?.query?.(clickTag) ?? '')],
      ...(stub?.files ?? []).map((file) => [file, stub?.code(clickTag) ?? ''] as const),
    ]),
  });
}

/** What an ad server adds to the address. */
export function queryOf({ click = 'click-tag', clickTag }: UnitOnStage): string {
  return stubFor(click)?.query?.(clickTag) ?? '';
}

export function endDigest({ data }: Pixels): string {
  return digestOf(data).slice(0, 16);
}

export async function measureUnit(seat: Seat, unit: UnitOnStage): Promise<{ facts: BannerFacts; end: EndFrame }> {
  const { page, session } = seat;
  const { width, height } = unit;
  await sizeTo(seat, unit);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.mouse.move(0, 0);
  const query = queryOf(unit);
  const { played, motion, end } = await playThrough(seat, query);
  const { visit, zero } = played;
  const stage = { zero, end };
  const looks: TextLook[] = [];
  // What cannot be sought has gone by.
  for (const { name, at } of motion.hasTimeline ? motion.labels : []) {
    if (at >= end) continue;
    await seekTo(page, at, stage);
    looks.push(await lookAtTexts(seat, name));
  }
  // From the start, so that the timeline writes over whatever else has moved its parts.
  if (motion.hasTimeline) await seekTo(page, 0, stage);
  await seekTo(page, 'end', stage);
  const last = await shoot(session);
  looks.push(await lookAtTexts(seat, 'end'));
  const fit = await measureFit(page, { width, height });
  const witnessed = await page.evaluate(readWitness);
  const pixels = await pixelsOf(last);
  const clickOpens = await clickMiddle(seat, visit, unit);
  // What comes after belongs to other visits; a film of what moved is looked at once more where it may flash.
  const flashes = await flashesIn(seat, played, [width, height], query);
  const faults = new Set([...visit.consoleErrors, ...visit.failed]);
  const embedded = await embedUnit(seat, { width, height }, { end: last, until: Math.max(end, played.until), faults });
  const facts: BannerFacts = {
    what: 'banner',
    ...motion,
    lastChange: played.lastChange,
    stillEnd: played.lastChange !== null && !motion.endless && (played.last === last || showTheSame(await pixelsOf(played.last), pixels)),
    flashes: flashes.general,
    redFlashes: flashes.red,
    reducedMotion: embedded.reducedMotion,
    costly: witnessed.costly,
    contrasts: contrastsOf(looks),
    ...fit,
    end: endDigest(pixels),
    ...(isBlank(pixels) ? { blank: true } : {}),
    edge: edgeOf(pixels),
    consoleErrors: sorted(visit.consoleErrors),
    failedRequests: sorted(visit.failed),
    outsideRequests: sorted(visit.outside),
    storage: witnessed.storage,
    ...(witnessed.storage.includes('cookie') ? { cookies: (await page.context().cookies(visit.origin)).length } : {}),
    dialogs: witnessed.dialogs,
    clickOpens,
    ...(clickOpens !== null && visit.leavings.length > 0 ? { clickLeaves: true } : {}),
    initial: visit.initial,
    subload: visit.subload,
    loadMs: witnessed.loadMs,
    cpu: played.cpu,
    frames: embedded.frames,
  };
  return { facts, end: { shot: last, seconds: end, labels: motion.labels } };
}

/** Written as the order writes it when it is the same address. */
export async function clickMiddle({ page }: Seat, visit: Visit, { width, height, clickTag }: UnitOnStage): Promise<string | null> {
  const before = await page.evaluate(() => (window as unknown as Staged).kaderWitness?.seen.opened.length ?? 0);
  await page.mouse.click(width / 2, height / 2);
  let opened: string | undefined;
  // A link that is followed takes a moment; a click that opens nothing costs the whole wait.
  for (let tries = 0; tries < 8 && opened === undefined; tries++) {
    opened = (await page.evaluate((from) => (window as unknown as Staged).kaderWitness?.seen.opened[from], before)) ?? visit.navigations[0];
    if (opened !== undefined) break;
    // Some handlers wait a moment of their own.
    const now = await page.evaluate(() => (window as unknown as Staged).kaderWatch?.now() ?? 0);
    await advance(page, now + 100, 200);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const address = opened ?? null;
  if (address === null) return null;
  return URL.canParse(address) && URL.canParse(clickTag) && new URL(address).href === new URL(clickTag).href ? clickTag : address;
}

/** In the page: what the witness saw by now. */
export function readWitness(): Pick<BannerFacts, 'storage' | 'dialogs' | 'costly' | 'loadMs'> {
  const { kaderWatch: watch, kaderWitness: witness } = window as unknown as Staged;
  const { used, dialogs, opened } = witness?.seen ?? { used: [], dialogs: [], opened: [] };
  const [timing] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return {
    storage: [...used].sort(),
    dialogs: [...dialogs, ...(opened.length > 0 ? ['open'] : [])].sort(),
    costly: watch?.costly() ?? [],
    loadMs: Math.round(timing?.loadEventStart ?? 0),
  };
}
