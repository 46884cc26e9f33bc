/** YouTube and its Shorts. */
import type { MediaChannel, MediaLimit } from '../../model/media-rules.ts';
import { areaOf, coveredBy, GB, kbps, limitsOn, MASTER, Mbps, minutes, SOUND, TALL, WIDE } from './pack.ts';

const encoding = limitsOn('support.google.com/youtube/answer/1722171', 'official');
const quoted = limitsOn('support.google.com/youtube/answer/1722171, quoted', 'quoted');
const shorts = limitsOn('growcreator.pro/blog/how-long-can-a-youtube-short-be, citing support answer 10059070', 'secondary');
const leveling = limitsOn('github.com/Chocobozzz/PeerTube/issues/3651', 'quoted');

const SHORTS = areaOf(288, 192, 672, 48);
const advice = { severity: 'warning' } as const;

/** YouTube takes nearly everything and codes it anew: what its page recommends warns, and does not hold back. */
const always: readonly MediaLimit[] = [
  encoding('containers', ['mp4'], advice),
  encoding('no-edit-list', true, { ...advice, note: 'it may not be processed rightly' }),
  encoding('index-first', true, advice),
  encoding('codecs', ['h264'], advice),
  encoding('profiles', ['High'], advice),
  encoding('progressive', true, advice),
  encoding('closed-gop', true, advice),
  encoding('most-gop', 0.5, { ...advice, note: 'half the frame rate, in frames; two B-frames' }),
  encoding('subsampling', ['4:2:0'], advice),
  encoding('colour', ['bt709'], { ...advice, note: 'of SDR' }),
  encoding('sound-codecs', ['aac'], advice),
  encoding('least-sample-rate', 48_000, { ...advice, note: '48 or 96 kHz' }),
  encoding('least-sound-bit-rate', kbps(384), { severity: 'info', note: 'recommended for stereo; 128 for mono, 512 for 5.1' }),
  quoted('most-bytes', GB(256)),
  leveling('loudness', -14, { severity: 'info', note: 'it only turns down what is louder' }),
];

export const youtube: MediaChannel = {
  id: 'youtube',
  name: 'YouTube',
  kind: 'video',
  limits: [
    ...always,
    encoding('ratios', ['16:9'], { severity: 'info', note: 'native; any other is shown as it is, bars must not be added' }),
    encoding('most-bit-rate', Mbps(12), {
      severity: 'info',
      note: 'recommended at 1080p: 8 Mb/s, 12 at 48 to 60 fps; 720p 5 (7.5), 2160p 35 to 45 (53 to 68), HDR at 1080p 10 (15)',
    }),
  ],
  make: { ...WIDE, ...MASTER, keepsShape: true, chapters: true, mostRate: Mbps(12), gopSeconds: 0.5 },
  sound: { ...SOUND, bitRate: kbps(384) },
};

export const youtubeShort: MediaChannel = {
  id: 'youtube-short',
  name: 'YouTube Shorts',
  kind: 'video',
  limits: [
    ...always,
    shorts('most-ratio', 1, { note: 'upright or square; a wide film is no Short' }),
    shorts('most-seconds', minutes(3), { note: 'since October 2024; a longer film is no Short' }),
    ...coveredBy(
      'Google on vertical video ads, quoted by shotstack.io/learn/vertical-video-safe-zones/',
      'quoted',
      SHORTS,
      '288, 192, 672 and 48 of 1080 × 1920 px; for ads, posts have less over them',
    ),
  ],
  make: { ...TALL, ...MASTER, mostRate: Mbps(12), gopSeconds: 0.5, safe: SHORTS },
  sound: { ...SOUND, bitRate: kbps(384) },
};
