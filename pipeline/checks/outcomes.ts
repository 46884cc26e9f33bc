/** Checks whether everything was made that a deliverable needs. */
import type { Finding, Where } from '../model/finding.ts';
import type { Deliverable, Job, Outcome, Plan } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import { finding, severityOf } from './catalogue.ts';

export type OutcomesByKey = ReadonlyMap<JobKey, Outcome>;

/** What a deliverable needs and did not get: its own jobs, and the failure behind each. */
export function lostJobs(deliverable: Deliverable, outcomes: OutcomesByKey): { key: JobKey; because: JobKey | undefined }[] {
  const files = deliverable.files.flatMap(({ from }) => (from.from === 'job' ? [from.key] : []));
  const keys = new Set([...files, ...deliverable.measures.map(({ key }) => key)]);
  return [...keys]
    .filter((key) => !['made', 'cached'].includes(outcomes.get(key)?.status ?? ''))
    .map((key) => ({ key, because: failureBehind(key, outcomes) }));
}

function failureBehind(key: JobKey, outcomes: OutcomesByKey): JobKey | undefined {
  const outcome = outcomes.get(key);
  if (outcome?.status === 'skipped') return failureBehind(outcome.because, outcomes);
  return outcome?.status === 'failed' ? key : undefined;
}

/** Every failure is told once for each deliverable that it costs, and what fell with it in one finding. */
export function checkOutcomes(plan: Plan, outcomes: OutcomesByKey): Finding[] {
  const jobs = new Map(plan.jobs.map((job) => [job.key, job]));
  return plan.deliverables.flatMap((deliverable) => {
    const lost = lostJobs(deliverable, outcomes);
    const failures = new Set(lost.map(({ because }) => because));
    return [...failures].flatMap((failure) => {
      const fallen = lost.filter(({ key, because }) => because === failure && key !== failure);
      const labels = fallen.flatMap(({ key }) => jobs.get(key)?.label ?? []);
      const because = (failure && jobs.get(failure)?.label) ?? '';
      const told = failure === undefined ? [] : failed(deliverable, failure, jobs.get(failure), outcomes);
      const skipped = finding('job-skipped', { deliverable: deliverable.name }, { labels, because });
      return fallen.length === 0 ? told : [...told, skipped];
    });
  });
}

function failed(deliverable: Deliverable, key: JobKey, job: Job | undefined, outcomes: OutcomesByKey): Finding[] {
  const outcome = outcomes.get(key);
  if (outcome?.status !== 'failed') return [];
  const { code, args } = outcome.fault;
  const { file, line, column } = args;
  const measured = deliverable.measures.find((measure) => measure.key === key);
  const where: Where = {
    ...(typeof file === 'string' && { file }),
    ...(typeof line === 'number' && { line }),
    ...(typeof column === 'number' && { column }),
    ...(job?.asset !== undefined && { asset: job.asset }),
    ...(deliverable.kind === 'site' && measured && { page: measured.of }),
    deliverable: deliverable.name,
  };
  return [{ code, severity: severityOf(code), where, args: { ...(job && { label: job.label }), ...args } }];
}
