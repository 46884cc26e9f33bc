/** Cuts: times exact to their frames, parts and fades, captions moved along, one for each channel and language. */
import { describe, expect, test } from 'vitest';
import type { FilmCut, SoundCut } from '../../pipeline/model/cut.ts';
import type { CutList } from '../../pipeline/model/cut-list.ts';
import { readEdl } from '../../pipeline/model/edl.ts';
import { readOtio } from '../../pipeline/model/otio.ts';
import { clipAsset } from '../support/clip-facts.ts';
import { AVID, otio, otioClip, otioMix, otioTrack, PREMIERE, RESOLVE } from '../support/cut-lists.ts';
import { clips, film, placed, type Resolved, resolved, sound } from '../support/cut-order.ts';

const one = ({ cuts, findings }: ReturnType<typeof film>): FilmCut => {
  expect(findings).toEqual([]);
  expect(cuts).toHaveLength(1);
  return cuts[0] as FilmCut;
};
const spans = (cut: FilmCut | SoundCut) => cut.parts.map(({ clip, from, to, fade }) => [clip, from, to, fade]);

test('the order of the issue is cut as it says', () => {
  const { cuts, findings } = resolved(`  video:
    - { name: web,    from: trailer, channel: web }
    - { name: reel,   from: trailer, channel: instagram-reel, in: 00:03.2, out: 00:18.2, fit: cover, captions: burned, languages: [nl] }
    - { name: teaser, from: [ {clip: trailer, in: 4, out: 7}, {clip: backstage, in: 0, out: 5, fade: 0.4} ], music: jingle, titles: lower-third, channel: [youtube-short, tiktok] }
  audio:
    - { name: spot, from: jingle, in: 0.5, out: 19.5, fade: [0.2, 1], loudness: -16, channel: podcast }`);
  expect(findings).toEqual([]);
  expect(
    cuts.map(({ what, name, channel, language = '', seconds, line }) => [what, name, channel, language, seconds, line].join(' ')),
  ).toEqual([
    'video web web  20 13',
    'video reel instagram-reel nl 15 14',
    'video teaser youtube-short nl 7.6 15',
    'video teaser youtube-short fr 7.6 15',
    'video teaser tiktok nl 7.6 15',
    'video teaser tiktok fr 7.6 15',
    'audio spot podcast  19 17',
  ]);
  expect(cuts[1]).toMatchObject({ captions: 'burned', parts: [{ from: 3.2, to: 18.2, focus: [0.5, 0.4], fit: 'cover' }], rate: [25, 1] });
  expect(cuts[3]).toMatchObject({
    music: { clip: 'jingle', from: 0, gain: 0, duck: 12 },
    titles: [{ template: 'lower-third', at: 0, seconds: 4, text: { title: 'La ville' } }],
  });
  expect(cuts[6]).toMatchObject({ fadeIn: 0.2, fadeOut: 1, loudness: -16, title: 'De stad' });
});

describe('times', () => {
  test('are brought to the nearest frame of the clip', () => {
    expect(spans(one(film('from: backstage, in: 1.01, out: 00:02.99')))).toEqual([['backstage', 1, 3, 0]]);
    const ntsc = clipAsset(
      { picture: { rate: [30000, 1001], averageRate: [30000, 1001], frames: 600, seconds: 20.02 } },
      { name: 'backstage' },
    );
    const [part] = one(film('from: backstage, in: 1, out: 2', [ntsc])).parts;
    expect(part?.from).toBe((30 * 1001) / 30000);
    expect(part?.to).toBe((60 * 1001) / 30000);
  });

  test('as timecodes are read on the clock of the clip, and else from its start', () => {
    expect(spans(one(film('from: trailer, in: "01:00:04:12", out: "01:00:06:00", captions: none')))).toEqual([['trailer', 4.48, 6, 0]]);
    expect(spans(one(film('from: trailer, in: "00:00:04:12", out: "00:00:06:00", captions: none')))).toEqual([['trailer', 4.48, 6, 0]]);
  });

  test('a frame beyond the end is the end, two are a fault', () => {
    expect(spans(one(film('from: backstage, out: 20.04')))).toEqual([['backstage', 0, 20, 0]]);
    expect(placed(film('from: backstage, out: 20.09'))).toEqual(['cut-beyond-clip error 13:57']);
  });

  test('of sound lie between frames', () => {
    const { cuts } = sound('from: jingle, in: 0.0123, out: 3.4567');
    expect(cuts[0]?.parts).toMatchObject([{ from: 0.0123, to: 3.4567 }]);
  });

  test('of uneven frames stay as they are, and a cut of them runs at an even rate', () => {
    const uneven = clipAsset({ picture: { isVariable: true, rate: [90000, 1], averageRate: [2592, 119] } }, { name: 'backstage' });
    expect(one(film('from: backstage, in: 1.013', [uneven]))).toMatchObject({ parts: [{ from: 1.013 }], rate: [24_000, 1001] });
  });
});

