/** Fonts of banner units: the letters that a unit shows, and no more, as long as that pays. */
import { charactersOf, planFont } from '../jobs/font.ts';
import type { FontFace } from '../model/house.ts';
import type { Job } from '../model/job.ts';

/**
 * A subset costs a quarter of a second (HarfBuzz and Brotli, November 2026), half the weight of one for all texts, and
 * changes with its own text alone. From this many different ones in a language all its units share one.
 */
const MOST_SUBSETS = 60;

export interface UnitFont {
  readonly face: FontFace;
  readonly characters: string;
  readonly job: Job;
}

/** @param texts what each unit shows, with its language */
export function unitFonts(
  faces: readonly FontFace[],
  texts: readonly { readonly language: string; readonly shown: string }[],
  tool: string,
): (unit: { readonly language: string; readonly shown: string }) => readonly UnitFont[] {
  const byLanguage = new Map<string, Map<string, string>>();
  for (const { language, shown } of texts) {
    const own = byLanguage.get(language) ?? new Map<string, string>();
    byLanguage.set(language, own);
    if (!own.has(shown)) own.set(shown, charactersOf([' ', shown]));
  }
  const shared = new Map<string, string>();
  for (const [language, own] of byLanguage) {
    if (new Set(own.values()).size > MOST_SUBSETS) shared.set(language, charactersOf([' ', ...own.keys()]));
  }
  const planned = new Map<string, readonly UnitFont[]>();
  return ({ language, shown }) => {
    const letters = shared.get(language) ?? byLanguage.get(language)?.get(shown) ?? charactersOf([' ', shown]);
    const fonts =
      planned.get(letters) ??
      faces.map((face) => ({ face, characters: letters, job: { ...planFont(face, letters, tool), file: fontFileOf(face) } }));
    planned.set(letters, fonts);
    return fonts;
  };
}

/** In the unit: without key, so that the stylesheet is the same whatever the letters. */
export function fontFileOf({ family, style }: FontFace): string {
  return `${`${family}${style === 'italic' ? '-italic' : ''}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.woff2`;
}
