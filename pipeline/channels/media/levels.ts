/** How loud programmes are wanted elsewhere, and what Apple asks of streams: to be looked up, not delivered to by name. */
import type { ReferencePack } from '../../model/media-rules.ts';
import { limitsOn, notKnown } from './pack.ts';

const atsc = limitsOn('ottengine.com/tools/lufs-loudness-calculator', 'secondary');
const aes = limitsOn('versed.com.au/aes-loudness-for-internet-audio', 'quoted');
const music = limitsOn(
  'production-expert.com/production-expert-1/apple-choose-16lufs-loudness-level-for-apple-music-heres-why',
  'secondary',
);
const dialogue = limitsOn('headroomstudio.dev/blog/dialogue-gated-loudness.html', 'secondary');
const apple = limitsOn('developer.apple.com/documentation/http_live_streaming/hls_authoring_specification_for_apple_devices', 'secondary');

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
      apple('codecs', ['h264', 'hevc'], { note: 'H.264 up to High 4.2, HEVC in fragmented MP4' }),
      apple('most-gop', 2, { note: 'a key frame every 2 s, segments of 6 s' }),
      apple('progressive', true),
      apple('peak-to-mean', 2, { note: 'on demand' }),
      ...notKnown(
        'developer.apple.com/documentation/http_live_streaming/hls_authoring_specification_for_apple_devices',
        'most-fps',
        'sound-codecs',
        'loudness',
      ),
    ],
  },
];