test('the rate of a cut is that of its first part, where the channel takes it', () => {
  const quick = clipAsset({ picture: { rate: [50, 1], averageRate: [50, 1], frames: 1000 } }, { name: 'backstage' });
  expect(one(film('from: backstage', [quick])).rate).toEqual([50, 1]);
  const { cuts } = resolved('  video:\n    - { name: reel, from: backstage, channel: linkedin-ad }', [quick]);
  expect((cuts[0] as FilmCut).rate).toEqual([25, 1]);
});

describe('captions', () => {
  test('are moved into the times of the cut, cut where it cuts, and left out where too little is left', () => {
    const cut = one(
      film('from: [{ clip: trailer, in: 2, out: 7 }, { clip: backstage, in: 0, out: 2, fade: 1 }, { clip: trailer, in: 5, out: 8 }]'),
    );
    expect(cut.captions).toBe('track');
    // The third caption of the first part would stand for 0.1 s less half a fade; the trailer comes again at 5 s.
    expect(cut.cues['nl']).toEqual([
      { from: 0, to: 1, lines: ['Eén'] },
      { from: 3, to: 4.5, lines: ['<i>Twee</i>'] },
      { from: 6, to: 7.5, lines: ['<i>Twee</i>'] },
      { from: 7.9, to: 9, lines: ['Drie'] },
    ]);
  });

  test('that are burned make a film of each language that there is', () => {
    const { cuts, findings } = film('from: trailer, captions: burned');
    expect(cuts.map(({ language }) => language)).toEqual(['nl']);
    expect(findings.map(({ code, args }) => `${code} ${args['language']}`)).toEqual(['cut-language-left-out fr']);
  });

  test('are left out where nobody wants them', () => {
    expect(one(film('from: trailer, captions: none'))).toMatchObject({ captions: 'none', cues: {} });
  });
});

test('titles end with the cut, stand no longer than it, and differ by language', () => {
  const { cuts } = film(
    'from: backstage, out: 3, titles: [{ template: card, at: end, for: 2, text: { nl: { a: Ja }, fr: { a: Oui } } }, name]',
  );
  expect(cuts.map((cut) => (cut as FilmCut).titles)).toEqual([
    [
      { template: 'card', at: 1, seconds: 2, text: { a: 'Ja' } },
      { template: 'name', at: 0, seconds: 3, text: { title: 'De stad' } },
    ],
    [
      { template: 'card', at: 1, seconds: 2, text: { a: 'Oui' } },
      { template: 'name', at: 0, seconds: 3, text: { title: 'La ville' } },
    ],
  ]);
});

test('a timecode that says its rate finds its moment in sound, and in a clip of another rate', () => {
  const part = (found: Resolved) => [found.cuts[0]?.parts[0]?.from, found.cuts[0]?.parts[0]?.to, ...placed(found)];
  expect(part(sound('from: jingle, in: "00:00:01:12@25", out: "00:00:03:00@25"'))).toEqual([1.48, 3]);
  expect(part(sound('from: jingle, in: "00:00:01:12"'))).toEqual([undefined, undefined, 'cut-timecode-wrong error 13:57']);
  expect(part(film('from: backstage, in: "00:00:01:25@50", out: "00:00:03:00@50"'))).toEqual([1.52, 3]);
});

test('a focus of the whole is that of every part without one of its own', () => {
  const points = (wish: string) => (film(wish).cuts[0] as FilmCut).parts.map(({ focus }) => focus);
  expect(points('from: trailer')).toEqual([[0.5, 0.4]]);
  expect(points('from: trailer, focus: [0.2, 0.1]')).toEqual([[0.2, 0.1]]);
  expect(points('focus: [0.2, 0.1], from: [{ clip: trailer, out: 2, focus: [0.9, 0.1] }, { clip: trailer, in: 3 }]')).toEqual([
    [0.9, 0.1],
    [0.2, 0.1],
  ]);
  const late = film('from: trailer, out: 4, focus: [{ at: 0, focus: [0, 0.5] }, { at: 5, focus: [1, 0.5] }]');
  expect((late.cuts[0] as FilmCut).parts[0]?.focus).toEqual([{ at: 0, focus: [0, 0.5] }]);
  expect(placed(late)).toEqual(['cut-moment-outside warning 13:100']);
});

test('points of focus stand at moments of their part', () => {
  const cut = one(
    film(
      'from: [{ clip: backstage, in: 2, out: 6, fit: blur, focus: [{ at: 0, focus: [0, 0.5] }, { at: "00:00:02:00", focus: [1, 0.5] }] }]',
    ),
  );
  expect(cut.parts[0]).toMatchObject({
    fit: 'blur',
    focus: [
      { at: 0, focus: [0, 0.5] },
      { at: 2, focus: [1, 0.5] },
    ],
  });
});

