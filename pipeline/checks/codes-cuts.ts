/** Codes of findings about what an order says of film and sound: cuts, cut lists and captions. */
import type { Severity } from '../model/finding.ts';

export const cutCodes = {
  'order-material-unknown': 'error',
  'order-channel-unknown': 'error',
  'cut-clip-unusable': 'error',
  'cut-beyond-clip': 'error',
  'cut-span-empty': 'error',
  'cut-fade-too-long': 'error',
  'cut-timecode-wrong': 'error',
  'cut-moment-outside': 'warning',
  'cut-captions-missing': 'error',
  'cut-language-left-out': 'warning',
  'cut-title-untold': 'warning',
  'cut-enlarged': 'warning',
  'cut-list-missing': 'error',
  'cut-list-unreadable': 'error',
  'cut-list-line-unreadable': 'error',
  'cut-list-reel-unknown': 'error',
  'cut-list-not-followed': 'warning',
  'captions-missing': 'error',
  'captions-unreadable': 'error',
  'captions-encoding': 'warning',
  'captions-line-unreadable': 'warning',
  'captions-line-too-long': 'warning',
  'captions-too-many-lines': 'warning',
  'captions-too-fast': 'warning',
  'captions-too-brief': 'warning',
  'captions-too-lasting': 'warning',
  'captions-gap-too-small': 'warning',
  'captions-overlap': 'warning',
  'captions-beyond-clip': 'warning',
} as const satisfies Record<string, Severity>;

export type CutCode = keyof typeof cutCodes;
