/** Light, colour and level judged on graded sets: photographs and streets as they are, and spoilt by known amounts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkGalleryCast, checkPictureCast } from '../../pipeline/checks/picture-cast.ts';
import { checkPictureLight } from '../../pipeline/checks/picture-light.ts';
import { checkPictureState } from '../../pipeline/checks/picture-state.ts';
import { checkPictureTilt } from '../../pipeline/checks/picture-tilt.ts';
import type { Asset } from '../../pipeline/model/asset.ts';
import { digestOf } from '../../pipeline/model/key.ts';
import { labOf, toCoded, toLinear } from '../../pipeline/pixels/light.ts';
import { measureSmall, pixelsOf } from '../../pipeline/tools/picture-measures.ts';
import { toScreen } from '../../pipeline/tools/picture-open.ts';
import { probePicture, smallOf } from '../../pipeline/tools/pictures.ts';
import { asset } from '../support/assets.ts';
import { demoPhotos } from '../support/demo-photos.ts';
import { street } from '../support/street.ts';
import { ROOT } from '../support/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-correcting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Clean {
  readonly name: string;
  /** Opened anew for each use: coded, it would be decoded each time. */
  readonly pixels: Opened;
}
type Opened = () => Sharp;

async function decoded(picture: Sharp): Promise<Opened> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return () => sharp(data, { raw: { width, height, channels } });
}

/** The demo's photographs, all by night or in mist, and a part of each. */
const photographs: Clean[] = [];
/** Pictures with greys from dark to light and a level street. */
const streets: Clean[] = [];
/** Those of the photographs that show a horizon, a quay or a deck. */
const LEVEL = /archief|circus|hijskranen|kade|masten|podium|publiek|veer/;
let count = 0;

beforeAll(async () => {
  const from = demoPhotos(0.2);
  for (const name of readdirSync(from).sort()) {
    const pixels = await decoded(sharp(join(from, name)).autoOrient().withIccProfile('srgb', { attach: false }));
    const { width, height } = await pixels().metadata();
    const part = {
      left: Math.round(width * 0.15),
      top: Math.round(height * 0.2),
      width: Math.round(width * 0.7),
      height: Math.round(height * 0.7),
    };
    photographs.push({ name, pixels }, { name: `${name} (part)`, pixels: await decoded(pixels().extract(part)) });
  }
  for (let seed = 1; seed <= 24; seed++) streets.push({ name: `street ${seed}`, pixels: await decoded(sharp(await street(seed))) });
}, 300_000);

async function supplied(name: string, file: Buffer): Promise<Asset> {
  const path = join(folder, `one-${++count}`);
  writeFileSync(path, file);
  const facts = await probePicture(path, 'jpeg', 1e8);
  return { ...asset(name, { digest: digestOf(file) }), facts };
}

/** As supplied, with those measures alone that light, colour and level are told by: the others take most of the time. */
async function looked(name: string, file: Buffer): Promise<Asset> {
  const picture = sharp(file);
  const small = await pixelsOf(smallOf(toScreen(picture, await picture.metadata())));
  const bare = asset(name, { digest: digestOf(file) });
  return { ...bare, facts: { ...bare.facts, measured: { noise: 0, banding: 0, ...measureSmall(small) } } };
}

const told = (one: Asset): string[] =>
  [...checkPictureLight(one), ...checkPictureCast(one), ...checkPictureTilt(one)].map(({ code }) => code);
const jpeg = (pixels: Opened, quality = 90): Promise<Buffer> => pixels().jpeg({ quality }).toBuffer();

