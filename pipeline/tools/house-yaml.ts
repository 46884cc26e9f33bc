/** Reads the YAML of a house style: tokens filled in, every mistake with its line and column and the word that was meant. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { keysAt, meantIssues } from '../model/issues.ts';
import { nearest } from '../model/nearest.ts';

/** 1-based; empty where it cannot be told. */
export type YamlPlace = { readonly line?: number; readonly column?: number };
export type Blame = (detail: string, at?: YamlPlace) => void;

/** `{colour.kade}` in a value is replaced by the token, as in the tokens themselves. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  tokens: Readonly<Record<string, string>>,
  blame: Blame,
): z.output<Schema> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number | undefined): YamlPlace => {
    if (offset === undefined) return {};
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  for (const error of document.errors) blame(error.message.split('\n')[0] ?? error.message, at(error.pos[0]));
  if (document.errors.length > 0) return undefined;
  let content: unknown;
  try {
    content = document.toJS() ?? {};
  } catch (error) {
    // yaml throws these for aliases without an anchor, and for too many of them.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    blame(error.message);
    return undefined;
  }
  const value: unknown = JSON.parse(JSON.stringify(content), (_, member) =>
    typeof member === 'string' ? member.replace(/\{([a-z0-9.-]+)\}/gi, (written, path: string) => tokens[path] ?? written) : member,
  );
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues.flatMap((one) => meantIssues(one, value))) {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, issue.path);
      for (const key of issue.keys) {
        const meant = nearest(key, known);
        blame(
          `${path ? `${path}: ` : ''}the key ${key} is not known${meant ? `; did you mean ${meant}?` : `; there is ${known.join(', ')}`}`,
          at(offsetAt(document, [...issue.path, key], true)),
        );
      }
      continue;
    }
    const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    const meant = nearest(String(issue.path.reduce<unknown>(memberOf, value)), words);
    const isKey = issue.code === 'invalid_key' || (issue.code === 'custom' && issue.params?.['at'] === 'key');
    const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
    blame(`${path}: ${message}${meant ? `; did you mean ${meant}?` : ''}`, at(offsetAt(document, issue.path, isKey)));
  }
  return undefined;
}

function memberOf(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
}

/** Of the key or value at a path; of the nearest that stands above it where there is none. */
function offsetAt(document: Document, path: readonly PropertyKey[], isKey: boolean): number | undefined {
  const parent = document.getIn(path.slice(0, -1) as (string | number)[], true);
  const named = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1))) : undefined;
  if (isKey && isNode(named?.key) && named.key.range) return named.key.range[0];
  const node = document.getIn(path as (string | number)[], true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length > 0 ? offsetAt(document, path.slice(0, -1), true) : undefined;
}
