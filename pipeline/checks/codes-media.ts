/** Codes of findings about film and sound: as they came in, and as they go out. */
import type { Severity } from '../model/finding.ts';

/** What comes in. */
export const clipCodes = {
  'clip-incomplete': 'error',
  'clip-damaged': 'warning',
  'clip-too-small': 'warning',
  'clip-oversized': 'info',
  'clip-pixels-not-square': 'info',
  'clip-turned': 'info',
  'clip-bars': 'warning',
  'clip-see-through': 'info',
  'clip-variable-rate': 'warning',
  'clip-interlaced': 'warning',
  'clip-black': 'warning',
  'clip-frozen': 'warning',
  'clip-flashes': 'warning',
  'clip-starved': 'warning',
  'clip-blurred': 'info',
  'clip-blocky': 'info',
  'clip-colour-unknown': 'info',
  'clip-matrix-unlikely': 'warning',
  'clip-hdr': 'info',
  'clip-converted': 'info',
  'clip-tracks': 'info',
  'clip-edit-list': 'info',
  'clip-sound-length': 'info',
  'clip-sound-late': 'info',
  'clip-no-sound': 'info',
  'clip-silent': 'info',
  'clip-clipped': 'warning',
  'clip-quiet': 'warning',
  'clip-loudness': 'info',
  'clip-true-peak': 'info',
  'clip-phase': 'warning',
  'clip-mono-twice': 'info',
} as const satisfies Record<string, Severity>;

/** What goes out: cuts as they were made, against their cut list and their channel. */
export const deliveryCodes = {
  'delivery-incomplete': 'error',
  'delivery-length-off': 'error',
  'delivery-sound-off': 'error',
  'delivery-colour-wrong': 'error',
  'delivery-loudness-off': 'error',
  'delivery-true-peak': 'error',
  'delivery-too-long': 'error',
  'delivery-too-short': 'error',
  'delivery-too-heavy': 'error',
  'delivery-too-light': 'error',
  'delivery-size-refused': 'error',
  'delivery-ratio-refused': 'error',
  'delivery-rate-refused': 'error',
  'delivery-scan-refused': 'error',
  'delivery-gop-refused': 'error',
  'delivery-container-refused': 'error',
  'delivery-codec-refused': 'error',
  'delivery-edit-list': 'error',
  'delivery-index-last': 'error',
  'delivery-bit-rate-refused': 'error',
  'delivery-sound-refused': 'error',
  'delivery-captions-refused': 'error',
  'delivery-needs-current-sheet': 'info',
  'delivery-not-measured': 'info',
} as const satisfies Record<string, Severity>;

export type ClipCode = keyof typeof clipCodes;
export type DeliveryCode = keyof typeof deliveryCodes;
