/** Productions with captions or cut lists that cannot be used as they are, and the code that whoever builds them must get. */
import { type Files, ORDER } from '../support/workspace.ts';

const SRT = '1\n00:00:01,000 --> 00:00:02,000\nThe sea.\n';

const captioned = (captions: Files[string]): Files => ({
  'assets/try/order.yaml': ORDER.replace('    alt:', '    captions: { en: video/sea.srt }\n    alt:'),
  'assets/try/video/sea.srt': captions,
});
const listed = (list: Files[string]): Files => ({
  'assets/try/order.yaml': `${ORDER.trimEnd()}\n  video: [{ name: sea, from: { edl: cuts/sea.edl }, channel: web }]\n`,
  'assets/try/cuts/sea.edl': list,
});

export const cutListBuilds: readonly (readonly [title: string, code: string, exit: 0 | 1, change: () => Files])[] = [
  ['captions that nobody supplied', 'captions-missing', 1, () => captioned(undefined)],
  ['captions that are a story', 'captions-unreadable', 1, () => captioned('Once upon a time.')],
  ['captions in letters of Windows', 'captions-encoding', 0, () => captioned(Buffer.from(SRT.replace('sea', 'caf\u00e9'), 'latin1'))],
  ['captions of which one has no time', 'captions-line-unreadable', 0, () => captioned(`${SRT}\n2\n00:00:x --> 3\nNo.\n`)],
  ['a cut list that nobody supplied', 'cut-list-missing', 1, () => listed(undefined)],
  ['a cut list that is a story', 'cut-list-unreadable', 1, () => listed('Once upon a time.')],
];
