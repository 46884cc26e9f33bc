/** Subset fonts: the glyphs that are used, the axes that are kept, and the `@font-face` that names them. */
import type { FontFace } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import { jobKeyOf, shortKey } from '../model/key.ts';
import { LONGEST_NAME, safeName } from '../model/safe-name.ts';

export type FontRecipe = {
  /** Characters to keep, sorted by code point, each once. */
  readonly characters: string;
  readonly axes: Readonly<Record<string, number | readonly [number, number]>>;
  /** `sfnt`: as programs other than browsers read it. */
  readonly format: 'woff2' | 'sfnt';
};

/** Printable ASCII: kept on sites whether used or not, so that a changed word does not rename the font. */
export const BASIC_LATIN = Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)).join('');

/** Each visible character of the texts once, in code-point order. */
export function charactersOf(texts: Iterable<string>): string {
  const points = new Set<number>();
  for (const text of texts) for (const character of text) points.add(character.codePointAt(0) as number);
  const visible = [...points].filter((point) => point >= 32 && !(point >= 0xe000 && point <= 0xf8ff));
  return visible
    .sort((a, b) => a - b)
    .map((point) => String.fromCodePoint(point))
    .join('');
}

export function planFont(face: FontFace, characters: string, tool: string, format: FontRecipe['format'] = 'woff2'): Job<FontRecipe> {
  const recipe: FontRecipe = { characters, axes: face.axes, format };
  const inputs = [{ from: 'store', digest: face.digest }] as const;
  const key = jobKeyOf({ kind: 'font', tool, recipe, inputs });
  // With key and ending it may not outgrow what ad servers take.
  const name = safeName(`${face.family}${face.style === 'italic' ? '-italic' : ''}`, LONGEST_NAME - 17);
  return {
    key,
    kind: 'font',
    tool,
    recipe,
    inputs,
    file: `${name}-${shortKey(key)}.${format === 'sfnt' ? 'ttf' : format}`,
    label: `${face.family} ${face.style}, ${[...characters].length} glyphs`,
    batch: `font ${key}`,
  };
}

/** @param url as the stylesheet writes it. */
export function fontFaceCss(face: FontFace, url: string): string {
  const range = (tag: string, fallback: string): string => {
    const axis = face.axes[tag];
    if (axis === undefined) return fallback;
    return typeof axis === 'number' ? String(axis) : axis.join(' ');
  };
  const stretch = range('wdth', '');
  return [
    '@font-face{',
    `font-family:${JSON.stringify(face.family)};`,
    `font-style:${face.style};`,
    `font-weight:${range('wght', '400')};`,
    stretch
      ? `font-stretch:${stretch
          .split(' ')
          .map((percent) => `${percent}%`)
          .join(' ')};`
      : '',
    'font-display:swap;',
    `src:url(${JSON.stringify(url)}) format("woff2")}`,
  ].join('');
}
