/** Codes of what mastering could not do for a sound. */
import type { Severity } from '../model/finding.ts';

export const soundCodes = {
  'sound-held-back': 'warning',
  'sound-unlevelled': 'info',
} as const satisfies Record<string, Severity>;

export type SoundCode = keyof typeof soundCodes;
