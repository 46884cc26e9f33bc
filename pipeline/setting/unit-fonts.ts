/** Fonts of banner units: the letters that a unit shows, and no more, as long as that pays. */
import { charactersOf, planFont } from '../jobs/font.ts';
import type { Finding } from '../model/finding.ts';
import { lacking, useOf } from '../model/font.ts';
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
      faces.map((face) => {
        const whole = useOf(face, 'banner').use === 'whole';
        return { face, characters: letters, job: { ...planFont(face, letters, tool, { whole }), file: fontFileOf(face) } };
      });
    planned.set(letters, fonts);
    return fonts;
  };
}

/**
 * What the licence of a face keeps a template from, and what a face cannot write.
 * @param hasTargets which may have the letters from a font server: then each is told for itself
 */
export function fontFindings(
  faces: readonly FontFace[],
  deliverable: string,
  units: readonly { readonly language: string; readonly text: string }[],
  hasTargets: boolean,
): Finding[] {
  const where = { deliverable };
  return faces.flatMap((face): Finding[] => {
    const { family } = face;
    const allowed = useOf(face, 'banner');
    const why = allowed.use === 'barred' ? allowed.why : allowed.use === 'outlines' ? 'outlines' : undefined;
    const barred = why && !hasTargets ? [forbidden(family, why, where)] : [];
    const whole = allowed.use === 'whole' ? [{ code: 'font-kept-whole', severity: 'warning', where, args: { family } } as const] : [];
    return [...barred, ...whole, ...lackingFindings(face, where, units)];
  });
}

export function forbidden(family: string, why: string, where: Finding['where'], target?: string): Finding {
  return { code: 'font-embedding-forbidden', severity: 'error', where, args: { family, why, ...(target ? { target } : {}) } };
}

/** One for each language. */
export function lackingFindings(
  face: FontFace,
  where: Finding['where'],
  texts: readonly { readonly language: string; readonly text: string }[],
): Finding[] {
  const lacked = new Map<string, Set<string>>();
  for (const { language, text } of texts)
    for (const character of lacking(face, text)) lacked.set(language, (lacked.get(language) ?? new Set()).add(character));
  return [...lacked].map(([language, characters]) => ({
    code: 'font-lacks-characters',
    severity: 'warning',
    where,
    args: { family: face.family, language, characters: [...characters].sort() },
  }));
}

/** In the unit: without key, so that the stylesheet is the same whatever the letters. */
export function fontFileOf({ family, style }: FontFace): string {
  return `${`${family}${style === 'italic' ? '-italic' : ''}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.woff2`;
}
