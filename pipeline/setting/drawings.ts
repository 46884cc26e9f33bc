/** Inline drawings of a unit taken out into files of their own, for those who refuse `<svg>` in a page. */

import type { DefaultTreeAdapterTypes } from 'parse5';
import { defaultTreeAdapter, html, parseFragment } from 'parse5';
import { escapeHtml } from '../model/html.ts';
import { type Digest, digestOf, shortKey } from '../model/key.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface TakenOut {
  /** With `<img>` where the drawings stood. */
  readonly body: string;
  /** Each once. */
  readonly drawings: readonly { readonly path: string; readonly svg: string; readonly digest: Digest }[];
  /** What they take from the page, which a file cannot: `currentColor`, `var(--tide)`, `class="wave"`. */
  readonly bonds: readonly string[];
}

/** Kept on the `<img>`: what places it. */
const KEPT = new Set(['class', 'id', 'style', 'width', 'height', 'aria-hidden']);

export function takeOutDrawings(body: string): TakenOut {
  if (!/<svg[\s/>]/i.test(body)) return { body, drawings: [], bonds: [] };
  const found = outermost(parseFragment(body, { sourceCodeLocationInfo: true }).childNodes);
  const drawings = new Map<string, { path: string; svg: string; digest: Digest }>();
  const bonds = new Set<string>();
  let taken = '';
  let at = 0;
  for (const element of found) {
    const place = element.sourceCodeLocation;
    if (!place) continue;
    const svg = xmlOf(element);
    const digest = digestOf(svg);
    const path = `drawing-${shortKey(digest)}.svg`;
    drawings.set(path, { path, svg, digest });
    for (const bond of bondsOf(element)) bonds.add(bond);
    taken += `${body.slice(at, place.startOffset)}${imageOf(element, path)}`;
    at = place.endOffset;
  }
  return { body: taken + body.slice(at), drawings: [...drawings.values()], bonds: [...bonds].sort() };
}

const isElement = (node: Node): node is Element => defaultTreeAdapter.isElementNode(node);
const childrenOf = (element: Element): readonly Element[] => element.childNodes.filter(isElement);

function outermost(nodes: readonly Node[]): Element[] {
  return nodes.filter(isElement).flatMap((element) => {
    if (element.tagName === 'svg') return [element];
    return outermost(element.childNodes);
  });
}

function within(element: Element): Element[] {
  return [element, ...childrenOf(element).flatMap(within)];
}

const nameOf = ({ prefix, name }: Element['attrs'][number]): string => (prefix ? `${prefix}:${name}` : name);

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => nameOf(one) === name)?.value;
}

function imageOf(element: Element, path: string): string {
  const title = childrenOf(element).find(({ tagName }) => tagName === 'title');
  const isHidden = attributeOf(element, 'aria-hidden') === 'true';
  const alt = isHidden ? '' : (attributeOf(element, 'aria-label') ?? (title ? textOf(title) : ''));
  const kept = element.attrs.filter((one) => KEPT.has(nameOf(one)) || nameOf(one).startsWith('data-'));
  const attributes = kept.map((one) => ` ${nameOf(one)}="${escapeHtml(one.value)}"`).join('');
  return `<img src="${path}"${attributes} alt="${escapeHtml(alt.trim())}">`;
}

function textOf(element: Element): string {
  return element.childNodes
    .map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : isElement(node) ? textOf(node) : ''))
    .join('');
}

/** What is said in the page's stylesheet or script, or stands elsewhere in it, does not reach into a file. */
function bondsOf(root: Element): string[] {
  const all = within(root);
  const styles = all.filter(({ tagName }) => tagName === 'style').map(textOf);
  const values = [...all.flatMap(({ attrs }) => attrs.map(({ value }) => value)), ...styles];
  const ids = new Set(all.flatMap((element) => attributeOf(element, 'id') ?? []));
  const links = all.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'href').map(({ value }) => value.trim()));
  const used = new Set([
    ...links.filter((link) => link.startsWith('#')).map((link) => link.slice(1)),
    ...values.flatMap((value) => [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/g)].map(([, id = '']) => id)),
  ]);
  const inStyles = (selector: string): boolean => styles.some((text) => text.includes(selector));
  const inner = all.slice(1);
  return [
    ...(values.some((value) => /currentcolor/i.test(value)) ? ['currentColor'] : []),
    ...values.flatMap((value) => [...value.matchAll(/var\(\s*--[\w-]+/g)].map(([written]) => `${written.replace(/\s/g, '')})`)),
    ...inner.flatMap((element) =>
      (attributeOf(element, 'class')?.split(/\s+/) ?? []).filter((name) => name && !inStyles(`.${name}`)).map((name) => `class="${name}"`),
    ),
    ...inner
      .flatMap((element) => attributeOf(element, 'id') ?? [])
      .filter((id) => !used.has(id) && !inStyles(`#${id}`))
      .map((id) => `id="${id}"`),
    ...[...used].filter((id) => !ids.has(id)).map((id) => `#${id}`),
    // Only a rule for `svg` can then give it a size, and an image is none.
    ...(['class', 'id', 'style', 'width', 'height'].some((name) => attributeOf(root, name)) ? [] : ['svg { … }']),
  ];
}

/** HTML forgives what XML does not: quotes, closing tags, names of entities, the namespace. */
function xmlOf(element: Element, parent?: Element): string {
  const attributes = new Map(element.attrs.map((one) => [nameOf(one), one.value]));
  if (element.namespaceURI !== parent?.namespaceURI) attributes.set('xmlns', element.namespaceURI);
  if (!parent && within(element).some(({ attrs }) => attrs.some(({ prefix }) => prefix === 'xlink')))
    attributes.set('xmlns:xlink', html.NS.XLINK);
  const written = [...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
  const inside = element.childNodes
    .map((node) => (isElement(node) ? xmlOf(node, element) : defaultTreeAdapter.isTextNode(node) ? escapeXml(node.value) : ''))
    .join('');
  return `<${element.tagName}${written}>${inside}</${element.tagName}>`;
}

function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML takes none of these
  return escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
}
