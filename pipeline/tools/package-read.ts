/** Reads a packed banner, whoever made it: what stands in it, what it asks for, and what it would do. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { PackageFacts, PackageFault, PackedPicture } from '../model/package.ts';
import { joinPackage } from './package-join.ts';
import { lookAtPage, type PageLook } from './package-page.ts';
import { lookAtPicture } from './package-picture.ts';
import { lookAtScript, type ScriptLook } from './package-script.ts';
import { lookAtStyle, type StyleLook } from './package-style.ts';
import { unzip } from './package-unzip.ts';

/** A zip beyond this is weighed and not opened. */
const MOST_ZIPPED = 64_000_000;
/** The whole of GSAP has 70 kB, of CreateJS 250 kB; parsing more than this takes seconds. */
const MOST_CODE = 2_000_000;
/** Units of one campaign share most of their files: those are looked at once. */
const REMEMBERED = 500;
const WORTH_REMEMBERING = 400_000;
const APPLE_DOUBLE = 0x00051607;
/** Servers leave these as they are: compressing them again gains nothing. */
const PACKED_ALREADY = /\.(png|jpe?g|gif|webp|avif|woff2?|mp4|webm|mp3|zip)$/i;

/** What a file says by itself, wherever it lies. */
export interface FileLook {
  readonly gzipBytes: number;
  readonly page?: PageLook;
  readonly style?: StyleLook;
  readonly script?: ScriptLook;
  readonly json?: unknown;
  readonly picture?: PackedPicture;
  readonly problem?: PackageFault['reason'];
}

const remembered = new Map<string, FileLook>();

export async function readPackage(path: string): Promise<PackageFacts> {
  const { size } = await stat(path);
  if (size > MOST_ZIPPED) return joinPackage(size, [], [{ reason: 'too-large', detail: String(MOST_ZIPPED) }]);
  const bytes = await readFile(path);
  const { files, faults } = await unzip(bytes);
  return joinPackage(
    bytes.length,
    files.map(({ path, content }) => ({ path, bytes: content.length, look: lookAt(path, content) })),
    faults,
  );
}

function lookAt(path: string, content: Buffer): FileLook {
  const kind = path.split('.').at(-1)?.toLowerCase() ?? '';
  const key = `${kind} ${createHash('sha256').update(content).digest('base64')}`;
  const known = remembered.get(key);
  if (known) return known;
  const look = { gzipBytes: PACKED_ALREADY.test(path) ? content.length : gzipSync(content).length, ...lookInside(kind, content) };
  // Pages differ from unit to unit.
  if (look.page || content.length > WORTH_REMEMBERING) return look;
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  remembered.set(key, look);
  return look;
}

function lookInside(kind: string, content: Buffer): Omit<FileLook, 'gzipBytes'> {
  // What macOS keeps of a file, under the file’s own ending (AppleDouble, RFC 1740).
  if (content.length >= 4 && content.readUInt32BE(0) === APPLE_DOUBLE) return {};
  const isCode = ['html', 'htm', 'css', 'js', 'mjs', 'svg', 'json'].includes(kind);
  if (!isCode) {
    const picture = lookAtPicture(content);
    return picture ? { picture } : {};
  }
  if (content.length > MOST_CODE) return { problem: 'too-long-to-read' };
  const text = decode(content);
  switch (kind) {
    case 'css':
      return { style: lookAtStyle(text) };
    case 'js':
    case 'mjs': {
      const script = lookAtScript(text, kind === 'mjs');
      return { script, ...(script.problem ? { problem: 'script-unreadable' } : {}) };
    }
    case 'json':
      return { json: parsed(text) };
    case 'svg': {
      const page = lookAtPage(text);
      return { picture: { format: 'svg' }, style: { references: page.references, fonts: [], marginZero: false, padded: false } };
    }
    default:
      return { page: lookAtPage(text) };
  }
}

function decode(content: Buffer): string {
  const isWide = content[0] === 0xff && content[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(content);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
