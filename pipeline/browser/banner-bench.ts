/** The bar of switches over the banners, and the fields beside it: what they say and what they set. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { BannerPageData, SheetUnit } from '../model/banner-sheet.ts';
import { find, make } from './banner-dom.ts';
import type { Act } from './banner-keys.ts';
import { nameOfFacet } from './banner-rail.ts';
import { facetsOf, type Show, type View } from './banner-view.ts';
import { filesToGive } from './banner-zip.ts';

/** By these nobody looks for what belongs together. */
const NO_GROUPS = ['target', 'since', 'overrides'];
/** Narrower, the filters would push the banners out of sight. */
const WIDE = 1000;

export function openBench(effects: {
  readonly data: () => BannerPageData;
  readonly view: () => View;
  readonly change: (changes: Partial<View>) => void;
  readonly onGive: () => void;
}): void {
  const { change, view } = effects;
  const { words } = effects.data();
  find('#search').addEventListener('input', (event) => change({ query: (event.target as HTMLInputElement).value }));
  find('#reset').addEventListener('click', () => {
    change({ picked: {}, query: '' });
    find('#search').focus();
  });
  find('#give').addEventListener('click', effects.onGive);
  const group = find<HTMLSelectElement>('#group');
  const facets = facetsOf(effects.data()).filter((facet) => !NO_GROUPS.includes(facet));
  for (const facet of [...facets, 'none']) {
    const name = facet === 'none' ? (words['noGroups'] ?? '') : nameOfFacet(facet, words);
    group.append(make('option', { value: facet }, name));
  }
  group.value = view().group;
  group.addEventListener('change', () => change({ group: group.value }));
  find<HTMLDetailsElement>('.rail details').open = innerWidth >= WIDE;
}

/** @param shown units that pass the filters */
export function drawBench(data: BannerPageData, view: View, shown: readonly SheetUnit[]): void {
  const { units, words } = data;
  find('#count').textContent = shown.length === units.length ? String(shown.length) : `${shown.length} / ${units.length}`;
  find('#nothing').hidden = shown.length > 0 || view.alone !== '';
  find('#reset').hidden = Object.keys(view.picked).length === 0 && view.query === '';
  find<HTMLSelectElement>('#group').value = view.group;
  const search = find<HTMLInputElement>('#search');
  if (search.value !== view.query) search.value = view.query;
  const zips = filesToGive(shown, view).filter((path) => path.endsWith('.zip'));
  const give = find<HTMLButtonElement>('#give');
  // From disk a page may not read the files beside it.
  give.hidden = zips.length === 0 || location.protocol === 'file:';
  give.textContent = (words['give'] ?? '').replace('{count}', String(zips.length));
  for (const button of document.querySelectorAll<HTMLElement>('[data-set]')) {
    const [name = '', value = ''] = (button.dataset['set'] ?? '').split('=');
    button.setAttribute('aria-pressed', String(String(view[name as keyof View]) === value));
    if (name === 'show') button.hidden = !isOffered(value as Show, units) && view.show !== value;
  }
  find('#shows').hidden = find('#shows').querySelectorAll('[data-set]:not([hidden])').length < 2;
}

function isOffered(show: Show, units: readonly SheetUnit[]): boolean {
  if (show === 'banner') return true;
  if (show === 'before' || show === 'difference') return units.some(({ before }) => before?.page);
  return units.some(({ packages }) => packages.some(({ shots }) => shots[show]));
}

/** Switches, names of units and their stages, and buttons that do what a key does. */
export function listenToClicks(view: () => View, change: (changes: Partial<View>) => void, act: (act: Act) => void): void {
  document.addEventListener('click', (event) => {
    const target = event.target as HTMLElement;
    const [name, value = ''] = (target.closest<HTMLElement>('[data-set]')?.dataset['set'] ?? '').split('=');
    if (name) {
      const next = value === 'true' ? view()[name as keyof View] !== true : name === 'zoom' ? Number(value) : value;
      return change({ [name]: next } as Partial<View>);
    }
    const stage = view().isClicking ? null : target.closest('#wall .stage');
    const opener = target.closest<HTMLElement>('[data-open]') ?? stage?.closest('.card')?.querySelector<HTMLElement>('[data-open]');
    if (opener) return change({ alone: opener.dataset['open'] ?? '' });
    const wanted = target.closest<HTMLElement>('[data-act]')?.dataset['act'] as Act | undefined;
    if (wanted) act(wanted);
  });
}
