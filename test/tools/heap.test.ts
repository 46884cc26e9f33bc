/** V8's heap: what is given back before much is made. */
import { getHeapSpaceStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { sweepBefore } from '../../pipeline/tools/heap.ts';

/** But for the nursery, which keeps its size. */
const heldBytes = (): number => getHeapSpaceStatistics().find((space) => space.space_name === 'old_space')?.space_size ?? 0;

/** Some 40 MB that nobody holds when it returns. */
function leaveMuch(): number {
  return Array.from({ length: 600_000 }, (_, at) => ({ at, half: at / 2 })).length;
}

test('what planning left is given back before many jobs, and is not worth the time before few', () => {
  sweepBefore(5000);
  const first = heldBytes();
  expect(leaveMuch()).toBe(600_000);
  const after = heldBytes();
  expect(after).toBeGreaterThan(first + 15e6);
  sweepBefore(3);
  expect(heldBytes()).toBeGreaterThanOrEqual(after);
  sweepBefore(5000);
  expect(heldBytes()).toBeLessThan(first + 10e6);
});
