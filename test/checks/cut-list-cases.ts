/** Orders of film and sound, captions and cut lists with one thing wrong, and what is told of each. */
import { checkCaptions } from '../../pipeline/checks/captions.ts';
import { takeTexts } from '../../pipeline/ingest/texts.ts';
import type { Cue } from '../../pipeline/model/clip.ts';
import { readEdl } from '../../pipeline/model/edl.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import { clipAsset } from '../support/clip-facts.ts';
import { AVID } from '../support/cut-lists.ts';
import { clips, film, sound } from '../support/cut-order.ts';

type Case = readonly [string, readonly string[], () => readonly Finding[]];

const told = (name: string, wish: string, ...codes: string[]): Case => [name, codes, () => film(wish).findings];
const heard = (name: string, wish: string, ...codes: string[]): Case => [name, codes, () => sound(wish).findings];

/** Captions of a clip of 20 s. */
const cue = (from: number, to: number, ...lines: string[]): Cue => ({ from, to, lines, line: Math.round(from * 10) + 2 });
const read = (name: string, cues: readonly Cue[], ...codes: string[]): Case => [
  name,
  codes,
  () => checkCaptions(clipAsset({}, { captions: { nl: { file: 'video/trailer.nl.srt', cues } } })),
];

const listed = (name: string, text: string, ...codes: string[]): Case => [
  name,
  codes,
  () => {
    const list = {
      kind: 'video' as const,
      file: 'a.edl',
      ...(readEdl(text, 'video') as Exclude<ReturnType<typeof readEdl>, { unreadable: string }>),
    };
    return film('from: { edl: a.edl, reels: { TRAIL001: trailer } }, captions: none', clips, [list]).findings;
  },
];

export const cutListCases: readonly Case[] = [
  told('a sound film', 'from: trailer, in: 1, out: 2'),
  told('a clip that nobody supplied', 'from: trialer', 'order-material-unknown error'),
  told('a picture for a clip', 'from: kade', 'cut-clip-unusable error'),
  told('sound for a film', 'from: jingle', 'cut-clip-unusable error'),
  told('a clip that did not come', 'from: lost', 'cut-clip-unusable error'),
  told('a clip for a logo', 'from: backstage, logo: trailer', 'cut-clip-unusable error'),
  told('a time beyond the clip', 'from: backstage, out: 21', 'cut-beyond-clip error'),
  told('music that begins behind its end', 'from: backstage, music: { clip: jingle, in: 20 }', 'cut-beyond-clip error'),
  told('an end before the beginning', 'from: backstage, in: 4, out: 3', 'cut-span-empty error'),
  told('less than a frame', 'from: backstage, in: 4, out: 4.01', 'cut-span-empty error'),
  told('an end before the beginning, in timecodes', 'from: backstage, in: "00:00:04:00", out: "00:00:03:00"', 'cut-span-empty error'),
  told(
    'a fade longer than its part',
    'from: [{ clip: backstage }, { clip: backstage, in: 1, out: 2, fade: 2 }]',
    'cut-fade-too-long error',
  ),
  told(
    'fades on both sides that do not fit together',
    'from: [{ clip: backstage }, { clip: backstage, in: 1, out: 2, fade: 0.6 }, { clip: backstage, fade: 0.6 }]',
    'cut-fade-too-long error',
  ),
  told('a frame that the rate does not have', 'from: backstage, in: "00:00:01:25"', 'cut-timecode-wrong error'),
  told('drop frame where there is none', 'from: backstage, in: "00:00:01;10"', 'cut-timecode-wrong error'),
  heard('a timecode in sound', 'from: jingle, in: "00:00:01:10"', 'cut-timecode-wrong error'),
  heard('a chapter behind the end', 'from: jingle, chapters: [{ at: 0, title: A }, { at: 30, title: B }]', 'cut-moment-outside warning'),
  told('a poster behind the end', 'from: backstage, poster: 30', 'cut-moment-outside warning'),
  told('captions that nobody supplied', 'from: backstage, captions: burned', 'cut-captions-missing error'),
  told('captions in a language that is not there', 'from: trailer, captions: burned, languages: [fr]', 'cut-captions-missing error'),
  told('captions in some of the languages', 'from: trailer, captions: burned', 'cut-language-left-out warning'),
  told(
    'a title that one language lacks',
    'from: backstage, titles: [{ template: card, text: { nl: { a: Ja } } }]',
    'cut-title-untold warning',
  ),
  listed('a sound cut list', AVID),
  listed('a cut list with a wipe', AVID.replace('D    010', 'W001 010'), 'cut-list-not-followed warning'),
  listed('a cut list with a line of its own', `${AVID}HELLO\n`, 'cut-list-line-unreadable error'),
  listed('a cut list with an unknown reel', AVID.replaceAll('TRAIL001', 'TRL').replaceAll('TRAILER', 'T'), 'cut-list-reel-unknown error'),
  read('captions that read well', [cue(1, 3, 'De kade leeft,', 'de zee ook.'), cue(3, 5, 'Kom kijken.')]),
  read('a line of 43 characters', [cue(1, 5, 'a'.repeat(42)), cue(6, 10, `<i>${'é'.repeat(43)}</i>`)], 'captions-line-too-long warning'),
  read('three lines', [cue(1, 5, 'a', 'b', 'c')], 'captions-too-many-lines warning'),
  read('21 characters a second', [cue(1, 3, 'a'.repeat(42))], 'captions-too-fast warning'),
  read('18 characters a second', [cue(1, 3, 'a'.repeat(36))], 'captions-too-fast info'),
  read('half a second', [cue(1, 1.5, 'Ja.')], 'captions-too-brief warning'),
  read('eight seconds', [cue(1, 9, 'Ja.')], 'captions-too-lasting warning'),
  read('a gap of one frame', [cue(1, 2, 'Ja.'), cue(2.04, 3, 'Nee.')], 'captions-gap-too-small warning'),
  read('two at once', [cue(1, 3, 'Ja.'), cue(2, 4, 'Nee.')], 'captions-overlap warning'),
  read('a caption behind the end', [cue(18, 21, 'Ja.')], 'captions-beyond-clip warning'),
];

/** What comes of files that an order names. @param files path: bytes; absent: nobody supplied it */
export async function taken(
  files: Readonly<Record<string, string | Uint8Array>>,
  captions = 'a.srt',
  from: object = {},
): Promise<string[]> {
  const order = { supplied: [{ name: 'trailer', line: 3, captions: { nl: captions } }], deliver: { video: [{ name: 'reel', from }] } };
  const bytesOf = (path: string): Uint8Array => Buffer.from(files[path] ?? '');
  const { findings } = await takeTexts(
    order as never,
    Object.keys(files).map((path) => ({ path, bytes: bytesOf(path).length, outside: false })),
    { take: async (path) => ({ digest: path as never, bytes: 1 }), readBytes: async (path) => bytesOf(path) },
  );
  return findings.map(({ code, severity, where, args }) =>
    [code, severity, where.line ?? 0, args['nearest'] ?? args['reason'] ?? ''].join(' ').trim(),
  );
}
