/** Films whose groups of pictures, peaks or letters are not as they should be, as they were measured. */
import { mediaPackOf } from '../../pipeline/channels/media.ts';
import { judgeCut } from '../../pipeline/checks/cut-verdict.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { MediaPack } from '../../pipeline/model/media-rules.ts';
import { madeFilm } from '../support/clip-facts.ts';

const QUIET = ['delivery-needs-current-sheet', 'delivery-not-measured'];
const film =
  (...from: Parameters<typeof madeFilm>) =>
  (): readonly Finding[] =>
    judgeCut(madeFilm(...from)).filter(({ code }) => !QUIET.includes(code));
const streamed =
  (...from: Parameters<typeof madeFilm>) =>
  (): readonly Finding[] =>
    judgeCut(madeFilm(...from), [mediaPackOf('apple-hls') as MediaPack]).filter(({ code }) => !QUIET.includes(code));

export const filmCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['open groups of pictures on Instagram', ['delivery-gop-open error'], film('instagram-reel', { picture: { openGops: 3 } })],
  ['open groups of pictures on TikTok, which does not say', [], film('tiktok', { picture: { openGops: 3 } })],
  ['open groups of pictures in a stream', ['delivery-gop-open error'], streamed('web', { picture: { openGops: 1 } })],
  ['a stream as it should be', [], streamed('web')],
  ['twice the mean in a stream', [], streamed('web', { picture: { bitRate: 2_000_000, peakRate: 4_000_000 } })],
  ['more than that', ['delivery-rate-peaks warning'], streamed('web', { picture: { bitRate: 2_000_000, peakRate: 4_100_000 } })],
  ['more than that in a film that is no stream', [], film('web', { picture: { bitRate: 2_000_000, peakRate: 4_100_000 } })],
  ['a key frame every 4 s in a stream', ['delivery-gop-refused warning'], streamed('web', { picture: { longestGop: 4 } })],
];
