/** The preview of banners at work: one view, one clock, and what every switch and key does with them. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { BannerPageData, BannerSheetData, SheetUnit } from '../model/banner-sheet.ts';
import { openAlone } from './banner-alone.ts';
import { drawBench, listenToClicks, openBench } from './banner-bench.ts';
import { openClock } from './banner-clock.ts';
import { openDeck } from './banner-deck.ts';
import { addressOf, find } from './banner-dom.ts';
import { listen, liveFrames, type Ready } from './banner-frame.ts';
import { type Act, actOf, listenToKeys } from './banner-keys.ts';
import { openRail } from './banner-rail.ts';
import type { StandEffects } from './banner-stand.ts';
import { openView, PAGES, passes, readView, type View, writeView } from './banner-view.ts';
import { openWall } from './banner-wall.ts';
import { giveZip } from './banner-zip.ts';

/** One step on a screen of 60 frames a second, and the leap, in s. */
const FRAME = 1 / 60;
const LEAP = 0.25;
/** The first banners begin together; one that hangs is not waited for longer. */
const BEGIN_MS = 4000;

let data = JSON.parse(find('#data').textContent ?? '{}') as BannerPageData;
const word = (name: string): string => data.words[name] ?? name;
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
const templates = new Set(data.units.map(({ template }) => template));
const start = openView(dark ? 'dark' : 'grey', still, templates.size > 1 ? 'template' : 'size');
let view = readView(location.hash, start);
const readies = new Map<string, { readonly digest: string; readonly ready: Ready }>();
const readyOf = ({ name, digest }: SheetUnit): Ready | undefined => {
  const known = readies.get(name);
  return known?.digest === digest ? known.ready : undefined;
};
const aloneUnit = (): SheetUnit | undefined => data.units.find(({ name }) => name === view.alone);
const shown = (): readonly SheetUnit[] => data.units.filter((one) => passes(one, view));
const looked = (): readonly SheetUnit[] => {
  const unit = aloneUnit();
  return unit ? [unit] : shown();
};

const clock = openClock(
  () => performance.timeOrigin + performance.now(),
  () => tellAll(),
);
const effects: StandEffects = {
  word,
  address: (path) => addressOf(data.root, path),
  told: (unit) => ({
    ...clock.state(),
    marks: { text: view.text, safe: view.safe },
    overflows: unit.measured?.overflows ?? [],
    safeBoxes: unit.safe,
  }),
  isReduced: () => view.isReduced,
  isClicking: () => view.isClicking,
  onReady(unit, ready) {
    readies.set(unit.name, { digest: unit.digest, ready });
    measure();
    deck.draw();
    wall.setReady(unit);
    alone.setReady(unit);
    begin();
  },
  onOpened(unit, url) {
    const isMeant = url === unit.landing;
    say(
      `${unit.id}: ${word(isMeant ? 'opens' : 'opensOther')} ${url === '' ? word('nothing') : url}${isMeant ? '' : ` (${word('landing')}: ${unit.landing})`}`,
    );
    alone.setOpened(url);
  },
  onKey: (key, isShift) => {
    const wanted = actOf(key, isShift);
    if (wanted) acts[wanted]();
  },
};
const wall = openWall(find('#wall'), effects, readyOf);
const alone = openAlone(find('#alone'), {
  ...effects,
  readyOf,
  onLeave: () => leave(),
  onStep: (by) => stepAlone(by),
  onShow: (show) => change({ show }),
});
const rail = openRail(find('#facets'), (picked) => change({ picked }));
const deck = openDeck(find('.deck'), {
  clock,
  word,
  playing: () => looked().flatMap((unit) => readyOf(unit) ?? []),
  isStill: () => view.isReduced,
  onToggle: () => acts.toggle(),
  onRestart: () => acts.restart(),
  onSeek: (seconds) => stand(seconds),
  onEnd: () => keep(),
});

let toast = 0;
function say(text: string): void {
  const place = find('#said');
  place.textContent = text;
  place.classList.add('on');
  clearTimeout(toast);
  toast = window.setTimeout(() => place.classList.remove('on'), 6000);
}

/** As long as the longest of what is looked at: by what it says itself, or as a browser measured it. */
function measure(): void {
  const lengths = looked().map((unit) => readyOf(unit)?.seconds ?? unit.measured?.seconds ?? 0);
  clock.setLength(Math.max(0, ...lengths));
}
function tellAll(): void {
  wall.tell();
  alone.tell();
}
/** Into the address, where a link takes it from; a running time is no place to link to. */
function keep(): void {
  const { time: _, ...rest } = view;
  const isTold = !clock.isPlaying() && hasBegun && !view.isReduced;
  history.replaceState(null, '', writeView(isTold ? { ...rest, time: clock.time() } : rest, start) || location.pathname + location.search);
}
function stand(seconds: number): void {
  hasBegun = true;
  clock.seek(Math.max(0, seconds));
  deck.draw();
  keep();
}

