/** Each check on facts made by hand, and what its findings say. */
import { describe, expect, test } from 'vitest';
import { checkLinks } from '../../pipeline/checks/links.ts';
import { checkMarkup } from '../../pipeline/checks/markup.ts';
import { dayOfRights } from '../../pipeline/checks/rights.ts';
import { page, productCases } from './product-cases.ts';

describe('a check tells', () => {
  test.each(productCases)('%s: %s', (_, told, check) => {
    expect(check().map(({ code, severity }) => `${code} ${severity}`)).toEqual(told);
  });
});

test('a picture too small for the smallest width names that width, else the largest', () => {
  const expected = (name: string) => productCases.find(([one]) => one === name)?.[2]()[0]?.args;
  expect(expected('too few for the smallest width')).toMatchObject({ actual: 639, expected: 640 });
  expect(expected('too few for the largest width')).toMatchObject({ actual: 2559, expected: 2560 });
});

test('rights must reach the deadline, or today when that is later', () => {
  expect(dayOfRights('2026-11-21', '2027-04-01')).toBe('2027-04-01');
  expect(dayOfRights('2027-06-01', '2027-04-01')).toBe('2027-06-01');
  expect(dayOfRights('2026-11-21', undefined)).toBe('2026-11-21');
});

test('a broken link says what was probably meant', () => {
  const told = (target: string, written: string) =>
    checkLinks([page('/nl/', { references: [{ target, written }] })], ['fr/index.html', 'fr/programme/index.html', 'img/kade.avif'])[0]
      ?.args['nearest'];
  expect(told('fr', '/fr')).toBe('/fr/');
  expect(told('img/kaed.avif', '/img/kaed.avif')).toBe('/img/kade.avif');
  expect(told('fr/programe/index.html', '/fr/programe/')).toBe('/fr/programme/');
  expect(told('de/index.html', '/de/')).toBe('');
});

test('a problem that comes back in a page is counted, with its first place', () => {
  const problem = { rule: 'no-dup-id', message: 'Duplicate ID', line: 3, column: 4 };
  expect(checkMarkup(page('/nl/'), { what: 'markup', problems: [problem, { ...problem, line: 9 }] })[0]?.args).toMatchObject({
    count: 2,
    builtLine: 3,
  });
});
