/** What a backup image may be: by the rules of where it goes, of the house and of the order; and what is then planned. */
import { expect, test } from 'vitest';
import { type OrderLimits, profileOf } from '../../pipeline/channels/profile.ts';
import { capturesOf } from '../../pipeline/jobs/look.ts';
import type { BannerTarget } from '../../pipeline/model/order.ts';
import { stillLimits } from '../../pipeline/setting/unit-limits.ts';

const stillOf = (target: BannerTarget | undefined, order: OrderLimits = {}, houseBytes?: number) =>
  stillLimits(() => profileOf(target, houseBytes === undefined ? {} : { backupBytes: houseBytes }, order), 40_000)('any', [300, 250]);

test('without a target, the strictest common profile', () => {
  expect(stillOf(undefined)).toEqual({ formats: ['jpeg', 'png', 'gif'], maxBytes: 40_000 });
});

test('a target has its own limit, the stricter of house and order goes before it', () => {
  expect(stillOf('google-ads').maxBytes).toBe(150_000);
  expect(stillOf('google-ads', {}, 50_000).maxBytes).toBe(50_000);
  expect(stillOf('google-ads', { 'backup-bytes': 30_000 }, 50_000).maxBytes).toBe(30_000);
});

test('where nobody says a limit, the house’s', () => {
  expect(stillOf('cm360').maxBytes).toBe(40_000);
});

test('formats that a publisher does not take are not made', () => {
  expect(stillOf('produpress').formats).toEqual(['jpeg', 'gif']);
  expect(stillOf({ platform: 'ad-manager', publisher: 'produpress' }).formats).toEqual(['jpeg', 'gif']);
});

test('twice the pixels beside it where the order asks', () => {
  const [still, twice, ...others] = capturesOf('300x250-nl', stillOf('produpress'), ['2x', '2x']);
  expect(still).toEqual({ wish: { what: 'still', scale: 1, ...stillOf('produpress') }, file: '300x250-nl.jpg' });
  expect(twice).toEqual({ wish: { what: 'still', scale: 2, ...stillOf('produpress') }, file: '300x250-nl-2x.jpg' });
  expect(others).toEqual([]);
});

test('where a house wants pictures for phones at twice their size, the backup is made with twice the pixels too', () => {
  const limits = stillLimits((target) => profileOf(target), 40_000);
  const made = (size: readonly [number, number]) =>
    capturesOf('320x50-nl', limits('rossel', size), []).map(({ file, wish }) => [file, wish.what === 'still' && wish.scale]);
  expect(made([320, 50])).toEqual([
    ['320x50-nl.jpg', 1],
    ['320x50-nl-2x.jpg', 2],
  ]);
  expect(made([970, 250])).toEqual([['320x50-nl.jpg', 1]]);
  // Ordered as well it is made once.
  expect(capturesOf('b', limits('rossel', [320, 50]), ['2x'])).toHaveLength(2);
  expect(limits('adform', [320, 50])).not.toHaveProperty('twice');
});
