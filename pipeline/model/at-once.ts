/** Work on many items, a few at a time. */

/**
 * Starts no more after a failure, and ends only when all that was started has ended: nobody works on behind the caller's back.
 * @throws what the first failure threw.
 */
export async function eachAtOnce<T>(items: readonly T[], atOnce: number, work: (item: T, at: number) => Promise<void>): Promise<void> {
  let next = 0;
  let failure: { readonly reason: unknown } | undefined;
  const worker = async (): Promise<void> => {
    while (next < items.length && !failure) {
      const at = next++;
      try {
        await work(items[at] as T, at);
      } catch (reason) {
        failure ??= { reason };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  // Set by the workers, which the compiler does not follow.
  const first = failure as { readonly reason: unknown } | undefined;
  if (first) throw first.reason;
}

/** @returns what does work in turn when all places are taken; the first to wait is the first to go on. */
export function turns(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
