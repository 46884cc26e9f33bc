/** Made cuts with one thing wrong, held against their cut list and their channel. */
import type { MadeCut } from '../../pipeline/checks/cut-made.ts';
import { judgeCut } from '../../pipeline/checks/cut-verdict.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import { madeFilm, madeSound } from '../support/clip-facts.ts';

/** What is not known or not measured is the same for all of a channel, and has its own cases. */
const QUIET = ['delivery-needs-current-sheet', 'delivery-not-measured'];
const film =
  (...from: Parameters<typeof madeFilm>) =>
  (): readonly Finding[] =>
    judgeCut(madeFilm(...from)).filter(({ code }) => !QUIET.includes(code));
const sound =
  (...from: Parameters<typeof madeSound>) =>
  (): readonly Finding[] =>
    judgeCut(madeSound(...from)).filter(({ code }) => !QUIET.includes(code));
const held = (made: MadeCut) => (): readonly Finding[] =>
  judgeCut({ ...made, soundHeld: true }).filter(({ code }) => !QUIET.includes(code));
const only =
  (code: string, ...from: Parameters<typeof madeFilm>) =>
  (): readonly Finding[] =>
    judgeCut(madeFilm(...from)).filter((found) => found.code === code);
const lasting = (seconds: number, more = {}): Parameters<typeof madeFilm>[1] => ({
  cut: { seconds },
  picture: { seconds, frames: Math.round(seconds * 25) },
  sound: { seconds },
  measured: { decoded: { frames: Math.round(seconds * 25), pictureSeconds: seconds, soundSeconds: seconds } },
  ...more,
});
const decoded = (pictureSeconds: number, soundSeconds = pictureSeconds) => ({
  measured: { decoded: { frames: 500, pictureSeconds, soundSeconds } },
});

