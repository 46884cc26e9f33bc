/** One place in the preview where a unit is shown: running, as a still or film, as it was before, or as the difference. */
/// <reference lib="dom" />
import type { Heard, SheetUnit, Told } from '../model/banner-sheet.ts';
import { make } from './banner-dom.ts';
import { type Frame, openFrame, type Ready } from './banner-frame.ts';
import type { Show } from './banner-view.ts';

export interface Stand {
  readonly element: HTMLElement;
  /** What it needs frames for is shown as a picture while it is not live. */
  setLive(isLive: boolean): void;
  isLive(): boolean;
  /** Opened, and not all of it ready. */
  isLoading(): boolean;
  setShow(show: Show): void;
  setScale(scale: number): void;
  tell(): void;
  close(): void;
}

export interface StandEffects {
  /** Path of a file of the preview as this page asks for it. */
  readonly address: (path: string) => string;
  readonly told: (unit: SheetUnit) => Omit<Told, 'kader'>;
  readonly isReduced: () => boolean;
  readonly isClicking: () => boolean;
  readonly onReady: (unit: SheetUnit, ready: Ready) => void;
  readonly onOpened: (unit: SheetUnit, url: string) => void;
  readonly onKey: (key: string, isShift: boolean) => void;
  readonly word: (name: string) => string;
}

/** Pages that are opened for it, the lowest first. */
function pagesFor(unit: SheetUnit, show: Show): string[] {
  const { page, before } = unit;
  const wanted = { banner: [page], before: [before?.page], difference: [before?.page, page] }[show as string] ?? [];
  // A difference with nothing is none.
  return wanted.some((one) => one === undefined) ? [] : (wanted as string[]);
}

export function isRunning(show: Show): boolean {
  return show === 'banner' || show === 'before' || show === 'difference';
}

export function openStand(unit: SheetUnit, first: Show, effects: StandEffects): Stand {
  const { address, word } = effects;
  const [width, height] = unit.size;
  const sheet = make('div', { class: 'sheet' });
  const element = make('div', { class: 'stage' }, sheet);
  element.style.setProperty('--w', String(width));
  element.style.setProperty('--h', String(height));
  sheet.style.width = `${width}px`;
  sheet.style.height = `${height}px`;
  let show = first;
  let isLive = false;
  let frames: Frame[] = [];
  const shots = unit.packages.find(({ shots }) => shots.backup)?.shots ?? unit.packages[0]?.shots ?? {};

  const picture = (path: string, kind: string): HTMLElement => {
    const image = make('img', {
      src: address(path),
      alt: kind === 'poster' ? '' : `${unit.id}: ${word(kind)}`,
      class: kind,
      loading: 'lazy',
      decoding: 'async',
    });
    if (kind !== 'storyboard') [image.width, image.height] = [width, height];
    return image;
  };
  const blank = (text: string): HTMLElement => make('p', { class: 'blank' }, text);

  const hear = (heard: Heard): void => {
    if (heard.kader === 'opened') effects.onOpened(unit, heard.url);
    else if (heard.kader === 'key') effects.onKey(heard.key, heard.shift);
    else {
      if (show !== 'before') effects.onReady(unit, heard);
      tell();
      if (frames.every((frame) => frame.ready())) sheet.classList.add('runs');
    }
  };
  const closeFrames = (): void => {
    for (const frame of frames) frame.close();
    frames = [];
    sheet.classList.remove('runs', 'waits');
  };
  const openFrames = (): void => {
    const pages = pagesFor(unit, show);
    sheet.classList.toggle('waits', pages.length > 0);
    frames = pages.map((page, at) => {
      const title = `${unit.id}${show === 'banner' || at > 0 ? '' : ` (${word('before')})`}`;
      const frame = openFrame(sheet, { page: address(page), size: unit.size, title, isReduced: effects.isReduced(), onHeard: hear });
      frame.setInert(!effects.isClicking());
      return frame;
    });
  };
  const tell = (): void => {
    if (frames.length === 0) return;
    const told = effects.told(unit);
    for (const frame of frames) {
      frame.tell(told);
      frame.setInert(!effects.isClicking());
    }
  };
  const draw = (): void => {
    closeFrames();
    sheet.replaceChildren();
    element.dataset['show'] = show;
    if (isRunning(show)) {
      const still = show === 'before' ? unit.before?.backup : shots.backup?.path;
      if (pagesFor(unit, show).length === 0) sheet.append(blank(word(show === 'banner' ? 'notMade' : 'noBefore')));
      else if (still) sheet.append(picture(still, 'poster'));
      else sheet.append(blank(unit.id));
      if (isLive) openFrames();
    } else if (show === 'mp4') {
      const path = shots.mp4?.path;
      sheet.append(
        path
          ? make('video', { src: address(path), width, height, controls: true, muted: true, playsInline: true, preload: 'none' })
          : blank(word('notMade')),
      );
    } else {
      const path = shots[show as keyof typeof shots]?.path;
      sheet.append(path ? picture(path, show) : blank(word('notMade')));
    }
  };
  draw();
  return {
    element,
    isLive: () => isLive,
    isLoading: () => frames.some((frame) => !frame.ready()),
    setLive(next) {
      if (next === isLive) return;
      isLive = next;
      if (!isRunning(show)) return;
      if (isLive) openFrames();
      else closeFrames();
    },
    setShow(next) {
      if (next === show) return;
      show = next;
      draw();
    },
    setScale: (scale) => element.style.setProperty('--s', String(scale)),
    tell,
    close: closeFrames,
  };
}
