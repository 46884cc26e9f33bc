/** How packs of rules are written: each rule with its source, the day it was read, and no more severity than its status allows. */
import type { Severity } from '../../model/finding.ts';
import { kindOf, type RuleId } from '../../model/rule-table.ts';
import type { Basis, Rule, RuleStatus, RuleValue } from '../../model/rules.ts';

/** The packs were read on this day, where a page does not say another. */
export const READ = '2026-11-20';

/**
 * Bytes. Sources write kB, KB and MB without saying whether a thousand or 1024 is meant: they are read as thousands, for what
 * passes that passes the other reading too. KiB is used only where a source writes it.
 */
export const kB = (count: number): number => Math.round(count * 1000);
export const MB = (count: number): number => Math.round(count * 1_000_000);
export const KiB = (count: number): number => count * 1024;

export interface Details {
  readonly basis?: Basis;
  readonly sizes?: readonly string[];
  /** Absent: an error. */
  readonly severity?: Severity;
  readonly note?: string;
}

/** Old values warn at most, those that nobody read are told for information. */
export function mostSevere(status: RuleStatus, wanted: Severity): Severity {
  if (status === 'unconfirmed') return 'info';
  return status === 'old' && wanted === 'error' ? 'warning' : wanted;
}

export type Write = (id: RuleId, value: RuleValue | null, details?: Details) => Rule;

/** Rules of one page. A value of null is not known there: it needs the current sheet. */
export function readOn(source: string, status: RuleStatus, read = READ): Write {
  return (id, value, { severity = 'error', ...details } = {}) => {
    const { unit } = kindOf(id);
    return { id, value, ...(unit ? { unit } : {}), ...details, severity: mostSevere(status, severity), source, read, status };
  };
}

/** Asked by nearly everybody and not known of this one. */
export function unknown(source: string, ...ids: readonly RuleId[]): Rule[] {
  const write = readOn(source, 'unconfirmed');
  return ids.map((id) => write(id, null, id === 'weight' ? { basis: 'zip' } : {}));
}
