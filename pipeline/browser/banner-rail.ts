/** The filters of the preview of banners: every facet with its values, and how many units each would leave. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { BannerPageData } from '../model/banner-sheet.ts';
import { find, make } from './banner-dom.ts';
import { countValues, facetsOf, type View } from './banner-view.ts';

export interface Rail {
  draw(data: BannerPageData, view: View): void;
}

/** Facets of which a single value is worth a filter. */
const TELLING = new Set(['since', 'overrides']);

export function nameOfFacet(facet: string, words: Readonly<Record<string, string>>): string {
  return facet.startsWith('v.') ? facet.slice(2) : (words[facet] ?? facet);
}

export function openRail(root: HTMLElement, onPick: (picked: View['picked']) => void): Rail {
  let state = '';
  return {
    draw(data, view) {
      const next = JSON.stringify([data.units.map(({ name, digest, changed }) => [name, digest, changed]), view.picked, view.query]);
      if (next === state) return;
      state = next;
      const focused = (document.activeElement as HTMLElement | null)?.dataset['value'];
      const groups = facetsOf(data).flatMap((facet) => {
        const counts = countValues(data.units, facet, view);
        const picked = view.picked[facet] ?? [];
        if (counts.size < (TELLING.has(facet) ? 1 : 2) && picked.length === 0) return [];
        const buttons = [...counts].map(([value, count]) => {
          const isOn = picked.includes(value);
          const label = data.words[value] ?? value.replace(/^(\d+)x(\d+)$/, '$1 × $2');
          const button = make(
            'button',
            { type: 'button', 'aria-pressed': String(isOn), 'data-value': `${facet} ${value}`, class: count === 0 ? 'empty' : '' },
            label,
            make('span', { class: 'count' }, String(count)),
          );
          button.addEventListener('click', () => {
            const values = isOn ? picked.filter((one) => one !== value) : [...picked, value];
            const { [facet]: _, ...others } = view.picked;
            onPick(values.length > 0 ? { ...others, [facet]: values } : others);
          });
          return button;
        });
        const name = nameOfFacet(facet, data.words);
        return [make('div', { class: 'facet', role: 'group', 'aria-label': name }, make('h2', {}, name), ...buttons)];
      });
      root.replaceChildren(...groups);
      if (focused !== undefined) find(`[data-value="${CSS.escape(focused)}"]`, root)?.focus();
    },
  };
}
