/** Damaged and hostile files: each ends in facts or in a reason, soon and in little memory; a cut-off picture is never taken for sound. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileType } from '../../pipeline/model/asset.ts';
import { probePicture } from '../../pipeline/tools/pictures.ts';
import { decode } from '../../pipeline/tools/renditions.ts';
import { sniff } from '../../pipeline/tools/sniff.ts';
import { photo } from '../support/workspace.ts';

const LIMIT = 100_000_000;
const folder = mkdtempSync(join(tmpdir(), 'kader-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
async function verdict(bytes: Buffer): Promise<{ readonly type: FileType; readonly reason?: string; readonly seconds: number }> {
  const path = join(folder, `file-${++count}`);
  writeFileSync(path, bytes);
  const start = performance.now();
  const type = await sniff(path);
  const end = (reason?: string) => ({ type, seconds: (performance.now() - start) / 1000, ...(reason === undefined ? {} : { reason }) });
  try {
    await probePicture(path, type, LIMIT);
    await decode(path, LIMIT);
    return end();
  } catch (error) {
    return end((error as Error).message);
  }
}

const sources: Record<string, Buffer> = {};
beforeAll(async () => {
  const picture = sharp(await photo(900, 600));
  sources['jpeg'] = await picture.clone().jpeg().toBuffer();
  sources['progressive'] = await picture.clone().jpeg({ progressive: true }).toBuffer();
  sources['cmyk'] = await picture.clone().withIccProfile('cmyk').jpeg().toBuffer();
  sources['png'] = await picture.clone().png().toBuffer();
  sources['interlaced'] = await picture.clone().png({ progressive: true }).toBuffer();
  sources['webp'] = await picture.clone().webp().toBuffer();
  sources['avif'] = await picture.clone().avif({ effort: 0 }).toBuffer();
  sources['gif'] = await picture.clone().resize(200).gif().toBuffer();
  sources['tiff'] = await picture.clone().tiff({ compression: 'lzw' }).toBuffer();
});

describe.each(['jpeg', 'progressive', 'cmyk', 'png', 'interlaced', 'webp', 'avif', 'gif', 'tiff'])('%s', (name) => {
  test('whole is sound', async () => {
    expect((await verdict(sources[name] as Buffer)).reason).toBeUndefined();
  });

  test('cut off at every tenth is never sound', async () => {
    const whole = sources[name] as Buffer;
    for (let tenth = 0; tenth < 10; tenth++) {
      const { reason, seconds } = await verdict(whole.subarray(0, Math.round((whole.length * tenth) / 10)));
      expect(reason, `cut at ${tenth}0 %`).toBeTruthy();
      expect(seconds).toBeLessThan(30);
    }
  });

  test('cut off by its last 2 % is never sound', async () => {
    const whole = sources[name] as Buffer;
    expect((await verdict(whole.subarray(0, Math.round(whole.length * 0.98)))).reason).toBeTruthy();
  });

  test('with bits flipped it ends, one way or the other', async () => {
    const whole = sources[name] as Buffer;
    for (let round = 1; round <= 12; round++) {
      const bytes = Buffer.from(whole);
      for (let flip = 0; flip < round; flip++) {
        const at = (round * 7919 + flip * 104_729) % bytes.length;
        bytes[at] = (bytes[at] as number) ^ (1 << (flip % 8));
      }
      expect((await verdict(bytes)).seconds).toBeLessThan(30);
    }
  });
});

/** A JPEG's frame header says what its pixels do not hold. */
function jpegThatClaims(width: number, height: number, depth = 8): Buffer {
  const bytes = Buffer.from(sources['jpeg'] as Buffer);
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes[at + 4] = depth;
  bytes.writeUInt16BE(height, at + 5);
  bytes.writeUInt16BE(width, at + 7);
  return bytes;
}

test.each<[string, () => Buffer | Promise<Buffer>]>([
  ['nothing at all', () => Buffer.alloc(0)],
  ['zeros', () => Buffer.alloc(5000)],
  ['a JPEG that claims 60 000 × 60 000 px', () => jpegThatClaims(60_000, 60_000)],
  ['a JPEG that claims more than it holds', () => jpegThatClaims(900, 2000)],
  ['a JPEG of 12 bits', () => jpegThatClaims(900, 600, 12)],
  [
    'a PNG bomb',
    () =>
      sharp({ create: { width: 20_000, height: 20_000, channels: 3, background: '#000' }, limitInputPixels: false })
        .png()
        .toBuffer(),
  ],
  ['an SVG that claims a million px', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="1000000"/>')],
  [
    'an SVG of entities in entities',
    () =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE svg [${Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${at === 0 ? 'lol' : `&e${at};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>&e12;</text></svg>`,
      ),
  ],
  ['a TIFF whose directory leads nowhere', () => Buffer.concat([Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1'), Buffer.alloc(200)])],
])('%s is refused', async (_, make) => {
  const { reason, seconds } = await verdict(await make());
  expect(reason).toBeTruthy();
  expect(seconds).toBeLessThan(30);
  expect(process.memoryUsage().rss).toBeLessThan(1024 ** 3);
});

test.each<[string, () => Promise<Buffer>]>([
  [
    'one px',
    () =>
      sharp({ create: { width: 1, height: 1, channels: 3, background: '#f00' } })
        .png()
        .toBuffer(),
  ],
  [
    '30 000 × 10 px',
    () =>
      sharp({ create: { width: 30_000, height: 10, channels: 3, background: '#0f0' } })
        .jpeg()
        .toBuffer(),
  ],
  [
    '10 × 30 000 px',
    () =>
      sharp({ create: { width: 10, height: 30_000, channels: 3, background: '#0f0' } })
        .png()
        .toBuffer(),
  ],
  [
    'a CMYK JPEG without Adobe marker',
    async () => {
      const bytes = sources['cmyk'] as Buffer;
      const at = bytes.indexOf(Buffer.from([0xff, 0xee]));
      return at < 0 ? bytes : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 2 + bytes.readUInt16BE(at + 2))]);
    },
  ],
  [
    'grey with a see-through part',
    () =>
      sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } } })
        .toColourspace('b-w')
        .png()
        .toBuffer(),
  ],
])('odd but sound: %s', async (_, make) => {
  expect((await verdict(await make())).reason).toBeUndefined();
});
