/** English words for what belongs at a place of a cut in the order. */
import type { CutExpectation } from './say.ts';

export const expectedInCuts: Readonly<Record<CutExpectation, string>> = {
  time: 'a time: seconds (4.5), mm:ss.ms (00:04.5) or a timecode (00:00:04:12)',
  from: 'the name of supplied material, a list of parts such as { clip: trailer, in: 4, out: 7 }, or a cut list: { edl: file } or { otio: file }',
  channel: 'the name of a channel, or a list of them; `kader rules` shows them',
  music: 'the name of supplied sound, or { clip: jingle, in: 0, gain: -6, duck: 12 }',
  titles: 'the name of a title template, or a list such as [{ template: lower-third, at: 2, for: 4 }]',
  captions: 'burned, track or none, or { show: burned, languages: [nl] }',
  ratio: 'a ratio such as 9:16',
  focus: 'a point such as [0.5, 0.4], or points at moments: [{ at: 0, focus: [0.2, 0.5] }]',
  fade: 'two numbers of seconds, for the start and the end, such as [0.5, 1]',
  'time-later': 'a time after the one before it',
  'one-list': 'edl or otio, not both',
  'no-rate': 'no rate: OpenTimelineIO tells its own',
  'no-span': 'no in or out here: each part has its own',
  'no-fade': 'no fade into the first part; fade: [0.5, 0] of the whole fades it in from black',
  'one-file': 'captions for one clip, not for all that a pattern matches',
  'web-only': 'only a film with the channel web has a stream (hls) or moving previews',
};
