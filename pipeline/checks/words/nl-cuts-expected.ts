/** Dutch words for what belongs at a place of a cut in the order. */
import type { CutExpectation } from './say.ts';

export const expectedInCuts: Readonly<Record<CutExpectation, string>> = {
  time: 'een tijd: seconden (4.5), mm:ss.ms (00:04.5) of een tijdcode (00:00:04:12)',
  from: 'de naam van aangeleverd materiaal, een lijst delen zoals { clip: trailer, in: 4, out: 7 }, of een montagelijst: { edl: bestand } of { otio: bestand }',
  channel: 'de naam van een kanaal, of een lijst ervan; `kader rules` toont ze',
  music: 'de naam van aangeleverd geluid, of { clip: jingle, in: 0, gain: -6, duck: 12 }',
  titles: 'de naam van een titelsjabloon, of een lijst zoals [{ template: lower-third, at: 2, for: 4 }]',
  captions: 'burned, track of none, of { show: burned, languages: [nl] }',
  ratio: 'een verhouding zoals 9:16',
  focus: 'een punt zoals [0.5, 0.4], of punten op momenten: [{ at: 0, focus: [0.2, 0.5] }]',
  fade: 'twee getallen in seconden, voor begin en einde, zoals [0.5, 1]',
  'time-later': 'een tijd na die ervoor',
  'one-list': 'edl of otio, niet allebei',
  'no-rate': 'geen rate: OpenTimelineIO zegt zelf hoe het telt',
  'no-span': 'hier geen in of out: elk deel heeft de zijne',
  'no-fade': 'geen overgang naar het eerste deel; fade: [0.5, 0] van het geheel laat het uit zwart opkomen',
  'one-file': 'ondertitels bij één clip, niet bij alles wat een patroon vindt',
  'web-only': 'alleen een film met kanaal web heeft een stream (hls) of bewegende voorbeelden',
};
