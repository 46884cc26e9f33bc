/** Patterns with {placeholders}, such as names of units and parameters of landing pages, and names that are safe everywhere. */
import { digestOf, shortKey } from './key.ts';

/** What every unit can say of itself. */
export const NAME_WORDS: readonly string[] = ['template', 'size', 'width', 'height', 'language'];
/** What a landing page can be told besides. */
export const LANDING_WORDS: readonly string[] = [...NAME_WORDS, 'name', 'target'];
/** Names that an axis may not have: patterns and columns of feeds use them for something else. */
export const TAKEN_WORDS: readonly string[] = [...LANDING_WORDS, 'landing', 'text', 'image', 'images'];

/** Google Ads takes 50 characters without `.zip` (support.google.com/webdesigner/answer/7375764, read November 2026). */
const LONGEST_NAME = 50;
/** Letters that no decomposition makes plain. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' };

const PLACEHOLDER = /\{([^{}]*)\}/g;

export function placeholdersIn(pattern: string): readonly string[] {
  return [...pattern.matchAll(PLACEHOLDER)].map(([, word = '']) => word.trim());
}

/** What is not among the values stays as it is written. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(PLACEHOLDER, (written, word: string) =>
    Object.hasOwn(values, word.trim()) ? (values[word.trim()] as string) : written,
  );
}

/** Lower-case letters without accents, digits, `.`, `_` and `-`; empty when nothing of the text can be kept. */
export function safeName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
}

/** A name of at most 50 characters that works on every disk and ad server; what cannot be written so is told apart by a digest. */
export function nameBy(pattern: string, values: Readonly<Record<string, string>>): string {
  const safe = Object.entries(values).map(([word, value]) => [word, safeName(value) || (value === '' ? '' : mark(value))]);
  const whole = safeName(fill(pattern, Object.fromEntries(safe)));
  if (whole.length <= LONGEST_NAME) return whole || mark(pattern);
  return `${whole.slice(0, LONGEST_NAME - 9).replace(/[-._]+$/, '')}-${mark(whole)}`;
}

const mark = (text: string): string => shortKey(digestOf(text)).slice(0, 8);
