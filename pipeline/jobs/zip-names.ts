/** What packages are called where they are handed over: safe for every ad server, short, and no two alike. */
import { apart, fitted, LONGEST_NAME, plainLetters, safeName } from '../model/safe-name.ts';

export interface Named {
  /** Deliverable; unique. */
  readonly name: string;
  /** For `{production}`, `{client}`, `{template}`, `{id}`, `{size}`, `{language}`, `{target}`. */
  readonly values: Readonly<Record<string, string>>;
}

/** Cut first when a name grows too long; what tells units apart stays whole as long as it can. */
const YIELDING = ['client', 'production', 'template'];
const LEAST = 4;

/**
 * @param pattern its own letters stay as they are; a member that is not known is left out.
 * @returns names without `.zip`, by deliverable.
 */
export function zipNames(units: readonly Named[], pattern: string): Map<string, string> {
  return apart(new Map(units.map(({ name, values }) => [name, fill(pattern, values)])));
}

function fill(pattern: string, values: Named['values']): string {
  const safe = Object.fromEntries(Object.entries(values).map(([member, value]) => [member, safeName(value)]));
  const lengthOf = (member: string): number => (pattern.includes(`{${member}}`) ? (safe[member]?.length ?? 0) : 0);
  const written = (): string => pattern.replace(/\{([a-z]+)\}/g, (_, member: string) => safe[member] ?? '');
  while (written().length > LONGEST_NAME) {
    const [longest = ''] = [...YIELDING].sort((one, other) => lengthOf(other) - lengthOf(one));
    if (lengthOf(longest) <= LEAST) break;
    safe[longest] = (safe[longest] ?? '').slice(0, -1).replace(/[-._]+$/, '');
  }
  const own = plainLetters(written())
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  return fitted(`${pattern} ${Object.values(values).join(' ')}`, own);
}