export const cutCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['a reel as ordered', [], film('instagram-reel')],
  ['a podcast as ordered', [], sound('podcast')],
  ['a spot for broadcast', [], sound('broadcast')],
  // Against the cut list
  ['a frame too few', [], film('instagram-reel', decoded(19.96))],
  ['two frames too few', ['delivery-length-off error'], film('instagram-reel', decoded(19.92))],
  [
    'sound alone that is too long',
    ['delivery-length-off error'],
    sound('podcast', { measured: { decoded: { frames: 0, pictureSeconds: 0, soundSeconds: 20.05 } } }),
  ],
  [
    'frames that do not come out',
    ['delivery-incomplete error'],
    film('instagram-reel', { measured: { decoded: { frames: 499, pictureSeconds: 20, soundSeconds: 20 } } }),
  ],
  [
    'a film that decoders complain of',
    ['delivery-incomplete error'],
    film('instagram-reel', { measured: { complaints: ['Invalid NAL'] } }),
  ],
  ['a film without a picture', ['delivery-incomplete error'], film('instagram-reel', { picture: null })],
  ['sound 20 ms late', [], film('instagram-reel', { sound: { startsAt: 0.02 } })],
  ['sound 21 ms late', ['delivery-sound-off error'], film('instagram-reel', { sound: { startsAt: 0.021 } })],
  ['a last block that is filled up', [], film('instagram-reel', decoded(20, 20.021))],
  ['sound that is longer', ['delivery-sound-off error'], film('instagram-reel', decoded(20, 20.05))],
  // What all films are
  [
    'a film without colour tags',
    ['delivery-colour-wrong error'],
    film('web', { picture: { colour: { matrix: 'unknown', primaries: 'bt709', transfer: 'bt709', range: 'tv' } } }),
  ],
  [
    'a film in full range',
    ['delivery-colour-wrong error'],
    film('web', { picture: { colour: { matrix: 'bt709', primaries: 'bt709', transfer: 'bt709', range: 'pc' } } }),
  ],
  ['0.3 LU off', [], film('instagram-reel', { heard: { loudness: -14.3 } })],
  ['0.4 LU off', ['delivery-loudness-off error'], film('instagram-reel', { heard: { loudness: -14.4 } })],
  ['quieter than Kader aims at, because it could not be raised', [], held(madeFilm('instagram-reel', { heard: { loudness: -16 } }))],
  ['the same on the web, where players level', [], held(madeFilm('web', { heard: { loudness: -18 } }))],
  ['the same on YouTube, which only turns down', [], held(madeFilm('youtube-short', { heard: { loudness: -16 } }))],
  ['as quiet there for no reason', ['delivery-loudness-off error'], film('youtube-short', { heard: { loudness: -16 } })],
  ['louder than that', ['delivery-loudness-off error'], held(madeFilm('instagram-reel', { heard: { loudness: -12 } }))],
  [
    'quieter than its channel asks, for the same reason',
    ['delivery-loudness-off error'],
    held(madeSound('podcast', { heard: { loudness: -20 } })),
  ],
  ['0.3 LU off at a broadcaster', ['delivery-loudness-off warning'], sound('broadcast', { heard: { loudness: -23.3 } })],
  ['a podcast in mono', [], sound('podcast', { sound: { channels: 1, layout: 'mono' }, heard: { loudness: -19 } })],
  ['a podcast in mono as loud as stereo', ['delivery-loudness-off error'], sound('podcast', { sound: { channels: 1, layout: 'mono' } })],
  ['a loudness that the order wants', ['delivery-loudness-off warning'], sound('podcast', { heard: { loudness: -18 } }, { loudness: -18 })],
  ['a peak above -1 dBTP', ['delivery-true-peak error'], film('instagram-reel', { heard: { truePeak: -0.9 } })],
  ['a peak that two ask to be lower', ['delivery-true-peak error'], sound('broadcast', { heard: { truePeak: 1.9 } })],
  ['a silent track', [], film('instagram-reel', { heard: { loudness: null, truePeak: null } })],
  ['a silent film', [], film('instagram-reel', { sound: null })],
  // Against the channel
  ['90 s on Facebook', [], film('facebook-reel', lasting(90))],
  ['91 s on Facebook', ['delivery-too-long error'], film('facebook-reel', lasting(91))],
  ['200 s as a Short', ['delivery-too-long warning'], film('youtube-short', lasting(200))],
  ['2 s on TikTok', ['delivery-too-short error'], film('tiktok', lasting(2))],
  ['a gigabyte and more on Instagram', ['delivery-too-heavy error'], film('instagram-reel', { bytes: 1_000_000_001 })],
  ['300 MB as a LinkedIn ad', ['delivery-too-heavy warning'], film('linkedin-ad', { bytes: 300_000_000 })],
  ['a few kB on LinkedIn', ['delivery-too-light error'], film('linkedin', { bytes: 74_999 })],
  [
    '360 px on Facebook',
    ['delivery-size-refused error', 'delivery-size-refused error'],
    film('facebook-reel', { picture: { width: 360, height: 640 } }),
  ],
  [
    'a wide reel',
    ['delivery-ratio-refused error', 'delivery-size-refused error'],
    film('facebook-reel', { picture: { width: 1280, height: 720 } }),
  ],
  ['a wide Short', ['delivery-ratio-refused warning'], film('youtube-short', { picture: { width: 1920, height: 1080 } })],
  ['30 fps as a LinkedIn ad', ['delivery-rate-refused error'], film('linkedin-ad', { picture: { averageRate: [30, 1] } })],
  ['29.97 fps as a LinkedIn ad', [], film('linkedin-ad', { picture: { averageRate: [30_000, 1001] } })],
  ['frames of unequal length on Facebook', ['delivery-rate-refused error'], film('facebook-reel', { picture: { isVariable: true } })],
  ['interlaced on Instagram', ['delivery-scan-refused error'], film('instagram-reel', { picture: { fieldOrder: 'top' } })],
  ['pixels that are not square on X', ['delivery-scan-refused error'], film('x', { picture: { pixelShape: [4, 3] } })],
  ['a key frame every 6 s on Facebook', ['delivery-gop-refused error'], film('facebook-reel', { picture: { longestGop: 6 } })],
  ['a key frame every second on Facebook', ['delivery-gop-refused error'], film('facebook-reel', { picture: { longestGop: 1 } })],
  ['one key frame in 2 s', [], film('facebook-reel', lasting(3, { picture: { seconds: 3, frames: 75, longestGop: 0 } }))],
  ['a Matroska file', ['delivery-container-refused error'], film('instagram-reel', { file: 'video/r/reel.mkv', type: 'matroska' })],
  ['a Matroska file by another name', ['delivery-container-refused error'], film('instagram-reel', { type: 'matroska' })],
  ['AV1 on Instagram', ['delivery-codec-refused error'], film('instagram-reel', { picture: { codec: 'av1' } })],
  ['4:2:2 on Instagram', ['delivery-codec-refused error'], film('instagram-reel', { picture: { pixels: 'yuv422p10le' } })],
  ['Baseline on X', ['delivery-codec-refused warning'], film('x', { picture: { profile: 'Constrained Baseline' } })],
  ['an edit list on Instagram', ['delivery-edit-list error'], film('instagram-reel', { clip: { hasEditList: true } })],
  ['a harmless edit list on Instagram', ['delivery-edit-list error'], film('instagram-reel', { clip: { editLists: 2 } })],
  ['an edit list on the web', [], film('web', { clip: { hasEditList: true } })],
  ['an index at the end', ['delivery-index-last error'], film('instagram-reel', { clip: { indexFirst: false } })],
  ['26 Mb/s on Instagram', ['delivery-bit-rate-refused error'], film('instagram-reel', { picture: { bitRate: 26_000_000 } })],
  ['150 kb/s on LinkedIn', ['delivery-bit-rate-refused error'], film('linkedin', { picture: { bitRate: 150_000 } })],
  ['Opus on Instagram', ['delivery-sound-refused error'], film('instagram-reel', { sound: { codec: 'opus' } })],
  ['5.1 on Instagram', ['delivery-sound-refused error'], film('instagram-reel', { sound: { channels: 6 } })],
  ['96 kHz on Instagram', ['delivery-sound-refused error'], film('instagram-reel', { sound: { sampleRate: 96_000 } })],
  ['64 kHz as a LinkedIn ad', ['delivery-sound-refused error'], film('linkedin-ad', { sound: { sampleRate: 64_000 } })],
  ['mono on Facebook', ['delivery-sound-refused error'], film('facebook-reel', { sound: { channels: 1 } })],
  ['96 kb/s of sound on Facebook', ['delivery-sound-refused warning'], film('facebook-reel', { sound: { bitRate: 96_000 } })],
  [
    'captions beside as WebVTT where SRT is asked',
    ['delivery-captions-refused error'],
    film('linkedin-ad', { cut: { captions: 'track', cues: { nl: [] } }, files: ['video/r/reel.mp4', 'video/r/reel.nl.vtt'] }),
  ],
  [
    'captions beside as SRT',
    [],
    film('linkedin-ad', { cut: { captions: 'track', cues: { nl: [] } }, files: ['video/r/reel.mp4', 'video/r/reel.nl.srt'] }),
  ],
  // What nobody knows
  ['a channel whose sheet was not read', ['delivery-needs-current-sheet info'], only('delivery-needs-current-sheet', 'tiktok')],
  ['a channel of ours', [], only('delivery-needs-current-sheet', 'web')],
  ['a film that nobody decoded', ['delivery-not-measured info'], only('delivery-not-measured', 'web', { measured: null })],
  [
    'titles that nobody saw, where an interface stands',
    ['delivery-not-measured info'],
    only('delivery-not-measured', 'snapchat-ad', { cut: { titles: [{ template: 'card', at: 0, seconds: 2, text: {} }] } }),
  ],
];
