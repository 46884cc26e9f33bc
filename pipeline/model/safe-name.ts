/** Names of files that every ad server takes: lower case, `[a-z0-9._-]`, at most 50 characters, no accents. */
import { digestOf } from './key.ts';

/** Google Ads counts 50 without `.zip`, Ad Manager takes letters, digits and `. - _`, MAFRA no accents (read November 2026). */
export const LONGEST_NAME = 50;
const SUFFIX = 10;

/** Letters that are no accented form of another. */
const SPELT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ĳ: 'ij' };

/** Never empty. What is cut short, and what nothing is left of, ends in a digest of the whole, so that two texts stay apart. */
export function safeName(text: string, longest = LONGEST_NAME): string {
  const safe = plainLetters(text.toLowerCase()).replace(/[^a-z0-9._-]+/g, '-');
  return fitted(text, trimmed(safe), longest);
}

/** As it is where it is safe; otherwise with a digest, so that no two texts come to one name. */
export function ownName(text: string, longest = LONGEST_NAME): string {
  return safeName(text, longest) === text ? text : fitted(text, `${safeName(text, longest - SUFFIX - 1)}-${suffixOf(text)}`, longest);
}

/** Accents off, letters spelt out; capitals stay. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðþłıĳ]/g, (letter) => SPELT[letter] ?? letter);
}

/** @param safe what `text` came to so far. */
export function fitted(text: string, safe: string, longest = LONGEST_NAME): string {
  if (safe !== '' && safe.length <= longest) return safe;
  return trimmed(`${trimmed(safe.slice(0, longest - SUFFIX - 1))}-${suffixOf(text)}`);
}

/** The names of texts that all differ: those that come to the same name each get a digest of their own text. */
export function apart(names: ReadonlyMap<string, string>, longest = LONGEST_NAME): Map<string, string> {
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const told = [...names].map(([text, name]): [string, string] => {
    if (counts.get(name) === 1) return [text, name];
    return [text, `${trimmed(name.slice(0, longest - SUFFIX - 1))}-${suffixOf(text)}`];
  });
  return new Map(told);
}

function suffixOf(text: string): string {
  return digestOf(text).slice(0, SUFFIX);
}

function trimmed(name: string): string {
  return name.replace(/-{2,}/g, '-').replace(/^[-._]+|[-._]+$/g, '');
}
