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

/**
 * Work that weighs: no more at once than `limit` altogether, and one that weighs more than that alone.
 * Who comes first goes first, so that a heavy one is not passed over for ever.
 */
export function load(limit: number): <T>(weight: number, work: () => Promise<T>) => Promise<T> {
  let used = 0;
  const waiting: { readonly weight: number; readonly go: () => void }[] = [];
  const admit = (): void => {
    for (let next = waiting[0]; next && (used === 0 || used + next.weight <= limit); next = waiting[0]) {
      waiting.shift();
      used += next.weight;
      next.go();
    }
  };
  return async (weight, work) => {
    await new Promise<void>((go) => {
      waiting.push({ weight, go });
      admit();
    });
    try {
      return await work();
    } finally {
      used -= weight;
      admit();
    }
  };
}
