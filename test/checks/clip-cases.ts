/** Supplied film and sound with one thing wrong, just below and just above where it is told. */
import { judgeClip } from '../../pipeline/checks/clip-verdict.ts';
import { checkPrivacy } from '../../pipeline/checks/privacy.ts';
import { checkRights } from '../../pipeline/checks/rights.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import { type ClipChanges, clipAsset, soundAsset } from '../support/clip-facts.ts';

const told = (changes: ClipChanges) => (): readonly Finding[] => judgeClip(clipAsset(changes));
const heard = (changes: ClipChanges) => (): readonly Finding[] => judgeClip(soundAsset(changes));
const decoded = (pictureSeconds: number, soundSeconds = pictureSeconds): ClipChanges => ({
  measured: { decoded: { frames: Math.round(pictureSeconds * 25), pictureSeconds, soundSeconds } },
});
const sized = (width: number, height: number): ClipChanges => ({ picture: { width, height, coded: [width, height], bitRate: 4_000_000 } });
const colour = (matrix: string, more: ClipChanges['picture'] = {}): ClipChanges => ({
  picture: { colour: { matrix, primaries: 'unknown', transfer: 'unknown', range: 'tv' }, ...more },
});

export const clipCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['a clean film', [], told({})],
  ['clean sound', [], heard({})],
  ['a picture, which is no clip', [], () => judgeClip({ ...clipAsset(), clip: undefined } as never)],
  ['a film that was not measured', [], told({ measured: null })],
  // Whole
  ['a film that breaks off', ['clip-incomplete error'], told(decoded(2.96))],
  ['a fraction less than stated', [], told(decoded(19.92))],
  ['more than half a per cent less', ['clip-incomplete error'], told(decoded(19.89))],
  [
    'half a second of an hour less',
    [],
    told({ clip: { seconds: 3600 }, picture: { seconds: 3600 }, sound: { seconds: 3600 }, ...decoded(3599.5) }),
  ],
  [
    'more than half a second of an hour less',
    ['clip-incomplete error'],
    told({ clip: { seconds: 3600 }, picture: { seconds: 3600 }, sound: { seconds: 3600 }, ...decoded(3599.4) }),
  ],
  ['sound that breaks off under a whole picture', ['clip-incomplete error'], told(decoded(20, 12))],
  [
    'sound alone that breaks off',
    ['clip-incomplete error'],
    heard({ measured: { decoded: { frames: 0, pictureSeconds: 0, soundSeconds: 9 } } }),
  ],
  ['a film whose decoder complained', ['clip-damaged warning'], told({ measured: { complaints: ['error while decoding MB 3 4'] } })],
  // Frame
  ['a shorter side of 480', ['clip-too-small warning'], told(sized(854, 480))],
  ['a shorter side of 479', ['clip-too-small error'], told(sized(852, 479))],
  ['a shorter side of 720', [], told(sized(1280, 720))],
  ['a shorter side of 719, upright', ['clip-too-small warning'], told(sized(719, 1278))],
  ['DCI 4K', ['clip-converted info'], told({ picture: { width: 4096, height: 2160 } })],
  ['8K', ['clip-oversized info', 'clip-converted info'], told({ picture: { width: 7680, height: 4320 } })],
  ['pixels of DV', ['clip-pixels-not-square info'], told({ picture: { pixelShape: [64, 45] } })],
  ['a telephone held upright', ['clip-turned info'], told({ picture: { rotation: 90 } })],
  ['bars of 2 %', [], told({ measured: { bars: { top: 0.02, right: 0, bottom: 0.02, left: 0 } } })],
  ['bars of 3 %', ['clip-bars warning'], told({ measured: { bars: { top: 0.03, right: 0, bottom: 0, left: 0 } } })],
  ['pillars', ['clip-bars warning'], told({ measured: { bars: { top: 0, right: 0.12, bottom: 0, left: 0.12 } } })],
  ['a see-through film', ['clip-see-through info', 'clip-converted info'], told({ picture: { hasAlpha: true, pixels: 'yuva420p' } })],
  // Frames
  ['frames of unequal length', ['clip-variable-rate warning'], told({ picture: { isVariable: true, steps: [0.0417, 0.0833] } })],
  ['a tenth of the frames interlaced', [], told({ measured: { interlaced: { share: 0.1, first: 'top' } } })],
  ['more than a tenth', ['clip-interlaced warning'], told({ measured: { interlaced: { share: 0.11, first: 'top' } } })],
  ['a flag that lies', [], told({ picture: { fieldOrder: 'top' } })],
  ['a flag that nobody measured', ['clip-interlaced warning'], told({ picture: { fieldOrder: 'bottom' }, measured: null })],
  // Black, frozen
  ['a black head', ['clip-black info'], told({ measured: { black: [[0, 1.52]], frozen: [[0, 1.52]] } })],
  ['a first frame of black', [], told({ measured: { black: [[0, 0.12]] } })],
  ['a black tail', ['clip-black info'], told({ measured: { black: [[19, 20]] } })],
  ['2 s of black inside', [], told({ measured: { black: [[5, 7]] } })],
  ['more than 2 s of black inside', ['clip-black warning'], told({ measured: { black: [[5, 7.1]], frozen: [[5, 7.1]] } })],
  ['nothing but black', ['clip-black warning'], told({ measured: { black: [[0, 19.96]] } })],
  ['a frozen tail', ['clip-frozen info'], told({ measured: { frozen: [[17, 20]] } })],
  ['2 s that stand still inside', [], told({ measured: { frozen: [[5, 7]] } })],
  ['more than 2 s that stand still', ['clip-frozen warning'], told({ measured: { frozen: [[5, 7.2]] } })],
  ['a picture that never moves', ['clip-frozen warning'], told({ measured: { frozen: [[0, 20]] } })],
  // Quality
  ['0.03 bits per pixel', [], told({ picture: { bitRate: 1_560_000 } })],
  ['a little less', ['clip-starved info'], told({ picture: { bitRate: 1_540_000 } })],
  ['less than half of it', ['clip-starved warning'], told({ picture: { bitRate: 770_000 } })],
  ['AV1 with as few', ['clip-converted info'], told({ picture: { codec: 'av1', profile: 'Main', bitRate: 770_000 } })],
  ['a codec without a floor', ['clip-converted info'], told({ picture: { codec: 'prores', profile: 'HQ', bitRate: 1000 } })],
  ['a rate that is not told', [], told({ picture: { bitRate: 0 } })],
  ['a sharp picture', [], told({ measured: { blur: 9, blocks: 10 } })],
  ['a blurred picture', ['clip-blurred info'], told({ measured: { blur: 9.1 } })],
  ['a picture in blocks', ['clip-blocky info'], told({ measured: { blocks: 10.1 } })],
  ['the straight edge of a bar', [], told({ measured: { blocks: 354, bars: { top: 0.01, right: 0, bottom: 0, left: 0 } } })],
  ['more than three flashes in a second', ['clip-flashes warning'], told({ measured: { flashes: [[3, 4.5]] } })],
  // Colour
  ['HD without tags', ['clip-colour-unknown info'], told(colour('unknown'))],
  [
    'SD without tags',
    ['clip-too-small warning', 'clip-colour-unknown info'],
    told(colour('unknown', { width: 720, height: 576, coded: [720, 576] })),
  ],
  ['HD in the matrix of SD', ['clip-matrix-unlikely warning'], told(colour('smpte170m'))],
  ['a recording of a screen in RGB', ['clip-converted info'], told(colour('unknown', { pixels: 'gbrp' }))],
  ['HDR in PQ', ['clip-hdr info', 'clip-converted info'], told(colour('bt2020nc', { hdr: 'pq', pixels: 'yuv420p10le', depth: 10 }))],
  ['HDR in HLG', ['clip-hdr info'], told(colour('bt2020nc', { hdr: 'hlg' }))],
  // Tracks
  ['sound a frame longer', [], told(decoded(20, 20.04))],
  ['sound more than a frame longer', ['clip-sound-length info'], told(decoded(20, 20.05))],
  ['sound more than a frame shorter', ['clip-sound-length info'], told({ sound: { seconds: 19.95 }, ...decoded(20, 19.95) })],
  ['sound 40 ms late', [], told({ sound: { startsAt: 0.04 } })],
  ['sound 50 ms late', ['clip-sound-late info'], told({ sound: { startsAt: 0.05 } })],
  ['sound 50 ms early', ['clip-sound-late info'], told({ picture: { startsAt: 0.05 } })],
  ['an edit list', ['clip-edit-list info'], told({ clip: { hasEditList: true } })],
  ['two languages in one file', ['clip-tracks info'], told({ clip: { tracks: { pictures: 1, sounds: 2, texts: 0, others: 1 } } })],
  ['captions in the file', ['clip-tracks info'], told({ clip: { tracks: { pictures: 1, sounds: 1, texts: 1, others: 0 } } })],
  // Sound
  ['a film without sound', ['clip-no-sound info'], told({ sound: null })],
  [
    'a film with a silent track',
    ['clip-no-sound info'],
    told({ heard: { loudness: null, truePeak: null, peak: null, silent: [[0, 20]] } }),
  ],
  ['sound that is silent', ['clip-no-sound error'], heard({ heard: { loudness: null, truePeak: null, peak: null } })],
  ['a silent head', ['clip-silent info'], heard({ heard: { silent: [[0, 3]] } })],
  ['a silent tail', ['clip-silent info'], told({ heard: { silent: [[18.5, 20]] } })],
  ['a pause of 2 s', [], told({ heard: { silent: [[8, 10]] } })],
  ['a longer pause', ['clip-silent info'], told({ heard: { silent: [[8, 10.1]] } })],
  ['a flat factor of 3', [], told({ heard: { flatFactor: 3 } })],
  ['a clipped recording', ['clip-clipped warning'], told({ heard: { flatFactor: 26, peakCount: 80_280, peak: 0, truePeak: 0.4 } })],
  ['steps of a faint recording', ['clip-quiet warning'], told({ heard: { flatFactor: 8, peak: -41, truePeak: -41, loudness: -55 } })],
  ['-34 LUFS', ['clip-loudness info'], told({ heard: { loudness: -34, truePeak: -14 } })],
  ['-34.1 LUFS', ['clip-quiet warning'], told({ heard: { loudness: -34.1, truePeak: -14 } })],
  ['-24 LUFS', [], told({ heard: { loudness: -24 } })],
  ['-24.1 LUFS', ['clip-loudness info'], told({ heard: { loudness: -24.1 } })],
  ['-14 LUFS', [], told({ heard: { loudness: -14 } })],
  ['-13.9 LUFS', ['clip-loudness info'], told({ heard: { loudness: -13.9 } })],
  ['a peak of -1 dBTP', [], told({ heard: { truePeak: -1 } })],
  ['a peak above it', ['clip-true-peak info'], told({ heard: { truePeak: -0.9 } })],
  ['channels that cancel each other', ['clip-phase warning'], told({ heard: { phase: -0.31 } })],
  ['wide stereo', [], told({ heard: { phase: -0.3 } })],
  ['one voice in two channels', ['clip-mono-twice info'], told({ heard: { phase: 1 } })],
  ['a microphone on the left alone', ['clip-one-sided warning'], told({ heard: { side: 'left' } })],
  ['5.1', ['clip-converted info'], told({ sound: { channels: 6, layout: '5.1' } })],
  // Persons and rights
  ['a place in a film', ['gps-in-material warning'], () => checkPrivacy(clipAsset({ clip: { hasGps: true } }))],
  ['people in a film', ['personal-data-in-material info'], () => checkPrivacy(clipAsset({ clip: { hasPersonalData: true } }))],
  ['a film of nobody', ['rights-missing warning'], () => checkRights(clipAsset({}, { rights: {} }), '2027-04-01')],
  [
    'a film that names its maker',
    [],
    () => checkRights(clipAsset({ clip: { rights: { creator: 'Iris' } } }, { rights: {} }), '2027-04-01'),
  ],
];
