/** French words for what belongs at a place of a cut in the order. */
import type { CutExpectation } from './say.ts';

export const expectedInCuts: Readonly<Record<CutExpectation, string>> = {
  time: 'un temps\u00a0: des secondes (4.5), mm:ss.ms (00:04.5) ou un timecode (00:00:04:12)',
  from: 'le nom d’un élément fourni, une liste de parties comme { clip: trailer, in: 4, out: 7 }, ou une liste de montage\u00a0: { edl: fichier } ou { otio: fichier }',
  channel: 'le nom d’un canal, ou une liste de canaux\u00a0; `kader rules` les montre',
  music: 'le nom d’un son fourni, ou { clip: jingle, in: 0, gain: -6, duck: 12 }',
  titles: 'le nom d’un gabarit de titre, ou une liste comme [{ template: lower-third, at: 2, for: 4 }]',
  captions: 'burned, track ou none, ou { show: burned, languages: [nl] }',
  ratio: 'un rapport comme 9:16',
  focus: 'un point comme [0.5, 0.4], ou des points à des moments\u00a0: [{ at: 0, focus: [0.2, 0.5] }]',
  fade: 'deux nombres de secondes, pour le début et la fin, comme [0.5, 1]',
  'time-later': 'un temps qui suit le précédent',
  'one-list': 'edl ou otio, pas les deux',
  'no-rate': 'pas de rate\u00a0: OpenTimelineIO dit lui-même sa cadence',
  'no-span': 'ni in ni out ici\u00a0: chaque partie a les siens',
  'no-fade': 'pas de fondu vers la première partie\u00a0; fade: [0.5, 0] de l’ensemble la fait sortir du noir',
  'one-file': 'des sous-titres pour un seul clip, pas pour tout ce qu’un motif trouve',
  'web-only': 'seul un film pour le canal web a un flux (hls) ou des aperçus animés',
};
