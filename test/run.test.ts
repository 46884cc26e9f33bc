/** The run on a fake world: recalls, makes, skips, batches, and keeps within its places. */
import { expect, test } from 'vitest';
import type { Attempt } from '../pipeline/jobs/making.ts';
import type { Job, Made, Outcome, Resource } from '../pipeline/model/job.ts';
import { digestOf, type JobKey } from '../pipeline/model/key.ts';
import { type RunEffects, runPlan } from '../pipeline/run.ts';
import { faultCases } from './support/fault-cases.ts';

const key = (name: string): JobKey => digestOf(name) as string as JobKey;
const made = (name: string): Made => ({ blob: { digest: digestOf(`bytes of ${name}`), bytes: 1 } });
const job = (name: string, needs: string[] = [], batch = name, resource: Resource = 'cpu'): Job => ({
  key: key(name),
  kind: resource === 'browser' ? 'measure' : 'image',
  tool: 't',
  recipe: {},
  file: name,
  label: name,
  batch,
  inputs: needs.map((need) => ({ from: 'job', key: key(need) })),
});

function world(change: Partial<RunEffects> & { fail?: string[] } = {}) {
  const log: string[] = [];
  const kept = new Map<string, Made>();
  let busy = 0;
  const seen = { most: 0 };
  const effects: RunEffects = {
    recall: (one) => kept.get(one),
    make: async (batch): Promise<Attempt[]> => {
      busy++;
      seen.most = Math.max(seen.most, busy);
      await new Promise((resolve) => setTimeout(resolve, 2));
      busy--;
      log.push(batch.map(({ label }) => label).join('+'));
      return batch.map(({ label }) =>
        change.fail?.includes(label) ? { fault: { code: 'tool-failed', args: {} } } : { made: made(label) },
      );
    },
    remember: (one, value) => void kept.set(one, value),
    beforeMaking: () => undefined,
    resourceOf: (one) => (one.kind === 'measure' ? 'browser' : 'cpu'),
    places: { cpu: 2, browser: 1, ffmpeg: 1 },
    tell: () => undefined,
    stopAtFirst: false,
    signal: new AbortController().signal,
    ...change,
  };
  return { effects, log, kept, seen };
}
const statuses = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ status }) => status);

test('a job is made after the jobs it needs', async () => {
  const { effects, log } = world();
  await runPlan({ jobs: [job('page', ['font', 'picture']), job('font'), job('picture')], deliverables: [] }, effects);
  expect(log.at(-1)).toBe('page');
});

test('the second run makes nothing', async () => {
  const { effects, log } = world();
  const plan = { jobs: [job('a'), job('b', ['a'])], deliverables: [] };
  await runPlan(plan, effects);
  log.length = 0;
  expect(statuses(await runPlan(plan, effects))).toEqual(['cached', 'cached']);
  expect(log).toEqual([]);
});

test('what is done before making is done once, ahead of the first batch, and not where all is recalled', async () => {
  const order: string[] = [];
  const { effects, log } = world({ beforeMaking: (jobs) => void order.push(`${jobs} to make, ${log.length} made`) });
  const plan = { jobs: [job('a'), job('b', ['a']), job('c')], deliverables: [] };
  await runPlan(plan, effects);
  expect(order).toEqual(['3 to make, 0 made']);
  await runPlan(plan, effects);
  expect(order).toHaveLength(1);
});

test('jobs of one batch are made together once all are ready', async () => {
  const { effects, log } = world();
  await runPlan({ jobs: [job('a', [], 'photo'), job('b', [], 'photo'), job('c')], deliverables: [] }, effects);
  expect(log.sort()).toEqual(['a+b', 'c']);
});

test('what hangs on a failure is skipped and tells the first cause; the rest goes on', async () => {
  const { effects, log } = world({ fail: ['a'] });
  const outcomes = await runPlan({ jobs: [job('a'), job('b', ['a']), job('c', ['b']), job('d')], deliverables: [] }, effects);
  expect(statuses(outcomes)).toEqual(['failed', 'skipped', 'skipped', 'made']);
  expect(outcomes[2]).toMatchObject({ because: key('a') });
  expect(log.sort()).toEqual(['a', 'd']);
});

test('a batch that throws is tried one by one, and only the culprit fails', async () => {
  const { effects } = world({
    make: async (batch) => {
      if (batch.some(({ label }) => label === 'bad')) throw new Error('crash');
      return batch.map(({ label }) => ({ made: made(label) }));
    },
  });
  const outcomes = await runPlan({ jobs: [job('good', [], 'photo'), job('bad', [], 'photo')], deliverables: [] }, effects);
  expect(statuses(outcomes)).toEqual(['made', 'failed']);
});

