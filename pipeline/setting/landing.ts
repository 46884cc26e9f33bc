/** The page that a click opens: the landing page with what is to be counted by, filled in for a target. */
import { fill } from '../model/naming.ts';

/** What a unit knows of its landing page. */
export interface Landing {
  /** What the click opens where no target is named. */
  readonly landing: string;
  /** As ordered, without what it is counted by; absent: nothing counts it. */
  readonly page?: string;
  /** Parameter: value in which nothing but `{target}` is still to be filled in. */
  readonly utm?: Readonly<Record<string, string>>;
}

/** @returns the page with its own query and fragment kept; a parameter that it has already is replaced, an empty one left out. */
export function landingOf({ landing, page = landing, utm = {} }: Landing, target: string): string {
  const added = Object.entries(utm).map(([name, value]) => [name, fill(value, { target }).trim()] as const);
  if (added.length === 0) return page;
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(page) ?? [];
  const replaced = new Set(added.map(([name]) => name));
  // As they are written: a server may read `+` and `%20` in ways of its own, and macros of ad servers must stay whole.
  const kept = query.split('&').filter((part) => part !== '' && !replaced.has(part.split('=')[0] ?? ''));
  const told = added.flatMap(([name, value]) => (value === '' ? [] : [`${encode(name)}=${encode(value)}`]));
  const parts = [...kept, ...told];
  return `${path}${parts.length > 0 ? '?' : ''}${parts.join('&')}${fragment}`;
}

/** Half a character cannot be written in an address. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
