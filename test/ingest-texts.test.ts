/** Captions and cut lists that come in: missing, empty, damaged or in old letters, each told where it is wrong. */
import { expect, test } from 'vitest';
import { taken } from './checks/cut-list-cases.ts';

const SRT = '1\n00:00:01,000 --> 00:00:02,000\nJa.\n';

test.each([
  ['sound ones', { 'a.srt': SRT }, 'a.srt', {}, []],
  ['a path with a point before it', { 'a.srt': SRT }, './a.srt', {}, []],
  ['a misspelt path', { 'captions.srt': SRT }, 'caption.srt', {}, ['captions-missing error 3 captions.srt']],
  ['an empty file', { 'a.srt': '' }, 'a.srt', {}, ['material-empty error 3']],
  ['no captions at all', { 'a.srt': 'Hello' }, 'a.srt', {}, ['captions-unreadable error 0 format']],
  ['letters of Windows', { 'a.srt': Buffer.from(SRT.replace('Ja', 'J\u00e0'), 'latin1') }, 'a.srt', {}, ['captions-encoding warning 0']],
  ['a caption without times', { 'a.srt': `${SRT}\n2\n00:00 --> x\nNee.\n` }, 'a.srt', {}, ['captions-line-unreadable warning 6 time']],
  ['a cut list that is not there', { 'a.srt': SRT }, 'a.srt', { edl: 'a.edl' }, ['cut-list-missing error 0']],
  ['a cut list that is none', { 'a.srt': SRT, 'b.edl': 'Hello' }, 'a.srt', { edl: 'b.edl' }, ['cut-list-unreadable error 0 format']],
  ['a timeline that is none', { 'a.srt': SRT, 'b.otio': '[]' }, 'a.srt', { otio: 'b.otio' }, ['cut-list-unreadable error 0 format']],
])('%s', async (_, files, captions, from, told) => {
  expect(await taken(files as never, captions, from)).toEqual(told);
});
