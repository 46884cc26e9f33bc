/** Every limit that a channel of film or sound may set: how its values compare, and what they are counted in. */
import type { Sense } from './rule-table.ts';

export type MediaUnit =
  | 's'
  | 'px'
  | 'bytes'
  | 'fps'
  | 'b/s'
  | 'Hz'
  | 'channels'
  | 'LUFS'
  | 'LU'
  | 'dBTP'
  | 'share'
  | 'w:h'
  | 'files'
  | 'times';

interface LimitKind {
  readonly sense: Sense;
  readonly unit?: MediaUnit;
}

export const MEDIA_LIMITS = {
  // Length and weight
  'least-seconds': { sense: 'at least', unit: 's' },
  'most-seconds': { sense: 'at most', unit: 's' },
  'least-bytes': { sense: 'at least', unit: 'bytes' },
  'most-bytes': { sense: 'at most', unit: 'bytes' },
  'most-files': { sense: 'at most', unit: 'files' },
  // Picture
  'least-width': { sense: 'at least', unit: 'px' },
  'most-width': { sense: 'at most', unit: 'px' },
  'least-height': { sense: 'at least', unit: 'px' },
  'most-height': { sense: 'at most', unit: 'px' },
  'least-ratio': { sense: 'at least', unit: 'w:h' },
  'most-ratio': { sense: 'at most', unit: 'w:h' },
  ratios: { sense: 'only' },
  'square-pixels': { sense: 'asked' },
  progressive: { sense: 'asked' },
  subsampling: { sense: 'only' },
  colour: { sense: 'only' },
  'covered-top': { sense: 'at most', unit: 'share' },
  'covered-right': { sense: 'at most', unit: 'share' },
  'covered-bottom': { sense: 'at most', unit: 'share' },
  'covered-left': { sense: 'at most', unit: 'share' },
  // Frames
  'least-fps': { sense: 'at least', unit: 'fps' },
  'most-fps': { sense: 'at most', unit: 'fps' },
  'under-fps': { sense: 'under', unit: 'fps' },
  'constant-rate': { sense: 'asked' },
  'closed-gop': { sense: 'asked' },
  'least-gop': { sense: 'at least', unit: 's' },
  'most-gop': { sense: 'at most', unit: 's' },
  // File
  containers: { sense: 'only' },
  'no-edit-list': { sense: 'asked' },
  'index-first': { sense: 'asked' },
  codecs: { sense: 'only' },
  profiles: { sense: 'only' },
  'least-bit-rate': { sense: 'at least', unit: 'b/s' },
  'most-bit-rate': { sense: 'at most', unit: 'b/s' },
  'peak-to-mean': { sense: 'at most', unit: 'times' },
  // Sound
  'sound-codecs': { sense: 'only' },
  'least-channels': { sense: 'at least', unit: 'channels' },
  'most-channels': { sense: 'at most', unit: 'channels' },
  'least-sample-rate': { sense: 'at least', unit: 'Hz' },
  'most-sample-rate': { sense: 'at most', unit: 'Hz' },
  'under-sample-rate': { sense: 'under', unit: 'Hz' },
  'least-sound-bit-rate': { sense: 'at least', unit: 'b/s' },
  'most-sound-bit-rate': { sense: 'at most', unit: 'b/s' },
  loudness: { sense: 'is', unit: 'LUFS' },
  'mono-loudness': { sense: 'is', unit: 'LUFS' },
  'loudness-off': { sense: 'at most', unit: 'LU' },
  'true-peak': { sense: 'at most', unit: 'dBTP' },
  // Captions
  captions: { sense: 'only' },
} as const satisfies Record<string, LimitKind>;

export type MediaLimitId = keyof typeof MEDIA_LIMITS;

export function kindOfLimit(id: MediaLimitId): LimitKind {
  return MEDIA_LIMITS[id];
}
