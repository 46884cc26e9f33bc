/** Corrections on pixels, judged by ImageMagick and by readings at named patches. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { gainsAgainst } from '../../pipeline/jobs/propose.ts';
import type { Correction, CorrectionWish } from '../../pipeline/model/correction.ts';
import { frameOf } from '../../pipeline/model/frame.ts';
import { readCube } from '../../pipeline/pixels/cube.ts';
import { labOf, toLinear } from '../../pipeline/pixels/light.ts';
import { correctPixels, type PixelStep } from '../../pipeline/tools/corrections.ts';
import { frame } from '../../pipeline/tools/frames.ts';
import { type Raw, shape } from '../../pipeline/tools/renditions.ts';
import { street } from '../support/street.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-corrections-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const file = (name: string): string => join(folder, `${++count}-${name}`);

const PATCHES = 64;
const SIDE = 8;

/** 64 colours in a row, 8 px each: all corners of a 4 × 4 × 4 grid. */
function patches(channels: 3 | 4 = 3): Raw {
  const width = PATCHES * SIDE;
  const data = Buffer.alloc(width * SIDE * channels);
  for (let at = 0; at < width * SIDE; at++) {
    const patch = Math.floor((at % width) / SIDE);
    const colour = [(patch % 4) * 85, (Math.floor(patch / 4) % 4) * 85, Math.floor(patch / 16) * 85, 40 + patch * 3];
    for (let channel = 0; channel < channels; channel++) data[at * channels + channel] = colour[channel] as number;
  }
  return { data, raw: { width, height: SIDE, channels } };
}

function read({ data, raw }: Raw, patch: number): number[] {
  const at = (4 * raw.width + patch * SIDE + 4) * raw.channels;
  return [...data.subarray(at, at + raw.channels)];
}

const readings = (picture: Raw): number[][] => Array.from({ length: PATCHES }, (_, patch) => read(picture, patch));

function furthest(one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number {
  return Math.max(
    ...one.flatMap((values, at) => values.slice(0, 3).map((value, channel) => Math.abs(value - (other[at]?.[channel] ?? 999)))),
  );
}

const done = (steps: readonly PixelStep[], picture = patches(), files: readonly string[] = []): Promise<Raw> =>
  correctPixels(picture, steps, files);

/** The same picture through ImageMagick, read at 8 bits. */
async function byImageMagick(picture: Raw, ...options: string[]): Promise<Raw> {
  const [from, to] = [file('in.png'), file('out.png')];
  await sharp(picture.data, { raw: picture.raw }).png().toFile(from);
  execFileSync('convert-im6.q16', [from, ...options, '-depth', '8', `png24:${to}`]);
  const { data, info } = await sharp(to).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: 3 } };
}

