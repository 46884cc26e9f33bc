/** Writes focus points and safe boxes into the text of an order and leaves every other character as it stands. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { canonicalJson, type Json } from '../model/key.ts';

/** What becomes of the framing of one asset: a value is written, null taken out, what is absent left alone. */
export interface FramingChange {
  /** Of the asset; `acts/koor` for a file that a pattern matched. */
  readonly name: string;
  /** Where it is framed so, such as `hero/phone`; absent: everywhere. */
  readonly place?: string | undefined;
  readonly focus?: readonly number[] | null | undefined;
  readonly safe?: readonly number[] | null | undefined;
}

/** Why nothing was written: what stands there cannot be changed without changing more. */
export type Refusal = { readonly refused: 'unreadable' | 'unknown' | 'shared'; readonly name: string };

type Edit = { readonly from: number; readonly to: number; readonly text: string };
type Member = 'focus' | 'safe';
type Written = readonly number[] | null;

/**
 * The result is read again before it is given: it says what was asked and in all else the same as before. Comments, anchors,
 * order and layout of the rest stay, because only the characters of a value are replaced, or a line is added or taken out.
 */
export function writeFraming(text: string, changes: readonly FramingChange[]): { readonly text: string } | Refusal {
  let now = text;
  for (const { name, place, ...members } of changes) {
    for (const member of ['focus', 'safe'] as const) {
      const value = members[member];
      if (value === undefined) continue;
      const next = writeMember(now, name, place, member, value);
      if (typeof next !== 'string') return { refused: next.refused, name };
      now = next;
    }
  }
  return { text: now };
}

function writeMember(
  text: string,
  name: string,
  at: string | undefined,
  member: Member,
  value: Written,
): string | Pick<Refusal, 'refused'> {
  const document = parse(text);
  if (!document) return { refused: 'unreadable' };
  const place = placeOf(document, name, at);
  if (!place) return { refused: 'unknown' };
  const found = editsFor({ text, document }, place, member, value);
  if (!found) return { refused: 'shared' };
  const next = found.edits
    .toSorted((one, other) => other.from - one.from)
    .reduce((all, edit) => all.slice(0, edit.from) + edit.text + all.slice(edit.to), text);
  const read = parse(next);
  return read && canonicalJson(contentOf(read)) === canonicalJson(expected(document, place, found.pruned, member, value))
    ? next
    : { refused: 'shared' };
}

function parse(text: string): Document.Parsed | undefined {
  try {
    const document = parseDocument(text, { schema: 'core', resolveKnownTags: false, prettyErrors: false, logLevel: 'error' });
    if (document.errors.length > 0) return undefined;
    contentOf(document);
    return document;
  } catch {
    // Aliases without an anchor, or too many of them.
    return undefined;
  }
}

/** Aliases become copies, so that what is said of one place is said of no other. */
function contentOf(document: Document.Parsed): Json {
  return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }) ?? null)) as Json;
}

interface Place {
  /** Of the entry in `supplied`. */
  readonly index: number;
  readonly entry: YAMLMap;
  /** Keys from the entry to what holds focus and safe box: `each`, `koor`, `crops`, `hero/phone`. */
  readonly steps: readonly string[];
}

function placeOf(document: Document.Parsed, name: string, at: string | undefined): Place | undefined {
  const supplied = document.get('supplied', true);
  if (!isSeq(supplied)) return undefined;
  const entries = supplied.items.map((entry, index) => ({ entry, index, named: isMap(entry) ? String(entry.get('name')) : '' }));
  const found = entries.find(({ named }) => named === name) ?? entries.find(({ named }) => named !== '' && name.startsWith(`${named}/`));
  if (!found || !isMap(found.entry)) return undefined;
  const { entry, index, named } = found;
  return { entry, index, steps: [...(named === name ? [] : ['each', name.slice(named.length + 1)]), ...(at ? ['crops', at] : [])] };
}

/** @param pruned how many of the steps go with the last word below them */
function expected(document: Document.Parsed, { index, steps }: Place, pruned: number, member: Member, value: Written): Json {
  const content = contentOf(document) as { supplied: Record<string, unknown>[] } & Json;
  const way = [content.supplied[index] as Record<string, unknown>];
  for (const step of steps) {
    const holder = way.at(-1) as Record<string, unknown>;
    if (value === null && holder[step] === undefined) return content;
    holder[step] ??= {};
    way.push(holder[step] as Record<string, unknown>);
  }
  if (value !== null) (way.at(-1) as Record<string, unknown>)[member] = value;
  else if (pruned === 0) delete way.at(-1)?.[member];
  else delete way.at(-1 - pruned)?.[steps.at(-pruned) as string];
  return content;
}

interface Source {
  readonly text: string;
  readonly document: Document.Parsed;
}

interface Step {
  readonly map: YAMLMap;
  readonly pair: Pair;
}

interface Found {
  readonly edits: readonly Edit[];
  readonly pruned: number;
}

/** @returns nothing where the place cannot be written to. */
function editsFor(source: Source, { entry, steps }: Place, member: Member, value: Written): Found | undefined {
  const written = value === null ? undefined : `[${value.join(', ')}]`;
  const way: Step[] = [];
  let map = entry;
  for (const [at, step] of steps.entries()) {
    const pair = pairOf(map, step);
    if (!pair) {
      if (written === undefined) return { edits: [], pruned: 0 };
      const nest = (keys: readonly string[]): string => keys.reduceRight((within, key) => `{ ${key}: ${within} }`, written);
      const [next = '', ...below] = [...steps.slice(at + 1), member];
      // `each` and `crops` get a line for what they hold, a framing stands on one.
      const edits = insert(source, map, step, at % 2 === 0 ? [`${next}: ${nest(below)}`] : nest([next, ...below]));
      return edits && { edits, pruned: 0 };
    }
    if (!isMap(pair.value)) return undefined;
    way.push({ map, pair });
    map = pair.value;
  }
  const pair = pairOf(map, member);
  if (!pair) {
    const edits = written === undefined ? [] : insert(source, map, member, written);
    return edits && { edits, pruned: 0 };
  }
  return editsOfPair(source, [...way, { map, pair }], written);
}

