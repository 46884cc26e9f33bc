/** Plan → outcomes: recalls or makes every job, skips what lost its input; decides nothing. */

import type { Attempt, OnFrames } from './jobs/making.ts';
import { type Fault, MissingProgram } from './model/finding.ts';
import type { Job, Made, Outcome, Plan, Resource } from './model/job.ts';
import type { JobKey } from './model/key.ts';

export interface RunEffects {
  /** What a key gave before, if its bytes still stand. */
  readonly recall: (key: JobKey) => Made | undefined;
  /** Makes jobs of one batch; an attempt for each, in their order. A throw is tried again job by job. */
  readonly make: (batch: readonly Job[], inputs: (key: JobKey) => Made, onFrames?: OnFrames) => Promise<readonly Attempt[]>;
  readonly remember: (key: JobKey, made: Made) => void;
  /** Once, before the first batch, with the number of jobs; never where all is recalled. */
  readonly beforeMaking: (jobs: number) => void;
  readonly resourceOf: (job: Job) => Resource;
  readonly places: Readonly<Record<Resource, number>>;
  readonly tell: (event: RunEvent) => void;
  readonly stopAtFirst: boolean;
  readonly signal: AbortSignal;
}

export type RunEvent =
  /** Before anything is planned: a supplied clip is decoded once. `share` of it, 0–1. */
  | { readonly kind: 'measuring'; readonly asset: string; readonly share: number }
  | { readonly kind: 'planned'; readonly total: number; readonly cached: number }
  | { readonly kind: 'started'; readonly job: Job }
  /** Of a film that is being made, or of the first of several. */
  | { readonly kind: 'advanced'; readonly job: Job; readonly frames: number; readonly of: number }
  | { readonly kind: 'ended'; readonly job: Job; readonly status: Outcome['status'] };

export async function runPlan(plan: Plan, effects: RunEffects): Promise<Outcome[]> {
  const outcomes = new Map<JobKey, Outcome>();
  for (const { key } of plan.jobs) {
    const made = effects.recall(key);
    if (made) outcomes.set(key, { status: 'cached', key, made });
  }
  const line = standInLine(plan.jobs, outcomes, effects.resourceOf);
  effects.tell({ kind: 'planned', total: plan.jobs.length, cached: outcomes.size });
  const busy: Record<Resource, number> = { cpu: 0, browser: 0, ffmpeg: 0 };
  let stopped = false;
  if (line.waiting > 0) effects.beforeMaking(line.waiting);

  const settle = (job: Job, outcome: Outcome): void => {
    outcomes.set(job.key, outcome);
    if (outcome.status === 'made') effects.remember(job.key, outcome.made);
    if (outcome.status === 'failed' && effects.stopAtFirst) stopped = true;
    effects.tell({ kind: 'ended', job, status: outcome.status });
    if ('made' in outcome) line.made(job.key);
    else for (const lost of line.lost(job.key)) settle(lost, { status: 'skipped', key: lost.key, because: rootCause(lost, outcomes) });
  };

  await new Promise<void>((resolve, reject) => {
    let running = 0;
    const start = (batch: readonly Job[], resource: Resource): void => {
      busy[resource]++;
      running++;
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
    };
    const pump = (): void => {
      if (effects.signal.aborted || stopped) {
        if (running === 0) resolve();
        return;
      }
      for (const resource of RESOURCES) {
        while (busy[resource] < effects.places[resource]) {
          const batch = line.take(resource, running > 0);
          if (!batch) break;
          start(batch, resource);
        }
      }
      if (running > 0) return;
      if (line.waiting > 0) reject(new Error(`Internal error: ${line.waiting} jobs wait for inputs that no job gives`));
      else resolve();
    };
    effects.signal.addEventListener('abort', () => pump(), { once: true });
    pump();
  });
  return plan.jobs.flatMap(({ key }) => outcomes.get(key) ?? []);
}

