/** The order's limit of pixels: raised or lowered, it holds at once, and knows no more than the file says. */
import { expect, test } from 'vitest';
import { type IngestEffects, ingest } from '../pipeline/ingest.ts';
import type { Made } from '../pipeline/model/job.ts';
import { digestOf } from '../pipeline/model/key.ts';
import type { Order } from '../pipeline/model/order.ts';
import { imageFacts } from './support/assets.ts';

const order = (megapixels?: number): Order => ({
  production: 'try',
  client: 'Trial',
  title: {},
  house: 'plain',
  languages: ['en'],
  supplied: [{ name: 'scan', file: 'scan.tif', line: 3 }],
  deliver: { banners: [] },
  ...(megapixels === undefined ? {} : { limits: { megapixels } }),
});

test('what is too large under one limit is read under another, and the other way round', async () => {
  const kept = new Map<string, Made>();
  const asked: number[] = [];
  const effects: IngestEffects = {
    listSupplied: async () => [{ path: 'scan.tif', bytes: 10, outside: false }],
    take: async () => ({ digest: digestOf('scan'), bytes: 10 }),
    readBytes: async () => new Uint8Array(),
    sniff: async () => 'tiff',
    isForeign: (_): _ is never => false,
    developerState: () => 'none',
    takeLook: async () => ({ digest: digestOf('look') }),
    develop: async () => ({ reason: 'never' }),
    // 200 megapixels.
    probe: async (_, __, limit) => {
      asked.push(limit);
      if (limit < 2e8) return { reason: 'the picture exceeds pixel limit: 200000000' };
      return { facts: { ...imageFacts, width: 20_000, height: 10_000 } };
    },
    recall: (key) => kept.get(key),
    remember: (key, made) => void kept.set(key, made),
    proberVersion: 'prober',
    atOnce: 1,
  };
  const told = async (megapixels?: number) => {
    const { assets, findings } = await ingest(order(megapixels), effects);
    return [assets[0]?.facts?.width, findings.map(({ code, args }) => [code, args['limit'], args['megapixels']])];
  };
  expect(await told()).toEqual([undefined, [['image-too-large', 100_000_000, 200]]]);
  expect(await told(250)).toEqual([20_000, []]);
  // Facts are known by now, and still the lower limit holds.
  expect(await told(150)).toEqual([undefined, [['image-too-large', 150_000_000, 200]]]);
  expect(await told(200)).toEqual([20_000, []]);
  expect(asked).toEqual([1e8, 2.5e8]);
});