describe('tone, against ImageMagick', () => {
  test.each<[string, PixelStep, string[]]>([
    [
      'exposure +0.2, far below white',
      { step: 'exposure', stops: 0.2 },
      ['-colorspace', 'RGB', '-evaluate', 'multiply', `${2 ** 0.2}`, '-colorspace', 'sRGB'],
    ],
    [
      'exposure −1.5',
      { step: 'exposure', stops: -1.5 },
      ['-colorspace', 'RGB', '-evaluate', 'multiply', `${2 ** -1.5}`, '-colorspace', 'sRGB'],
    ],
    ['brightness +100 is a gamma of 2', { step: 'brightness', amount: 100 }, ['-gamma', '2']],
    ['contrast +50 is a sigmoid of 4 round one half', { step: 'contrast', amount: 50 }, ['-sigmoidal-contrast', '4x50%']],
    ['contrast −50 undoes it', { step: 'contrast', amount: -50 }, ['+sigmoidal-contrast', '4x50%']],
    ['levels', { step: 'levels', black: 0.1, white: 0.8, gamma: 1.2 }, ['-level', '10%,80%,1.2']],
    [
      'gains in linear light',
      { step: 'balance', gains: [1.2, 1, 0.7] },
      ['-colorspace', 'RGB', '-color-matrix', '1.2 0 0 0 1 0 0 0 0.7', '-colorspace', 'sRGB'],
    ],
    [
      'black and white of linear light',
      { step: 'monochrome', weights: [0.3, 0.6, 0.1] },
      ['-colorspace', 'RGB', '-color-matrix', '0.3 0.6 0.1 0.3 0.6 0.1 0.3 0.6 0.1', '-colorspace', 'sRGB'],
    ],
    [
      'saturation −60, between luma and itself',
      { step: 'saturation', amount: -60 },
      ['-set', 'colorspace', 'RGB', '-color-matrix', matrixOf(0.4), '-set', 'colorspace', 'sRGB'],
    ],
  ])('%s', async (_, step, options) => {
    expect(furthest(readings(await done([step])), readings(await byImageMagick(patches(), ...options)))).toBeLessThanOrEqual(1);
  });

  test('steps in a row round once: three stops down and up again leave the picture as it was', async () => {
    const back = await done([
      { step: 'exposure', stops: -3 },
      { step: 'balance', gains: [2, 2, 2] },
      { step: 'balance', gains: [4, 4, 4] },
    ]);
    expect(furthest(readings(back), readings(patches()))).toBe(0);
  });

  test('exposure +1 doubles linear light up to one half, and rolls off what would pass white', async () => {
    const greys = {
      data: Buffer.from(Array.from({ length: 256 * 3 }, (_, at) => Math.floor(at / 3))),
      raw: { width: 256, height: 1, channels: 3 as const },
    };
    const { data } = await done([{ step: 'exposure', stops: 1 }], greys);
    const lights = Array.from({ length: 256 }, (_, value) => data[value * 3] as number);
    for (const value of [0, 40, 85, 118, 136])
      expect(toLinear((lights[value] as number) / 255)).toBeCloseTo(2 * toLinear(value / 255), 1.9);
    // Before, all from 188 up were white: a sky lost its clouds.
    expect(lights[188]).toBeLessThan(245);
    expect(lights[230]).toBeLessThan(255);
    expect(lights[255]).toBe(255);
    for (let value = 1; value < 256; value++) expect(lights[value]).toBeGreaterThanOrEqual(lights[value - 1] as number);
  });

  test('a curve goes through its points, between them without turning back', async () => {
    const ramp: Raw = {
      data: Buffer.from(Array.from({ length: 256 * 3 }, (_, at) => Math.floor(at / 3))),
      raw: { width: 256, height: 1, channels: 3 },
    };
    const { data } = await done(
      [
        {
          step: 'curve',
          points: [
            [0, 0.1],
            [0.2, 0.1],
            [0.6, 0.8],
            [1, 0.95],
          ],
        },
      ],
      ramp,
    );
    expect([data[0], data[51 * 3], data[153 * 3], data[255 * 3]]).toEqual([26, 26, 204, 242]);
    for (let value = 1; value < 256; value++) expect(data[value * 3] as number).toBeGreaterThanOrEqual(data[value * 3 - 3] as number);
  });
});

function matrixOf(times: number): string {
  const luma = [0.2126, 0.7152, 0.0722];
  return [0, 1, 2].flatMap((row) => luma.map((weight, column) => weight * (1 - times) + (row === column ? times : 0))).join(' ');
}

