/** Ingest: what the order says of how a picture is cropped, and what the picture says where the order is silent. */
import { expect, test } from 'vitest';
import { type IngestEffects, ingest } from '../pipeline/ingest.ts';
import type { Asset } from '../pipeline/model/asset.ts';
import { digestOf } from '../pipeline/model/key.ts';
import type { Order } from '../pipeline/model/order.ts';
import { imageFacts, measures } from './support/assets.ts';

const salient = { box: [0.6, 0.6, 0.2, 0.2], focus: [0.65, 0.7] } as const;
const effects = (files: readonly string[]): IngestEffects =>
  ({
    listSupplied: async () => files.map((path) => ({ path, bytes: 10, outside: false })),
    take: async (path: string) => ({ digest: digestOf(path), bytes: 10 }),
    sniff: async () => 'jpeg',
    isForeign: () => false,
    probe: async () => ({ facts: { ...imageFacts, measured: { ...measures, salient } } }),
    recall: () => undefined,
    remember: () => undefined,
    proberVersion: 'p',
    atOnce: 2,
  }) as unknown as IngestEffects;

async function received(supplied: object, files: readonly string[]): Promise<Asset[]> {
  return (
    await ingest({ supplied: [{ name: 'acts', line: 3, ...supplied }], deliver: { banners: [] } } as unknown as Order, effects(files))
  ).assets;
}

test('a picture that the order says nothing of is framed by what draws the eye', async () => {
  const [one] = await received({ file: 'a.jpg' }, ['a.jpg']);
  expect(one).toMatchObject({ focus: [0.65, 0.7], salient: salient.box });
  expect(one).not.toHaveProperty('safe');
});

test('a focus of the order stands alone', async () => {
  const [one] = await received({ file: 'a.jpg', focus: [0.1, 0.2] }, ['a.jpg']);
  expect(one?.focus).toEqual([0.1, 0.2]);
  expect(one).not.toHaveProperty('salient');
  expect(one).not.toHaveProperty('crops');
});

test('of the files of a pattern each may be framed apart', async () => {
  const supplied = {
    file: 'photos/*.jpg',
    focus: [0.1, 0.2],
    crops: { hero: { focus: [0, 0], safe: [0, 0, 1, 1] }, card: { focus: [0, 0] } },
    each: { 'het-koor': { safe: [0, 0, 0.5, 0.5], crops: { hero: { focus: [1, 1] } } } },
  };
  const [dans, koor] = await received(supplied, ['photos/dans.jpg', 'photos/Het Koor.jpg']);
  expect(dans).toMatchObject({ name: 'acts/dans', focus: [0.1, 0.2], crops: supplied.crops });
  expect(dans).not.toHaveProperty('safe');
  expect(koor).toMatchObject({
    name: 'acts/het-koor',
    focus: [0.1, 0.2],
    safe: [0, 0, 0.5, 0.5],
    crops: { hero: { focus: [1, 1], safe: [0, 0, 1, 1] }, card: { focus: [0, 0] } },
  });
});

test('a picture of a kind that nothing reads is told by its kind', async () => {
  const reading = { ...effects(['photos/sky.tga']), sniff: async () => 'unknown' } as unknown as IngestEffects;
  const order = { supplied: [{ name: 'sky', line: 3, file: 'photos/sky.tga' }], deliver: { banners: [] } } as unknown as Order;
  const { findings } = await ingest(order, reading);
  expect(findings.map(({ code, args }) => [code, args.actual])).toEqual([['format-not-supported', 'TGA']]);
});

test.each([
  ['VipsJpeg: premature end of JPEG image', 'VipsJpeg: premature end of JPEG image'],
  ['Warning treated as error due to failOn setting', undefined],
])('of a picture that cannot be read (%s) what is said is of the file', async (reason, detail) => {
  const reading = { ...effects(['photos/a.jpg']), probe: async () => ({ reason }) } as unknown as IngestEffects;
  const order = { supplied: [{ name: 'acts', line: 3, file: 'photos/a.jpg' }], deliver: { banners: [] } } as unknown as Order;
  const { findings } = await ingest(order, reading);
  expect(findings.map(({ code, args }) => [code, args.detail])).toEqual([['file-unreadable', detail]]);
});
