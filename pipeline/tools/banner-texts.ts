/** The texts of a banner: whether they fit, how small they are, where single words are left over, and how they stand out. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';
import type { BannerFacts } from '../model/facts.ts';
import { legibilityOf, type TextArea } from '../pixels/legible.ts';
import { pixelsOf, type Seat, type Staged, shoot } from './banner-stage.ts';

/** Texts that were looked at, at one moment. */
export interface TextLook {
  /** Label, or `end`. */
  readonly moment: string;
  readonly texts: readonly { readonly slot: string; readonly ratio: number; readonly least: number; readonly ink: number }[];
}

/** @param page shows the moment */
export async function lookAtTexts({ page, session }: Seat, moment: string): Promise<TextLook> {
  const areas = await textsOn(page);
  if (areas.length === 0) return { moment, texts: [] };
  const shown = await shoot(session);
  // Their fill alone: shadows and grounds are what they stand on.
  await page.evaluate(() => {
    const hiding = document.createElement('style');
    hiding.id = 'kader-hides';
    hiding.textContent =
      '*,*::before,*::after{-webkit-text-fill-color:transparent!important;transition:none!important;caret-color:transparent!important}svg text,svg tspan,kader-text svg{fill:transparent!important}';
    document.documentElement.append(hiding);
  });
  const hidden = await shoot(session);
  await page.evaluate(() => document.getElementById('kader-hides')?.remove());
  const [above, below] = await Promise.all([pixelsOf(shown), pixelsOf(hidden)]);
  const texts = areas.map((area) => ({ slot: area.slot, least: area.least, ...legibilityOf(area, above, below) }));
  return { moment, texts };
}

/** @param page shows the moment */
export async function textsOn(page: Page): Promise<readonly TextArea[]> {
  return page.evaluate(findTexts);
}

/** Of moments, those in which a text is there: as much of its ink as at any, but for a tenth. */
export function contrastsOf(looks: readonly TextLook[]): BannerFacts['contrasts'] {
  const most = new Map<string, number>();
  for (const { texts } of looks) for (const { slot, ink } of texts) most.set(slot, Math.max(most.get(slot) ?? 0, ink));
  return looks.flatMap(({ moment, texts }) =>
    texts
      .filter(({ slot, ink }) => ink > 0 && ink >= (most.get(slot) ?? 0) * 0.9)
      .map(({ slot, ratio, least }) => ({ slot, moment, ratio: Math.round(ratio * 100) / 100, least })),
  );
}

/** @param page shows the end */
export async function measureFit(
  page: Page,
  unit: { width: number; height: number },
): Promise<Pick<BannerFacts, 'overflows' | 'texts' | 'widows'>> {
  return page.evaluate(findFit, unit);
}