describe('cut lists', () => {
  const edl = (text: string, file = 'cuts/a.edl'): CutList => ({
    kind: 'video',
    file,
    ...(readEdl(text, 'video') as Omit<CutList, 'kind' | 'file'>),
  });

  test('of Avid: reels that the order names, and a dissolve that shows what lies behind the cut', () => {
    const cut = one(film('from: { edl: cuts/a.edl, reels: { TRAIL001: trailer } }, captions: none', clips, [edl(AVID)]));
    expect(spans(cut)).toEqual([
      ['trailer', 4, 7.4, 0],
      ['backstage', 1, 5, 0.4],
    ]);
    // As long as on the tape.
    expect(cut.seconds).toBe(7);
  });

  test('of Premiere: clips found by the names of their files', () => {
    const { cuts, findings } = film('from: { edl: cuts/a.edl, rate: 25 }, captions: none', clips, [edl(PREMIERE)]);
    expect(findings.map(({ code, severity, where }) => `${code} ${severity} ${where.file}:${where.line}`)).toEqual([
      'cut-list-not-followed warning cuts/a.edl:10',
    ]);
    expect(spans(cuts[0] as FilmCut)).toEqual([
      ['trailer', 4, 7, 0],
      ['backstage', 0, 2, 0],
    ]);
  });

  test('of Resolve: drop frame at 29.97, from black and to black', () => {
    const rate = [30000, 1001] as const;
    const picture = { rate, averageRate: rate, frames: 3000, seconds: 100.1 };
    const assets = ['a003c001', 'a003c002'].map((name) =>
      clipAsset({ picture, clip: { seconds: 100.1 } }, { name, file: `video/${name}.mov` }),
    );
    const cut = one(film('from: { edl: cuts/a.edl, rate: 29.97 }', assets, [edl(RESOLVE)]));
    const frame = (moment: number): number => Math.round((moment * 30000) / 1001);
    expect(cut.parts.map(({ from, to }) => [frame(from), frame(to)])).toEqual([
      [10, 100],
      [1800, 1875],
    ]);
    expect([frame(cut.fadeIn), frame(cut.fadeOut)]).toEqual([15, 15]);
  });

  test('of OpenTimelineIO: media that count from an hour, and a dissolve across the cut', () => {
    const text = otio(
      otioTrack('Video', otioClip('Trailer', [100, 75], [0, 500]), otioMix(5, 5), otioClip('Backstage', [90_025, 100], [90_000, 500])),
    );
    const list = { kind: 'video', file: 'cuts/a.otio', ...(readOtio(text, 'video') as Omit<CutList, 'kind' | 'file'>) } as const;
    const cut = one(film('from: { otio: cuts/a.otio }, captions: none', clips, [list]));
    expect(spans(cut)).toEqual([
      ['trailer', 4, 7.2, 0],
      ['backstage', 0.8, 5, 0.4],
    ]);
    expect(cut.seconds).toBe(7);
  });

  test.each([
    [
      'a reel that nothing is called like',
      'from: { edl: cuts/a.edl }',
      AVID.replaceAll('BACKST', 'BCKST').replace('BACKSTAGE', 'B'),
      'cut-list-reel-unknown error',
    ],
    [
      'a part at another speed',
      'from: { edl: cuts/a.edl }',
      `${AVID}M2   BACKST01       050.0                00:00:01:00\n`,
      'cut-list-not-followed error',
    ],
    [
      'a dissolve for which there is too little',
      'from: { edl: cuts/a.edl }',
      AVID.replaceAll('01:00:04:00 01:00:07:00', '01:00:17:00 01:00:20:00').replace('01:00:07:00 01:00:07:00', '01:00:20:00 01:00:20:00'),
      'cut-beyond-clip error',
    ],
    ['a line that cannot be read', 'from: { edl: cuts/a.edl }', `${AVID}HELLO\n`, 'cut-list-line-unreadable error'],
    [
      'a timecode that its rate does not have',
      'from: { edl: cuts/a.edl, rate: 24 }',
      AVID.replace('00:00:05:00 01:00:03:00 01:00:07:00', '00:00:05:24 01:00:03:00 01:00:07:24'),
      'cut-timecode-wrong error',
    ],
  ])('with %s make no film', (_, wish, text, told) => {
    const { cuts, findings } = film(`${wish}, captions: none`, clips, [edl(text.replaceAll('TRAIL001', 'TRAILER'))]);
    expect(cuts).toEqual([]);
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toContain(told);
  });
});

test('what cannot be made is left out alone', () => {
  const { cuts, findings } = resolved(`  video:
    - { name: one, from: lost, channel: web }
    - { name: two, from: backstage, channel: web }`);
  expect(cuts.map(({ name }) => name)).toEqual(['two']);
  expect(findings).toMatchObject([
    { code: 'cut-clip-unusable', where: { line: 13, column: 26, deliverable: 'video/one' }, args: { reason: 'not-there', name: 'lost' } },
  ]);
});
