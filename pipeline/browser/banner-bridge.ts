/** In a banner that the preview shows: stands or runs as it is told, says what a click would open, and draws marks. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Heard, type Label, REDUCED, type Told } from '../model/banner-sheet.ts';
import { drawMarks } from './banner-marks.ts';

/** What Kader's run-time leaves in the window (motion.ts); a banner of CSS alone has none. */
interface Runtime {
  readonly ready: Promise<unknown>;
  readonly timeline?: { totalTime(): number; duration(): number; readonly labels?: Readonly<Record<string, number>> };
  seek(to: number | 'end'): unknown;
  facts(): { readonly seconds: number | null; readonly endless: boolean; readonly loops: number };
}

const runtime = (): Runtime | undefined => (window as unknown as { kader?: Runtime }).kader;
const say = (heard: Heard): void => parent.postMessage(heard, '*');
const wall = (): number => performance.timeOrigin + performance.now();
const isReduced = location.hash === REDUCED;
let told: Told | undefined;
let end = 0;
let frame = 0;

/** The switch decides, not the machine: who looks with little motion set may still have to judge the other. */
function settleMotionWish(): void {
  const rewritten = (query: string): string =>
    query
      .replace(/\(\s*prefers-reduced-motion\s*(:\s*reduce\s*)?\)/g, isReduced ? '(min-width: 0)' : '(max-width: 0)')
      .replace(/\(\s*prefers-reduced-motion\s*:\s*no-preference\s*\)/g, isReduced ? '(max-width: 0)' : '(min-width: 0)');
  const native = window.matchMedia.bind(window);
  window.matchMedia = (query) => native(rewritten(query));
  document.addEventListener('DOMContentLoaded', () => {
    for (const sheet of document.styleSheets) {
      try {
        for (const rule of sheet.cssRules) {
          if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-reduced-motion'))
            rule.media.mediaText = rewritten(rule.conditionText);
        }
      } catch {
        // Opened from disk, a page may not read its stylesheet: then only scripts are told.
      }
    }
  });
}

/** Nothing opens here: the address is told instead. */
function holdClicks(): void {
  const opened = (url: unknown): void => say({ kader: 'opened', url: String(url ?? '') });
  window.open = (url) => {
    opened(url);
    return null;
  };
  addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
      if (!link || !/^https?:$/.test(link.protocol)) return;
      event.preventDefault();
      opened(link.href);
    },
    true,
  );
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
    if (event.key === ' ') event.preventDefault();
    say({ kader: 'key', key: event.key, shift: event.shiftKey });
  });
}

/** Timeline, CSS animations and videos, all at this moment. */
function show(seconds: number): void {
  runtime()?.seek(seconds);
  for (const animation of document.getAnimations()) {
    animation.pause();
    animation.currentTime = seconds * 1000;
  }
  for (const video of document.querySelectorAll('video')) {
    video.pause();
    if (Number.isFinite(video.duration)) video.currentTime = Math.min(seconds, video.duration);
  }
}

function step(): void {
  cancelAnimationFrame(frame);
  if (!told || isReduced) {
    drawMarks(told);
    return;
  }
  const { time, since } = told;
  const now = since === null ? time : time + (wall() - since) / 1000;
  show(Math.max(0, Math.min(now, end)));
  drawMarks(told);
  if (since !== null && now < end) frame = requestAnimationFrame(step);
}

/** Ends of CSS animations in s, those without end left out. */
function cssEnds(): number[] {
  return document
    .getAnimations()
    .map(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0) / 1000)
    .filter(Number.isFinite);
}

async function begin(): Promise<void> {
  const own = runtime();
  await (own ? own.ready : document.fonts.ready);
  const facts = own?.facts() ?? { seconds: null, endless: false, loops: 1 };
  const timeline = own?.timeline;
  let pass = Math.max(0, ...cssEnds());
  if (own && timeline && !isReduced) {
    own.seek('end');
    end = Math.max(facts.seconds ?? timeline.totalTime(), ...cssEnds());
    pass = facts.endless ? end : timeline.duration();
  } else end = pass;
  const labels: Label[] = Object.entries(timeline?.labels ?? {}).map(([name, at]) => ({ name, at }));
  step();
  say({ kader: 'ready', seconds: end, pass, loops: facts.loops, isEndless: facts.endless, labels: labels.sort((a, b) => a.at - b.at) });
}

// Opened by itself it is the banner as it is.
if (parent !== window) {
  settleMotionWish();
  holdClicks();
  addEventListener('message', ({ source, data }: MessageEvent) => {
    if (source !== parent || (data as Told | null)?.kader !== 'tell') return;
    told = data as Told;
    step();
  });
  // The run-time stands in the window when the page's own scripts have run.
  addEventListener('DOMContentLoaded', () => void begin());
}
