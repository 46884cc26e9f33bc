/** Soft hyphens in the long words of banner texts, by the patterns of their language. */

type Hyphenate = (text: string, options: { minWordLength: number }) => string;

/** Shorter words are never worth breaking. */
const SHORTEST = 8;
/** Addresses, codes and numbers are not words. */
const NO_WORD = /[/@\\_\d]|\.\S/;

/**
 * Browsers have no dictionaries of their own everywhere (headless Chromium has none, November 2026), so where words may break
 * goes with the text. They break there only where the stylesheet or `fit` of `kader/motion` lets them.
 */
export const HYPHENS_CSS = '[data-slot]{hyphens:none}';

/** @param units of any languages; a language without patterns keeps its texts as they are */
export async function withSoftHyphens<Unit extends { readonly language: string; readonly text: Readonly<Record<string, string>> }>(
  units: readonly Unit[],
): Promise<Unit[]> {
  const known = new Map<string, Hyphenate | undefined>();
  for (const language of new Set(units.map((unit) => unit.language))) known.set(language, await patternsOf(language));
  // A thousand units say the same few things.
  const done = new Map<string, string>();
  return units.map((unit) => {
    const hyphenate = known.get(unit.language);
    if (!hyphenate) return unit;
    const text = Object.entries(unit.text).map(([slot, words]) => {
      const id = `${unit.language} ${words}`;
      const soft = done.get(id) ?? softly(words, hyphenate);
      done.set(id, soft);
      return [slot, soft];
    });
    return { ...unit, text: Object.fromEntries(text) as Unit['text'] };
  });
}

function softly(text: string, hyphenate: Hyphenate): string {
  // Who wrote soft hyphens knows better.
  if (text.includes('\u00ad')) return text;
  // Quotation marks and apostrophes are no letters: with them patterns would break off single ones.
  const broken = (word: string): string => word.replace(/[\p{L}\p{M}]+/gu, (letters) => hyphenate(letters, { minWordLength: SHORTEST }));
  return text.replace(/\S+/gu, (word) => (NO_WORD.test(word) ? word : broken(word)));
}

/** `nl-BE` by `nl-be`, else by `nl`. */
async function patternsOf(language: string): Promise<Hyphenate | undefined> {
  for (const name of [language.toLowerCase(), language.slice(0, 2)]) {
    const library = await import(`hyphen/${name}/index.js`).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
      throw error;
    });
    if (library) return (library as { default: { hyphenateSync: Hyphenate } }).default.hyphenateSync;
  }
  return undefined;
}
