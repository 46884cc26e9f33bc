/** An order of film and sound with its clips, read and resolved without a workspace. */
import type { Asset } from '../../pipeline/model/asset.ts';
import type { Cue } from '../../pipeline/model/clip.ts';
import type { Cut } from '../../pipeline/model/cut.ts';
import type { CutList } from '../../pipeline/model/cut-list.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import { readOrder } from '../../pipeline/order.ts';
import { resolveCuts } from '../../pipeline/setting/cuts.ts';
import { asset } from './assets.ts';
import { clipAsset, soundAsset } from './clip-facts.ts';

const cues: readonly Cue[] = [
  { from: 1, to: 3, lines: ['Eén'] },
  { from: 5, to: 6.5, lines: ['<i>Twee</i>'] },
  { from: 6.9, to: 8, lines: ['Drie'] },
];

/** Trailer, backstage (no captions) and jingle of 20 s each; the trailer's clock begins at one hour. */
export const clips: readonly Asset[] = [
  clipAsset(
    { clip: { timecode: '01:00:00:00' } },
    { name: 'trailer', focus: [0.5, 0.4], captions: { nl: { file: 'video/trailer.nl.srt', cues } } },
  ),
  clipAsset({}, { name: 'backstage', file: 'video/backstage.mov' }),
  { ...soundAsset(), name: 'jingle', file: 'audio/jingle.wav' },
  asset('kade'),
];

export const HEAD = `client: K
title: { nl: De stad, fr: La ville }
house: k
languages: [nl, fr]
supplied:
  - { name: trailer, file: video/trailer.mp4, captions: { nl: video/trailer.nl.srt } }
  - { name: backstage, file: video/backstage.mov }
  - { name: jingle, file: audio/jingle.wav }
  - { name: kade, file: photos/kade.jpg }
  - { name: lost, file: video/lost.mp4 }
deliver:
`;

export interface Resolved {
  readonly cuts: readonly Cut[];
  readonly findings: readonly Finding[];
}

/** @param deliver what stands under `deliver`, from line 12 on, with two spaces before each line */
export function resolved(deliver: string, assets: readonly Asset[] = clips, lists: readonly CutList[] = []): Resolved {
  const { order, findings } = readOrder(`${HEAD}${deliver}\n`, 'demo');
  if (!order) return { cuts: [], findings };
  const { cuts, findings: told } = resolveCuts(order, assets, lists);
  return { cuts, findings: [...findings, ...told] };
}

/** The same, of one film. */
export const film = (wish: string, ...more: [assets?: readonly Asset[], lists?: readonly CutList[]]): Resolved =>
  resolved(`  video:\n    - { name: reel, channel: web, ${wish} }`, ...more);
export const sound = (wish: string): Resolved => resolved(`  audio:\n    - { name: spot, channel: podcast, ${wish} }`);

export const placed = ({ findings }: Resolved): string[] =>
  findings.map(({ code, severity, where }) => `${code} ${severity} ${where.line}:${where.column}`);