describe('colour', () => {
  const lab = ([red = 0, green = 0, blue = 0]: readonly number[]) =>
    labOf(toLinear(red / 255), toLinear(green / 255), toLinear(blue / 255));
  const grey = (value: number): Raw => ({
    data: Buffer.alloc(PATCHES * SIDE * SIDE * 3, value),
    raw: { width: PATCHES * SIDE, height: SIDE, channels: 3 },
  });

  test.each([
    [8, 4],
    [-6, 10],
    [0, -10],
    [10, -8],
  ])('a cast of a %d, b %d is taken away to within ΔE 2 at every grey', async (a, b) => {
    for (const value of [60, 128, 200]) {
      const cast = await done([{ step: 'balance', gains: gainsAgainst(-a, -b) }], grey(value));
      const [, wasA, wasB] = lab(read(cast, 0));
      expect(Math.hypot(wasA, wasB)).toBeGreaterThan(4);
      const [, nowA, nowB] = lab(read(await done([{ step: 'balance', gains: gainsAgainst(a, b) }], cast), 0));
      expect(Math.hypot(nowA, nowB)).toBeLessThan(2);
    }
  });

  test('white balance: warmer is redder, tint is magenta, and grey keeps its light', async () => {
    const [neutral] = lab(read(grey(128), 0));
    for (const temperature of [-3000, -500, 0, 500, 6000]) {
      const [lightness, , b] = lab(read(await done([{ step: 'whiteBalance', temperature, tint: 0 }], grey(128)), 0));
      expect(Math.sign(Math.round(b))).toBe(Math.sign(temperature));
      expect(Math.abs(lightness - neutral)).toBeLessThan(1.5);
    }
    const [, a] = lab(read(await done([{ step: 'whiteBalance', temperature: 0, tint: 40 }], grey(128)), 0));
    expect(a).toBeGreaterThan(3);
  });

  test('duotone and tint draw luma between colours', async () => {
    const two = await done([{ step: 'duotone', colours: ['#0b1b2b', '#f2ede4'] }]);
    expect([read(two, 0), read(two, 63)]).toEqual([
      [11, 27, 43],
      [242, 237, 228],
    ]);
    const over = await done([{ step: 'tint', colour: '#b8742c', strength: 100 }]);
    expect([read(over, 0), read(over, 63)]).toEqual([
      [0, 0, 0],
      [255, 255, 255],
    ]);
    const half = await done([{ step: 'tint', colour: '#b8742c', strength: 0.0001 }]);
    expect(furthest(readings(half), readings(patches()))).toBe(0);
  });
});

describe('a colour table', () => {
  const cube = (size: number, colour: (red: number, green: number, blue: number) => number[], head = `LUT_3D_SIZE ${size}`): string => {
    const rows: string[] = [];
    for (let at = 0; at < size ** 3; at++) {
      rows.push(
        colour((at % size) / (size - 1), (Math.floor(at / size) % size) / (size - 1), Math.floor(at / size ** 2) / (size - 1))
          .map((value) => value.toFixed(6))
          .join(' '),
      );
    }
    return `# made\nTITLE "look"\n${head}\n${rows.join('\n')}\n`;
  };
  const write = (text: string): string => {
    const path = file('look.cube');
    writeFileSync(path, text);
    return path;
  };
  const lut = (strength = 100): PixelStep => ({ step: 'lut', input: 1, strength });

  test.each([2, 17, 33])('of identity with %d points changes nothing', async (size) => {
    const out = await done([lut()], patches(), [write(cube(size, (...rgb) => rgb))]);
    expect(furthest(readings(out), readings(patches()))).toBe(0);
  });

  test('gives what ImageMagick makes of the same table as a HALD', async () => {
    const look = (red: number, green: number, blue: number) => [red ** 0.8, 0.1 + 0.8 * green ** 1.3, Math.min(1, 0.5 * blue + 0.3 * red)];
    const hald = Buffer.alloc(64 ** 3 * 3);
    for (let at = 0; at < 64 ** 3; at++) {
      look((at % 64) / 63, (Math.floor(at / 64) % 64) / 63, Math.floor(at / 4096) / 63).forEach((value, channel) => {
        hald[at * 3 + channel] = Math.round(value * 255);
      });
    }
    const path = file('hald.png');
    await sharp(hald, { raw: { width: 512, height: 512, channels: 3 } })
      .png()
      .toFile(path);
    const out = await done([lut()], patches(), [write(cube(33, look))]);
    expect(furthest(readings(out), readings(await byImageMagick(patches(), path, '-hald-clut')))).toBeLessThanOrEqual(2);
    const half = await done([lut(50)], patches(), [write(cube(33, look))]);
    const middle = readings(out).map((values, at) =>
      values.map((value, channel) => (value + (read(patches(), at)[channel] as number)) / 2),
    );
    expect(furthest(readings(half), middle)).toBeLessThanOrEqual(1);
  });

  test('of one dimension and of another domain is read too', async () => {
    const line = `LUT_1D_SIZE 2\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX 1 1 1\n1 1 1\n0 0 0\n`;
    expect(read(await done([lut()], patches(), [write(line)]), 63)).toEqual([0, 0, 0]);
    const wide = cube(2, (...rgb) => rgb.map((value) => value * 2), 'LUT_3D_SIZE 2\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX 2 2 2');
    expect(furthest(readings(await done([lut()], patches(), [write(wide)])), readings(patches()))).toBe(0);
  });

  test.each([
    ['a letter', 'Dear colour,\n', 1],
    [
      'a row too few',
      cube(3, (...rgb) => rgb)
        .trimEnd()
        .split('\n')
        .slice(0, -1)
        .join('\n'),
      29,
    ],
    ['a row too many', `${cube(2, (...rgb) => rgb)}0 0 0\n`, 12],
    ['a number that is none', cube(2, (...rgb) => rgb).replace('1.000000', 'one'), 5],
    ['a size beyond all sense', 'LUT_3D_SIZE 100000\n', 1],
    ['a turned domain', cube(2, (...rgb) => rgb, 'LUT_3D_SIZE 2\nDOMAIN_MIN 1 1 1\nDOMAIN_MAX 0 0 0'), 1],
    ['nothing', '', 1],
  ])('%s is refused with its line', (_, text, line) => {
    expect(readCube(text)).toMatchObject({ line, detail: expect.any(String) });
  });
});

