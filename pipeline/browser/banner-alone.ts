/** One unit by itself: large, with all that is known of it, and beside how it was. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type BannerPageData, SHOTS, type SheetUnit } from '../model/banner-sheet.ts';
import { aboutOf, chipElement, chipsOf, findingsOf } from './banner-caption.ts';
import { addressOf, bytesText, find, make } from './banner-dom.ts';
import type { Ready } from './banner-frame.ts';
import { openStand, type Stand, type StandEffects } from './banner-stand.ts';
import { packagesOf, type Show, type View, verdictOf } from './banner-view.ts';

export interface Alone {
  set(unit: SheetUnit | undefined, data: BannerPageData, view: View): void;
  tell(): void;
  setReady(unit: SheetUnit): void;
  /** What a click of it would open. */
  setOpened(url: string): void;
}

export interface AloneEffects extends StandEffects {
  readonly readyOf: (unit: SheetUnit) => Ready | undefined;
  readonly onLeave: () => void;
  readonly onStep: (by: number) => void;
  readonly onShow: (show: Show) => void;
}

/** What is shown side by side where a unit was otherwise before. */
const COMPARED: readonly Show[] = ['before', 'banner', 'difference'];

export function openAlone(root: HTMLElement, effects: AloneEffects): Alone {
  const { word } = effects;
  let stands: Stand[] = [];
  let shown: { unit: SheetUnit; data: BannerPageData; view: View } | undefined;
  let state = '';

  const showsOf = (unit: SheetUnit, view: View): Show[] => {
    const packages = packagesOf(unit, view);
    const shots = SHOTS.filter((shot) => packages.some(({ shots }) => shots[shot]));
    return ['banner', ...shots, ...(unit.before ? (['difference'] as const) : [])];
  };
  const scaleAll = (): void => {
    if (!shown) return;
    const [width, height] = shown.unit.size;
    for (const { element, setScale } of stands) {
      const room = (element.closest('figure')?.clientWidth ?? innerWidth) || innerWidth;
      setScale(Math.min(shown.view.zoom, room / width, Math.max(0.2, (innerHeight * 2) / height)));
    }
  };

  function draw(unit: SheetUnit, view: View): void {
    for (const stand of stands) stand.close();
    const shows = showsOf(unit, view);
    const show = shows.includes(view.show) ? view.show : 'banner';
    const compared = show === 'difference' ? COMPARED : [show];
    stands = compared.map((one) => openStand(unit, one, effects));
    const tab = (one: Show): HTMLElement => {
      const button = make('button', { type: 'button', 'aria-pressed': String(one === show) }, word(one === 'difference' ? 'compare' : one));
      button.addEventListener('click', () => effects.onShow(one));
      return button;
    };
    const button = (name: string, label: string, act: () => void): HTMLElement => {
      const element = make('button', { type: 'button', class: name, title: word(label) }, word(name));
      element.addEventListener('click', act);
      return element;
    };
    const head = make(
      'header',
      { class: 'alone-head' },
      make('h2', { tabindex: -1 }, unit.id, make('span', { class: 'quiet' }, aboutOf(unit))),
      make(
        'div',
        { class: 'tools' },
        button('previous', 'previousUnit', () => effects.onStep(-1)),
        button('next', 'nextUnit', () => effects.onStep(1)),
        button('close', 'backToAll', effects.onLeave),
      ),
    );
    const figures = stands.map((stand, at) =>
      make(
        'figure',
        {},
        stand.element,
        compared.length > 1 ? make('figcaption', {}, word(compared[at] === 'banner' ? 'now' : (compared[at] ?? ''))) : undefined,
      ),
    );
    const tabs =
      shows.length > 1 ? make('div', { class: 'tabs', role: 'group', 'aria-label': word('shows') }, ...shows.map(tab)) : undefined;
    const work = make(
      'div',
      { class: 'work' },
      tabs,
      make('div', { class: 'figures' }, ...figures),
      make('p', { class: 'opened', role: 'status' }),
    );
    root.replaceChildren(head, make('div', { class: 'alone-body' }, work, make('aside', { class: 'about', 'aria-label': word('about') })));
    fillAbout();
    for (const stand of stands) stand.setLive(true);
    scaleAll();
  }

  function fillAbout(): void {
    if (!shown) return;
    const { unit, data, view } = shown;
    const told = { data, view, ready: effects.readyOf(unit) };
    const packages = packagesOf(unit, view);
    const findings = findingsOf(unit, told);
    const verdict = verdictOf(packages);
    const row = (name: string, ...value: (Node | string)[]): Node[] => [make('dt', {}, name), make('dd', {}, ...value)];
    const list = make('dl', {});
    list.append(...row(word('verdict'), make('span', { class: `verdict ${verdict}` }, word(verdict))));
    if (packages.length > 1) {
      for (const one of packages)
        list.append(
          ...row(
            word(one.target),
            make('span', { class: `verdict ${one.verdict}` }, word(one.verdict)),
            one.zip ? ` ${bytesText(one.zip.bytes)}` : '',
          ),
        );
    } else if (packages[0]) list.append(...row(word('target'), word(packages[0].target)));
    for (const [axis, value] of Object.entries(unit.version)) list.append(...row(axis, value));
    list.append(...row(word('family'), unit.family), ...row(word('landing'), make('span', { class: 'url' }, unit.landing)));
    const labels = told.ready?.labels ?? unit.measured?.labels ?? [];
    if (labels.length > 0) list.append(...row(word('labels'), labels.map(({ name }) => name).join(', ')));
    if (unit.overrides.length > 0) list.append(...row(word('overridden'), unit.overrides.join(', ')));
    const before = unit.before;
    if (before?.zipBytes !== undefined) list.append(...row(word('before'), `${bytesText(before.zipBytes)} zip`));
    const files = packages.flatMap(({ zip, shots, target }) => [
      ...(zip?.path ? [{ path: zip.path, bytes: zip.bytes, target }] : []),
      ...SHOTS.flatMap((shot) => (shots[shot] ? [{ ...shots[shot], target }] : [])),
    ]);
    // Pictures that targets take alike are listed once; what is not for all says whose it is.
    const alike = new Map<string, { path: string; bytes: number; targets: string[] }>();
    for (const { path, bytes, target } of files) {
      const key = path.endsWith('.zip') ? path : `${path.split('/').at(-1)} ${bytes}`;
      const known = alike.get(key) ?? { path, bytes, targets: [] };
      known.targets.push(word(target));
      alike.set(key, known);
    }
    const links = [...alike.values()].map(({ path, bytes, targets }) => {
      const name = path.split('/').at(-1) ?? path;
      const whose = targets.length < packages.length ? [' ', make('span', { class: 'quiet' }, targets.join(', '))] : [];
      return make('li', {}, make('a', { href: addressOf(data.root, path), download: name }, name), ` ${bytesText(bytes)}`, ...whose);
    });
    if (unit.page)
      links.push(
        make('li', {}, make('a', { href: addressOf(data.root, unit.page), target: '_blank', rel: 'noopener' }, word('openAlone'))),
      );
    const items = findings.map(({ severity, message, advice, code }) =>
      make(
        'li',
        {},
        make('span', { class: `mark ${severity}` }, word(severity)),
        make('p', {}, message),
        make('p', { class: 'quiet' }, advice),
        make('p', { class: 'quiet code' }, code),
      ),
    );
    find('.about', root).replaceChildren(
      make('ul', { class: 'chips' }, ...chipsOf(unit, told).map((chip) => chipElement(chip, data.words))),
      list,
      make('h3', {}, word('findings')),
      items.length > 0 ? make('ul', { class: 'notes' }, ...items) : make('p', { class: 'quiet' }, word('none')),
      make('h3', {}, word('files')),
      make('ul', { class: 'files' }, ...links),
    );
  }
  addEventListener('resize', scaleAll);

  return {
    set(unit, data, view) {
      const isNew = unit?.name !== shown?.unit.name;
      root.hidden = !unit;
      if (!unit) {
        for (const stand of stands) stand.close();
        [stands, shown, state] = [[], undefined, ''];
        root.replaceChildren();
        return;
      }
      shown = { unit, data, view };
      // What decides which frames stand there; all else is told to them.
      const next = JSON.stringify([unit.name, unit.digest, unit.before, view.show, view.isReduced, view.picked['target']]);
      if (next !== state) {
        const place = document.activeElement?.closest('.tabs')
          ? [...root.querySelectorAll('.tabs button')].indexOf(document.activeElement)
          : -1;
        draw(unit, view);
        if (isNew) find('h2', root).focus({ preventScroll: true });
        else if (place >= 0) root.querySelectorAll<HTMLElement>('.tabs button')[place]?.focus();
      } else fillAbout();
      state = next;
      scaleAll();
      for (const stand of stands) stand.tell();
    },
    tell: () => {
      for (const stand of stands) stand.tell();
    },
    setReady: (unit) => {
      if (shown?.unit.name === unit.name) fillAbout();
    },
    setOpened(url) {
      if (shown) find('.opened', root).textContent = url;
    },
  };
}
