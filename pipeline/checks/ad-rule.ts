/** What every judging of a packed banner by a rule shares: the specimen, the verdict, and a finding that says who asks. */
import type { BannerFacts } from '../model/facts.ts';
import type { Args, Finding, Where } from '../model/finding.ts';
import type { PackageFacts } from '../model/package.ts';
import type { AskedRule } from '../model/rules.ts';
import type { Code } from './codes.ts';

/** A package on the table, with what was seen of it. */
export interface Specimen {
  /** Deliverable, or the file as it was named. */
  readonly name: string;
  /** File name of the zip. */
  readonly zip: string;
  /** In px; absent where neither order nor page tells it. */
  readonly size?: readonly [number, number];
  readonly facts: PackageFacts;
  /** Absent when no browser ran it. */
  readonly run?: BannerFacts;
  /** The image that lies beside the zip; absent when there is none. */
  readonly backup?: BackupBeside;
  /** The same with more pixels. */
  readonly denser?: BackupBeside;
  readonly where: Where;
}

export interface BackupBeside {
  /** File name. */
  readonly name: string;
  readonly bytes?: number;
  readonly width?: number;
  readonly height?: number;
}

/** What breaks a rule; or that only a browser could tell. */
export type Verdict = readonly Finding[] | 'unmeasured';
export type Judge = (rule: AskedRule, specimen: Specimen) => Verdict;

/** A list in a sentence: more than this is not read. */
const SHOWN = 5;

/** The rule's own severity, and in the arguments who asks it, where that stands and how sure it is. */
export function told(code: Code, rule: AskedRule, { where }: Specimen, args: Args = {}): Finding {
  const { by, source, read, status, note = '', id } = rule;
  return { code, severity: rule.severity, where, args: { ...args, rule: id, by, source, read, status, note } };
}

/** One finding over several things of a kind; none when there are none. */
export function toldOf(code: Code, rule: AskedRule, specimen: Specimen, items: readonly string[], args: Args = {}): Finding[] {
  if (items.length === 0) return [];
  const once = [...new Set(items)];
  return [told(code, rule, specimen, { ...args, items: once.slice(0, SHOWN), count: once.length })];
}

export const asNumber = (rule: AskedRule): number => Number(rule.value);
export const asList = (rule: AskedRule): readonly string[] => (Array.isArray(rule.value) ? rule.value : [String(rule.value)]);
export const asPattern = (rule: AskedRule): RegExp => new RegExp(String(rule.value), 'u');

/** A judge of what is simply more than is allowed. */
export function atMost(code: Code, count: (specimen: Specimen) => number | undefined): Judge {
  return (rule, specimen) => {
    const actual = count(specimen);
    if (actual === undefined) return 'unmeasured';
    return actual > asNumber(rule) ? [told(code, rule, specimen, { actual, expected: asNumber(rule) })] : [];
  };
}
