/** The material of the benches: photographs, a plain house style and orders, made once under .kader/bench. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
export const WORK = join(ROOT, '.kader', 'bench');
export const CLI = join(ROOT, 'dist', 'cli.js');

export function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Ramps, translucent discs and grain: photo-like for an encoder, the same on every machine. */
async function photo(width, height, seed, quality) {
  let state = seed * 7919 + 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const discs = Array.from({ length: 60 }, () => [random() * width, random() * height, 30 + random() * 400, random() * 90 - 45]);
  const low = { width: width >> 2, height: height >> 2 };
  const data = Buffer.alloc(low.width * low.height * 3);
  for (let y = 0; y < low.height; y++) {
    for (let x = 0; x < low.width; x++) {
      let light = 60 + (110 * y) / low.height + 30 * Math.sin(x / 37 + seed);
      for (const [cx, cy, radius, tone] of discs) {
        if ((x * 4 - cx) ** 2 + (y * 4 - cy) ** 2 < radius * radius) light += tone;
      }
      const at = (y * low.width + x) * 3;
      data[at] = Math.max(0, Math.min(255, light + 12));
      data[at + 1] = Math.max(0, Math.min(255, light));
      data[at + 2] = Math.max(0, Math.min(255, light + 25 - (40 * y) / low.height));
    }
  }
  const grain = Buffer.alloc(width * height * 3);
  for (let at = 0; at < grain.length; at += 3) grain[at] = grain[at + 1] = grain[at + 2] = 116 + random() * 24;
  const grained = await sharp(grain, { raw: { width, height, channels: 3 } })
    .blur(0.7)
    .png()
    .toBuffer();
  return sharp(data, { raw: { ...low, channels: 3 } })
    .resize(width, height, { kernel: 'cubic' })
    .composite([{ input: grained, blend: 'soft-light' }])
    .jpeg({ quality })
    .toBuffer();
}

/** @returns {Promise<string[]>} names, `p000.jpg` … */
export async function photos(folder, count, width, height, { from = 0, quality = 90 } = {}) {
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: count }, (_, at) => `p${String(at).padStart(4, '0')}.jpg`);
  for (const [at, name] of names.entries()) {
    if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), await photo(width, height, at + from, quality));
  }
  return names;
}

/** Distinct files of about `bytes` from a few photographs, by a comment segment that no decoder reads. */
export function multiply(sources, folder, count, bytes) {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length === count) return;
  for (let at = 0; at < count; at++) {
    const photo = readFileSync(sources[at % sources.length]);
    const parts = [photo.subarray(0, 2)];
    for (let left = Math.max(64, bytes - photo.length), part = 0; left > 0; part++) {
      const length = Math.min(65_000, Math.max(64, left));
      const segment = Buffer.alloc(length + 4, 32);
      segment.writeUInt16BE(0xfffe, 0);
      segment.writeUInt16BE(length + 2, 2);
      segment.write(`photo ${at} part ${part}`, 4);
      parts.push(segment);
      left -= length;
    }
    writeFileSync(join(folder, `p${String(at).padStart(4, '0')}.jpg`), Buffer.concat([...parts, photo.subarray(2)]));
  }
}

/** A workspace whose pages ask for every photo in one slot. */
export function workspace(root, { widths, formats = ['avif', 'webp', 'jpeg'], encoders, names, perPage, credit = 'bench' }) {
  write(
    join(root, 'templates/plain/house.yaml'),
    `images:\n  encoders: ${JSON.stringify(encoders)}\n  slots:\n    all: { widths: ${JSON.stringify(widths)}, formats: ${JSON.stringify(formats)}, sizes: 100vw }\n`,
  );
  write(
    join(root, 'templates/plain/site/page.njk'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>{{ content | safe }}</body></html>',
  );
  write(
    join(root, 'assets/bench/order.yaml'),
    `client: Bench\ntitle: { en: Bench }\nhouse: plain\nlanguages: [en]\nsupplied:\n  - { name: photos, file: photos/*.jpg, alt: { en: A photo }, rights: { creator: ${credit}, licence: all } }\ndeliver:\n  site: { url: https://bench.example }\n`,
  );
  for (let page = 0; page * perPage < names.length; page++) {
    const part = names.slice(page * perPage, (page + 1) * perPage);
    const asks = part.map((name) => `{% image "photos/${name.replace('.jpg', '')}", slot="all" %}`).join('\n');
    write(
      join(root, `assets/bench/content/en/${page === 0 ? 'index' : `page-${page}`}.njk`),
      `---\nlayout: page.njk\ntitle: Page ${page}\n---\n${asks}\n`,
    );
  }
}
