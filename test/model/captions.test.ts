/** Captions as programs write them: read whole, told where they are wrong, and written so that others read them alike. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCaptions } from '../../pipeline/model/captions.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) => {
  const reading = readCaptions(typeof text === 'string' ? bytes(text) : text);
  if ('unreadable' in reading) throw new Error(reading.unreadable);
  return reading;
};

const SRT = `1
00:00:01,000 --> 00:00:02,500
De kade <i>leeft</i>,
de zee ook.

2
00:00:03,000 --> 00:00:04,000
Kom <b>kijken</b>.
`;

test('SubRip is read with its lines, italics and line numbers', () => {
  const { cues, faults } = read(SRT);
  expect(faults).toEqual([]);
  expect(cues).toEqual([
    { from: 1, to: 2.5, lines: ['De kade <i>leeft</i>,', 'de zee ook.'], line: 2 },
    { from: 3, to: 4, lines: ['Kom <b>kijken</b>.'], line: 7 },
  ]);
});

test('a mark of order, Windows line ends, points and lost empty lines change nothing', () => {
  const { cues } = read(SRT);
  expect(read(`\ufeff${SRT.replaceAll('\n', '\r\n')}`).cues).toEqual(cues);
  expect(read(SRT.replaceAll('\n', '\r')).cues).toEqual(cues);
  expect(read(SRT.replaceAll(',000', '.000').replaceAll(',500', '.5')).cues).toEqual(cues);
  expect(read(SRT.replace('\n\n2', '\n2')).cues.map(({ from, lines }) => [from, lines.length])).toEqual([
    [1, 2],
    [3, 1],
  ]);
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${SRT}`, 'utf16le'));
  expect(read(utf16).cues).toEqual(cues);
});

test('WebVTT is read without its head, notes, styles, names, places and voices', () => {
  const { cues, faults } = read(`WEBVTT - Trailer
Kind: captions

STYLE
::cue { color: red }

NOTE not for
the public

first
00:01.000 --> 00:02.500 align:start position:10%
<v Ann>De <c.loud>kade</c> &amp; <00:01.500>zee</v>

1:00:00.000 --> 1:00:01.000
3 &lt; 4
`);
  expect(faults).toEqual([]);
  expect(cues.map(({ from, to, lines }) => [from, to, ...lines])).toEqual([
    [1, 2.5, 'De kade & zee'],
    [3600, 3601, '3 < 4'],
  ]);
});

test('other marks go, italic and bold are closed where they were left open', () => {
  const { cues } = read('1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color="#f00"><i>Kijk <u>daar</u>\n5 < 6</font> </b>\n');
  expect(cues[0]?.lines).toEqual(['<i>Kijk daar', '5 < 6</i>']);
});

test('what cannot be used is told by line, and the rest is kept', () => {
  const { cues, faults } = read(`1
00:00:05,000 --> 00:00:04,000
Achterwaarts

2
00:00:xx,000 --> 00:00:07,000
Wanneer

3
00:00:08,000 --> 00:00:09,000

Zonder tijd

4
00:00:12,000 --> 00:00:13,000
Later

5
00:00:10,000 --> 00:00:11,000
Eerder
`);
  expect(faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual(['2 backwards', '6 time', '10 empty', '12 stray', '19 order']);
  expect(cues.map(({ lines }) => lines[0])).toEqual(['Eerder', 'Later']);
});

test('letters of Windows are read as such, and said to be guessed', () => {
  const reading = read(new Uint8Array(Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nD\u00e9j\u00e0 vu\n', 'latin1')));
  expect(reading).toMatchObject({ isGuessed: true, cues: [{ lines: ['Déjà vu'] }] });
});

test('what is no captions at all is said to be none', () => {
  expect(readCaptions(bytes('  \n'))).toEqual({ unreadable: 'empty' });
  expect(readCaptions(bytes('<?xml version="1.0"?><tt/>'))).toEqual({ unreadable: 'format' });
  expect(readCaptions(new Uint8Array(4_000_001))).toEqual({ unreadable: 'size' });
});

test('a text made to be read for ever is read at once', () => {
  const start = performance.now();
  read(`1\n00:00:01,000 --> 00:00:02,000\n${'<a'.repeat(1_500_000)}\n`);
  read(`1\n00:00:01,000 --> 00:00:02,000\n${'<i>\n'.repeat(300_000)}`);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('ffmpeg reads the same captions out of the same file', (context) => {
  const file = join(mkdtempSync(join(tmpdir(), 'kader-captions-')), 'a.srt');
  writeFileSync(file, SRT);
  let vtt = '';
  try {
    vtt = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 'webvtt', '-'], { encoding: 'utf8' });
  } catch {
    context.skip('ffmpeg is not installed');
  }
  const plain = ({ cues }: ReturnType<typeof read>) => cues.map(({ from, to, lines }) => ({ from, to, lines }));
  expect(plain(read(vtt))).toEqual(plain(read(SRT)));
});
