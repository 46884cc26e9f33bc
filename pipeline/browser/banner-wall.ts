/** The grid of units: groups and cards, of which only those in view run. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { BannerPageData, SheetUnit } from '../model/banner-sheet.ts';
import { captionOf } from './banner-caption.ts';
import { find, make } from './banner-dom.ts';
import type { Ready } from './banner-frame.ts';
import { isRunning, openStand, type Stand, type StandEffects } from './banner-stand.ts';
import { groupsOf, passes, type View } from './banner-view.ts';

/** More run nowhere at once: a screen of the smallest sizes is filled by fewer. */
export const MOST_LIVE = 40;
/** Opened at once: each takes its part of the one thread that draws the page. */
const MOST_LOADING = 2;
/** While a hand still scrolls nothing is opened. */
const QUIET_MS = 90;
/** Cards filled between two breaths of the page. */
const AT_ONCE = 24;
/** Stands for the width of the page while it is hidden, in px. */
const LEAST_ROOM = 360;
/** A frame that says nothing by then is not waited for. */
const PATIENCE_MS = 5000;

interface Card {
  unit: SheetUnit;
  readonly element: HTMLElement;
  stand: Stand;
  /** Stage and caption stand in it. */
  isFilled: boolean;
  isNear: boolean;
  openedAt: number;
}

export interface Wall {
  /** Units, words and groups as they are now; what did not change is left as it stands. */
  setData(data: BannerPageData): void;
  setView(view: View): void;
  /** It said how long it is. */
  setReady(unit: SheetUnit): void;
  tell(): void;
  shown(): readonly SheetUnit[];
  /** All units in view run. */
  isSettled(): boolean;
  /** Goes to the one after or before; of nothing, to the first in view. */
  step(by: number): void;
  current(): SheetUnit | undefined;
  focus(name: string): void;
}

