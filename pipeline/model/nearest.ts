/** The word somebody probably meant: the nearest known one by typing mistakes. */

/**
 * @returns the known word nearest to `word`, or '' when none is near enough to be worth suggesting.
 * A third of the letters may differ, with a transposition counted once; the first of equals wins.
 */
export function nearest(word: string, words: readonly string[]): string {
  if (word === '') return '';
  const wanted = word.toLowerCase();
  let best = '';
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const known of words) {
    // Never suggest the word itself; a wrong case only counts as half a mistake.
    if (known === word) continue;
    const lower = known.toLowerCase();
    const distance = lower === wanted ? 0.5 : distanceBetween(wanted, lower);
    if (distance < least) {
      best = known;
      least = distance;
    }
  }
  return best;
}

/** Damerau–Levenshtein (optimal string alignment): insertions, deletions, substitutions, neighbours swapped. */
function distanceBetween(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
