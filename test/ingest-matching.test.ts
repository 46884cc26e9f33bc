/** Which file an entry of the order means, and which it probably meant. */
import { expect, test } from 'vitest';
import { likely, listedIn, matching } from '../pipeline/ingest/matching.ts';
import type { Order } from '../pipeline/model/order.ts';

const files = [
  'order.yaml',
  'content/nl/index.md',
  'photos/e\u0301te\u0301.jpg',
  'photos/stad.jpg',
  'photos/IMG_1235.jpg',
  'van de klant/Zee  2.TIF',
].map((path) => ({ path, bytes: 1, outside: false }));
const order = (...names: string[]) => listedIn(files, { supplied: names.map((file) => ({ name: 'one', file })) } as unknown as Order);

test('accents are the same however a system writes them', () => {
  expect(matching(files, 'photos/été.jpg').map(({ path }) => path)).toEqual(['photos/e\u0301te\u0301.jpg']);
  expect(matching(files, 'photos/ét*.jpg')).toHaveLength(1);
});

test.each([
  ['Photos/Stad.JPG', 'photos/stad.jpg'],
  ['photos/stad.jpeg', 'photos/stad.jpg'],
  ['photos/stda.jpg', 'photos/stad.jpg'],
  ['photos/zee_2.tif', 'van de klant/Zee  2.TIF'],
  ['photos/IMG_1234.jpg', ''],
  ['photos/iets heel anders.jpg', ''],
  ['photos/*.tif', ''],
])('%s: %s', (wanted, meant) => {
  expect(likely(files, wanted, order(wanted))).toBe(meant);
});

test('a file that the order names elsewhere is not proposed', () => {
  expect(likely(files, 'Photos/Stad.JPG', order('Photos/Stad.JPG', 'photos/stad.jpg'))).toBe('');
});