/** Gains of red, green and blue in linear light. */
async function lit(pixels: Opened, gains: readonly [number, number, number]): Promise<Buffer> {
  const { data, info } = await pixels().raw().toBuffer({ resolveWithObject: true });
  const tables = gains.map((gain) =>
    Uint8Array.from({ length: 256 }, (_, value) => Math.round(255 * toCoded(Math.min(1, toLinear(value / 255) * gain)))),
  );
  for (let at = 0; at < data.length; at++) data[at] = (tables[at % 3] as Uint8Array)[data[at] as number] as number;
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

const stops =
  (by: number) =>
  ({ pixels }: Clean) =>
    lit(pixels, [2 ** by, 2 ** by, 2 ** by]);

/** By ImageMagick, about the middle, cut to the largest box inside. */
async function turned({ pixels }: Clean, degrees: number): Promise<Buffer> {
  const small = await jpeg(pixels, 95);
  const { width, height } = await sharp(small).metadata();
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const scale = Math.min(
    width / (width * Math.cos(angle) + height * Math.sin(angle)),
    height / (width * Math.sin(angle) + height * Math.cos(angle)),
  );
  const size = `${Math.floor(width * scale) - 6}x${Math.floor(height * scale) - 6}+0+0`;
  const turn = ['-virtual-pixel', 'black', '-distort', 'SRT', `${degrees}`];
  const options = [...turn, '-gravity', 'center', '-crop', size, '+repage', '-quality', '92'];
  return execFileSync('convert-im6.q16', ['jpeg:-', ...options, 'jpeg:-'], { input: small, maxBuffer: 1 << 26 });
}

/** At most 5 of 100 may be missed. */
async function tellsAtLeast(set: readonly Clean[], code: string, spoil: (one: Clean) => Promise<Buffer>): Promise<Asset[]> {
  const missed: string[] = [];
  const judged: Asset[] = [];
  for (const one of set) {
    const asset = await looked(one.name, await spoil(one));
    judged.push(asset);
    if (!told(asset).includes(code))
      missed.push(
        `${one.name} ${JSON.stringify([asset.facts?.measured?.light, asset.facts?.measured?.cast, asset.facts?.measured?.tilt])}`,
      );
  }
  expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(set.length * 0.05);
  return judged;
}

describe('light', () => {
  test.each([
    [-2, 'image-too-dark'],
    [-3, 'image-too-dark'],
  ])('photographs and streets exposed by %d stops', { timeout: 300_000 }, async (by, code) => {
    await tellsAtLeast([...photographs, ...streets], code, stops(by));
  });

  test('streets exposed two stops too long', { timeout: 300_000 }, async () => {
    await tellsAtLeast(streets, 'image-too-light', stops(2));
  });

  test('a product on a white ground is not too light, whatever part of the picture it fills', { timeout: 60_000 }, async () => {
    for (const side of [100, 200, 300, 380]) {
      const product = await sharp(await street(3))
        .resize(side, side)
        .toBuffer();
      const packshot = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#fff' } })
        .composite([{ input: product }])
        .png()
        .toBuffer();
      expect(told(await supplied('packshot', packshot))).toEqual([]);
    }
  });
});

describe('colour', () => {
  const casts: readonly (readonly [string, readonly [number, number, number]])[] = [
    ['warm', [1.22, 1, 0.76]],
    ['cold', [0.84, 1, 1.26]],
    ['green', [0.88, 1.1, 0.88]],
    ['magenta', [1.14, 0.88, 1.14]],
    ['yellow', [1.06, 1.02, 0.68]],
  ];
  test.each(casts)('streets in %s light', { timeout: 300_000 }, async (_, gains) => {
    const judged = await tellsAtLeast(streets, 'image-cast', ({ pixels }) => lit(pixels, gains));
    // What a middle grey became, by the definition of Lab.
    const grey = 0.28;
    const [, a, b] = labOf(grey * gains[0], grey * gains[1], grey * gains[2]);
    const off = judged.filter(({ facts }) => {
      const cast = facts?.measured?.cast;
      return !cast || Math.hypot(cast.a - a, cast.b - b) > 2.5;
    });
    expect(off.length, off.map(({ name }) => name).join(', ')).toBeLessThanOrEqual(judged.length * 0.05);
  });

  test('in a gallery, those that lean apart are named and no others', { timeout: 300_000 }, async () => {
    const gallery = async (cast: (at: number) => readonly [number, number, number]): Promise<Asset[]> =>
      Promise.all(streets.slice(0, 9).map(async ({ pixels }, at) => supplied(`town/street-${at + 1}`, await lit(pixels, cast(at)))));
    expect(checkGalleryCast(await gallery(() => [1, 1, 1]))).toEqual([]);
    const mixed = checkGalleryCast(await gallery((at) => (at === 2 || at === 5 ? [1.22, 1, 0.76] : [1, 1, 1])));
    expect(mixed.map(({ code, args }) => [code, args['count'], args['total']])).toEqual([['gallery-mixed-casts', 2, 9]]);
    expect(String(mixed[0]?.args['assets'])).toMatch(/town\/street-3 .*town\/street-6 /);
    // All alike is no mixture; each one's cast is told by itself.
    expect(checkGalleryCast(await gallery(() => [1.22, 1, 0.76]))).toEqual([]);
  });
});

describe('level', () => {
  test.each([1.5, -2.5, 4])('pictures with a level line, turned by %d degrees', { timeout: 300_000 }, async (degrees) => {
    const set = [...photographs.filter(({ name }) => LEVEL.test(name)), ...streets];
    const judged = await tellsAtLeast(set, 'image-tilted', (one) => turned(one, degrees));
    const off = judged.filter(({ facts }) => Math.abs((facts?.measured?.tilt?.degrees ?? 99) - degrees) > 0.5);
    expect(off.length, off.map(({ name, facts }) => `${name} ${facts?.measured?.tilt?.degrees}`).join(', ')).toBeLessThanOrEqual(
      set.length * 0.05,
    );
  });
});

test.each([
  ['as they are', ({ pixels }: Clean) => pixels().png({ compressionLevel: 1 }).toBuffer()],
  ['saved at 80', ({ pixels }: Clean) => jpeg(pixels, 80)],
  ['half a stop darker', stops(-0.5)],
  ['half a stop lighter', stops(0.5)],
  ['a little warmer', ({ pixels }: Clean) => lit(pixels, [1.04, 1, 0.96])],
  ['turned by a third of a degree', (one: Clean) => turned(one, 0.33)],
])('clean pictures %s raise no more than 3 alarms in 100', { timeout: 300_000 }, async (_, save) => {
  const set = [...photographs, ...streets];
  const alarms: string[] = [];
  for (const one of set) {
    const judged = await looked(one.name, await save(one));
    const codes = told(judged);
    if (codes.length > 0) alarms.push(`${one.name}: ${codes} ${JSON.stringify(judged.facts?.measured)}`);
  }
  expect(alarms.length, alarms.join('; ')).toBeLessThanOrEqual(set.length * 0.03);
});

test('light that falls aslant on a wall does not lean', async () => {
  const photo = join(ROOT, 'starter/assets/welcome/photos/starter-window-light.jpg');
  const judged = await supplied('window', readFileSync(photo));
  expect(told(judged)).toEqual([]);
});

test('light that is gone is told as burnt out when a white ground could explain it', async () => {
  const [first] = streets as [Clean];
  const burnt = await supplied('burnt', await stops(3)(first));
  expect([...told(burnt), ...checkPictureState(burnt).map(({ code }) => code)]).toContain('image-burnt-out');
});
