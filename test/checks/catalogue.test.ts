/** The catalogue: every code has its words in three languages, and some case that provokes it. */
import { describe, expect, test } from 'vitest';
import { catalogue, codes, finding, severityOf, wordsOf } from '../../pipeline/checks/catalogue.ts';
import { expectations, numeral, weight } from '../../pipeline/checks/words/say.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import { readOrder } from '../../pipeline/order.ts';
import { findingCases } from '../cases/finding-cases.ts';
import { faultCases } from '../support/fault-cases.ts';
import { judged } from './ad-cases.ts';
import { goodOrder, orderCases } from './order-cases.ts';
import { productCases } from './product-cases.ts';

const languages = ['nl', 'fr', 'en'] as const;

const provoked: readonly Finding[] = [
  ...orderCases.flatMap(
    ({ from, to }) =>
      readOrder(
        goodOrder.replace(from, () => to),
        'demo',
      ).findings,
  ),
  ...productCases.flatMap(([, , check]) => check()),
];

test('every code is provoked by a case', () => {
  const here = new Set(provoked.map(({ code }) => code));
  const inBuilds = findingCases.map(({ code }) => code);
  const inRuns = faultCases.map(([code]) => code);
  expect([...new Set([...here, ...inBuilds, ...inRuns])].toSorted()).toEqual([...codes].toSorted());
});

test('what is told of an order weighs what the catalogue says', () => {
  for (const { code, severity } of provoked.filter((found) => found.code.startsWith('order-'))) expect(severity).toBe(severityOf(code));
});

describe.each(codes)('%s', (code) => {
  const full = {
    actual: 200_000,
    expected: 153_600,
    nearest: 'kade',
    label: 'kade 640 px',
    labels: ['a', 'b'],
    detail: 'reason',
    file: 'a.jpg',
    name: 'kade',
  };
  const samples: readonly Finding[] = [
    finding(code, {}),
    finding(code, { asset: 'kade', slot: 'hero', page: '/nl/', file: 'order.yaml', line: 3 }, full),
    ...provoked.filter((found) => found.code === code),
  ];

  test.each(languages)('has words in %s', (language) => {
    for (const sample of samples) {
      const { message, advice } = wordsOf(sample, language);
      for (const words of [message, advice]) {
        expect(words).toMatch(/^[\p{Lu}“«\p{Ll}/].*[.?]$/u);
        expect(words).not.toMatch(/undefined|NaN|\[object|\$\{|!| {2}|\.\.$/);
      }
    }
  });

  test('is not said in the same words in two languages', () => {
    expect(new Set(languages.map((language) => wordsOf(finding(code, {}), language).message)).size).toBe(3);
  });
});

test('a value that is expected is said in every language', () => {
  for (const expected of expectations) {
    const told = languages.map((language) => wordsOf(finding('order-missing-key', {}, { path: 'deadline', expected }), language).advice);
    expect(new Set(told).size).toBe(3);
    for (const advice of told) expect(advice).not.toMatch(new RegExp(`: ${expected}\\.$`));
  }
});

test('what the order tells as expected is known to the words', () => {
  const told = provoked
    .filter(({ code }) => code === 'order-wrong-value' || code === 'order-missing-key')
    .map(({ args }) => String(args['expected']));
  // Ranges and examples are written the same in every language.
  for (const expected of told.filter((one) => !/^[-#[{\d]|^levels, |\.cube$/.test(one))) expect(expectations).toContain(expected);
});

test('a place of the finding is at hand for its words', () => {
  expect(wordsOf(finding('asset-unusable', { asset: 'kade' }), 'en').message).toContain('“kade”');
});

test('words stay whole whatever a program or a file name puts into them', () => {
  const { message } = wordsOf(finding('tool-failed', {}, { label: 'kade\u001b[31m\n640 px', detail: 'It broke.' }), 'en');
  expect(message).toBe('kade [31m 640 px could not be made: It broke.');
});

test('a code without words is a bug', () => {
  expect(() => wordsOf({ code: 'nonsense', severity: 'error', where: {}, args: {} }, 'nl')).toThrow('Internal error');
  expect(() => wordsOf({ code: 'toString', severity: 'error', where: {}, args: {} }, 'nl')).toThrow('Internal error');
  expect(severityOf('nonsense')).toBe('error');
});

test('every code has a kind', () => {
  for (const code of codes) expect(['preflight', 'quality', 'tool']).toContain(catalogue[code].kind);
});

test.each([
  [1234.5, '1234,5', '1234,5', '1234.5'],
  [40_960, '40.960', '40\u202f960', '40,960'],
  [-1_000_000, '-1.000.000', '-1\u202f000\u202f000', '-1,000,000'],
])('%d is written as each language does', (value, nl, fr, en) => {
  expect([numeral(value, 'nl'), numeral(value, 'fr'), numeral(value, 'en')]).toEqual([nl, fr, en]);
});

test.each([
  [900, '900 bytes', '900 octets', '900 bytes'],
  [153_600, '150 kB', '150 Ko', '150 kB'],
  [153_601, '150,1 kB', '150,1 Ko', '150.1 kB'],
  [157_900, '154,2 kB', '154,2 Ko', '154.2 kB'],
  [5_242_880, '5 MB', '5 Mo', '5 MB'],
])('%d bytes are written as each language does', (value, nl, fr, en) => {
  const plain = (text: string) => text.replace(/\u00a0/g, ' ');
  expect([weight(value, 'nl'), weight(value, 'fr'), weight(value, 'en')].map(plain)).toEqual([nl, fr, en]);
});

test('a package without a page is told in a whole sentence', () => {
  const bare = judged('page-at-root', true, { page: null, document: null, files: [] })[0] as Finding;
  expect(wordsOf(bare, 'en').message).toContain('There is no page in the package, so');
});
