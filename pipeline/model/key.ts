/** Digests and keys: the one place where the identity of bytes and of jobs is made. */
import { createHash } from 'node:crypto';

/** Lower-case hex sha256 of bytes. */
export type Digest = string & { readonly __digest: never };
/** Lower-case hex sha256 of all that decides a job's output. */
export type JobKey = string & { readonly __jobKey: never };

/** What a job works on: bytes that stand in the store, or what another job will give. */
export type Input = { readonly from: 'store'; readonly digest: Digest } | { readonly from: 'job'; readonly key: JobKey };

/** Data that JSON can carry; recipes and facts are made of it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** Raise it to disown everything that was ever made. */
const SALT = 'kader 1';

export function digestOf(content: string | Uint8Array): Digest {
  return createHash('sha256').update(content).digest('hex') as Digest;
}

/** JSON with members sorted by code unit and absent members left out, so that two machines agree. */
export function canonicalJson(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** @param parts.tool program and version, such as `sharp 0.35.5`; it decides bytes as much as the recipe does. */
export function jobKeyOf(parts: {
  readonly kind: string;
  readonly tool: string;
  readonly recipe: Json;
  readonly inputs: readonly Input[];
}): JobKey {
  const inputs = parts.inputs.map((input) => (input.from === 'store' ? input.digest : `job ${input.key}`));
  const { kind, tool, recipe } = parts;
  return digestOf(canonicalJson({ kind, tool, recipe, inputs, salt: SALT })) as string as JobKey;
}

/** The part of a key that file names carry: 10 hex digits, enough to tell apart all a campaign makes. */
export function shortKey(key: JobKey | Digest): string {
  return key.slice(0, 10);
}
