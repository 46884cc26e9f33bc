/** Copy as it is set: whole characters only, and days and numbers of a spreadsheet written as a language does. */
import type { FeedCell } from '../model/feed.ts';

/** Control characters, halves of characters, and code points without a meaning: no font shows them, and Kader's own marks are of these. */
const UNPRINTABLE = /[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/u;
const EVERY = new RegExp(UNPRINTABLE.source, 'gu');

export function isUnprintable(text: string): boolean {
  return UNPRINTABLE.test(text);
}

/** Spaces, joiners, marks of direction and fillers: a text of these alone is an empty place in a banner. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;

export function showsNothing(text: string): boolean {
  return cleanText(text).replace(UNSEEN, '') === '';
}

/** Composed characters, as fonts have them; what cannot be printed was told and is left out. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(EVERY, '').trim();
}

/** Numbers without grouping, so that a year stays a year; days in full. */
export function textOf(cell: FeedCell, language: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 12 }).format(cell);
  if (typeof cell !== 'object') return cleanText(String(cell));
  if ('wrong' in cell) return '';
  const isDay = !cell.iso.includes('T');
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...(isDay ? {} : { timeStyle: 'short' }), timeZone: 'UTC' });
  return cleanText(format.format(cell.ms));
}
