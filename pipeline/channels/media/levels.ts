/** How loud programmes are wanted elsewhere, and what Apple asks of streams: to be looked up, not delivered to by name. */
import type { ReferencePack } from '../../model/media-rules.ts';
import { limitsOn } from './pack.ts';

const atsc = limitsOn('ottengine.com/tools/lufs-loudness-calculator', 'secondary');
const aes = limitsOn('versed.com.au/aes-loudness-for-internet-audio', 'quoted');
const music = limitsOn(
  'production-expert.com/production-expert-1/apple-choose-16lufs-loudness-level-for-apple-music-heres-why',
  'secondary',
);
const dialogue = limitsOn('headroomstudio.dev/blog/dialogue-gated-loudness.html', 'secondary');
const APPLE = 'developer.apple.com/documentation/http-live-streaming/hls-authoring-specification-for-apple-devices';
const apple = limitsOn(APPLE, 'quoted', '2026-11-22');

export const referenceLevels: readonly ReferencePack[] = [
  {
    id: 'atsc-a85',
    name: 'ATSC A/85, broadcast in the United States',
    kind: 'loudness',
    limits: [atsc('loudness', -24), atsc('loudness-off', 2), atsc('true-peak', -2)],
  },
  {
    id: 'aes-td1008',
    name: 'AES TD1008, streams',
    kind: 'loudness',
    limits: [
      aes('loudness', -18, { note: 'assorted programmes, ±2 LU' }),
      aes('loudness', -16, { note: 'a track of music, ±0.2 LU; the loudest of an album −14' }),
      aes('loudness-off', 2, { note: 'of assorted programmes; 0.2 of music' }),
    ],
  },
  { id: 'apple-music', name: 'Apple Music', kind: 'loudness', limits: [music('loudness', -16)] },
  {
    id: 'music-streams',
    name: 'Spotify, YouTube, Tidal, Amazon',
    kind: 'loudness',
    limits: [music('loudness', -14, { note: 'YouTube only turns down (github.com/Chocobozzz/PeerTube/issues/3651)' })],
  },
  {
    id: 'film-streams',
    name: 'Netflix, Prime, Apple TV+, Disney+, HBO',
    kind: 'loudness',
    limits: [
      dialogue('loudness', -27, { note: 'gated by dialogue, which ffmpeg cannot measure' }),
      dialogue('loudness-off', 2),
      dialogue('true-peak', -2),
    ],
  },
  {
    id: 'apple-hls',
    name: 'Apple, HTTP Live Streaming',
    kind: 'streaming',
    limits: [
      apple('codecs', ['h264', 'hevc', 'av1'], {
        note: 'H.264 up to High 4.2 (1.3), HEVC up to Main 10, 5.1 (1.6b), AV1 up to 6.2 (1.37)',
      }),
      apple('most-gop', 2, { severity: 'warning', note: 'a key frame every 2 s (1.13), segments of 6 s (7.5)' }),
      apple('closed-gop', true, { note: 'segments begin with an IDR frame (7.4)' }),
      apple('progressive', true, { note: '1.14' }),
      apple('most-fps', 60, { note: '1.19' }),
      apple('peak-to-mean', 2, { severity: 'warning', note: 'on demand (1.30)' }),
      apple('sound-codecs', ['aac', 'alac', 'flac', 'ac3', 'eac3'], { note: '2.2, 2.5' }),
    ],
  },
];
