/** Codes of findings about films that were seen once they were made: their groups of pictures, their peaks, their titles and captions. */
import type { Severity } from '../model/finding.ts';

/** Asked by a channel. */
export const streamCodes = {
  'delivery-gop-open': 'error',
  'delivery-rate-peaks': 'warning',
} as const satisfies Record<string, Severity>;

export const filmCodes = {
  ...streamCodes,
  'title-text-faint': 'warning',
  'caption-over-title': 'warning',
} as const satisfies Record<string, Severity>;

export type StreamCode = keyof typeof streamCodes;
export type FilmCode = keyof typeof filmCodes;
