/** The order: a good one is completed, and every mistake is told at its place. */
import { describe, expect, test } from 'vitest';
import { nearest } from '../pipeline/model/nearest.ts';
import { orderJsonSchema, readOrder } from '../pipeline/order.ts';
import { goodOrder, orderCases } from './checks/order-cases.ts';

const placed = (text: string) => readOrder(text, 'demo').findings.map(({ code, where }) => `${code} ${where.line}:${where.column}`);

describe('a good order', () => {
  const { order, findings } = readOrder(goodOrder, 'demo');

  test('is read without findings', () => expect(findings).toEqual([]));
  test('carries the name of its production', () => expect(order?.production).toBe('demo'));
  test('gives each supplied entry its line', () => expect(order?.supplied.map(({ line }) => line)).toEqual([8, 13]));
  test('keeps days and sizes as texts', () => {
    expect(order?.deadline).toBe('2027-04-01');
    expect(order?.deliver.banners[0]?.sizes).toEqual(['300x250', '728x90']);
  });
  test('gets what was left out', () => {
    expect(order?.budget?.currency).toBe('EUR');
    const small = readOrder(
      'client: K\ntitle: { nl: A }\nhouse: k\nlanguages: [nl]\ndeliver: { site: { url: https://k.example } }\n',
      'demo',
    );
    expect(small.order).toMatchObject({ supplied: [], deliver: { banners: [] } });
  });
  test('may use a few aliases', () => {
    const text = goodOrder
      .replace('{ headline: De stad kijkt }', '&words { headline: De stad kijkt }')
      .replace('{ headline: La ville regarde }', '*words');
    expect(readOrder(text, 'demo').order?.deliver.banners[0]?.text['fr']).toEqual({ headline: 'De stad kijkt' });
  });
  test('is read alike with the line ends of Windows', () =>
    expect(readOrder(goodOrder.replaceAll('\n', '\r\n'), 'demo').order).toEqual(order));
});

describe('a mistake is told at its line and column', () => {
  test.each(orderCases)('$name', ({ from, to, told }) => {
    expect(goodOrder).toContain(from);
    expect(placed(goodOrder.replace(from, () => to))).toEqual(told);
  });

  test('an order with an error is not given, one with a warning is', () => {
    expect(readOrder(goodOrder.replace('house:', 'hous:'), 'demo').order).toBeUndefined();
    expect(readOrder(goodOrder.replace(', fr: La ville }', ' }'), 'demo').order).toBeDefined();
  });

  test('all at once, in the order of the text', () => {
    const text = goodOrder
      .replace('client: Kaaifestival', 'client: 3')
      .replace('name: acts', 'name: kade')
      .replace('url:', 'ulr:')
      .replace('2027-04-01', 'soon');
    expect(placed(text)).toEqual([
      'order-wrong-value 1:9',
      'order-wrong-value 5:11',
      'order-duplicate-name 13:13',
      'order-missing-key 15:3',
      'order-unknown-key 15:11',
    ]);
  });

  test('with a syntax error, what stands before it is judged and what follows is not guessed at', () => {
    const text = goodOrder
      .replace('house:', 'huose:')
      .replace('[300x250, 728x90]', '[300x250, 728x90')
      .replace('headline: De', 'headline: [De');
    expect(placed(text).slice(0, 2)).toEqual(['order-unknown-key 3:1', 'order-syntax 19:7']);
    expect(
      placed(text)
        .slice(1)
        .every((place) => place.startsWith('order-syntax')),
    ).toBe(true);
  });
});

describe('a mistake says what was meant', () => {
  const argsOf = (from: string, to: string) => readOrder(goodOrder.replace(from, to), 'demo').findings[0]?.args;

  test.each([
    ['an unknown key', 'deadline:', 'daedline:', { actual: 'daedline', nearest: 'deadline' }],
    ['a key like none', 'deadline:', 'zzz:', { actual: 'zzz', nearest: '', expected: expect.arrayContaining(['deadline', 'budget']) }],
    ['a wrong value', '300x250', '300 x 250', { path: 'deliver.banners[0].sizes[0]', actual: '300 x 250', expected: 'size', nearest: '' }],
    ['a language in capitals', 'nl: Kade', 'NL: Kade', { path: 'supplied[0].alt.NL', expected: 'language', nearest: 'nl' }],
    [
      'a duplicate points at both places',
      'name: acts',
      'name: kade',
      { name: 'kade', firstLine: 8, firstPath: 'supplied[0].name', path: 'supplied[1].name' },
    ],
    ['a key twice points at both places', 'languages:', 'house: x\nlanguages:', { actual: 'house', firstLine: 3 }],
  ])('%s', (_, from, to, args) => expect(argsOf(from, to)).toMatchObject(args));
});

describe('the schema for editors', () => {
  const schema = orderJsonSchema() as { $schema: string; title: string; description: string; required: string[]; properties: object };

  test('says what it is', () => {
    expect(schema.$schema).toContain('json-schema.org');
    expect(schema.title).toContain('order');
    expect(schema.description).not.toBe('');
  });
  test('asks for no more than a person must write', () =>
    expect(schema.required).toEqual(['client', 'title', 'house', 'languages', 'deliver']));
});

describe('nearest', () => {
  test.each([
    ['titel', 'title'],
    ['clien', 'client'],
    ['CLIENT', 'client'],
    ['langauges', 'languages'],
    ['nm', ''],
    ['client', ''],
    ['', ''],
  ])('%s is %s', (word, known) => expect(nearest(word, ['client', 'title', 'languages', 'x'])).toBe(known));
});
