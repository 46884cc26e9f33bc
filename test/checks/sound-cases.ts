/** Sounds that could not be made as loud as they were asked. */
import { checkSounds } from '../../pipeline/checks/sound-made.ts';
import type { CutFacts } from '../../pipeline/model/cut-recipe.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { Deliverable, Job, Plan } from '../../pipeline/model/job.ts';
import { digestOf, type JobKey } from '../../pipeline/model/key.ts';

const sound = digestOf('sound') as string as JobKey;
const film = digestOf('film') as string as JobKey;

/** A film that the sound went into, and a deliverable of another sound. */
const plan: Plan = {
  jobs: [
    { key: sound, kind: 'sound', asset: 'trailer', inputs: [] },
    { key: film, kind: 'video', inputs: [{ from: 'job', key: sound }] },
  ].map((job) => job as unknown as Job),
  deliverables: [
    { name: 'video/reel', files: [{ path: 'video/reel/reel.mp4', from: { from: 'job', key: film } }] },
    { name: 'site', files: [] },
  ].map((one) => one as unknown as Deliverable),
};

function told(facts: Partial<CutFacts>): readonly Finding[] {
  const whole = { seconds: 3, done: {}, ...facts };
  return checkSounds(plan, new Map([[sound, { status: 'made', key: sound, made: { facts: whole } }]]));
}

const heard = { loudness: -41.26, range: 2, truePeak: -20 };

export const soundCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['sound that reached its loudness', [], () => told({ after: heard, done: { target: -16, reached: true } })],
  ['too quiet to be raised', ['sound-held-back'], () => told({ after: heard, done: { target: -16, reached: false, held: 'gain' } })],
  [
    'too much peak to be raised',
    ['sound-held-back'],
    () => told({ after: heard, done: { target: -16, reached: false, held: 'limiting' } }),
  ],
  ['silence', ['sound-unlevelled'], () => told({ done: { unmeasured: true, silent: true } })],
  ['a blip', ['sound-unlevelled'], () => told({ done: { unmeasured: true, silent: false } })],
];
