/** What a browser makes of the texts of a page: style, case, direction, and where lines may break. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { OutlineReading, OutlineRefusal, OutlineText, OutlineToken, Refused, Run } from '../model/outline.ts';

/** In the page, with its fonts loaded and no script run. @param family only its texts become outlines */
export function readOutlineTexts(family: string): Omit<OutlineReading, 'fitted'> {
  const LETTER = /\P{M}\p{M}*(?:\u200d\P{M}\p{M}*)*/gsu;
  const UNSEEN = 'script,style,noscript,template,title';
  const FIELDS = 'input,textarea,select,option';
  const COPIED = [
    ...['font-family', 'font-size', 'font-weight', 'font-stretch', 'font-style', 'font-feature-settings', 'font-variation-settings'],
    ...['font-kerning', 'font-variant', 'font-optical-sizing', 'letter-spacing', 'word-spacing', 'word-break', 'line-break', 'direction'],
  ];
  const elements = [...document.body.querySelectorAll('*')];
  const placeOf = new Map<Element, number>(elements.map((element, at) => [element, at]));
  const refused = new Map<string, Refused>();
  const holders = new Set<number>();
  const struts = new Map<number, string>();
  const texts: OutlineText[] = [];
  const kept: { node: number; lineHeight: string }[] = [];
  const slotOf = (element: Element): string =>
    element.closest<HTMLElement>('[data-slot],[data-copy]')?.dataset['slot'] ??
    element.closest<HTMLElement>('[data-copy]')?.dataset['copy'] ??
    element.textContent?.trim().slice(0, 40) ??
    '';
  const refuse = (element: Element, why: OutlineRefusal): void => {
    const slot = slotOf(element);
    refused.set(`${slot} ${why}`, { slot, why });
  };

  const probe = document.createElement('div');
  probe.style.cssText = 'all:initial;position:absolute;left:0;top:0;visibility:hidden;hyphens:none;overflow-wrap:normal';
  document.documentElement.append(probe);
  /** Of each letter, as the probe sets the text. */
  const boxes = (): { from: number; to: number; box: DOMRect | undefined }[] => {
    const node = probe.firstChild as Text;
    const range = document.createRange();
    let offset = 0;
    return (node.data.match(LETTER) ?? []).map((letter) => {
      const from = offset;
      offset += letter.length;
      range.setStart(node, from);
      range.setEnd(node, offset);
      return { from, to: offset, box: [...range.getClientRects()].filter(({ width }) => width > 0).pop() };
    });
  };
  const shownAs = (text: string, style: CSSStyleDeclaration, language: string): string => {
    const locale = (() => {
      try {
        return Intl.getCanonicalLocales(language)[0] ?? 'und';
      } catch {
        return 'und';
      }
    })();
    if (style.textTransform === 'uppercase') return text.toLocaleUpperCase(locale);
    if (style.textTransform === 'lowercase') return text.toLocaleLowerCase(locale);
    if (style.textTransform === 'capitalize')
      return text.replace(
        /(^|[^\p{L}\p{N}\p{M}'’])(\p{L})/gu,
        (_, before: string, letter: string) => before + letter.toLocaleUpperCase(locale),
      );
    return text;
  };
  const named = (settings: string): Record<string, number> =>
    Object.fromEntries(
      [...settings.matchAll(/["'](.{4})["']\s*(on|off|-?[\d.]+)?/g)].map(([, tag = '', value = 'on']) => [
        tag,
        value === 'on' ? 1 : value === 'off' ? 0 : Number(value),
      ]),
    );
  const NUMERIC: Record<string, string> = {
    'lining-nums': 'lnum',
    'oldstyle-nums': 'onum',
    'proportional-nums': 'pnum',
    'tabular-nums': 'tnum',
    'diagonal-fractions': 'frac',
    'stacked-fractions': 'afrc',
    ordinal: 'ordn',
    'slashed-zero': 'zero',
  };
  const featuresOf = (style: CSSStyleDeclaration, spacing: number): Record<string, number> => ({
    // As browsers do: letters that are set apart are joined by no ligature.
    ...(spacing === 0 ? {} : { liga: 0, clig: 0 }),
    ...(/none|no-common/.test(style.fontVariantLigatures) ? { liga: 0, clig: 0 } : {}),
    ...(/(^| )discretionary/.test(style.fontVariantLigatures) ? { dlig: 1 } : {}),
    ...(/none|no-contextual/.test(style.fontVariantLigatures) ? { calt: 0 } : {}),
    ...(style.fontKerning === 'none' ? { kern: 0 } : {}),
    ...Object.fromEntries(style.fontVariantNumeric.split(' ').flatMap((one) => (NUMERIC[one] ? [[NUMERIC[one], 1]] : []))),
    ...named(style.fontFeatureSettings),
  });
  /** A factor where it follows the size of the letters, as scripts set it, else px. */
  const lineHeightOf = (element: HTMLElement, style: CSSStyleDeclaration): string => {
    if (style.lineHeight === 'normal') return 'normal';
    const sized = element.closest<HTMLElement>('[data-slot],[data-copy],[data-fit]') ?? element;
    const [height, size] = [Number.parseFloat(style.lineHeight), Number.parseFloat(style.fontSize)];
    const before = sized.style.fontSize;
    sized.style.fontSize = `${Number.parseFloat(getComputedStyle(sized).fontSize) * 2}px`;
    const doubled = Number.parseFloat(getComputedStyle(element).lineHeight);
    sized.style.fontSize = before;
    return Math.abs(doubled - height) < 0.01 ? `${height}px` : String(Math.round((height / size) * 10_000) / 10_000);
  };
  const holds = (style: CSSStyleDeclaration): boolean => style.whiteSpace === 'nowrap' || style.whiteSpace === 'pre';
  const tokensOf = (text: string, style: CSSStyleDeclaration, language: string): { shown: string; tokens: OutlineToken[] } => {
    probe.style.whiteSpace = 'normal';
    probe.style.width = '0';
    probe.textContent = text;
    const bottoms = new Map(boxes().map(({ from, box }) => [from, box ? Math.round(box.bottom) : undefined]));
    const tokens: OutlineToken[] = [];
    let shown = '';
    const add = (what: 'word' | 'space', written: string): void => {
      const from = shown.length;
      shown += what === 'space' ? ' ' : shownAs(written.replace(/[\u00ad\u200b]/g, ''), style, language);
      if (shown.length > from)
        tokens.push({ what, from, to: shown.length, written, ...(what === 'space' ? { holds: holds(style) } : {}) } as OutlineToken);
    };
    for (const { 0: part, index } of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(part)) {
        add('space', part);
        continue;
      }
      let start = 0;
      let bottom = bottoms.get(index);
      for (let at = 1; at <= part.length; at++) {
        const next = bottoms.get(index + at);
        if (at < part.length && (next === undefined || bottom === undefined || next <= bottom || holds(style))) {
          bottom ??= next;
          continue;
        }
        add('word', part.slice(start, at));
        if (at < part.length) tokens.push({ what: 'gap' });
        start = at;
        bottom = next;
      }
    }
    return { shown, tokens };
  };
  /** Letters that stand one after another from left to right, or from right to left. */
  const runsOf = (shown: string): Run[] => {
    probe.style.whiteSpace = 'pre';
    probe.style.width = 'max-content';
    probe.textContent = shown;
    const isRight = getComputedStyle(probe).direction === 'rtl';
    const placed = boxes().flatMap(({ from, to, box }) => (box ? [{ from, to, middle: (box.left + box.right) / 2 }] : []));
    const runs: { from: number; to: number; isRight: boolean }[] = [];
    for (const [at, { from, middle }] of placed.entries()) {
      const strong = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u.test(
        shown.slice(from, placed[at]?.to),
      )
        ? true
        : /\p{L}|\p{N}/u.test(shown.slice(from, placed[at]?.to))
          ? false
          : undefined;
      const [before, after] = [placed[at - 1], placed[at + 1]];
      // What has no direction of its own goes with the letter that it stands beside.
      const goes = strong ?? (before ? middle < before.middle : after ? after.middle < middle : isRight);
      const last = runs.at(-1);
      const joins = last && last.isRight === goes && (!before || middle < before.middle === goes);
      if (last && joins) last.to = placed[at]?.to ?? last.to;
      else runs.push({ from: last ? from : 0, to: placed[at]?.to ?? from, isRight: goes });
    }
    for (const [at, run] of runs.entries()) run.to = runs[at + 1]?.from ?? shown.length;
    return runs.length > 0 ? runs : [{ from: 0, to: shown.length, isRight }];
  };
  /** Every line is as high as the letters of its block would make it, and so is a line in which a block of its own stands. */
  const holdLines = (block: HTMLElement, within: CSSStyleDeclaration): void => {
    for (let [line, inner] = [block, within]; ; ) {
      const style = getComputedStyle(line);
      const isOwn = style.fontFamily.split(',')[0]?.replace(/["']/g, '').trim() === family;
      const differs = style.fontSize !== inner.fontSize || style.lineHeight !== inner.lineHeight || line !== block;
      if (isOwn && differs && !/flex|grid/.test(style.display)) {
        holders.add(placeOf.get(line) ?? -1);
        struts.set(placeOf.get(line) ?? -1, lineHeightOf(line, style));
      }
      if (!style.display.startsWith('inline') || line === document.body) return;
      do line = line.parentElement as HTMLElement;
      while (getComputedStyle(line).display === 'inline' && line !== document.body);
      inner = style;
    }
  };
  const shadowOf = (shadow: string): string | undefined => {
    if (shadow === 'none') return undefined;
    // A blur of CSS is twice the deviation that a filter takes.
    return [...shadow.matchAll(/(rgba?\([^)]*\)|color\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px/g)]
      .map(([, colour, x, y, blur]) => `drop-shadow(${x}px ${y}px ${Number(blur) / 2}px ${colour})`)
      .join(' ');
  };

  for (const element of elements) {
    if (element.closest(UNSEEN)) continue;
    if (element.matches(FIELDS)) refuse(element, 'field');
    if (element.closest('svg')) {
      if (element.matches('text') && element.textContent?.trim()) refuse(element, 'drawing');
      continue;
    }
    for (const pseudo of ['::before', '::after']) {
      const { content, display, fontFamily } = getComputedStyle(element, pseudo);
      const said = /^(["'])(.*)\1/s.exec(content)?.[2]?.trim();
      if (said && display !== 'none' && fontFamily.split(',')[0]?.replace(/["']/g, '').trim() === family) refuse(element, 'generated');
    }
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = 0; walker.nextNode(); node++) {
    const text = walker.currentNode as Text;
    const element = text.parentElement as HTMLElement;
    if (element.closest(`${UNSEEN},${FIELDS},svg`)) continue;
    const style = getComputedStyle(element);
    const isBlank = text.data.trim() === '';
    const isBetween = (side: Node | null): boolean => side instanceof Element && getComputedStyle(side).display.startsWith('inline');
    // White space between blocks is none.
    if (isBlank && !(isBetween(text.previousSibling) && isBetween(text.nextSibling))) continue;
    if (/flex|grid/.test(style.display) && isBlank) continue;
    const lineHeight = lineHeightOf(element, style);
    if (style.fontFamily.split(',')[0]?.replace(/["']/g, '').trim() !== family) {
      kept.push({ node, lineHeight });
      continue;
    }
    let block: HTMLElement = element;
    let isDecorated = style.textDecorationLine !== 'none';
    while (getComputedStyle(block).display === 'inline' && block !== document.body) {
      holders.add(placeOf.get(block) ?? -1);
      block = block.parentElement as HTMLElement;
      isDecorated ||= getComputedStyle(block).textDecorationLine !== 'none';
    }
    holders.add(placeOf.get(block) ?? -1);
    holdLines(block, style);
    const around = getComputedStyle(block);
    const fill = style.webkitTextFillColor;
    if (isDecorated) refuse(element, 'decoration');
    if (style.fontVariantCaps !== 'normal' || style.fontVariantPosition !== 'normal') refuse(element, 'caps');
    if (style.writingMode !== 'horizontal-tb') refuse(element, 'vertical');
    if (/^rgba\(.*, 0\)$|transparent/.test(fill) || style.backgroundClip === 'text') refuse(element, 'fill');
    if (around.textOverflow === 'ellipsis' || around.webkitLineClamp !== 'none') refuse(element, 'cut-off');
    for (const pseudo of ['::first-letter', '::first-line']) {
      const first = getComputedStyle(block, pseudo);
      const differs = (name: 'fontSize' | 'color' | 'fontWeight' | 'float') => first[name as 'color'] !== around[name as 'color'];
      if (differs('fontSize') || differs('color') || differs('fontWeight') || (pseudo === '::first-letter' && differs('float')))
        refuse(element, 'first-letter');
    }
    if (element.closest('[data-count]')) refuse(element, 'count');

    const px = Number.parseFloat(style.fontSize);
    const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
    probe.lang = language;
    for (const name of COPIED) probe.style.setProperty(name, style.getPropertyValue(name));
    const { shown, tokens } = tokensOf(text.data, style, language);
    const letterSpacing = (Number.parseFloat(style.letterSpacing) || 0) / px;
    const stroke = Number.parseFloat(style.webkitTextStrokeWidth) || 0;
    const shadow = shadowOf(style.textShadow);
    texts.push({
      node,
      slot: slotOf(element),
      shown,
      tokens,
      runs: runsOf(shown),
      isRight: style.direction === 'rtl',
      language,
      px,
      weight: Number(style.fontWeight),
      stretch: Number.parseFloat(style.fontStretch),
      isItalic: style.fontStyle !== 'normal',
      variations: named(style.fontVariationSettings),
      isOptical: style.fontOpticalSizing !== 'none',
      features: featuresOf(style, letterSpacing),
      letterSpacing,
      wordSpacing: (Number.parseFloat(style.wordSpacing) || 0) / px,
      lineHeight,
      ...(fill !== style.color ? { fill } : {}),
      ...(stroke > 0 ? { stroke: { px: stroke, colour: style.webkitTextStrokeColor } } : {}),
      ...(shadow ? { shadow } : {}),
    });
  }
  probe.remove();
  return {
    texts,
    kept,
    holders: [...holders].sort((one, other) => one - other),
    struts: [...struts].map(([place, lineHeight]) => ({ place, lineHeight })),
    refused: [...refused.values()],
  };
}
