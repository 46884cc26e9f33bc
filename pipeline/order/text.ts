/** Places in the text of an order: values and offsets by path, and how both are written for people. */
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Args, Finding, Severity } from '../model/finding.ts';

export type Path = readonly PropertyKey[];

export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt(content: unknown, path: Path): unknown {
  let value = content;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

export function list(content: unknown, ...path: Path): readonly unknown[] {
  const value = valueAt(content, path);
  return Array.isArray(value) ? value : [];
}

/** Offset of the key or value at a path in the text; of the last key on the way when the path ends early. */
export function locate(root: unknown, path: Path, point: 'key' | 'value'): number {
  let node = root;
  let key = offsetOf(root);
  for (const step of path) {
    const named = (pair: { key: unknown }) => isScalar(pair.key) && String(pair.key.value) === String(step);
    const pair = isMap(node) ? node.items.findLast(named) : undefined;
    const item = isSeq(node) ? node.items[Number(step)] : undefined;
    if (pair === undefined && item === undefined) return key;
    key = offsetOf(pair?.key ?? item);
    node = pair ? pair.value : item;
  }
  return point === 'value' && isNode(node) ? offsetOf(node) : key;
}

export function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** `deliver.banners[0].sizes[1]`, as programs count. */
export function written(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '');
}

/** A value short enough for a sentence. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '').replace(/^""$/, '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export const isLanguage = (word: string): boolean => /^[a-z]{2}(-[A-Z]{2})?$/.test(word);

/** The order as it was written: what may still be wrong, and a way to point at it. */
export interface Source {
  readonly content: unknown;
  /** Tells of a mistake at a path, or at its nearest ancestor that exists. */
  readonly tell: (code: string, path: Path, args: Args, at?: 'key' | 'value', severity?: Severity) => Finding;
}
