/** The house's own site: nobody's rules but Kader's. */
import type { MediaChannel } from '../../model/media-rules.ts';
import { kbps, limitsOn, MASTER, SOUND, WIDE } from './pack.ts';

const leveled = limitsOn(
  'production-expert.com/production-expert-1/apple-choose-16lufs-loudness-level-for-apple-music-heres-why',
  'secondary',
);

export const web: MediaChannel = {
  id: 'web',
  name: 'Web',
  kind: 'video',
  takesSound: true,
  limits: [leveled('loudness', -16, { severity: 'info', note: 'players on the web level to −16 to −14' })],
  make: { ...WIDE, ...MASTER, keepsShape: true, chapters: true },
  sound: { ...SOUND, bitRate: kbps(128), loudness: -16 },
};
