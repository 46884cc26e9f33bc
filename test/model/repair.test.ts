/** Repair time: what is counted, and once. */
import { describe, expect, test } from 'vitest';
import { catalogue, isCode } from '../../pipeline/checks/catalogue.ts';
import { checkRepair } from '../../pipeline/checks/repair.ts';
import type { Finding, Severity } from '../../pipeline/model/finding.ts';
import { houseSchema } from '../../pipeline/model/house-schema.ts';
import { REPAIR_MINUTES, REPAIR_SHARE, repairOf } from '../../pipeline/model/repair.ts';
import { repairText } from '../../pipeline/review/words.ts';

const rules = { share: REPAIR_SHARE, minutes: REPAIR_MINUTES };
const told = (code: string, asset: string, slot = '', severity: Severity = 'warning'): Finding => ({
  code,
  severity,
  where: { asset, slot },
  args: {},
});
const minutes = (...findings: Finding[]): number => repairOf(findings, rules, undefined).minutes;

test('a time is only kept for codes that exist', () => {
  for (const code of Object.keys(REPAIR_MINUTES)) expect(isCode(code), code).toBe(true);
  expect(Object.keys(catalogue).length).toBeGreaterThan(40);
});

describe('the sum', () => {
  test('counts each fault of each picture once, in however many places it shows', () => {
    expect(minutes(told('image-unsharp', 'kade', 'hero'), told('image-unsharp', 'kade', 'card'))).toBe(15);
    expect(minutes(told('image-unsharp', 'kade'), told('image-unsharp', 'veer'), told('image-bars', 'kade'))).toBe(33);
  });

  test('counts what has to be asked for again, whatever keeps it shut', () => {
    const shut = ['file-unreadable', 'pdf-locked', 'illustrator-without-pdf'];
    expect(shut.map((code) => minutes(told(code, 'logo', '', 'error')))).toEqual([10, 10, 10]);
  });

  test('leaves out what is only told, and what nobody has to mend', () => {
    expect(minutes(told('rights-missing', 'kade', '', 'info'), told('image-no-profile', 'kade', '', 'info'))).toBe(0);
  });

  test('goes by the times of the house', () => {
    const own = houseSchema.parse({ repair: { minutes: { 'image-unsharp': 40 } } }).repair;
    expect(repairOf([told('image-unsharp', 'kade')], own as typeof rules, { hours: 2, rate: 60, currency: 'EUR' })).toEqual({
      minutes: 40,
      budget: 120,
    });
    expect(houseSchema.safeParse({ repair: { minutes: { 'image-unsharpe': 40 } } }).success).toBe(false);
  });
});

test.each([
  [30, 120, []],
  [31, 120, ['repair-over-budget']],
  [5000, undefined, []],
])('%i minutes of a budget of %s', (spent, budget, codes) => {
  expect(checkRepair({ minutes: spent, ...(budget ? { budget } : {}) }, rules).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['en', 80, 2400, '1 h 20 min of the budgeted 40 h (3 %)'],
  ['nl', 60, 90, '1 u van de begrote 1,5 u (67 %)'],
  ['fr', 5, undefined, '5 min'],
] as const)('in words (%s)', (language, spent, budget, expected) => {
  expect(repairText({ minutes: spent, ...(budget ? { budget } : {}) }, language)).toBe(expected);
});
