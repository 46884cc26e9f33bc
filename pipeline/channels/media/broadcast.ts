/** Radio, television and podcasts: sound alone. */
import type { MediaChannel } from '../../model/media-rules.ts';
import { kbps, limitsOn, notKnown } from './pack.ts';

const ebu = limitsOn('tech.ebu.ch/publications/r128 (R 128 v4.0, August 2020)', 'official');
const quoted = limitsOn('junger-audio.com/en/glossar/ebu-r128', 'secondary');
const levelrebel = limitsOn('levelrebel.net/specs/', 'secondary');

const r128 = [
  ebu('loudness', -23),
  quoted('loudness-off', 0.2, { note: 'in quality control; ±1 LU where that cannot be reached, as live' }),
  ebu('true-peak', -1),
];

export const broadcast: MediaChannel = {
  id: 'broadcast',
  name: 'Broadcast (EBU R 128)',
  kind: 'audio',
  limits: [
    ...r128,
    ...notKnown('sheet of the broadcaster', 'containers', 'sound-codecs', 'least-sample-rate', 'least-channels', 'most-seconds'),
  ],
  sound: { codec: 'wav', sampleRate: 48_000, channels: 2, loudness: -23, truePeak: -1 },
};

export const radio: MediaChannel = {
  id: 'radio',
  name: 'Radio (EBU R 128)',
  kind: 'audio',
  limits: [
    ...r128,
    ...notKnown('sheet of the station', 'containers', 'sound-codecs', 'least-sample-rate', 'least-channels', 'most-seconds'),
  ],
  sound: { codec: 'wav', sampleRate: 48_000, channels: 2, loudness: -23, truePeak: -1 },
};

export const podcast: MediaChannel = {
  id: 'podcast',
  name: 'Podcast',
  kind: 'audio',
  limits: [
    levelrebel('loudness', -16),
    levelrebel('mono-loudness', -19),
    ...notKnown('sheet of the platform', 'loudness-off', 'true-peak', 'sound-codecs', 'most-bytes', 'least-sound-bit-rate'),
  ],
  sound: { codec: 'mp3', bitRate: kbps(128), sampleRate: 48_000, channels: 2, loudness: -16, monoLoudness: -19, truePeak: -1 },
};
