/** Why a job would be made: by comparing what decides it with what decided it last time. */
import type { Job } from '../model/job.ts';
import { canonicalJson, type Json } from '../model/key.ts';

/** A reason per job, in their order. */
export function explain(jobs: readonly Job[], previous: readonly Job[]): string[] {
  const before = new Map(previous.map((job) => [`${job.kind} ${job.label}`, job]));
  return jobs.map((job) => {
    const last = before.get(`${job.kind} ${job.label}`);
    if (!last) return 'new';
    if (last.key === job.key) return 'what was made is no longer in the store';
    const reasons: string[] = [];
    if (last.tool !== job.tool) reasons.push(`${last.tool} → ${job.tool}`);
    reasons.push(...changes(last.recipe, job.recipe, ''));
    // Of a picture only the supplied file is worth a word: the rest of its inputs follows from its recipe.
    const inputs = ({ inputs: all, asset }: Job): Json =>
      all.filter(({ from }) => asset === undefined || from === 'store') as unknown as Json;
    if (canonicalJson(inputs(last)) !== canonicalJson(inputs(job))) reasons.push(inputsReason(job, last));
    return reasons.join('; ');
  });
}

function inputsReason(job: Job, last: Job): string {
  if (job.asset) return `the supplied file of ${job.asset} changed`;
  const known = new Set(last.inputs.map((input) => (input.from === 'store' ? input.digest : input.key)));
  const changed = job.inputs.filter((input) => !known.has(input.from === 'store' ? input.digest : (input.key as never))).length;
  return `${changed} of its ${job.inputs.length} inputs changed`;
}

function changes(before: Json | undefined, after: Json | undefined, path: string): string[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (isGroup(before) && isGroup(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      changes(before[name], after[name], path ? `${path}.${name}` : name),
    );
  }
  return [`${path} ${brief(before)} → ${brief(after)}`];
}

function isGroup(value: Json | undefined): value is { readonly [name: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function brief(value: Json | undefined): string {
  const text = value === undefined ? 'nothing' : canonicalJson(value);
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}
