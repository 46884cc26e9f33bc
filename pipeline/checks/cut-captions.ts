/** Checks whether burned captions stand clear of the texts of titles that are seen at the same time: they would hide them. */
import { captionBox, captionShape } from '../model/caption-look.ts';
import type { Finding } from '../model/finding.ts';
import { clockOf } from '../model/time.ts';
import { finding } from './catalogue.ts';
import type { MadeCut } from './cut-made.ts';

type Box = readonly [left: number, top: number, right: number, bottom: number];
/** Together for less than that nobody takes it for a fault, in s. */
const LEAST = 0.2;

/** Of each text the first caption that meets it, and how many do. */
export function checkCutCaptions({ cut, channel, deliverable, facts, titles = [] }: MadeCut): Finding[] {
  const { picture } = facts;
  if (cut.what !== 'video' || cut.captions !== 'burned' || !picture) return [];
  const cues = cut.cues[cut.language ?? ''] ?? Object.values(cut.cues)[0] ?? [];
  const look = { width: picture.width, height: picture.height, safe: channel.make?.safe };
  const shape = captionShape(cues, look);
  return titles.flatMap(({ template, at, seconds, text, facts: { texts } }) =>
    texts.flatMap(({ slot, box }): Finding[] => {
      const met = cues.filter(
        (cue) => Math.min(cue.to, at + seconds) - Math.max(cue.from, at) >= LEAST && meet(captionBox(cue, shape, look), box),
      );
      const [first] = met;
      if (!first) return [];
      const where = { file: 'order.yaml', line: cut.line, deliverable, slot };
      const said = first.lines.join(' ').replace(/<[^>]*>/g, '');
      const time = clockOf(Math.max(first.from, at));
      return [finding('caption-over-title', where, { template, slot, title: text[slot] ?? slot, caption: said, time, count: met.length })];
    }),
  );
}

function meet(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}
