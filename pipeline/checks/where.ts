/** Where a finding points, for each kind of thing that checks look at, and what the order says about it already. */
import type { Asset } from '../model/asset.ts';
import type { Automatic, CorrectionWish } from '../model/correction.ts';
import type { Where } from '../model/finding.ts';
import type { Page } from '../model/layout.ts';

/** The supplied file; the entry of the order that names it is known by the asset's name. */
export function whereOf(asset: Asset): Where {
  return { file: asset.file, asset: asset.name };
}

/** The entry in the order, for what a person has to add there. */
export function whereOrdered(asset: Asset): Where {
  return { file: 'order.yaml', line: asset.line, asset: asset.name };
}

export function wherePage(page: Page): Where {
  return { file: page.source, page: page.url };
}

/** Whether the order corrects a picture already: by one of these steps, or by that part of `auto`. */
export function isCorrected({ corrections = [] }: Asset, steps: readonly CorrectionWish['step'][], part: Automatic): boolean {
  return corrections.some((wish) => steps.includes(wish.step) || (wish.step === 'auto' && wish.parts.includes(part)));
}
