/** Gives every text of a unit the largest size that its room allows, and tells what does not fit at the smallest. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Stage } from './motion.ts';
import { aloneIn, endsAlone, littleAlone, outerSpaces, type Space } from './motion-company.ts';
import { fitted, type Unfit } from './motion-fitted.ts';
import { clearsOf, fontSize, judged, type Limits, lengthOf, limitsOf, type Slot, setSize, slotsOf } from './motion-slots.ts';

/** Fineness of sizes, in px. */
const STEP = 0.25;
/** From one size that is tried to the next. */
const STRIDE = 0.94;
/** Half a pixel each side is rounding. */
const SLACK = 1;
/** A last word that stands alone is joined by the one before when that costs no more of the size. */
const WIDOW_COST = 0.88;
/** A little word that stands alone gets company when that costs no more of it. */
const HEAD_COST = 0.78;

/**
 * Texts are the elements with `data-slot`; those in an element with `data-fit="<name>"` share one size. A template that wants one fitted gives it `--fit-min` and `--fit-max`, lengths as CSS
 * writes them, and may follow its size elsewhere as `var(--fit-<slot>)`; `minimum` of `template.yaml` is a floor
 * under both. Its room is the unit less `--fit-margin`, its own box,
 * and every box that cuts it off; no two texts, nor a text and what is marked `data-clear`, come nearer than `--fit-gap`.
 *
 * Every text begins at its smallest; then each in turn, largest first, grows while everything still fits: so nothing is pressed
 * below its minimum for another's sake. Lines are balanced, and no little word stands alone at their head or end. Where a text does not fit even so, its words are broken at their soft
 * hyphens; where that is not enough, it is told in `window.kader.facts().unfit`.
 */
export function fitTexts(stage: Stage): readonly Unfit[] {
  // While nothing may be seen yet, nothing would count as seen. It is not painted in between.
  const { visibility } = stage.root.style;
  stage.root.style.visibility = '';
  fitted.unfit = fitAll(stage);
  stage.root.style.visibility = visibility;
  fitted.again = () => void fitTexts(stage);
  return fitted.unfit;
}

function fitAll(stage: Stage): readonly Unfit[] {
  const slots = slotsOf(stage.root);
  const room = { stage, slots, clears: clearsOf(stage.root), margin: lengthOf(stage.root, '--fit-margin') ?? 0 };
  const judge = (slot: Slot): number => judged(slot, room);
  for (const slot of slots) {
    if (!slot.limits) continue;
    // Words are broken only when nothing else helps.
    for (const one of [slot.element, ...slot.copies]) {
      one.style.hyphens = 'none';
      // A text that must stay in one line stays so.
      if (getComputedStyle(one).whiteSpace !== 'nowrap') one.style.textWrap = 'balance';
    }
    setSize(stage, slot, slot.limits.least);
  }
  /** What lies too far out anyhow must not keep the others from growing: it may lie no farther. */
  const fitsFor = (growing: Slot): (() => boolean) => {
    const most = new Map(slots.map((slot) => [slot, slot === growing ? SLACK : Math.max(SLACK, judge(slot))]));
    return () => slots.every((slot) => judge(slot) <= (most.get(slot) ?? SLACK));
  };
  const largestFirst = slots.filter(({ limits }) => limits).sort((one, other) => (other.limits?.most ?? 0) - (one.limits?.most ?? 0));
  for (const slot of largestFirst) {
    slot.limits = limitsOf(slot.name, slot.element);
    const fits = fitsFor(slot);
    const size = grow(stage, slot, fits);
    if (judge(slot) > SLACK) breakWords(slot, judge);
    else {
      keepTogether(stage, slot, size, fits);
      giveCompany(stage, slot, fits);
    }
    for (const copy of slot.copies) copy.innerHTML = slot.element.innerHTML;
  }
  return slots
    .map((slot) => ({ slot: slot.name, px: Math.round(judge(slot) * 10) / 10, size: fontSize(slot.element) }))
    .filter(({ px }) => px > SLACK);
}

/**
 * A text may fit at one size, not at a smaller one, and again below, as its lines break otherwise: so sizes are tried from the
 * largest down in strides, and only within the last stride by halves.
 * @returns the largest size at which everything fits
 */
function grow(stage: Stage, slot: Slot, fits: () => boolean): number {
  const { least, most } = slot.limits as Limits;
  const fitsAt = (size: number): boolean => {
    setSize(stage, slot, size);
    return fits();
  };
  let [high, low] = [most, most];
  while (low > least && !fitsAt(low)) {
    high = low;
    low = Math.max(least, inSteps(low * STRIDE));
  }
  while (high - low > STEP) {
    const middle = inSteps((low + high) / 2);
    if (middle <= low) break;
    if (fitsAt(middle)) low = middle;
    else high = middle;
  }
  setSize(stage, slot, low);
  return low;
}

const inSteps = (size: number): number => Math.floor(size / STEP) * STEP;

/** At the smallest size, where it fits nowhere: larger, more words would be broken, and more often. */
function breakWords(slot: Slot, judge: (slot: Slot) => number): void {
  const before = judge(slot);
  const set = (hyphens: string): void => {
    for (const one of [slot.element, ...slot.copies]) one.style.hyphens = hyphens;
  };
  set('manual');
  if (judge(slot) >= before) set('none');
}

/** No word stands alone in the last line where it can have company. */
function keepTogether(stage: Stage, slot: Slot, size: number, fits: () => boolean): void {
  const { last } = outerSpaces(slot.element);
  if (last && endsAlone(slot.element)) join(stage, slot, last, size, fits);
}

/** A hard space, where it costs no more of the size than a widow may. @returns whether it stays */
function join(stage: Stage, slot: Slot, { node, at }: Space, size: number, fits: () => boolean): boolean {
  node.replaceData(at, 1, '\u00a0');
  if (grow(stage, slot, fits) >= size * WIDOW_COST && fits()) return true;
  node.replaceData(at, 1, ' ');
  setSize(stage, slot, size);
  return false;
}

/**
 * No little word has a line to itself before others: a smaller size sets it beside the next where that leaves fewer words alone,
 * else the first is held to the second.
 */
function giveCompany(stage: Stage, slot: Slot, fits: () => boolean): void {
  const { element, limits } = slot;
  if (!littleAlone(element)) return;
  const size = fontSize(element);
  const alone = aloneIn(element);
  for (let tried = inSteps(size); tried >= Math.max(size * HEAD_COST, limits?.least ?? size); tried -= STEP) {
    setSize(stage, slot, tried);
    if (aloneIn(element) < alone && !littleAlone(element) && fits()) return;
  }
  setSize(stage, slot, size);
  const { first } = outerSpaces(element);
  if (!first || !join(stage, slot, first, size, fits) || (aloneIn(element) <= alone && !littleAlone(element))) return;
  first.node.replaceData(first.at, 1, ' ');
  setSize(stage, slot, size);
}