const RESOURCES = ['cpu', 'browser', 'ffmpeg'] as const satisfies readonly Resource[];

interface Line {
  /** Jobs that were not taken yet. */
  readonly waiting: number;
  /**
   * Those of the first batch that could be made now; none when all of the resource wait for inputs. Patient: films are made when
   * all that shares their clips can be, for a clip that is decoded twice costs more than waiting.
   */
  readonly take: (resource: Resource, isPatient: boolean) => readonly Job[] | undefined;
  /** What this was the last missing input of becomes ready. */
  readonly made: (key: JobKey) => void;
  /** @returns jobs that wait in vain now; they leave the line. */
  readonly lost: (key: JobKey) => readonly Job[];
}

/** Each job is looked at when one of its inputs comes or is lost, never all of them at every turn: plans have tens of thousands. */
function standInLine(jobs: readonly Job[], outcomes: ReadonlyMap<JobKey, Outcome>, resourceOf: RunEffects['resourceOf']): Line {
  const waiting = new Map(jobs.filter(({ key }) => !outcomes.has(key)).map((job) => [job.key, job]));
  const needs = (job: Job): JobKey[] => job.inputs.flatMap((input) => (input.from === 'job' ? [input.key] : []));
  const dependents = new Map<JobKey, Job[]>();
  for (const job of waiting.values()) {
    for (const key of new Set(needs(job))) {
      const known = dependents.get(key);
      if (known) known.push(job);
      else dependents.set(key, [job]);
    }
  }
  /** By batch: jobs that could be made now. */
  const ready: Readonly<Record<Resource, Map<string, Job[]>>> = { cpu: new Map(), browser: new Map(), ffmpeg: new Map() };
  const queued = new Set<JobKey>();
  /** By batch: jobs of it that wait for inputs. */
  const missing = new Map<string, number>();
  const count = (batch: string, by: 1 | -1): void => void missing.set(batch, (missing.get(batch) ?? 0) + by);
  for (const { batch } of waiting.values()) count(batch, 1);
  // A job may need another of its own batch: whoever makes them sees to it.
  const isThere = (key: JobKey, batch: string): boolean =>
    'made' in (outcomes.get(key) ?? {}) || (queued.has(key) && waiting.get(key)?.batch === batch);
  const consider = (job: Job): void => {
    if (!waiting.has(job.key) || queued.has(job.key) || !needs(job).every((key) => isThere(key, job.batch))) return;
    queued.add(job.key);
    count(job.batch, -1);
    const batches = ready[resourceOf(job)];
    const batch = batches.get(job.batch);
    if (batch) batch.push(job);
    else batches.set(job.batch, [job]);
    for (const next of dependents.get(job.key) ?? []) if (next.batch === job.batch) consider(next);
  };
  for (const job of waiting.values()) consider(job);
  return {
    get waiting() {
      return waiting.size;
    },
    take(resource, isPatient) {
      for (const [name, batch] of ready[resource]) {
        if (isPatient && resource === 'ffmpeg' && missing.get(name) !== 0) continue;
        ready[resource].delete(name);
        for (const { key } of batch) waiting.delete(key);
        return batch;
      }
      return undefined;
    },
    made: (key) => dependents.get(key)?.forEach(consider),
    // None of them was ready: who is ready has all it needs.
    lost: (key) =>
      (dependents.get(key) ?? []).filter((job) => {
        const isLost = waiting.delete(job.key);
        if (isLost) count(job.batch, -1);
        return isLost;
      }),
  };
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
  const telling =
    (job: Job): OnFrames =>
    (frames, of) =>
      effects.tell({ kind: 'advanced', job, frames, of });
  try {
    return await effects.make(batch, inputs, telling(batch[0] as Job));
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
        : await effects.make([job], known, telling(job)).catch((reason: unknown): Attempt[] => [{ fault: faultOf(job, reason) }]);
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
