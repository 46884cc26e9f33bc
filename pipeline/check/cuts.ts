/** Judges cuts as they were made: each film and sound of a deliverable by its cut list and its channel. */
import { channelOf } from '../channels/media.ts';
import type { MadeCut } from '../checks/cut-made.ts';
import { judgeCut } from '../checks/cut-verdict.ts';
import type { OutcomesByKey } from '../checks/outcomes.ts';
import type { Cut } from '../model/cut.ts';
import type { MeasuredFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Deliverable, Plan } from '../model/job.ts';

/** A cut and the name of what is delivered of it, such as `video/reel-instagram-reel`. */
export interface NamedCut {
  readonly name: string;
  readonly cut: Cut;
}

export function judgeCuts(cuts: readonly NamedCut[], { deliverables }: Pick<Plan, 'deliverables'>, outcomes: OutcomesByKey): Finding[] {
  const byName = new Map(cuts.map(({ name, cut }) => [name, cut]));
  return deliverables.flatMap((deliverable) => {
    const cut = byName.get(deliverable.name);
    return cut ? madeOf(deliverable, cut, outcomes).flatMap(judgeCut) : [];
  });
}

/** Each of its files that was measured anew: `of` names it by its path, or the deliverable when it is the only one. */
function madeOf(deliverable: Deliverable, cut: Cut, outcomes: OutcomesByKey): MadeCut[] {
  const channel = channelOf(cut.channel);
  if (!channel) return [];
  const { name, files, measures } = deliverable;
  return measures.flatMap(({ key, of }): MadeCut[] => {
    const outcome = outcomes.get(key);
    if (!outcome || !('made' in outcome) || outcome.made.facts === undefined) return [];
    // Only our own measuring jobs write these facts.
    const measured = outcome.made.facts as unknown as MeasuredFacts;
    if (measured.what !== 'clip') return [];
    const file = files.find(({ path }) => path === of);
    const made = file?.from.from === 'job' ? outcomes.get(file.from.key) : undefined;
    const bytes = made && 'made' in made ? made.made.blob?.bytes : undefined;
    return [
      {
        cut,
        channel,
        deliverable: name,
        file: file?.path ?? of,
        ...(bytes === undefined ? {} : { bytes }),
        ...(measured.type === undefined ? {} : { type: measured.type }),
        facts: measured.facts,
        files: files.map(({ path }) => path),
      },
    ];
  });
}
