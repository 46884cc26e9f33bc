/** The syntax of scripts as acorn gives it: names, texts and data as they are written. */
import type { Node } from 'acorn';

export type Tree = Node & Record<string, unknown>;

export const WINDOWS: ReadonlySet<string> = new Set(['window', 'self', 'globalThis', 'top', 'parent']);

const KEYS = new Map<string, readonly string[]>();
const NO_CHILDREN = new Set(['type', 'start', 'end', 'name', 'raw', 'operator', 'kind', 'computed', 'regex', 'prefix', 'optional']);

/** Members that may hold other nodes: the same for all nodes of a type, and looked up once. */
export function keysOf(node: Tree): readonly string[] {
  const known = KEYS.get(node.type);
  if (known) return known;
  const keys = Object.keys(node).filter((key) => !NO_CHILDREN.has(key));
  KEYS.set(node.type, keys);
  return keys;
}

export function rootOf(node: Tree): string {
  let at = node;
  while (at.type === 'MemberExpression') at = at['object'] as Tree;
  return at.type === 'Identifier' ? (at['name'] as string) : '';
}

/** `window.a.b` → `['a', 'b']`; undefined of what is no chain of names. */
export function chainOf(node: unknown): string[] | undefined {
  const names: string[] = [];
  let at = node as Tree | undefined;
  while (at?.type === 'MemberExpression') {
    const name = nameOfMember(at);
    if (name === undefined) return undefined;
    names.unshift(name);
    at = at['object'] as Tree;
  }
  if (at?.type !== 'Identifier') return undefined;
  const first = at['name'] as string;
  if (!WINDOWS.has(first)) names.unshift(first);
  // A window has windows: window.top.location.
  while (names.length > 1 && WINDOWS.has(names[0] as string)) names.shift();
  if (names[0] === 'document' && names[1] === 'location') names.shift();
  return names;
}

export function nameOfMember(node: unknown): string | undefined {
  const member = node as Tree | undefined;
  if (member?.type !== 'MemberExpression') return undefined;
  const property = member['property'] as Tree;
  if (!member['computed']) return property['name'] as string;
  return property.type === 'Literal' && typeof property['value'] === 'string' ? property['value'] : undefined;
}

/** A text, or as much of it as stands fixed at its beginning. */
export function startOf(node: unknown): string | undefined {
  const one = node as Tree | null | undefined;
  if (one?.type === 'Literal' && typeof one['value'] === 'string') return one['value'];
  if (one?.type === 'TemplateLiteral') return ((one['quasis'] as Tree[])[0]?.['value'] as { cooked?: string } | undefined)?.cooked;
  if (one?.type === 'BinaryExpression' && one['operator'] === '+') return startOf(one['left']);
  return undefined;
}

export function textOf(node: unknown): string | null {
  const one = node as Tree | null | undefined;
  if (!one) return '';
  if (one.type === 'Literal' && typeof one['value'] === 'string') return one['value'];
  return one.type === 'TemplateLiteral' && (one['expressions'] as unknown[]).length === 0 ? (startOf(one) ?? null) : null;
}

/** Data as it is written: objects, lists, texts, numbers and truths. */
export function dataOf(node: unknown): unknown {
  const one = node as Tree | null | undefined;
  switch (one?.type) {
    case 'Literal':
      return one['value'];
    case 'ArrayExpression':
      return (one['elements'] as unknown[]).map(dataOf);
    case 'ObjectExpression':
      return Object.fromEntries(
        (one['properties'] as Tree[]).flatMap((property) => {
          const key = property['key'] as Tree | undefined;
          return key ? [[String(key['name'] ?? key['value']), dataOf(property['value'])] as const] : [];
        }),
      );
    default:
      return undefined;
  }
}

/** Nothing else stands in the lines of a declaration. */
export function standsAlone(node: Tree, code: string): boolean {
  const before = code.slice(code.lastIndexOf('\n', node.start - 1) + 1, node.start);
  const end = code.indexOf('\n', node.end);
  const after = code.slice(node.end, end < 0 ? undefined : end);
  return /^\s*((var|let|const)\s+|(window|self)\.)?$/.test(before) && /^\s*;?\s*(\/\/.*)?$/.test(after);
}