export function openWall(root: HTMLElement, effects: StandEffects, readyOf: (unit: SheetUnit) => Ready | undefined): Wall {
  let data: BannerPageData;
  let view: View;
  let cards = new Map<string, Card>();
  let timer = 0;
  let filling = 0;
  const byElement = new WeakMap<Element, Card>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const card = byElement.get(target);
        if (card) card.isNear = isIntersecting;
      }
      later();
    },
    { rootMargin: '240px' },
  );

  const later = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(settle, QUIET_MS);
  };
  const isInView = ({ element }: Card): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const isWaiting = ({ stand, openedAt }: Card): boolean => stand.isLoading() && performance.now() - openedAt < PATIENCE_MS;
  /**
   * Closes what went out of sight, opens what came into it: a few at a time, first what is in view. Browsers let frames
   * out of view sleep, so those are not waited for.
   */
  function settle(): void {
    const middle = innerHeight / 2;
    const isOpen = isRunning(view.show) && view.alone === '';
    const near = (isOpen ? [...cards.values()].filter(({ isNear, element }) => isNear && !element.hidden) : [])
      .map((card) => ({ card, box: card.element.getBoundingClientRect() }))
      .map(({ card, box }) => ({ card, far: Math.abs((box.top + box.bottom) / 2 - middle) }))
      .sort((one, other) => one.far - other.far)
      .slice(0, MOST_LIVE)
      .map(({ card }) => card);
    const kept = new Set(near);
    for (const card of cards.values()) if (card.stand.isLive() && !kept.has(card)) card.stand.setLive(false);
    const inView = near.filter(isInView);
    for (const row of [inView, near]) {
      let loading = row.filter((card) => isWaiting(card) && (row === inView || !inView.includes(card))).length;
      for (const card of row) {
        if (card.stand.isLive() || loading >= MOST_LOADING) continue;
        if (!card.isFilled) fill(card);
        card.openedAt = performance.now();
        card.stand.setLive(true);
        loading++;
      }
      if (row.some(isWaiting)) break;
    }
    if (near.some(({ stand }) => !stand.isLive())) timer = window.setTimeout(settle, PATIENCE_MS);
  }

  const scale = (card: Card, room = root.clientWidth): void => {
    const wanted = Math.min(view.zoom, (room || LEAST_ROOM) / card.unit.size[0]);
    card.stand.setScale(wanted);
    card.element.style.setProperty('--s', String(wanted));
    card.element.style.setProperty('--zoomed', wanted < view.zoom ? `"${Math.round(wanted * 100)} %"` : '""');
  };
  const caption = (card: Card): void => {
    if (card.isFilled) card.element.lastElementChild?.replaceWith(captionOf(card.unit, { data, view, ready: readyOf(card.unit) }));
  };
  const fill = (card: Card): void => {
    card.isFilled = true;
    card.element.replaceChildren(card.stand.element, captionOf(card.unit, { data, view, ready: readyOf(card.unit) }));
  };
  /** Hundreds of captions at once would hold up the page: those below are filled when it has time. */
  const fillOn = (): void => {
    clearTimeout(filling);
    const empty = [...cards.values()].filter(({ isFilled }) => !isFilled);
    for (const card of empty.slice(0, AT_ONCE)) fill(card);
    if (empty.length > AT_ONCE) filling = window.setTimeout(fillOn, 0);
  };
  const makeCard = (unit: SheetUnit): Card => {
    const element = make('li', { class: 'card', 'data-unit': unit.name });
    const card: Card = { unit, element, stand: openStand(unit, view.show, effects), isFilled: false, isNear: false, openedAt: 0 };
    element.style.setProperty('--w', String(unit.size[0]));
    element.style.setProperty('--h', String(unit.size[1]));
    byElement.set(element, card);
    watcher.observe(element);
    return card;
  };
  /** All of it anew; a frame that is moved loads again, so this is for another order of things only. */
  const build = (): void => {
    watcher.disconnect();
    for (const { stand } of cards.values()) stand.close();
    cards = new Map();
    const sections: HTMLElement[] = [];
    for (const [value, units] of groupsOf(data.units, view)) {
      const list = make('ul', { class: 'units' });
      for (const unit of units) {
        const card = makeCard(unit);
        cards.set(unit.name, card);
        list.append(card.element);
      }
      const title = value === '' ? (data.words['all'] ?? '') : (data.words[value] ?? value.replace(/^(\d+)x(\d+)$/, '$1 × $2'));
      const head = make('h2', {}, title, make('span', { class: 'quiet count' }));
      sections.push(make('section', { class: 'group', 'aria-label': title }, head, list));
    }
    root.replaceChildren(...sections);
    // Read once: to write in between would have the page laid out again for each.
    const room = root.clientWidth;
    for (const card of cards.values()) scale(card, room);
    filter();
    fillOn();
  };
  const filter = (): void => {
    for (const section of root.querySelectorAll<HTMLElement>('.group')) {
      let count = 0;
      for (const item of section.querySelectorAll<HTMLElement>('.card')) {
        const card = byElement.get(item);
        item.hidden = !card || !passes(card.unit, view);
        if (!item.hidden) count++;
      }
      section.hidden = count === 0;
      find('.count', section).textContent = String(count);
    }
    later();
  };

  const visible = (): Card[] => [...cards.values()].filter(({ element }) => !element.hidden);
  const currentCard = (): Card | undefined => {
    const focused = document.activeElement?.closest('.card');
    return focused ? byElement.get(focused) : undefined;
  };
  const focusOn = (card: Card): void => {
    if (!card.isFilled) fill(card);
    find('.open', card.element).focus();
  };
  addEventListener('resize', () => {
    const room = root.clientWidth;
    for (const card of cards.values()) scale(card, room);
    later();
  });
  return {
    setData(next) {
      const before = data?.units.map(({ name }) => name).join('\n');
      data = next;
      if (before !== next.units.map(({ name }) => name).join('\n')) return view && build();
      for (const unit of next.units) {
        const card = cards.get(unit.name);
        if (!card) continue;
        const isOther = card.unit.digest !== unit.digest || card.unit.before?.page !== unit.before?.page;
        card.unit = unit;
        if (isOther) {
          card.stand.close();
          card.stand = openStand(unit, view.show, effects);
          scale(card);
          fill(card);
        } else caption(card);
      }
      filter();
    },
    setView(next) {
      const last = view;
      view = next;
      if (!last || last.group !== next.group) return build();
      const isTold = last.picked['target']?.join() !== next.picked['target']?.join();
      const room = root.clientWidth;
      const isReopened = last.isReduced !== next.isReduced;
      for (const card of cards.values()) {
        if (isReopened) card.stand.setLive(false);
        card.stand.setShow(next.show);
        if (last.zoom !== next.zoom) scale(card, room);
        if (isTold) caption(card);
      }
      filter();
    },
    setReady(unit) {
      const card = cards.get(unit.name);
      if (card?.unit.digest === unit.digest) caption(card);
      clearTimeout(timer);
      timer = window.setTimeout(settle, 0);
    },
    tell() {
      for (const { stand } of cards.values()) if (stand.isLive()) stand.tell();
    },
    shown: () => visible().map(({ unit }) => unit),
    isSettled: () => visible().every((card) => !isInView(card) || (card.stand.isLive() && !card.stand.isLoading())),
    step(by) {
      const all = visible();
      const at = all.findIndex(({ element }) => element === document.activeElement?.closest('.card'));
      const first = all.findIndex(({ element }) => element.getBoundingClientRect().bottom > 80);
      const next = all[at === -1 ? Math.max(0, first) : Math.max(0, Math.min(all.length - 1, at + by))];
      if (next) focusOn(next);
    },
    current: () => (currentCard() ?? visible().find(({ element }) => element.getBoundingClientRect().bottom > 80))?.unit,
    focus(name) {
      const card = cards.get(name);
      if (card) focusOn(card);
    },
  };
}
