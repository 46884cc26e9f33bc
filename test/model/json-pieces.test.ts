/** JSON by the piece says what JSON says. */
import { expect, test } from 'vitest';
import { jsonPieces } from '../../pipeline/model/json-pieces.ts';

const long = Array.from({ length: 5000 }, (_, at) => ({ at, name: `photos/één “${at}”.jpg`, facts: { size: [at, 1.5], alpha: null } }));

test.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'a "text"\nof two lines'],
  ['an empty list', []],
  ['an empty object', {}],
  ['a list', [1, 'two', undefined, { three: [3] }]],
  ['an object with lists', { jobs: long, none: [], one: { of: ['these'] }, left: undefined, last: false }],
  ['a list of thousands', long],
])('%s is read back as JSON gives it', (_, value) => {
  expect(JSON.parse([...jsonPieces(value)].join(''))).toEqual(JSON.parse(JSON.stringify(value)));
});

test('thousands of entries are never one text, and each has its line', () => {
  const pieces = [...jsonPieces({ jobs: long })];
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  expect(pieces.join('').split('\n')).toHaveLength(long.length + 2);
});
