/** yauzl: the files of a zip that may be hostile, in bounded memory and time; what is wrong with it is told, never thrown. */
import { promisify } from 'node:util';
import { crc32, inflateRaw, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';
import type { PackageFault } from '../model/package.ts';

/** The largest packages that any platform takes are 10 MB; what unpacks to more than this is no banner. */
const MOST_BYTES = 64_000_000;
/** Playables may hold 512. */
const MOST_FILES = 1000;

export interface UnzippedFile {
  readonly path: string;
  readonly content: Buffer;
}

export interface Unzipped {
  readonly files: readonly UnzippedFile[];
  readonly faults: readonly PackageFault[];
}

interface LocalHeader {
  readonly fileDataStart: number;
  readonly fileName: Buffer;
}
type Zip = yauzl.ZipFile & {
  readLocalFileHeader(entry: yauzl.Entry, done: (error: Error | null, header: LocalHeader) => void): void;
};

type Entry = yauzl.Entry & { readonly fileNameRaw: Buffer };

const inflate = promisify(inflateRaw);
/** Handing a small file to another thread takes longer than unpacking it. */
const AT_ONCE = 500_000;
const STORED = 0;
const DEFLATED = 8;
const FOLDER_KINDS = 0o170000;
const LINK = 0o120000;
const BACKSLASH = 0x5c;
/** Flag and extra field of a name in UTF-8 (PKWARE's APPNOTE 6.3.10, 4.4.4 and 4.6.9). */
const UTF8 = 0x800;
const UNICODE_PATH = 0x7075;

/** @param bytes the whole zip; of files in it that are unsound what can be had is not given. */
export async function unzip(bytes: Buffer): Promise<Unzipped> {
  const faults: PackageFault[] = [];
  let zip: Zip;
  try {
    zip = await openZip(bytes);
  } catch (error) {
    return { files: [], faults: [{ reason: 'not-a-zip', detail: textOf(error) }] };
  }
  const entries = await listEntries(zip, faults);
  // Told by the list, before anything is unpacked; a file that holds more than the list says is stopped there.
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MOST_BYTES)
    return { files: [], faults: [...faults, { reason: 'too-large', detail: String(MOST_BYTES) }] };
  const files: UnzippedFile[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const path = entry.fileName;
    const fault = (reason: PackageFault['reason'], detail?: string): void =>
      void faults.push({ reason, path, ...(detail ? { detail } : {}) });
    // Told before folders are passed over: Windows packs them with a backslash at the end.
    if (entry.fileNameRaw.includes(BACKSLASH)) fault('backslash-name');
    if (entry.fileNameRaw.some((byte) => byte > 0x7e) && !saysItsLetters(entry)) fault('unmarked-name');
    if (path.endsWith('/')) continue;
    // A file system without capitals unpacks one over the other.
    if (seen.has(path.toLowerCase())) fault('same-name');
    seen.add(path.toLowerCase());
    if (entry.isEncrypted()) {
      fault('encrypted');
      continue;
    }
    if (((entry.externalFileAttributes >>> 16) & FOLDER_KINDS) === LINK) {
      fault('unsafe-name', 'a link');
      continue;
    }
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
      fault('unknown-compression', String(entry.compressionMethod));
      continue;
    }
    try {
      const content = await contentOf(zip, entry, bytes);
      if (crc32(content) !== entry.crc32) fault('wrong-checksum');
      files.push({ path, content });
    } catch (error) {
      fault('damaged', textOf(error));
    }
  }
  // A zip of nothing, or of folders alone, breaks no rule that looks at files.
  return { files, faults: files.length > 0 || faults.length > 0 ? faults : [{ reason: 'empty' }] };
}

/** Else every program reads letters beyond ASCII in a way of its own. */
function saysItsLetters({ generalPurposeBitFlag, extraFields }: yauzl.Entry): boolean {
  return (generalPurposeBitFlag & UTF8) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
}

function openZip(bytes: Buffer): Promise<Zip> {
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip as Zip))),
  );
}

async function listEntries(zip: Zip, faults: PackageFault[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  await new Promise<void>((resolve) => {
    zip.on('entry', (entry: Entry) => {
      if (entries.length >= MOST_FILES) {
        faults.push({ reason: 'too-many-files', detail: String(zip.entryCount) });
        resolve();
        return;
      }
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', (error: Error) => {
      const isName = /relative path|absolute path|characters in fileName/.test(error.message);
      const path = isName ? /: (.+)$/.exec(error.message)?.[1] : undefined;
      faults.push({ reason: isName ? 'unsafe-name' : 'damaged', ...(path ? { path } : {}), detail: error.message });
      resolve();
    });
    zip.readEntry();
  });
  return entries;
}

async function contentOf(zip: Zip, entry: yauzl.Entry, bytes: Buffer): Promise<Buffer> {
  const header = await new Promise<LocalHeader>((resolve, reject) =>
    zip.readLocalFileHeader(entry, (error, found) => (error ? reject(error) : resolve(found))),
  );
  const from = header.fileDataStart;
  if (from + entry.compressedSize > bytes.length) throw new Error('it ends outside the zip');
  // One unpacker goes by the list at the end, another by what stands before the file: both must see the same.
  if (header.fileName.length !== entry.fileNameLength) throw new Error('its name differs between list and place');
  const packed = bytes.subarray(from, from + entry.compressedSize);
  if (entry.compressionMethod === STORED) {
    if (packed.length !== entry.uncompressedSize) throw new Error('it is not as long as it says');
    return packed;
  }
  const options = { maxOutputLength: Math.max(1, entry.uncompressedSize) };
  const content = entry.uncompressedSize > AT_ONCE ? await inflate(packed, options) : inflateRawSync(packed, options);
  if (content.length !== entry.uncompressedSize) throw new Error('it is not as long as it says');
  return content;
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
