/** Work at once: never more than allowed, in order, and going on after a failure. */
import { expect, test } from 'vitest';
import { eachAtOnce, load } from '../../pipeline/model/at-once.ts';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

test('what weighs never exceeds the limit, and what weighs more goes alone', async () => {
  const inside = load(10);
  let weight = 0;
  const seen: number[] = [];
  const started: number[] = [];
  const weights = [4, 5, 3, 25, 10, 1, 1, 8];
  await Promise.all(
    weights.map((one) =>
      inside(one, async () => {
        started.push(one);
        weight += one;
        seen.push(weight);
        await pause();
        weight -= one;
      }),
    ),
  );
  expect(started).toEqual(weights);
  expect(seen.filter((sum) => sum > 10)).toEqual([25]);
  expect(Math.max(...seen.filter((sum) => sum <= 10))).toBeGreaterThan(8);
});

test('a failure gives its room back', async () => {
  const inside = load(1);
  await expect(inside(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inside(1, async () => 'yes')).toBe('yes');
});

test('all are done a few at a time; after a failure no more are started and none is left running', async () => {
  let running = 0;
  const done: number[] = [];
  await eachAtOnce([1, 2, 3, 4, 5], 2, async (item) => {
    running++;
    expect(running).toBeLessThanOrEqual(2);
    await pause();
    running--;
    done.push(item);
  });
  expect(done).toHaveLength(5);
  const failing = eachAtOnce([1, 2, 3, 4], 2, async (item) => {
    running++;
    await pause();
    running--;
    if (item === 1) throw new Error('first');
  });
  await expect(failing).rejects.toThrow('first');
  expect(running).toBe(0);
});