/** In the page: every text that is seen whole, by slot or by what it says, with the boxes of its lines. */
function findTexts(): TextArea[] {
  const found = new Map<string, { slot: string; least: number; colour: number[] | null; boxes: number[][] }>();
  const add = (
    element: Element,
    said: string,
    boxes: readonly Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>[],
    drawn?: string,
  ): void => {
    const style = getComputedStyle(element);
    if (style.visibility !== 'visible') return;
    let opacity = 1;
    let isBlended = false;
    for (let parent: Element | null = element; parent; parent = parent.parentElement) {
      const own = getComputedStyle(parent);
      opacity *= Number(own.opacity);
      isBlended ||= own.mixBlendMode !== 'normal' || own.filter !== 'none';
    }
    // What comes or goes is not read yet.
    if (opacity < 0.98 || boxes.length === 0) return;
    const written = drawn ? drawn : element instanceof SVGElement ? style.fill : style.webkitTextFillColor;
    const numbers = /^rgba?\(([^)]+)\)$/
      .exec(written)?.[1]
      ?.match(/[\d.]+/g)
      ?.map(Number);
    const colour = numbers && numbers.length >= 3 && !isBlended ? [...numbers.slice(0, 3), numbers[3] ?? 1] : null;
    if (numbers?.[3] === 0) return;
    const size = Number.parseFloat(style.fontSize);
    // WCAG 2.2, 1.4.3: large is 24 px, or 18.66 px in bold.
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    // Words that are moved one by one are one text.
    let block: Element = element;
    while (block.parentElement && block.parentElement !== document.body && getComputedStyle(block).display.startsWith('inline'))
      block = block.parentElement;
    const slot = element.closest<HTMLElement>('[data-slot]')?.dataset['slot'] ?? block.textContent?.trim().slice(0, 40) ?? said;
    const key = `${slot} ${least} ${written}`;
    const known = found.get(key) ?? { slot, least, colour, boxes: [] };
    known.boxes.push(...boxes.map(({ left, top, right, bottom }) => [left, top, right, bottom]));
    found.set(key, known);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const element = text.parentElement;
    const said = text.textContent?.trim();
    if (!said || !element || /^(SCRIPT|STYLE|NOSCRIPT|TITLE|OPTION)$/i.test(element.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    add(element, said, boxes);
  }
  // Words that were packed as outlines stand an em high on their base line.
  for (const word of document.querySelectorAll('kader-text svg')) {
    const { left, right, bottom, width, height } = word.getBoundingClientRect();
    const style = getComputedStyle(word);
    const [ascent, descent] = ['--a', '--d'].map((name) => Number(style.getPropertyValue(name)) * height) as [number, number];
    const box = { left, right, top: bottom - ascent, bottom: bottom + descent };
    const text = word.closest('kader-text') as Element;
    add(text, text.textContent?.trim() ?? '', width > 0 ? [box] : [], style.fill);
  }
  return [...found.values()] as unknown as TextArea[];
}

/**
 * In the page: texts against their own box, every box that cuts them off, and the unit. The ink is measured, not
 * `scrollHeight`: with tight lines that counts room above and below letters, which nobody sees.
 */
function findFit(unit: { width: number; height: number }): Pick<BannerFacts, 'overflows' | 'texts' | 'widows'> {
  const overflows: { slot: string; px: number }[] = [];
  const texts: { slot: string; px: number }[] = [];
  const widows: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-slot]')) {
    const slot = element.dataset['slot'] ?? '';
    const ink = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
    let smallest = Number.POSITIVE_INFINITY;
    const words: DOMRect[] = [];
    // Letters only: a mask round a word has room of its own, which is no ink.
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const parent = text.parentElement ?? element;
      const style = getComputedStyle(parent);
      const range = document.createRange();
      for (const { index, 0: word } of (text.textContent ?? '').matchAll(/\S+/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        words.push(...range.getClientRects());
      }
      range.selectNodeContents(text);
      const lineHeight = Number.parseFloat(style.lineHeight);
      for (const line of text.textContent?.trim() ? range.getClientRects() : []) {
        const around = Math.max(0, line.height - (lineHeight || line.height)) / 2;
        ink.left = Math.min(ink.left, line.left);
        ink.right = Math.max(ink.right, line.right);
        ink.top = Math.min(ink.top, line.top + around);
        ink.bottom = Math.max(ink.bottom, line.bottom - around);
        // As large as it is seen: a transform may have shrunk it. Offsets are whole px: what differs by less is not scaled.
        const [seen, laid] = [parent.getBoundingClientRect().height, parent.offsetHeight];
        const scale = laid > 0 && Math.abs(seen - laid) > 0.5 ? seen / laid : 1;
        smallest = Math.min(smallest, Number.parseFloat(style.fontSize) * scale);
      }
    }
    for (const word of element.querySelectorAll('kader-text svg')) {
      const box = word.getBoundingClientRect();
      if (box.width === 0) continue;
      words.push(box);
      const style = getComputedStyle(word);
      // An em high, as large as it is seen.
      const [ascent, descent] = ['--a', '--d'].map((name) => Number(style.getPropertyValue(name)) * box.height) as [number, number];
      const lineHeight = (Number.parseFloat(style.lineHeight) * box.height) / Number.parseFloat(style.fontSize);
      const around = Math.max(0, ascent + descent - lineHeight) / 2;
      ink.left = Math.min(ink.left, box.left);
      ink.right = Math.max(ink.right, box.right);
      ink.top = Math.min(ink.top, box.bottom - ascent + around);
      ink.bottom = Math.max(ink.bottom, box.bottom + descent - around);
      smallest = Math.min(smallest, box.height);
    }
    if (ink.right === 0) continue;
    texts.push({ slot, px: Math.round(smallest * 10) / 10 });
    const last = Math.max(...words.map(({ top }) => top));
    const inLast = words.filter(({ top, height }) => top > last - height / 2);
    // A single word under lines of several.
    if (words.length >= 4 && inLast.length === 1 && words.length - 1 >= 2 * new Set(words.map(({ top }) => Math.round(top))).size - 2)
      widows.push(slot);
    const style = getComputedStyle(element);
    const limits = [{ left: 0, top: 0, right: unit.width, bottom: unit.height }];
    if (style.display !== 'inline') limits.push(element.getBoundingClientRect());
    for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflow !== 'visible') limits.push(parent.getBoundingClientRect());
    }
    const px = Math.max(
      ...limits.flatMap((limit) => [limit.left - ink.left, limit.top - ink.top, ink.right - limit.right, ink.bottom - limit.bottom]),
    );
    // Half a pixel each side is rounding.
    if (px > 1) overflows.push({ slot, px: Math.round(px) });
  }
  const unfit = (window as unknown as Staged).kader?.facts().unfit ?? [];
  const known = new Set(overflows.map(({ slot }) => slot));
  return {
    overflows: [...overflows, ...unfit.filter(({ slot }) => !known.has(slot)).map(({ slot, px }) => ({ slot, px }))],
    texts,
    widows,
  };
}
