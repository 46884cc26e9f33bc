/** Films whose groups of pictures, peaks or letters are not as they should be, as they were measured. */
import { channelOf, mediaPackOf } from '../../pipeline/channels/media.ts';
import { checkCutEnlarged } from '../../pipeline/checks/cut-enlarged.ts';
import { judgeCut } from '../../pipeline/checks/cut-verdict.ts';
import { checkTitleContrast } from '../../pipeline/checks/title-contrast.ts';
import { planFilm } from '../../pipeline/jobs/cut.ts';
import type { TitleContrast } from '../../pipeline/model/facts.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { JobKey, Json } from '../../pipeline/model/key.ts';
import type { MediaChannel, MediaPack } from '../../pipeline/model/media-rules.ts';
import { filmCut, madeFilm } from '../support/clip-facts.ts';
import { clipAsset as numberedClip, filmCut as numberedCut, part } from '../support/numbered-clips.ts';

const QUIET = ['delivery-needs-current-sheet', 'delivery-not-measured'];
const film =
  (...from: Parameters<typeof madeFilm>) =>
  (): readonly Finding[] =>
    judgeCut(madeFilm(...from)).filter(({ code }) => !QUIET.includes(code));
const streamed =
  (...from: Parameters<typeof madeFilm>) =>
  (): readonly Finding[] =>
    judgeCut(madeFilm(...from), [mediaPackOf('apple-hls') as MediaPack]).filter(({ code }) => !QUIET.includes(code));

const KEY = 'look' as JobKey;
const contrasted =
  (...titles: Partial<TitleContrast>[]) =>
  (): readonly Finding[] => {
    const seen = titles.map((one) => ({ title: 0, slot: 'name', at: 2, ratio: 7, least: 4.5, ...one }));
    const facts = { what: 'clip', facts: {}, titles: seen } as unknown as Json;
    const laid = {
      name: 'video/reel-web',
      cut: filmCut,
      titles: [{ template: 'lower-third', language: 'nl', at: 1, seconds: 4, key: 'title' as JobKey }],
    };
    return checkTitleContrast(laid, { measures: [{ key: KEY, of: 'reel.mp4' }] }, new Map([[KEY, { key: KEY, made: { facts } } as never]]));
  };

/** A lower third at 1 s to 5 s over a wide film with one burned caption, which stands at its foot. */
const captioned = (box: readonly [number, number, number, number], from: number, to: number, captions: 'burned' | 'track' = 'burned') =>
  film('youtube', {
    cut: { captions, cues: { nl: [{ from, to, lines: ['De zee komt <i>om zes uur</i>.'] }] }, language: 'nl' },
    titles: [
      {
        ...{ template: 'lower-third', language: 'nl', at: 1, seconds: 4, text: { name: 'Circus Vloed' } },
        facts: { motion: 4, endless: false, isVisible: true, texts: [{ slot: 'name', box }], overflows: [], errors: [] },
      },
    ],
  });
/** An upright film of clips of that many lines, as it is planned; then all of them. */
const enlarged =
  (lines: number, fit: 'cover' | 'contain' | 'blur' = 'cover', most?: number) =>
  (): readonly Finding[] => {
    const wide = { width: (lines * 16) / 9, height: lines, seconds: 10 };
    const cut = numberedCut([part('a', 0, 4, { fit }), part('a', 4, 8, { fit: 'contain' })], { channel: 'tiktok' });
    const channel = channelOf('tiktok') as MediaChannel;
    const toolchain = { ffmpeg: 'f', sharp: 's', subsetFont: 't' };
    const planned = planFilm({ cut, assets: new Map([['a', numberedClip('a', wide)]]), channel, toolchain });
    if (!planned) throw new Error('no film was planned');
    const laid = { name: 'video/reel-tiktok', cut, film: planned, files: [], media: [], texts: [], assets: [], soundOnly: [], proofs: {} };
    return checkCutEnlarged(laid, most === undefined ? undefined : { enlarged: most });
  };
const FOOT = [0.3, 0.86, 0.6, 0.94] as const;

export const filmCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['open groups of pictures on Instagram', ['delivery-gop-open error'], film('instagram-reel', { picture: { openGops: 3 } })],
  ['open groups of pictures on TikTok, which does not say', [], film('tiktok', { picture: { openGops: 3 } })],
  ['open groups of pictures in a stream', ['delivery-gop-open error'], streamed('web', { picture: { openGops: 1 } })],
  ['a stream as it should be', [], streamed('web')],
  ['twice the mean in a stream', [], streamed('web', { picture: { bitRate: 2_000_000, peakRate: 4_000_000 } })],
  ['more than that', ['delivery-rate-peaks warning'], streamed('web', { picture: { bitRate: 2_000_000, peakRate: 4_100_000 } })],
  ['more than that in a film that is no stream', [], film('web', { picture: { bitRate: 2_000_000, peakRate: 4_100_000 } })],
  ['a caption over a title', ['caption-over-title warning'], captioned(FOOT, 2, 4)],
  ['a caption that comes as the title has gone', [], captioned(FOOT, 4.9, 7)],
  ['a title above the captions', [], captioned([0.3, 0.6, 0.6, 0.7], 2, 4)],
  ['a title in the corner beside a short caption', [], captioned([0.02, 0.86, 0.15, 0.94], 2, 4)],
  ['captions that are switched on and off', [], captioned(FOOT, 2, 4, 'track')],
  ['letters that stand out', [], contrasted({}, { at: 3, ratio: 4.5 })],
  ['letters that do not, at two moments', ['title-text-faint warning'], contrasted({}, { at: 3, ratio: 4.4 }, { at: 4, ratio: 2 })],
  ['large letters need less', [], contrasted({ ratio: 3.2, least: 3 })],
  ['an upright film of 1080 lines', [], enlarged(1080)],
  ['an upright film of 720 lines', ['cut-enlarged warning'], enlarged(720)],
  ['the first, for a house that wants it sharper', ['cut-enlarged warning'], enlarged(1080, 'cover', 1.5)],
  ['the second, for a house that does not mind', [], enlarged(720, 'cover', 3)],
  ['all of a clip of 720 lines', [], enlarged(720, 'blur')],
  ['all of a clip of 240 lines, twice', ['cut-enlarged warning'], enlarged(240, 'contain')],
  ['a key frame every 4 s in a stream', ['delivery-gop-refused warning'], streamed('web', { picture: { longestGop: 4 } })],
];
