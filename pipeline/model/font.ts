/** What a font file says of itself, and what its licence lets a house do with it. */

export interface FontFacts {
  /** Version and `fsType` of the OS/2 table. */
  readonly os2: { readonly version: number; readonly fsType: number };
  /** What it calls its family, which need not be what the house calls it; absent: it does not say. */
  readonly family?: string;
  /** Code points that it has glyphs for, first and last of each range, ascending. */
  readonly covers: readonly (readonly [number, number])[];
}

/**
 * `granted`: web use and subsets are allowed in writing; `site-only`: on pages, not inside HTML5 banners; `outlines`: on pages, and
 * in banners drawn as outlines, never as a font.
 */
export type FontLicence = (typeof FONT_LICENCES)[number];
export const FONT_LICENCES = ['granted', 'site-only', 'outlines'] as const;

export type FontUse =
  | { readonly use: 'subset' }
  /** As the file is, with all its glyphs. */
  | { readonly use: 'whole' }
  /** Drawn, never handed on. */
  | { readonly use: 'outlines' }
  | { readonly use: 'barred'; readonly why: 'restricted' | 'bitmap' | 'licence' };

/** Bits of `fsType` (learn.microsoft.com/typography/opentype/spec/os2#fstype, read November 2026). */
const RESTRICTED = 0x2;
const PREVIEW_OR_EDIT = 0x4 | 0x8;
const NO_SUBSETTING = 0x100;
const BITMAPS_ONLY = 0x200;

interface Face {
  readonly licence?: FontLicence | undefined;
  readonly facts?: FontFacts;
}

/** How a face may be handed out. Nobody writes in a page or a banner, so what may be previewed may be embedded. */
export function useOf({ licence, facts }: Face, place: 'site' | 'banner'): FontUse {
  if (licence === 'site-only' && place === 'banner') return { use: 'barred', why: 'licence' };
  if (licence === 'outlines' && place === 'banner') return { use: 'outlines' };
  if (licence !== undefined || !facts) return { use: 'subset' };
  const { version, fsType } = facts.os2;
  // Up to version 2 several bits may stand, and the one that allows most counts.
  if (fsType & RESTRICTED && (version > 2 || !(fsType & PREVIEW_OR_EDIT))) return { use: 'barred', why: 'restricted' };
  if (version >= 2 && fsType & BITMAPS_ONLY) return { use: 'barred', why: 'bitmap' };
  return version >= 2 && fsType & NO_SUBSETTING ? { use: 'whole' } : { use: 'subset' };
}

/** Visible characters that the face has no glyph for, each once; none of a face that cannot be read. */
export function lacking({ facts }: Face, text: string): readonly string[] {
  if (!facts) return [];
  const isThere = (point: number): boolean => facts.covers.some(([first, last]) => point >= first && point <= last);
  // Whatever is not drawn, joins or chooses a form needs no glyph, nor do Kader's own marks.
  const seen = [...new Set(text.normalize('NFC'))].filter((character) => /[^\p{C}\p{Z}\p{M}]/u.test(character));
  return seen.filter((character) => !isThere(character.codePointAt(0) as number)).sort();
}
