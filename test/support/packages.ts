/** Banners packed by hand for tests: a good one, and whatever is changed in it. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { BackupBeside } from '../../pipeline/checks/ad-rule.ts';

export interface Package {
  readonly size: readonly [number, number];
  readonly zip: string;
  /** Path of the page. */
  readonly page: string;
  readonly doctype: string;
  readonly head: string;
  readonly script: string;
  readonly body: string;
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly backup: BackupBeside | undefined;
}

export const good: Package = {
  size: [300, 250],
  zip: 'spring-300x250.zip',
  page: 'index.html',
  doctype: '<!doctype html>',
  head: '<meta name="ad.size" content="width=300,height=250"><title>Spring</title><style>body{margin:0}</style>',
  script: '\nvar clickTag = "";\n',
  body: '<img src="a.png" alt=""><div onclick="window.open(window.clickTag)"></div>',
  files: { 'a.png': png(300, 250) },
  backup: { name: 'spring-300x250.jpg', bytes: 20_000, width: 300, height: 250 },
};

export function sized(one: Package, width: number, height: number): Package {
  const backup = one.backup && { ...one.backup, width, height };
  return { ...one, size: [width, height], head: one.head.replace('width=300,height=250', `width=${width},height=${height}`), backup };
}

export function pageOf({ doctype, head, script, body }: Package): string {
  return `${doctype}\n<html lang="en">\n<head>\n<meta charset="utf-8">\n${head}\n<script>${script}</script>\n</head>\n<body>${body}</body>\n</html>\n`;
}

export function filesOf(one: Package): Record<string, string | Buffer> {
  return { [one.page]: pageOf(one), ...one.files };
}

/** @returns the path of the zip, in a folder of its own below `folder` */
export async function pack(folder: string, name: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const to = join(mkdtempSync(join(folder, 'p-')), name);
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path, { compress: typeof content === 'string' });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(to));
  return to;
}

export function packageFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'kader-packages-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The head of a PNG, which is all that is read of it, and as many bytes as it must weigh. */
export function png(width: number, height: number, bytes = 64): Buffer {
  const content = noise(bytes);
  content.writeUInt32BE(0x89504e47, 0);
  content.writeUInt32BE(0x0d0a1a0a, 4);
  content.writeUInt32BE(13, 8);
  content.write('IHDR', 12);
  content.writeUInt32BE(width, 16);
  content.writeUInt32BE(height, 20);
  return content;
}

/** Bytes that no packer makes smaller, the same in every run. */
export function noise(bytes: number): Buffer {
  const content = Buffer.alloc(bytes);
  let state = 2463534242;
  for (let at = 0; at < bytes; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    content[at] = state;
  }
  return content;
}

/** A GIF of 10 × 10 px as a browser plays it: delays in hundredths of a second. */
export function gif(delays: readonly number[], repeats?: number): Buffer {
  const parts = [Buffer.from('GIF89a\x0a\0\x0a\0\x80\0\0', 'latin1'), Buffer.from([0, 0, 0, 255, 255, 255])];
  if (repeats !== undefined)
    parts.push(Buffer.from([0x21, 0xff, 11]), Buffer.from('NETSCAPE2.0'), Buffer.from([3, 1, repeats & 255, repeats >> 8, 0]));
  for (const delay of delays) {
    parts.push(Buffer.from([0x21, 0xf9, 4, 0, delay & 255, delay >> 8, 0, 0]));
    parts.push(Buffer.from([0x2c, 0, 0, 0, 0, 10, 0, 10, 0, 0, 2, 2, 0x8c, 0x01, 0]));
  }
  return Buffer.concat([...parts, Buffer.from([0x3b])]);
}

export const adformManifest = (width: number, height: number, tag = 'clickTAG'): string =>
  JSON.stringify({
    version: '1.0',
    title: 'Spring',
    description: '',
    width: String(width),
    height: String(height),
    events: { enabled: 1, list: { 1: 'Click' } },
    clicktags: { [tag]: 'https://kaai.example/' },
    source: 'index.html',
  });

export const flashtalkingManifest = (width: number, height: number): string =>
  `FT.manifest({ "filename": "index.html", "width": ${width}, "height": ${height}, "clickTagCount": 1, "hideBrowsers": [] });\n`;
