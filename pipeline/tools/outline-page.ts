/** A page with its texts as outlines: each word an inline drawing that flows as the word did; all else stays as it was written. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { escapeHtml } from '../model/html.ts';
import type { DrawnText, OutlineReading, OutlineText } from '../model/outline.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** @param drawn of the texts, in their order @throws where the page is read otherwise than the browser did */
export function outlinePage(html: string, { texts, kept, holders, struts, fitted }: OutlineReading, drawn: readonly DrawnText[]): string {
  const { elements, textNodes, body } = placesIn(html);
  const declared = new Map(holders.map((place) => [place, 'line-height:0']));
  for (const { place, px } of fitted) declared.set(place, [declared.get(place), `--fit-max:${px}px`].filter(Boolean).join(';'));
  const splices: Splice[] = [...declared].map(([place, declarations]) => {
    const element = place === -1 ? body : elements[place];
    if (!element) throw new Error('Internal error: the browser read other elements');
    return styled(html, element, declarations);
  });
  const replaced = new Map<number, (written: string) => string>([
    ...texts.map((text, at) => [text.node, () => textOf(text, drawn[at] as DrawnText)] as const),
    ...kept
      .filter(({ lineHeight }) => lineHeight !== 'normal')
      .map(
        ({ node, lineHeight }) =>
          [node, (written: string) => `<kader-text style="line-height:${lineHeight}">${written}</kader-text>`] as const,
      ),
  ]);
  const [metrics] = drawn;
  for (const { place, lineHeight } of metrics ? struts : []) {
    const at = (place === -1 ? body : elements[place])?.sourceCodeLocation?.startTag?.endOffset;
    if (at === undefined) throw new Error('Internal error: the browser read other elements');
    splices.push({ from: at, to: at, text: `<kader-strut style="${metricsOf(metrics as DrawnText, lineHeight)}"></kader-strut>` });
  }
  for (const [node, write] of replaced) {
    const place = textNodes[node]?.sourceCodeLocation;
    if (!place) throw new Error('Internal error: the browser read other texts');
    const { startOffset: from, endOffset: to } = place;
    splices.push({ from, to, text: write(html.slice(from, to)) });
  }
  let [made, end] = ['', 0];
  for (const { from, to, text } of splices.sort((one, other) => one.from - other.from)) {
    made += html.slice(end, from) + text;
    end = to;
  }
  return made + html.slice(end);
}

/** Elements and texts of the body in the order in which a browser walks them. */
function placesIn(html: string) {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const root = document.childNodes.find((node): node is Element => node.nodeName === 'html');
  const body = root?.childNodes.find((node): node is Element => node.nodeName === 'body');
  if (!body) throw new Error('Internal error: the page has no body');
  const elements: Element[] = [];
  const textNodes: DefaultTreeAdapterTypes.TextNode[] = [];
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.nodeName === '#text') textNodes.push(node as DefaultTreeAdapterTypes.TextNode);
      else if ('tagName' in node) {
        elements.push(node);
        walk(node.childNodes);
      }
    }
  };
  walk(body.childNodes);
  return { elements, textNodes, body };
}

/** Puts declarations behind those that the element has. */
function styled(html: string, element: Element, declarations: string): Splice {
  const { startTag: tag, attrs } = element.sourceCodeLocation ?? {};
  if (!tag) throw new Error(`Internal error: <${element.tagName}> is not written in the page`);
  const written = attrs?.['style'];
  if (!written) {
    const at = tag.startOffset + 1 + element.tagName.length;
    return { from: at, to: at, text: ` style="${declarations}"` };
  }
  const before = element.attrs.find(({ name }) => name === 'style')?.value.replace(/;?\s*$/, ';') ?? '';
  const rest = html.slice(written.startOffset, written.endOffset).startsWith('style') ? '' : ' ';
  return { from: written.startOffset, to: written.endOffset, text: `${rest}style="${escapeHtml(before + declarations)}"` };
}

/** At most four places, as CSS writes numbers. */
const short = (value: number): string => String(Math.round(value * 10_000) / 10_000).replace(/^(-?)0\./, '$1.');

const metricsOf = ({ ascent, descent, gap }: DrawnText, lineHeight: string): string =>
  `--a:${short(ascent)};--d:${short(descent)};--l:${lineHeight === 'normal' ? short(ascent + descent + gap) : lineHeight}`;

function textOf(text: OutlineText, drawn: DrawnText): string {
  const { space, up, down } = drawn;
  const style = [
    metricsOf(drawn, text.lineHeight),
    `--u:${short(up)};--v:${short(down)};--s:${short(space)}`,
    ...(text.fill ? [`--f:${text.fill}`] : []),
    ...(text.shadow ? [`--sh:${text.shadow}`] : []),
  ].join(';');
  const words = text.tokens.filter(({ what }) => what === 'word');
  const said = text.tokens.map((token) => (token.what === 'gap' ? '' : heard(token.written))).join('');
  const directions = text.tokens.map((token) => (token.what === 'word' ? isAgainst(text, token) : undefined));
  let inner = '';
  let isOpen = false;
  for (const [at, token] of text.tokens.entries()) {
    // Drawings have no direction: words against that of the text keep their order together.
    const next = directions.slice(at).find((one) => one !== undefined);
    if (isOpen && (directions[at] === false || (token.what !== 'word' && next !== true))) {
      inner += '</kader-run>';
      isOpen = false;
    }
    if (!isOpen && directions[at] === true) {
      inner += `<kader-run dir="${text.isRight ? 'ltr' : 'rtl'}">`;
      isOpen = true;
    }
    if (token.what === 'gap') inner += '<kader-space>\u200b</kader-space>';
    else if (token.what === 'space') inner += `<kader-space${token.holds ? ' class="holds"' : ''}>${token.written}</kader-space>`;
    else inner += wordOf(text, heard(token.written), drawn, words.indexOf(token));
  }
  if (isOpen) inner += '</kader-run>';
  const label = said.trim() === '' ? '' : ` role="img" aria-label="${escapeHtml(said.trim())}"`;
  return `<kader-text${label} style="${escapeHtml(style)}">${inner}</kader-text>`;
}

/** As it is written, without what only says where it may be broken. */
const heard = (written: string): string => written.replace(/[\u00ad\u200b]/g, '').replace(/[ \t\n\r\f]+/g, ' ');

/** A word runs the other way than the text round it; a figure does so with the word before it, and alone it keeps its place. */
function isAgainst({ shown, runs, isRight }: OutlineText, { from }: { readonly from: number }): boolean {
  const run = runs.find((one) => one.from <= from && from < one.to);
  return run !== undefined && run.isRight !== isRight && /\p{L}/u.test(shown.slice(run.from, run.to));
}

function wordOf({ px, stroke }: OutlineText, said: string, { words, bolder }: DrawnText, at: number): string {
  const word = words[at];
  // The browser finds another font for it, as it did before.
  if (!word || word.lacks) return `<kader-word>${escapeHtml(said)}</kader-word>`;
  const { width, path } = word;
  const line = stroke
    ? ` stroke="${escapeHtml(stroke.colour)}" stroke-width="${Math.round((stroke.px / px) * 1000)}"`
    : bolder
      ? ` stroke="currentColor" stroke-width="${bolder}"`
      : '';
  return `<svg aria-hidden="true" viewBox="0 -1000 ${width} 1000" style="width:${short(width / 1000)}em"><desc>${escapeHtml(said)}</desc><path${line} d="${path}"/></svg>`;
}