/** @param way pairs from the entry down to the one that changes */
function editsOfPair(source: Source, way: readonly Step[], written: string | undefined): Found | undefined {
  const { pair } = way.at(-1) as Step;
  const node = pair.value;
  if (!isNode(node) || !node.range) return undefined;
  const [from, to] = [node.range[0], endOf(source.text, node)];
  // A comment inside the value belongs to what is replaced; it is a person's, so it is not ours to drop.
  if (source.text.slice(from, to).includes('#')) return undefined;
  const moved = isAlias(node) ? [] : moveAnchor(source, node);
  if (!moved) return undefined;
  if (written !== undefined) return { edits: [...moved, { from, to, text: written }], pruned: 0 };
  // What would be left empty goes as well, up to the first that holds more, or a remark.
  let pruned = 0;
  while (pruned + 1 < way.length && (way.at(-1 - pruned) as Step).map.items.length === 1) {
    const { pair: above } = way.at(-2 - pruned) as Step;
    const [start, end] = [(above.key as Node).range?.[0] ?? 0, endOf(source.text, above.value as Node)];
    if (moved.length > 0 || (above.value as YAMLMap).anchor !== undefined || source.text.slice(start, end).includes('#')) break;
    pruned++;
  }
  const last = way.at(-1 - pruned) as Step;
  return { edits: [...moved, ...remove(source, last.map, last.pair)], pruned };
}

/** Where others refer to the value that changes, the first of them takes over the anchor and the value as it was. */
function moveAnchor({ text, document }: Source, node: Node & { anchor?: string }): Edit[] | undefined {
  const { anchor, range } = node;
  if (anchor === undefined || !range) return [];
  const heirs: Alias[] = [];
  visit(document, { Alias: (_, alias) => void (alias.resolve(document) === node && heirs.push(alias)) });
  const [heir] = heirs;
  if (!heir?.range) return [];
  const sign = text.lastIndexOf(`&${anchor}`, range[0]);
  if (sign === -1 || text.slice(sign, range[0]).trim() !== `&${anchor}`) return undefined;
  const value = JSON.stringify(node.toJS(document)).replaceAll(',', ', ');
  return [
    { from: sign, to: range[0], text: '' },
    { from: heir.range[0], to: heir.range[1], text: `&${anchor} ${value}` },
  ];
}

/** @param value on the key's own line; a list gives lines below it */
function insert({ text }: Source, map: YAMLMap, key: string, value: string | readonly string[]): Edit[] | undefined {
  const flow = typeof value === 'string' ? value : `{ ${value.join(', ')} }`;
  const first = map.items[0];
  if (map.flow) {
    const last = map.items.at(-1)?.value;
    if (!isNode(last) || !last.range) {
      const at = (map.range?.[0] ?? 0) + 1;
      return first ? undefined : [{ from: at, to: at, text: ` ${key}: ${flow} ` }];
    }
    const at = endOf(text, last);
    return [{ from: at, to: at, text: `, ${key}: ${flow}` }];
  }
  const start = isNode(first?.key) ? first.key.range?.[0] : undefined;
  if (start === undefined) return undefined;
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const block = typeof value === 'string' ? `${key}: ${value}` : [`${key}:`, ...value.map((one) => `${indent}  ${one}`)].join(line);
  const neighbour = [key === 'safe' ? 'focus' : '', 'file'].map((name) => pairOf(map, name)?.value).find(isNode);
  if (!neighbour) return [{ from: start, to: start, text: `${block}${line}${indent}` }];
  const end = lineEnd(text, endOf(text, neighbour));
  return [{ from: end, to: end, text: `${line}${indent}${block}` }];
}

/** The line goes; what a person remarked behind it stays. */
function remove({ text }: Source, map: YAMLMap, pair: Pair): Edit[] {
  const [key, value] = [pair.key as Node, pair.value as Node];
  const [start, end] = [key.range?.[0] ?? 0, endOf(text, value)];
  if (map.flow) {
    const at = map.items.indexOf(pair);
    const [before, after] = [map.items[at - 1]?.value, map.items[at + 1]?.key];
    if (isNode(before)) return [{ from: endOf(text, before), to: end, text: '' }];
    if (isNode(after)) return [{ from: start, to: after.range?.[0] ?? end, text: '' }];
    return [{ from: map.range?.[0] ?? start, to: endOf(text, map), text: '{}' }];
  }
  const rest = text.slice(end, lineEnd(text, end)).trim();
  if (rest !== '') return [{ from: start, to: end + text.slice(end).indexOf(rest), text: '' }];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  return [{ from: lineStart, to: next === -1 ? text.length : next + 1, text: '' }];
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === name);
}

/** Of the value itself, without the line ends that YAML counts in with a list of several lines. */
function endOf(text: string, node: Node): number {
  const [from, to] = node.range ?? [0, 0];
  return from + text.slice(from, to).trimEnd().length;
}

/** Before the line's own end, whichever kind that is. */
function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at === -1) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}
