/** Judges cuts as they were made: each film and sound of a deliverable by its cut list and its channel. */
import { channelOf } from '../channels/media.ts';
import { madeCuts } from '../checks/cut-made.ts';
import { judgeCut } from '../checks/cut-verdict.ts';
import type { OutcomesByKey } from '../checks/outcomes.ts';
import type { Cut } from '../model/cut.ts';
import type { Finding } from '../model/finding.ts';
import type { Plan } from '../model/job.ts';

/** A cut and the name of what is delivered of it, such as `video/reel-instagram-reel`. */
export interface NamedCut {
  readonly name: string;
  readonly cut: Cut;
}

export function judgeCuts(cuts: readonly NamedCut[], { deliverables }: Pick<Plan, 'deliverables'>, outcomes: OutcomesByKey): Finding[] {
  const byName = new Map(cuts.map(({ name, cut }) => [name, cut]));
  return deliverables.flatMap((deliverable) => {
    const cut = byName.get(deliverable.name);
    const channel = cut && channelOf(cut.channel);
    return cut && channel ? madeCuts(deliverable, cut, channel, outcomes).flatMap(judgeCut) : [];
  });
}
