/** Languages as people write them: which way they run. */

/** Written from right to left, by ISO 639-1 code (Unicode CLDR 46, read November 2026). */
const FROM_THE_RIGHT = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** @param language such as `ar` or `ar-EG` */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return FROM_THE_RIGHT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