let hasBegun = false;
/** Plays from the start when all that is in view can, so that the first round is seen whole. */
function begin(isForced = false): void {
  if (hasBegun || clock.length() === 0 || (!isForced && view.alone === '' && !wall.isSettled())) return;
  hasBegun = true;
  if (view.isReduced) return;
  if (view.time !== undefined) clock.seek(view.time);
  else clock.play();
  deck.draw();
}

function change(changes: Partial<View>): void {
  view = { ...view, ...changes };
  draw();
  keep();
}
function draw(): void {
  const unit = aloneUnit();
  document.body.dataset['page'] = view.page;
  document.body.classList.toggle('clicking', view.isClicking);
  document.body.classList.toggle('alone', unit !== undefined);
  measure();
  wall.setView(unit ? { ...view, alone: unit.name } : { ...view, alone: '' });
  alone.set(unit, data, view);
  find('#wall').hidden = unit !== undefined;
  rail.draw(data, view);
  drawBench(data, view, shown());
  tellAll();
  deck.draw();
}

function leave(): void {
  const { alone: name } = view;
  change({ alone: '', show: view.show === 'difference' ? 'banner' : view.show });
  wall.focus(name);
}
function stepAlone(by: number): void {
  const all = data.units.filter((one) => passes(one, view) || one.name === view.alone);
  const next = all[all.findIndex(({ name }) => name === view.alone) + by];
  if (next) change({ alone: next.name });
}
const byLabel = (by: 1 | -1): void => {
  const times = deck.labels().map(({ at }) => at);
  const now = clock.time();
  const next = by > 0 ? times.find((at) => at > now + 1e-3) : times.findLast((at) => at < now - 1e-3);
  stand(next ?? (by > 0 ? clock.length() : 0));
};
const acts: Record<Act, () => void> = {
  toggle() {
    if (view.isReduced) return;
    hasBegun = true;
    if (clock.isPlaying()) clock.pause();
    else clock.play();
    deck.draw();
    keep();
  },
  restart() {
    if (view.isReduced) return;
    hasBegun = true;
    clock.seek(0);
    clock.play();
    deck.draw();
    keep();
  },
  frameOn: () => stand(clock.time() + FRAME),
  frameBack: () => stand(clock.time() - FRAME),
  leapOn: () => stand(clock.time() + LEAP),
  leapBack: () => stand(clock.time() - LEAP),
  start: () => stand(0),
  end: () => stand(clock.length()),
  labelOn: () => byLabel(1),
  labelBack: () => byLabel(-1),
  alone: () => (view.alone === '' ? change({ alone: wall.current()?.name ?? '' }) : leave()),
  leave() {
    if (document.activeElement === find('#search')) {
      find<HTMLInputElement>('#search').value = '';
      change({ query: '' });
      wall.step(0);
    } else if (view.alone !== '') leave();
  },
  next: () => (view.alone === '' ? wall.step(1) : stepAlone(1)),
  previous: () => (view.alone === '' ? wall.step(-1) : stepAlone(-1)),
  search() {
    find<HTMLDetailsElement>('.rail details').open = true;
    find('#search').focus();
  },
  page: () => change({ page: PAGES[(PAGES.indexOf(view.page) + 1) % PAGES.length] ?? 'grey' }),
  zoom: () => change({ zoom: view.zoom === 1 ? 2 : 1 }),
  text: () => change({ text: !view.text }),
  safe: () => change({ safe: !view.safe }),
  reduced: () => change({ isReduced: !view.isReduced }),
  click: () => change({ isClicking: !view.isClicking }),
  compare: () => change({ show: view.show === 'difference' ? 'banner' : 'difference' }),
  keys: () => find<HTMLDialogElement>('#keys').showModal(),
};

/** Only what changed is shown anew; time, filters and place stay. */
function follow({ events, data: address }: NonNullable<BannerPageData['live']>): void {
  const builds = new EventSource(events);
  const catchUp = async (): Promise<void> => {
    const response = await fetch(address);
    if (!response.ok) return;
    data = { ...data, ...((await response.json()) as BannerSheetData) };
    measure();
    wall.setData(data);
    draw();
  };
  builds.onmessage = () => void catchUp();
  // What ended while this machine slept or the preview was begun anew.
  let isFirst = true;
  builds.onopen = () => {
    if (!isFirst) void catchUp();
    isFirst = false;
  };
}

listen();
listenToKeys((act) => acts[act]());
listenToClicks(
  () => view,
  change,
  (act) => acts[act](),
);
openBench({
  data: () => data,
  view: () => view,
  change,
  onGive: () => {
    giveZip(shown(), data, view).catch(() => say(word('giveFailed')));
  },
});
addEventListener('hashchange', () => {
  view = readView(location.hash, start);
  draw();
  if (view.time !== undefined) stand(view.time);
});
wall.setData(data);
draw();
setTimeout(() => begin(true), BEGIN_MS);
if (data.live) follow(data.live);
/** For whoever measures this page. */
Object.assign(window, { kaderPreview: { clock, liveFrames, view: () => view } });