test.each(faultCases)('what a maker throws becomes the fault %s', async (code, thrown) => {
  const { effects } = world({ make: () => Promise.reject(thrown) });
  const [outcome] = await runPlan({ jobs: [job('a')], deliverables: [] }, effects);
  expect(outcome).toMatchObject({ status: 'failed', fault: { code } });
});

test('failures are not remembered', async () => {
  const { effects, kept } = world({ fail: ['a'] });
  await runPlan({ jobs: [job('a')], deliverables: [] }, effects);
  expect(kept.size).toBe(0);
});

test('never more at once than a resource has places', async () => {
  const { effects, seen } = world({ places: { cpu: 3, browser: 1, ffmpeg: 1 } });
  await runPlan({ jobs: Array.from({ length: 12 }, (_, at) => job(`j${at}`)), deliverables: [] }, effects);
  expect(seen.most).toBe(3);
});

test('fail-fast starts nothing after the first failure', async () => {
  const { effects, log } = world({ fail: ['a'], stopAtFirst: true, places: { cpu: 1, browser: 1, ffmpeg: 1 } });
  await runPlan({ jobs: [job('a'), job('b'), job('c')], deliverables: [] }, effects);
  expect(log).toEqual(['a']);
});

test('a cancelled run ends and keeps what was made', async () => {
  const stop = new AbortController();
  const { effects, kept } = world({
    signal: stop.signal,
    places: { cpu: 1, browser: 1, ffmpeg: 1 },
    tell: (event) => event.kind === 'ended' && stop.abort(),
  });
  await runPlan({ jobs: [job('a'), job('b')], deliverables: [] }, effects);
  expect(kept.size).toBe(1);
});

test('a job and the job it needs are made together when they share a batch', async () => {
  const { effects, log } = world();
  const plan = { jobs: [job('search', [], 'photo'), job('picture', ['search'], 'photo'), job('page', ['picture'])], deliverables: [] };
  await runPlan(plan, effects);
  expect(log).toEqual(['search+picture', 'page']);
});

test('tried one by one, a job sees what the job before it gave, and is lost with it', async () => {
  const seen: unknown[] = [];
  const { effects } = world({
    make: async (batch, inputs): Promise<Attempt[]> => {
      if (batch.length > 1) throw new Error('together it fails');
      const [one] = batch as [Job];
      if (one.label === 'bad') throw new Error('broken');
      for (const input of one.inputs) if (input.from === 'job') seen.push(inputs(input.key));
      return [{ made: made(one.label) }];
    },
  });
  const jobs = [job('search', [], 'photo'), job('picture', ['search'], 'photo'), job('bad', [], 'other'), job('lost', ['bad'], 'other')];
  const outcomes = await runPlan({ jobs, deliverables: [] }, effects);
  expect(statuses(outcomes)).toEqual(['made', 'made', 'failed', 'failed']);
  expect(seen).toEqual([made('search')]);
});

test('films of the same moments wait for each other, so that their clip is decoded once; nobody waits for what is lost', async () => {
  const film = (name: string, needs: string[] = []): Job => ({ ...job(name, needs, 'clip'), kind: 'cut' });
  const resourceOf = ({ kind }: Job): Resource => (kind === 'cut' ? 'ffmpeg' : 'cpu');
  const jobs = [film('poster'), job('sound'), film('film', ['sound']), job('other')];
  const { effects, log } = world({ resourceOf });
  await runPlan({ jobs, deliverables: [] }, effects);
  expect(log.at(-1)).toBe('poster+film');
  const lost = world({ resourceOf, fail: ['sound'] });
  expect(statuses(await runPlan({ jobs, deliverables: [] }, lost.effects))).toEqual(['made', 'failed', 'skipped', 'made']);
  expect(lost.log).toContain('poster');
});

test('how far a film is, is told of the job that is made, together or alone', async () => {
  const told: string[] = [];
  const { effects } = world({
    make: async (batch, _inputs, onFrames): Promise<Attempt[]> => {
      onFrames?.(5 * batch.length, 20);
      if (batch.length > 1) throw new Error('one of them');
      return batch.map(({ label }) => ({ made: made(label) }));
    },
    tell: (event) => event.kind === 'advanced' && told.push(`${event.job.label} ${event.frames}/${event.of}`),
  });
  await runPlan({ jobs: [job('web', [], 'films'), job('reel', [], 'films')], deliverables: [] }, effects);
  expect(told).toEqual(['web 10/20', 'web 5/20', 'reel 5/20']);
});
