/** A number that counts, written as the language of the document writes numbers. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Moves, Pace } from './motion-pace.ts';

interface Count extends Pace {
  readonly at?: number | string;
  /** Number it starts at; 0 unless said. */
  readonly from?: number;
}

/** Digits with whatever may stand between them: points, commas, thin and other spaces, apostrophes. */
const NUMBER = /\d(?:[\d.,'’\s]*\d)?/;

/**
 * Counts to the number that the element's text holds; what stands round it stays. The number is the one that was ordered, never
 * that of a clock: what is photographed today is what is shown tomorrow. Mark the element with `data-count` in the template, so
 * that all ten figures are in the font.
 */
export function countUp(timeline: Moves, target: string | HTMLElement, count: Count = {}): void {
  const { from = 0, at = '>', duration = 1.4, ease = 'power2.out' } = count;
  const element = typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target;
  const text = element?.textContent ?? '';
  const written = NUMBER.exec(text)?.[0];
  if (!element || written === undefined) return;
  const language = element.closest('[lang]')?.getAttribute('lang') ?? 'en';
  const { end, decimals, isGrouped } = read(written, language);
  const form = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: isGrouped,
  });
  hold(element);
  let value = end;
  const write = (): void => {
    const shown = value === end ? text : text.replace(written, form.format(value));
    if (element.textContent !== shown) element.textContent = shown;
  };
  // Written where the value is set, so that it also stands right when the timeline is sought without telling anybody.
  const counter = {
    get value(): number {
      return value;
    },
    set value(next: number) {
      value = next;
      write();
    },
  };
  timeline.fromTo(counter, { value: from }, { value: end, duration, ease }, at);
}

/** Reads a number as its language writes it; a point or comma that is not its decimal sign stands between groups. */
function read(written: string, language: string): { end: number; decimals: number; isGrouped: boolean } {
  const decimal = new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const [whole = '', part = ''] = written.split(decimal);
  return { end: Number(`${whole.replace(/\D/g, '')}.${part || '0'}`), decimals: part.length, isGrouped: /\D/.test(whole) };
}

/** Figures of one width in a box of one size: nothing round it moves, and the browser lays out nothing else. */
function hold(element: HTMLElement): void {
  element.style.fontVariantNumeric = 'tabular-nums';
  if (getComputedStyle(element).display === 'inline') element.style.display = 'inline-block';
  const style = getComputedStyle(element);
  Object.assign(element.style, { width: style.width, height: style.height, whiteSpace: 'nowrap', contain: 'layout style' });
  if (style.textAlign === 'start' && /^\D*\d+$/.test(element.textContent ?? '')) element.style.textAlign = 'end';
}
