/** Judges cuts as they were made: each film and sound of a deliverable by its cut list and its channel. */
import { channelOf, mediaPackOf } from '../channels/media.ts';
import { madeCuts } from '../checks/cut-made.ts';
import { checkTitles } from '../checks/cut-titles.ts';
import { judgeCut } from '../checks/cut-verdict.ts';
import type { OutcomesByKey } from '../checks/outcomes.ts';
import { checkTitleContrast } from '../checks/title-contrast.ts';
import type { Cut } from '../model/cut.ts';
import type { Finding } from '../model/finding.ts';
import type { Plan } from '../model/job.ts';
import type { LaidCut } from '../model/layout.ts';
import type { MediaPack } from '../model/media-rules.ts';

/** A cut, the name of what is delivered of it, such as `video/reel-instagram-reel`, and its titles. */
export type NamedCut = Pick<LaidCut, 'name' | 'cut' | 'titles'>;

/** @param sounds findings of how their sound was mastered */
export function judgeCuts(
  cuts: readonly NamedCut[],
  { deliverables }: Pick<Plan, 'deliverables'>,
  outcomes: OutcomesByKey,
  sounds: readonly Finding[] = [],
): Finding[] {
  const held = new Set(sounds.filter(({ code }) => code === 'sound-held-back').map(({ where }) => where.deliverable));
  const byName = new Map(cuts.map((laid) => [laid.name, laid]));
  return deliverables.flatMap((deliverable) => {
    const laid = byName.get(deliverable.name);
    const channel = laid && channelOf(laid.cut.channel);
    if (!laid || !channel) return [];
    return [
      ...checkTitles(laid, outcomes),
      ...checkTitleContrast(laid, deliverable, outcomes),
      ...madeCuts(deliverable, laid, channel, outcomes).flatMap((made) =>
        judgeCut({ ...made, soundHeld: held.has(deliverable.name) }, alsoAsked(laid.cut)),
      ),
    ];
  });
}

/** What players of adaptive streams ask of the films that these are made of. */
function alsoAsked(cut: Cut): MediaPack[] {
  const pack = cut.what === 'video' && cut.hls ? mediaPackOf('apple-hls') : undefined;
  return pack ? [pack] : [];
}
