/** Letters seen in pictures: graded sets with words of known size and place, and the same pictures without any. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LETTERING_SIDE, letteringOf } from '../../pipeline/pixels/lettering.ts';
import { planeOf } from '../../pipeline/pixels/plane.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { ROOT } from '../support/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-lettering-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ground {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly png: Buffer;
}
const photos: Ground[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [join(ROOT, 'scripts/demo-photos/make.mjs'), '--scale', '0.12', '--out', folder], { stdio: 'ignore' });
  for (const file of readdirSync(folder).sort()) {
    const { data, info } = await sharp(join(folder, file))
      .autoOrient()
      .withIccProfile('srgb', { attach: false })
      .removeAlpha()
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true });
    photos.push({ name: file, width: info.width, height: info.height, png: data });
  }
}, 60_000);

async function seen(picture: Buffer) {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  return letteringOf(planeOf({ width: info.width, height: info.height, channels: info.channels, data }, LETTERING_SIDE));
}

/** Capitals are 0.7 of the height of a font: 0.043 are letters of 3 % of the picture. */
const WORDS = [
  { text: 'Kaaifestival 2027', size: 0.045, font: 'sans-serif', ink: '#fff', ground: '#0b1b2b' },
  { text: 'GRATIS TOEGANG', size: 0.06, font: 'serif', ink: '#111', ground: '#f2ede4' },
  { text: 'Boulangerie', size: 0.1, font: 'monospace', ink: '#ffd500', ground: '#003a70' },
  { text: 'Tickets aan de kade', size: 0.05, font: 'serif', ink: '#fff', ground: '#c4122f' },
  { text: 'Verboden toegang', size: 0.07, font: 'sans-serif', ink: '#fff' },
] as const;

/** A word on a plate or right on the picture, and the middle of it as shares. */
async function lettered({ width, height, png }: Ground, word: (typeof WORDS)[number], at: number) {
  const em = word.size * height;
  const [x, y] = [0.06 * width, (0.25 + 0.12 * (at % 5)) * height];
  const plate =
    'ground' in word
      ? `<rect x="${x - em / 2}" y="${y - em}" width="${word.text.length * em * 0.75}" height="${1.4 * em}" fill="${word.ground}"/>`
      : '';
  const svg = `<svg width="${width}" height="${height}">${plate}<text x="${x}" y="${y}" font-size="${em}" font-family="${word.font}" font-weight="bold" fill="${word.ink}">${word.text}</text></svg>`;
  const picture = await sharp(png)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 82 })
    .toBuffer();
  return { picture, middle: (y - 0.35 * em) / height };
}

test('words of 3 % of the height and more are seen, where they are, in at least 90 of 100', { timeout: 60_000 }, async () => {
  const missed: string[] = [];
  for (const [at, photo] of photos.entries()) {
    for (const word of WORDS) {
      const { picture, middle } = await lettered(photo, word, at);
      const boxes = await seen(picture);
      if (!boxes.some(([left, top, , high]) => left < 0.2 && top < middle && top + high > middle))
        missed.push(`${photo.name}: ${word.text}`);
    }
  }
  expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(photos.length * WORDS.length * 0.1);
});

test('photographs without words, and parts of them, raise no more than 3 alarms in 100', { timeout: 60_000 }, async () => {
  const alarms: string[] = [];
  let count = 0;
  for (const { name, width, height, png } of photos) {
    for (const [left, top, share] of [
      [0, 0, 1],
      [0, 0, 0.6],
      [0.4, 0, 0.6],
      [0, 0.4, 0.6],
      [0.4, 0.4, 0.6],
    ] as const) {
      const box = {
        left: Math.floor(left * width),
        top: Math.floor(top * height),
        width: Math.floor(share * width),
        height: Math.floor(share * height),
      };
      count++;
      if ((await seen(await sharp(png).extract(box).jpeg({ quality: 88 }).toBuffer())).length > 0) alarms.push(`${name} ${left} ${top}`);
    }
  }
  expect(alarms.length, alarms.join('; ')).toBeLessThanOrEqual(count * 0.03);
});

/** What stands in rows and is drawn with even strokes, as letters are. */
const steps = (count: number, draw: (at: number) => string): string => Array.from({ length: count }, (_, at) => draw(at)).join('');
test.each([
  ['a fence', steps(40, (at) => `<path d="M${20 + at * 30} 200v160"/>`)],
  ['rails', `<path d="M0 220h1200M0 330h1200"/>${steps(30, (at) => `<path d="M${20 + at * 40} 200v160"/>`)}`],
  [
    'windows',
    steps(
      120,
      (at) => `<rect x="${40 + (at % 20) * 56}" y="${60 + Math.floor(at / 20) * 110}" width="30" height="${50 + (at % 3)}" fill="#fff"/>`,
    ),
  ],
  ['lamps', steps(30, (at) => `<circle cx="${30 + at * 38}" cy="${400 + (at % 3) * 4}" r="${5 + (at % 4) * 3}" fill="#fff"/>`)],
  [
    'bricks',
    steps(
      260,
      (at) =>
        `<rect x="${(at % 20) * 62 - (Math.floor(at / 20) % 2) * 31}" y="${Math.floor(at / 20) * 62}" width="58" height="56" fill="hsl(14,45%,${34 + ((at * 7) % 18)}%)" stroke="none"/>`,
    ),
  ],
])('%s hold no letters', async (_, drawn) => {
  const svg = `<svg width="1200" height="800"><rect width="1200" height="800" fill="#3b4654"/><g stroke="#fff" stroke-width="7" fill="none">${drawn}</g></svg>`;
  expect(await seen(await sharp(Buffer.from(svg)).blur(0.8).removeAlpha().toBuffer())).toEqual([]);
});

test('letters lie where they are seen, however the file lies', { timeout: 60_000 }, async () => {
  const svg = `<svg width="900" height="600"><rect width="900" height="600" fill="#456"/><text x="90" y="480" font-size="60" font-family="sans-serif" fill="#fff">Zomer 2027</text></svg>`;
  const upright = sharp(Buffer.from(svg)).removeAlpha();
  const lying = {
    1: upright.clone(),
    2: upright.clone().flop(),
    3: upright.clone().rotate(180),
    4: upright.clone().flip(),
    5: upright.clone().rotate(270).flop(),
    6: upright.clone().rotate(270),
    7: upright.clone().rotate(90).flop(),
    8: upright.clone().rotate(90),
  };
  for (const [orientation, picture] of Object.entries(lying)) {
    const path = join(folder, `lying-${orientation}.jpg`);
    const turned = await picture.png().toBuffer();
    writeFileSync(
      path,
      await sharp(turned)
        .withMetadata({ orientation: Number(orientation) })
        .jpeg()
        .toBuffer(),
    );
    const { measured } = await probePicture(path, 'jpeg', 1e7);
    const [box] = measured?.lettering ?? [];
    expect(box?.[0], orientation).toBeCloseTo(0.1, 1);
    expect(box?.[1], orientation).toBeCloseTo(0.72, 1);
  }
});
