/** Sound deliverables → release: which file lies where, from which bytes; unsound ones go to `review/` for eyes only. */

import { asMade } from './model/capture.ts';
import type { Blob, DeliverableFile, Outcome, Plan } from './model/job.ts';
import type { Input } from './model/key.ts';
import { leftOut } from './model/offer.ts';
import type { Judged, Release, ReleaseFile } from './model/record.ts';

/**
 * @param sizeOf bytes of a blob that no job made, such as a page.
 * @param papers what goes with the sound ones, and packages of several.
 */
export function makeRelease(
  plan: Plan,
  outcomes: readonly Outcome[],
  judged: readonly Judged[],
  sizeOf: (input: Input & { from: 'store' }) => number,
  papers: readonly DeliverableFile[] = [],
): Release {
  const blobs = new Map<string, Blob>();
  const facts = new Map<string, unknown>();
  for (const outcome of outcomes) {
    if (!('made' in outcome) || !outcome.made.blob) continue;
    blobs.set(outcome.key, outcome.made.blob);
    facts.set(outcome.key, outcome.made.facts);
  }
  const blobOf = (from: Input): Blob | undefined =>
    from.from === 'store' ? { digest: from.digest, bytes: sizeOf(from) } : blobs.get(from.key);
  const left = leftOut(plan, outcomes);
  const sound = new Map(judged.map(({ deliverable, sound }) => [deliverable.name, sound]));
  const files: ReleaseFile[] = [];
  const review: ReleaseFile[] = [];
  for (const deliverable of plan.deliverables) {
    const isSound = sound.get(deliverable.name) ?? false;
    for (const { path: planned, from, draft } of deliverable.files) {
      if (left.has(planned)) continue;
      const blob = blobOf(from) ?? (draft && blobOf({ from: 'store', digest: draft }));
      if (!blob) continue;
      const path = from.from === 'job' ? asMade(planned, facts.get(from.key)) : planned;
      if (isSound) files.push({ path, ...blob });
      else review.push({ path: `review/${path}`, ...blob });
    }
  }
  for (const { path, from } of papers) {
    const blob = blobOf(from);
    if (blob) files.push({ path, ...blob });
  }
  const proofs = [...(plan.proofs ?? []).flatMap(({ before, after }) => [before, after]), ...(plan.cutProofs ?? [])];
  for (const { path, key } of proofs) {
    const blob = blobs.get(key);
    if (blob) review.push({ path: `review/${path}`, ...blob });
  }
  const byPath = (a: ReleaseFile, b: ReleaseFile): number => (a.path < b.path ? -1 : 1);
  return { files: files.sort(byPath), review: once(review.sort(byPath)) };
}

/** A picture before its corrections may stand beside several that came of it. */
function once(files: readonly ReleaseFile[]): ReleaseFile[] {
  return files.filter(({ path }, at) => path !== files[at - 1]?.path);
}
