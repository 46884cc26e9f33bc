/** The sizes that the script of a unit gives its texts, carried over to the page as no script has touched it. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { OutlineReading } from '../model/outline.ts';

/** Sizes that a script gave to texts, by what they are marked with, and what it told the stylesheet of them. */
export interface FittedSizes {
  readonly properties: Readonly<Record<string, string>>;
  readonly sizes: readonly { readonly selector: string; readonly size: string }[];
}

/** In the page, when its script has fitted its texts. */
export function readFittedSizes(): FittedSizes {
  const { style } = document.body;
  const properties = [...style].filter((name) => name.startsWith('--fit-')).map((name) => [name, style.getPropertyValue(name)]);
  const sizes = ['slot', 'fit', 'copy'].flatMap((mark) =>
    [...document.querySelectorAll<HTMLElement>(`[data-${mark}]`)].flatMap((element) => {
      const size = element.style.fontSize;
      return size ? [{ selector: `[data-${mark}="${CSS.escape(element.dataset[mark] ?? '')}"]`, size }] : [];
    }),
  );
  return { properties: Object.fromEntries(properties), sizes };
}

/** In the page, where no script has run. @returns the places of elements of the body that were fitted */
export function takeFittedSizes({ properties, sizes }: FittedSizes): OutlineReading['fitted'] {
  const all = [...document.body.querySelectorAll('*')];
  const fitted = new Map<number, number>();
  for (const [name, value] of Object.entries(properties)) document.body.style.setProperty(name, value);
  for (const { selector, size } of sizes) {
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      element.style.fontSize = size;
      if (!selector.startsWith('[data-copy')) fitted.set(all.indexOf(element), Number.parseFloat(size));
    }
  }
  return [...fitted].map(([place, px]) => ({ place, px }));
}