describe('neighbours and places', () => {
  const all: readonly PixelStep[] = [
    { step: 'clarity', amount: 60 },
    { step: 'denoise', amount: 60 },
    { step: 'sharpen', amount: 120 },
    { step: 'grain', amount: 40, size: 1 },
    { step: 'vignette', amount: -80 },
  ];
  const picture = async (width: number, seed = 5): Promise<Raw> => {
    const { data, info } = await sharp(await street(seed))
      .resize(width)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, raw: { width: info.width, height: info.height, channels: 3 } };
  };
  const small = async ({ data, raw }: Raw): Promise<Buffer> => sharp(data, { raw }).resize(240, 160, { fit: 'fill' }).raw().toBuffer();
  const apart = (one: Buffer, other: Buffer): number =>
    one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] as number)), 0) / one.length;

  test.each(all.filter(({ step }) => step !== 'sharpen').map((step) => [step.step, step] as const))(
    '%s looks the same at 480 and 1920 px',
    async (_, step) => {
      const [narrow, wide] = [await picture(480), await picture(1920)];
      const change = apart(await small(narrow), await small(await done([step], narrow)));
      const difference = apart(await small(await done([step], narrow)), await small(await done([step], wide)));
      // What enlarging and reducing alone make of the two.
      const own = apart(await small(narrow), await small(wide));
      expect(difference).toBeLessThan(own + Math.max(0.6, change * 0.5));
    },
  );

  test('noise goes and edges stay', async () => {
    const [width, height] = [400, 200];
    const data = Buffer.alloc(width * height * 3);
    let state = 7;
    for (let at = 0; at < data.length; at++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      data[at] = (Math.floor(at / 3) % width < 200 ? 80 : 170) + ((state >>> 16) % 21) - 10;
    }
    const quiet = await done([{ step: 'denoise', amount: 70 }], { data, raw: { width, height, channels: 3 } });
    const spread = (from: Buffer): number => {
      const values = Array.from({ length: 60 * 100 }, (_, at) => from[((50 + Math.floor(at / 60)) * width + 60 + (at % 60)) * 3] as number);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    };
    expect(spread(quiet.data)).toBeLessThan(spread(data) / 3);
    const at = (x: number): number => quiet.data[(100 * width + x) * 3] as number;
    expect(at(203) - at(196)).toBeGreaterThan(80);
  });

  test('a picture without noise keeps its faint drawing', async () => {
    const [width, height] = [400, 200];
    // Ripples of five levels, as on calm water.
    const data = Buffer.alloc(width * height * 3);
    for (let at = 0; at < data.length; at++) {
      const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
      data[at] = Math.round(120 + 5 * Math.sin(x / 4 + y / 9));
    }
    const swing = (from: Buffer): number => {
      const values = Array.from({ length: 200 }, (_, at) => from[(100 * width + 100 + at) * 3] as number);
      return Math.max(...values) - Math.min(...values);
    };
    const quiet = await done([{ step: 'denoise', amount: 100 }], { data, raw: { width, height, channels: 3 } });
    expect(swing(quiet.data)).toBeGreaterThanOrEqual(swing(data) - 3);
  });

  test('sharpening steepens an edge, and leaves an even field alone', async () => {
    const data = Buffer.from(
      Array.from(
        { length: 100 * 20 * 3 },
        (_, at) => [100, 100, 120, 140, 140][Math.min(4, Math.max(0, (Math.floor(at / 3) % 100) - 48))] as number,
      ),
    );
    const { data: sharp1 } = await done([{ step: 'sharpen', amount: 150 }], { data, raw: { width: 100, height: 20, channels: 3 } });
    const at = (x: number): number => sharp1[(10 * 100 + x) * 3] as number;
    expect([at(20), at(80)]).toEqual([100, 140]);
    expect(at(51)).toBeGreaterThan(142);
    expect(at(49)).toBeLessThan(98);
  });

  test('grain is the same in every build, of mean zero', async () => {
    const grey: Raw = { data: Buffer.alloc(300 * 200 * 3, 128), raw: { width: 300, height: 200, channels: 3 } };
    const [one, other] = [
      await done([{ step: 'grain', amount: 50, size: 2 }], grey),
      await done([{ step: 'grain', amount: 50, size: 2 }], grey),
    ];
    expect(one.data.equals(other.data)).toBe(true);
    expect(new Set(one.data).size).toBeGreaterThan(5);
    expect(Math.abs(one.data.reduce((sum, value) => sum + value, 0) / one.data.length - 128)).toBeLessThan(1);
  });

  test('a vignette darkens corners by the stops that it says and leaves the middle', async () => {
    const grey: Raw = { data: Buffer.alloc(301 * 201 * 3, 180), raw: { width: 301, height: 201, channels: 3 } };
    const { data } = await done([{ step: 'vignette', amount: -100 }], grey);
    expect(data[(100 * 301 + 150) * 3]).toBe(180);
    expect(Math.log2(toLinear((data[0] as number) / 255) / toLinear(180 / 255))).toBeCloseTo(-1.5, 1);
  });
});

