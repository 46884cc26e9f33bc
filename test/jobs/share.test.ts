/** The weight of a unit's pictures: who gives way, how far, and what stands as it was wanted. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodersAt, planImages, withSearches } from '../../pipeline/jobs/image.ts';
import { makeWith } from '../../pipeline/jobs/makers.ts';
import type { MakerTools } from '../../pipeline/jobs/making.ts';
import { divide, shareWeight, type UnitPicture } from '../../pipeline/jobs/share.ts';
import { load } from '../../pipeline/model/at-once.ts';
import type { Job, Made } from '../../pipeline/model/job.ts';
import { type Digest, digestOf, type JobKey } from '../../pipeline/model/key.ts';
import type { Shared } from '../../pipeline/model/recipe.ts';
import { renderAll } from '../../pipeline/tools/render-all.ts';
import { asset } from '../support/assets.ts';

const ladder = (weight: number, ...rungs: [bytes: number, distance: number][]) => ({
  weight,
  rungs: rungs.map(([bytes, distance]) => ({ bytes, distance })),
});

describe('the division', () => {
  test('nobody gives way while all fit', () => {
    expect(divide([ladder(1, [50, 1], [20, 2]), ladder(1, [50, 1], [20, 2])], 100)).toEqual([0, 0]);
  });
  test('of two alike the one that is seen least gives way', () => {
    expect(divide([ladder(100, [50, 1], [20, 2]), ladder(1, [50, 1], [20, 2])], 80)).toEqual([0, 1]);
  });
  test('of two as large the one that saves most for what is felt gives way', () => {
    expect(divide([ladder(1, [50, 1], [45, 2]), ladder(1, [50, 1], [10, 2])], 90)).toEqual([0, 1]);
  });
  test('a rung that saves nothing is stepped over', () => {
    expect(divide([ladder(1, [50, 1], [50, 1.2], [30, 1.4])], 40)).toEqual([2]);
  });
  test('what never fits stands on its last rung', () => {
    expect(divide([ladder(1, [50, 1], [40, 2]), ladder(1, [9, 1])], 10)).toEqual([1, 0]);
  });
});

describe('on pictures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kader-share-'));
  const paths = new Map<Digest, string>();
  const inStore = (name: string, bytes: Uint8Array): Digest => {
    const digest = digestOf(bytes);
    writeFileSync(join(folder, name), bytes);
    paths.set(digest, join(folder, name));
    return digest;
  };
  const script = digestOf('motion.js') as string as JobKey;
  const encoders = encodersAt(
    {
      avif: { quality: 50 },
      webp: { quality: 50 },
      png: { quality: 100 },
      jpeg: { quality: { distance: 1.2, least: 20, most: 95 } },
    },
    undefined,
  );
  const pictures: UnitPicture[] = [];
  let made: Map<JobKey, Made>;
  beforeAll(async () => {
    for (const [name, width, seed] of [
      ['large', 300, 3],
      ['small', 90, 11],
    ] as const) {
      const noise = Buffer.from({ length: 600 * 500 * 3 } as ArrayLike<number>).map(
        (_, at) => (((at * seed) % 97) * ((at >> 9) % 5)) % 256,
      );
      const digest = inStore(
        `${name}.png`,
        await sharp(noise, { raw: { width: 600, height: 500, channels: 3 } })
          .blur(1.2)
          .png()
          .toBuffer(),
      );
      const picture = { ...asset(name, { type: 'png' }, { width: 600, height: 500 }), digest };
      const jobs = planImages(picture, { ratio: [6, 5], widths: [width, width * 2], formats: ['jpeg'], encoders }, 'sharp');
      pictures.push(...jobs.map((job, at) => ({ job, area: width ** 2 * 0.8, density: at + 1 })));
    }
    made = new Map([[script, { blob: { digest: inStore('motion.js', Buffer.alloc(9000, 'let tide = 1;')), bytes: 9000 } }]]);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  let count = 0;
  const tools = {
    blobPath: async ({ digest }) => paths.get(digest) ?? '',
    temporary: async (file) => join(folder, `${++count}-${file}`),
    adopt: async (path) => ({ digest: inStore(`kept-${++count}`, readFileSync(path)), bytes: statSync(path).size }),
    weigh: async (path) => ({ bytes: statSync(path).size, deflated: statSync(path).size / 9 }),
    renderPictures: (path, renderings) => renderAll(path, renderings, load(2)),
  } as Partial<MakerTools> as MakerTools;
  const run = async (limits: { zipBytes?: number; unzippedBytes?: number }) => {
    const { share, jobs } = shareWeight('300x250', pictures, { ...limits, reserve: 1000, beside: [script] });
    const make = makeWith(tools);
    const batches: Job[][] = [withSearches(pictures.map(({ job }) => job)), share ? [share] : [], [...jobs]];
    for (const batch of batches) {
      for (const source of new Set(batch.map((job) => job.batch))) {
        const together = batch.filter((job) => job.batch === source);
        const attempts = await make(together, (key) => made.get(key) as Made);
        attempts.forEach((attempt, at) => {
          if ('fault' in attempt) throw new Error(JSON.stringify(attempt.fault));
          made.set((together[at] as Job).key, attempt.made);
        });
      }
    }
    const bytes = jobs.map(({ key }) => made.get(key)?.blob?.bytes ?? 0);
    return { bytes, total: bytes.reduce((sum, one) => sum + one, 0), shared: made.get(share?.key as JobKey)?.facts as Shared, jobs };
  };

  test('with room to spare each is what was wanted, byte for byte', async () => {
    const { shared, jobs } = await run({ zipBytes: 10_000_000 });
    expect(shared.qualities).toEqual([null, null, null, null]);
    jobs.forEach(({ key }, at) => {
      expect(made.get(key)?.blob?.digest).toBe(made.get(pictures[at]?.job.key as JobKey)?.blob?.digest);
    });
  }, 60_000);

  test.each(['zipBytes', 'unzippedBytes'] as const)(
    'they give way until all fit: %s',
    async (basis) => {
      const free = await run({});
      const others = basis === 'zipBytes' ? 1000 : 9000;
      const limit = Math.round(free.total * 0.7) + others + 1000;
      const { total, shared } = await run({ [basis]: limit });
      expect(total + others + 1000).toBeLessThanOrEqual(limit);
      // Not more than needed: the next better rung of any would be over.
      expect(total).toBeGreaterThan((limit - others - 1000) * 0.8);
      expect(shared.bytes).toBe(total);
    },
    60_000,
  );

  test('what a house fixes is not touched, and takes its bytes first', () => {
    const fixed = pictures.map((picture) => ({ ...picture, job: { ...picture.job, recipe: { ...picture.job.recipe, quality: 76 } } }));
    expect(shareWeight('u', fixed, { zipBytes: 1, reserve: 0, beside: [] })).toEqual({ jobs: fixed.map(({ job }) => job) });
    const mixed = [fixed[0] as UnitPicture, ...pictures.slice(1)];
    const { share, jobs } = shareWeight('u', mixed, { zipBytes: 1, reserve: 0, beside: [] });
    expect(share?.recipe.pictures).toHaveLength(3);
    expect(share?.recipe.beside.map((at) => share.inputs[at])).toEqual([{ from: 'job', key: fixed[0]?.job.key }]);
    expect(jobs[0]).toBe(fixed[0]?.job);
  });
});
