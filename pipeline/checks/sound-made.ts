/** Checks whether mastering could make the sound of cuts as loud as it was asked, and says what held it back. */
import type { CutFacts } from '../model/cut-recipe.ts';
import type { Finding } from '../model/finding.ts';
import type { Deliverable, Plan } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import { finding } from './catalogue.ts';
import type { OutcomesByKey } from './outcomes.ts';

/** Sound that several deliverables share is told once for each of them. */
export function checkSounds(plan: Plan, outcomes: OutcomesByKey): Finding[] {
  return plan.jobs.flatMap((job) => {
    const outcome = job.kind === 'sound' ? outcomes.get(job.key) : undefined;
    if (!outcome || !('made' in outcome) || !outcome.made.facts) return [];
    const facts = outcome.made.facts as unknown as CutFacts;
    const places = deliverablesOf(plan, job.key);
    return places.flatMap(({ name }) => checkSound(facts, { deliverable: name, ...(job.asset === undefined ? {} : { asset: job.asset }) }));
  });
}

function checkSound({ after, done }: CutFacts, where: Finding['where']): Finding[] {
  const { target, reached, held, silent, unmeasured } = done;
  if (unmeasured === true) return [finding('sound-unlevelled', where, { reason: silent === true ? 'silent' : 'short' })];
  if (reached !== false || typeof held !== 'string') return [];
  return [finding('sound-held-back', where, { reason: held, actual: tenth(after?.loudness ?? 0), expected: Number(target) })];
}

/** Those that hold the sound itself, or a film that it went into. */
function deliverablesOf({ jobs, deliverables }: Plan, key: JobKey): Deliverable[] {
  const films = jobs.filter(({ kind, inputs }) => kind !== 'waveform' && inputs.some((input) => input.from === 'job' && input.key === key));
  const keys = new Set([key, ...films.map((job) => job.key)]);
  return deliverables.filter(({ files }) => files.some(({ from }) => from.from === 'job' && keys.has(from.key)));
}

const tenth = (level: number): number => Math.round(level * 10) / 10;
