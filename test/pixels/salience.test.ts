/** The region that draws the eye, on pictures made with a known subject, and its steadiness. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Pixels } from '../../pipeline/pixels/pixels.ts';
import { salientRegion } from '../../pipeline/pixels/salience.ts';

const WIDTH = 256;
const HEIGHT = 170;

/** A drawing over a ground, as the prober sees it: RGBA, 256 px wide. */
async function made(drawing: string, ground = '#6f93b8', width = WIDTH, height = HEIGHT): Promise<Pixels> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#8fb2d8"/><stop offset="1" stop-color="#3e5f7f"/></linearGradient>
    <pattern id="weave" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#7a6f5c"/><path d="M0 0L8 8M8 0L0 8" stroke="#5a5244"/></pattern>
    <pattern id="print" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#ddd"/><rect width="3" height="2" fill="#222"/></pattern>
    </defs><rect width="100%" height="100%" fill="${ground}"/>${drawing}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 4, data };
}

type Box = readonly [number, number, number, number];
/** Share of the subject that lies in the region. */
function held([left, top, width, height]: Box, [x, y, w, h]: Box): number {
  const across = Math.max(0, Math.min(left + width, x + w) - Math.max(left, x));
  const down = Math.max(0, Math.min(top + height, y + h) - Math.max(top, y));
  return (across * down) / (w * h);
}

/** Name, drawing and ground, and the place of the subject in shares. */
const subjects: readonly (readonly [string, string, string, Box])[] = [
  ['a red ball in a sky', '<circle cx="190" cy="60" r="20" fill="#c8371f"/>', 'url(#sky)', [0.66, 0.24, 0.16, 0.24]],
  ['a dark boat on light water', '<rect x="40" y="100" width="46" height="16" fill="#1c2a33"/>', '#c3ccd2', [0.16, 0.59, 0.18, 0.09]],
  ['a face on a grey wall', '<ellipse cx="70" cy="60" rx="18" ry="24" fill="#c68e6c"/>', '#8b8b8b', [0.2, 0.21, 0.14, 0.28]],
  ['a page with print on a table', '<rect x="150" y="80" width="50" height="60" fill="url(#print)"/>', '#8a8a86', [0.59, 0.47, 0.2, 0.35]],
  ['a plain sign on a woven cloth', '<rect x="30" y="30" width="44" height="40" fill="#e8c22a"/>', 'url(#weave)', [0.12, 0.18, 0.17, 0.23]],
];

describe('a subject is found', () => {
  test.each(subjects)('%s', async (_, drawing, ground, place) => {
    const found = salientRegion(await made(drawing, ground));
    expect(held(found?.box as Box, place)).toBeGreaterThan(0.75);
    // The region is about the subject, not about the picture.
    expect((found?.box[2] as number) * (found?.box[3] as number)).toBeLessThan(6 * place[2] * place[3]);
    const [x, y] = found?.focus ?? [0, 0];
    expect(Math.abs(x - place[0] - place[2] / 2)).toBeLessThan(0.08);
    expect(Math.abs(y - place[1] - place[3] / 2)).toBeLessThan(0.1);
  });

  test('in a tall picture as in a wide one', async () => {
    const found = salientRegion(await made('<circle cx="60" cy="190" r="20" fill="#c8371f"/>', 'url(#sky)', HEIGHT, WIDTH));
    expect(found?.focus).toEqual([expect.closeTo(0.35, 1), expect.closeTo(0.74, 1)]);
  });

  test('and what is cut out is the subject, wherever it lies', async () => {
    const cutOut = await made('<rect x="160" y="70" width="60" height="70" fill="#888"/>', 'none');
    expect(held(salientRegion(cutOut)?.box as Box, [0.63, 0.41, 0.23, 0.41])).toBeGreaterThan(0.75);
  });

  test('mirrored, it lies mirrored', async () => {
    const picture = await made(subjects[0]?.[1] as string, 'url(#sky)');
    const { data, width, height } = picture;
    const mirrored = await sharp(data, { raw: { width, height, channels: 4 } })
      .flop()
      .raw()
      .toBuffer();
    const x = (pixels: Pixels): number => salientRegion(pixels)?.focus[0] as number;
    expect(x({ ...picture, data: mirrored })).toBeCloseTo(1 - x(picture), 1);
  });
});

test('the same picture gives the same region; twice as large, nearly the same', async () => {
  const [, drawing, ground] = subjects[2] as (typeof subjects)[number];
  const picture = await made(drawing, ground);
  expect(salientRegion(picture)).toEqual(salientRegion(picture));
  const { data, width, height } = picture;
  const half = await sharp(data, { raw: { width, height, channels: 4 } })
    .resize(128)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const small = salientRegion({ width: half.info.width, height: half.info.height, channels: 4, data: half.data });
  expect(small?.focus[0]).toBeCloseTo(salientRegion(picture)?.focus[0] as number, 1);
});

test.each([
  ['an even ground', 256, 170],
  ['a single px', 1, 1],
  ['a line', 4000, 1],
])('%s has no region', (_, width, height) => {
  expect(salientRegion({ width, height, channels: 4, data: new Uint8Array(width * height * 4).fill(128) })).toBeUndefined();
});

test('grey in one channel, or nothing but transparency, is no error', () => {
  expect(salientRegion({ width: 64, height: 64, channels: 1, data: new Uint8Array(64 * 64) })).toBeUndefined();
  expect(salientRegion({ width: 64, height: 64, channels: 4, data: new Uint8Array(64 * 64 * 4) })).toBeUndefined();
});
