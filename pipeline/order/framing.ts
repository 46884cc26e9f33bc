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
  for (const { name, ...members } of changes) {
    for (const member of ['focus', 'safe'] as const) {
      const value = members[member];
      if (value === undefined) continue;
      const next = writeMember(now, name, member, value);
      if (typeof next !== 'string') return { refused: next.refused, name };
      now = next;
    }
  }
  return { text: now };
}

function writeMember(text: string, name: string, member: Member, value: Written): string | Pick<Refusal, 'refused'> {
  const document = parse(text);
  if (!document) return { refused: 'unreadable' };
  const place = placeOf(document, name);
  if (!place) return { refused: 'unknown' };
  const edits = editsFor({ text, document }, place, member, value);
  if (!edits) return { refused: 'shared' };
  const next = edits
    .toSorted((one, other) => other.from - one.from)
    .reduce((all, edit) => all.slice(0, edit.from) + edit.text + all.slice(edit.to), text);
  const read = parse(next);
  return read && canonicalJson(contentOf(read)) === canonicalJson(expected(document, place, member, value)) ? next : { refused: 'shared' };
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
  /** Of a file that a pattern matched: its name under `each`. */
  readonly file?: string;
}

function placeOf(document: Document.Parsed, name: string): Place | undefined {
  const supplied = document.get('supplied', true);
  if (!isSeq(supplied)) return undefined;
  const entries = supplied.items.map((entry, index) => ({ entry, index, named: isMap(entry) ? String(entry.get('name')) : '' }));
  const found = entries.find(({ named }) => named === name) ?? entries.find(({ named }) => named !== '' && name.startsWith(`${named}/`));
  if (!found || !isMap(found.entry)) return undefined;
  const { entry, index, named } = found;
  return { entry, index, ...(named === name ? {} : { file: name.slice(named.length + 1) }) };
}

function expected(document: Document.Parsed, { index, file }: Place, member: Member, value: Written): Json {
  const content = contentOf(document) as { supplied: Record<string, unknown>[] } & Json;
  let target = content.supplied[index] as Record<string, unknown>;
  for (const step of file === undefined ? [] : ['each', file]) {
    if (value === null && target[step] === undefined) return content;
    target[step] ??= {};
    target = target[step] as Record<string, unknown>;
  }
  if (value === null) delete target[member];
  else target[member] = value;
  return content;
}

interface Source {
  readonly text: string;
  readonly document: Document.Parsed;
}

/** @returns nothing where the place cannot be written to. */
function editsFor(source: Source, { entry, file }: Place, member: Member, value: Written): Edit[] | undefined {
  const written = value === null ? null : `[${value.join(', ')}]`;
  if (file === undefined) return editsOfPair(source, entry, member, written);
  const each = pairOf(entry, 'each');
  if (!each) return written === null ? [] : insert(source, entry, 'each', [`${file}: { ${member}: ${written} }`]);
  if (!isMap(each.value)) return undefined;
  const own = pairOf(each.value, file);
  if (!own) return written === null ? [] : insert(source, each.value, file, `{ ${member}: ${written} }`);
  return isMap(own.value) ? editsOfPair(source, own.value, member, written) : undefined;
}

function editsOfPair(source: Source, map: YAMLMap, key: Member, written: string | null): Edit[] | undefined {
  const pair = pairOf(map, key);
  if (!pair) return written === null ? [] : insert(source, map, key, written);
  const node = pair.value;
  if (!isNode(node) || !node.range) return undefined;
  const [from, to] = [node.range[0], endOf(source.text, node)];
  // A comment inside the value belongs to what is replaced; it is a person's, so it is not ours to drop.
  if (source.text.slice(from, to).includes('#')) return undefined;
  const moved = isAlias(node) ? [] : moveAnchor(source, node);
  if (!moved) return undefined;
  return written === null ? [...moved, ...remove(source, map, pair)] : [...moved, { from, to, text: written }];
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