test('what is see-through stays so under every step', async () => {
  const steps: PixelStep[] = [
    { step: 'exposure', stops: 1 },
    { step: 'clarity', amount: 50 },
    { step: 'duotone', colours: ['#000000', '#ff0000'] },
    { step: 'grain', amount: 20, size: 1 },
    { step: 'sharpen', amount: 50 },
  ];
  const out = await done(steps, patches(4));
  expect(out.raw.channels).toBe(4);
  expect(readings(out).map(([, , , alpha]) => alpha)).toEqual(readings(patches(4)).map(([, , , alpha]) => alpha));
});

describe('the frame', () => {
  /** A white cross on black at a share of the picture, found again as the mean place of what is light. */
  const marked = async (width: number, height: number, [x, y]: readonly [number, number]): Promise<Raw> => {
    const dot = await sharp({ create: { width: 13, height: 13, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const { data, info } = await sharp({ create: { width, height, channels: 3, background: '#000' } })
      .composite([{ input: dot, left: Math.round(x * width) - 6, top: Math.round(y * height) - 6 }])
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
  };
  const found = ({ data, raw }: Raw): [number, number] => {
    let [sum, across, down] = [0, 0, 0];
    for (let at = 0; at < raw.width * raw.height; at++) {
      const light = data[at * raw.channels] as number;
      sum += light;
      across += light * ((at % raw.width) + 0.5);
      down += light * (Math.floor(at / raw.width) + 0.5);
    }
    return [across / sum / raw.width, down / sum / raw.height];
  };

  test.each<[string, CorrectionWish[]]>([
    ['turned once', [{ step: 'rotate', degrees: 90 }]],
    ['upside down', [{ step: 'rotate', degrees: 180 }]],
    ['turned back', [{ step: 'rotate', degrees: 270 }]],
    ['straightened', [{ step: 'straighten', degrees: 4 }]],
    ['straightened the other way', [{ step: 'straighten', degrees: -7.5 }]],
    ['cropped', [{ step: 'crop', left: 0.2, top: 0.1, width: 0.7, height: 0.6 }]],
    [
      'all of them',
      [
        { step: 'rotate', degrees: 90 },
        { step: 'straighten', degrees: 3 },
        { step: 'crop', left: 0.1, top: 0.2, width: 0.8, height: 0.7 },
      ],
    ],
  ])('%s: a point lies where it is said to lie', async (_, wishes) => {
    const size = { width: 600, height: 400 };
    const decided = frameOf(size, wishes);
    for (const point of [
      [0.4, 0.4],
      [0.6, 0.35],
      [0.5, 0.6],
    ] as const) {
      const out = await frame(await marked(600, 400, point), decided.steps as never, [], 1e8);
      expect([out.raw.width, out.raw.height]).toEqual([decided.width, decided.height]);
      const [x, y] = found(out);
      const [wantedX, wantedY] = decided.place(point);
      expect(Math.abs(x - wantedX) * decided.width).toBeLessThan(1.5);
      expect(Math.abs(y - wantedY) * decided.height).toBeLessThan(1.5);
    }
  });

  test.each([1, -3.3, 8, 15])('straightened by %d degrees, no corner of the ground shows, and the ratio stays', async (degrees) => {
    for (const [width, height] of [
      [600, 400],
      [300, 500],
    ] as const) {
      const white: Raw = { data: Buffer.alloc(width * height * 3, 255), raw: { width, height, channels: 3 } };
      const decided = frameOf({ width, height }, [{ step: 'straighten', degrees }]);
      const out = await frame(white, decided.steps as never, [], 1e8);
      expect(out.data.every((value) => value === 255)).toBe(true);
      expect(Math.abs(out.raw.width / out.raw.height / (width / height) - 1)).toBeLessThan(0.02);
    }
  });

  test('a leaning line lies level afterwards, as ImageMagick turns it', async () => {
    const line = file('line.png');
    execFileSync('convert-im6.q16', [
      '-size',
      '600x400',
      'xc:black',
      '-fill',
      'white',
      '-draw',
      'rectangle 0,200 600,400',
      '-background',
      'black',
      '-rotate',
      '3',
      '-gravity',
      'center',
      '-crop',
      '500x300+0+0',
      '+repage',
      `png24:${line}`,
    ]);
    const { data, info } = await sharp(line).raw().toBuffer({ resolveWithObject: true });
    const { steps } = frameOf({ width: 500, height: 300 }, [{ step: 'straighten', degrees: -3 }]);
    const out = await frame({ data, raw: { width: info.width, height: info.height, channels: 3 } }, steps as never, [], 1e8);
    const edge = (x: number): number => {
      for (let y = 0; y < out.raw.height; y++) if ((out.data[(y * out.raw.width + x) * out.raw.channels] as number) > 127) return y;
      return -1;
    };
    expect(Math.abs(edge(10) - edge(out.raw.width - 10))).toBeLessThanOrEqual(1);
  });

  test('a mask cuts out, is scaled to the picture, and lies under the crop', async () => {
    const mask = file('mask.png');
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#000' } })
      .composite([{ input: { create: { width: 150, height: 200, channels: 3, background: '#fff' } }, left: 150, top: 0 }])
      .png()
      .toFile(mask);
    const source: Raw = { data: Buffer.alloc(600 * 400 * 3, 90), raw: { width: 600, height: 400, channels: 3 } };
    const corrections: Correction[] = [
      { step: 'mask', input: 1 },
      { step: 'rotate', degrees: 90 },
      { step: 'exposure', stops: 1 },
    ];
    const framed = await frame(source, corrections.slice(0, 2) as never, [mask], 1e8);
    expect([framed.raw.width, framed.raw.height, framed.raw.channels]).toEqual([400, 600, 4]);
    const recipe = {
      limitPixels: 1e8,
      orient: true,
      from: 'embedded',
      to: 'srgb',
      intent: 'perceptual',
      crop: { left: 0, top: 100, width: 400, height: 400 },
      width: 100,
      height: 100,
      corrections,
      format: 'png',
      quality: 100,
    } as const;
    const { data, raw } = await shape(framed, recipe, [mask]);
    const at = (x: number, y: number): number[] => [...data.subarray((y * raw.width + x) * 4, (y * raw.width + x) * 4 + 4)];
    expect(at(50, 20)[3]).toBe(0);
    // 90 is 0.1022 of light; twice that is 125.
    expect(at(50, 80)).toEqual([125, 125, 125, 255]);
  });
});
