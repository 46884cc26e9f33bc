/** What the fitting of texts came to: kept apart, so that a banner that fits none carries none of it. */

export interface Unfit {
  readonly slot: string;
  /** How far the text lies beyond its room at its smallest size, in px. */
  readonly px: number;
  /** That smallest size, in px. */
  readonly size: number;
}

export const fitted: { unfit: readonly Unfit[]; again: (() => void) | undefined } = { unfit: [], again: undefined };
