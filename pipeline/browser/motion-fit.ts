/** Gives every text of a unit the largest size that its room allows, and tells what does not fit at the smallest. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Stage } from './motion.ts';
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

/**
 * Texts are the elements with `data-slot`; those in an element with `data-fit="<name>"` share one size. A template that wants one fitted gives it `--fit-min` and `--fit-max`, lengths as CSS
 * writes them, and may follow its size elsewhere as `var(--fit-<slot>)`; `minimum` of `template.yaml` is a floor
 * under both. Its room is the unit less `--fit-margin`, its own box,
 * and every box that cuts it off; no two texts, nor a text and what is marked `data-clear`, come nearer than `--fit-gap`.
 *
 * Every text begins at its smallest; then each in turn, largest first, grows while everything still fits: so nothing is pressed
 * below its minimum for another's sake. Lines are balanced. Where a text does not fit even so, its words are broken at their soft
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
    else keepTogether(stage, slot, size, fits);
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
  const space = lastSpace(slot.element);
  if (!space || !isAlone(slot.element)) return;
  const { node, at } = space;
  node.replaceData(at, 1, '\u00a0');
  if (grow(stage, slot, fits) >= size * WIDOW_COST && fits()) return;
  node.replaceData(at, 1, ' ');
  setSize(stage, slot, size);
}

/** The space before the last word, in texts of three words and more. */
function lastSpace(element: HTMLElement): { node: Text; at: number } | undefined {
  if ((element.textContent?.trim().split(/[ \n\t]+/).length ?? 0) < 3) return undefined;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: { node: Text; at: number } | undefined;
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const at = node.data.trimEnd().lastIndexOf(' ');
    if (at > 0 || (at === 0 && last)) last = { node, at };
  }
  return last;
}

function isAlone(element: HTMLElement): boolean {
  const rows = new Map<number, number>();
  const range = document.createRange();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data } = texts.currentNode as Text;
    for (const { 0: word, index } of data.matchAll(/[^ \n\t]+/g)) {
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const row = Math.round(range.getBoundingClientRect().bottom);
      rows.set(row, (rows.get(row) ?? 0) + 1);
    }
  }
  return rows.size > 1 && rows.get(Math.max(...rows.keys())) === 1;
}
