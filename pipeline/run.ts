/** Plan → outcomes: recalls or makes every job, skips what lost its input; decides nothing. */

import type { Attempt } from './jobs/makers.ts';
import { type Fault, MissingProgram } from './model/finding.ts';
import type { Job, Made, Outcome, Plan, Resource } from './model/job.ts';
import type { JobKey } from './model/key.ts';

export interface RunEffects {
  /** What a key gave before, if its bytes still stand. */
  readonly recall: (key: JobKey) => Made | undefined;
  /** Makes jobs of one batch; an attempt for each, in their order. A throw is tried again job by job. */
  readonly make: (batch: readonly Job[], inputs: (key: JobKey) => Made) => Promise<readonly Attempt[]>;
  readonly remember: (key: JobKey, made: Made) => void;
  readonly resourceOf: (job: Job) => Resource;
  readonly places: Readonly<Record<Resource, number>>;
  readonly tell: (event: RunEvent) => void;
  readonly stopAtFirst: boolean;
  readonly signal: AbortSignal;
}

export type RunEvent =
  | { readonly kind: 'planned'; readonly total: number; readonly cached: number }
  | { readonly kind: 'started'; readonly job: Job }
  | { readonly kind: 'ended'; readonly job: Job; readonly status: Outcome['status'] };

export async function runPlan(plan: Plan, effects: RunEffects): Promise<Outcome[]> {
  const outcomes = new Map<JobKey, Outcome>();
  for (const { key } of plan.jobs) {
    const made = effects.recall(key);
    if (made) outcomes.set(key, { status: 'cached', key, made });
  }
  const waiting = new Map(plan.jobs.filter(({ key }) => !outcomes.has(key)).map((job) => [job.key, job]));
  effects.tell({ kind: 'planned', total: plan.jobs.length, cached: outcomes.size });
  const busy: Record<Resource, number> = { cpu: 0, browser: 0, ffmpeg: 0 };
  let stopped = false;

  const settle = (job: Job, outcome: Outcome): void => {
    outcomes.set(job.key, outcome);
    if (outcome.status === 'made') effects.remember(job.key, outcome.made);
    if (outcome.status === 'failed' && effects.stopAtFirst) stopped = true;
    effects.tell({ kind: 'ended', job, status: outcome.status });
  };
  const lostInput = (job: Job): JobKey | undefined =>
    job.inputs.find((input) => input.from === 'job' && ['failed', 'skipped'].includes(outcomes.get(input.key)?.status ?? ''))?.from ===
    'job'
      ? rootCause(job, outcomes)
      : undefined;
  // A job may need another of its own batch: whoever makes them sees to it.
  const isReady = (job: Job): boolean =>
    job.inputs.every((input) => {
      if (input.from === 'store' || 'made' in (outcomes.get(input.key) ?? {})) return true;
      const beside = waiting.get(input.key);
      return beside !== undefined && beside.batch === job.batch && isReady(beside);
    });

  await new Promise<void>((resolve, reject) => {
    let running = 0;
    const pump = (): void => {
      if (effects.signal.aborted || stopped) {
        if (running === 0) resolve();
        return;
      }
      skipTheLost(waiting, lostInput, settle);
      const ready = new Map<string, Job[]>();
      for (const job of waiting.values()) {
        if (isReady(job)) ready.set(job.batch, [...(ready.get(job.batch) ?? []), job]);
      }
      for (const batch of ready.values()) {
        const resource = effects.resourceOf(batch[0] as Job);
        if (busy[resource] >= effects.places[resource]) continue;
        busy[resource]++;
        running++;
        for (const job of batch) waiting.delete(job.key);
        runBatch(batch, effects, outcomes).then((results) => {
          batch.forEach((job, at) => {
            const attempt = results[at] as Attempt;
            settle(
              job,
              'made' in attempt
                ? { status: 'made', key: job.key, made: attempt.made }
                : { status: 'failed', key: job.key, fault: attempt.fault },
            );
          });
          busy[resource]--;
          running--;
          pump();
        }, reject);
      }
      if (running === 0) {
        if (waiting.size > 0) reject(new Error(`Internal error: ${waiting.size} jobs wait for inputs that no job gives`));
        else resolve();
      }
    };
    effects.signal.addEventListener('abort', () => pump(), { once: true });
    pump();
  });
  return plan.jobs.flatMap(({ key }) => outcomes.get(key) ?? []);
}

function skipTheLost(
  waiting: Map<JobKey, Job>,
  lostInput: (job: Job) => JobKey | undefined,
  settle: (job: Job, outcome: Outcome) => void,
): void {
  // Plans list a job after its inputs, so one pass reaches all that hangs on a failure.
  for (const job of [...waiting.values()]) {
    const because = lostInput(job);
    if (because === undefined) continue;
    waiting.delete(job.key);
    settle(job, { status: 'skipped', key: job.key, because });
  }
}

function rootCause(job: Job, outcomes: ReadonlyMap<JobKey, Outcome>): JobKey {
  for (const input of job.inputs) {
    const outcome = input.from === 'job' ? outcomes.get(input.key) : undefined;
    if (outcome?.status === 'failed') return outcome.key;
    if (outcome?.status === 'skipped') return outcome.because;
  }
  throw new Error(`Internal error: ${job.label} lost no input`);
}

async function runBatch(batch: readonly Job[], effects: RunEffects, outcomes: ReadonlyMap<JobKey, Outcome>): Promise<readonly Attempt[]> {
  const inputs = (key: JobKey): Made => {
    const outcome = outcomes.get(key);
    if (outcome && 'made' in outcome) return outcome.made;
    throw new Error(`Internal error: input ${key} is not there`);
  };
  for (const job of batch) effects.tell({ kind: 'started', job });
  try {
    return await effects.make(batch, inputs);
  } catch (error) {
    if (batch.length === 1 || effects.signal.aborted) return batch.map((job) => ({ fault: faultOf(job, error) }));
    // One bad job must not cost its neighbours: each is tried alone, the culprit is named.
    const alone = new Map<JobKey, Attempt>();
    const known = (key: JobKey): Made => {
      const attempt = alone.get(key);
      return attempt && 'made' in attempt ? attempt.made : inputs(key);
    };
    for (const job of batch) {
      const lost = job.inputs
        .map((input) => (input.from === 'job' ? alone.get(input.key) : undefined))
        .find((attempt) => attempt && 'fault' in attempt);
      const [attempt] = lost
        ? [lost]
        : await effects.make([job], known).catch((reason: unknown): Attempt[] => [{ fault: faultOf(job, reason) }]);
      alone.set(job.key, attempt as Attempt);
    }
    return batch.map(({ key }) => alone.get(key) as Attempt);
  }
}

function faultOf(job: Job, error: unknown): Fault {
  if (error instanceof MissingProgram) return { code: 'tool-missing', args: { program: error.program, advice: error.advice } };
  const detail = error instanceof Error ? error.message : String(error);
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  return { code: isTimeout ? 'tool-timeout' : 'tool-failed', args: { label: job.label, detail } };
}
