/** yazl: zips whose bytes depend on nothing but the files, their names and their order. */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/**
 * Entries stand in the order given. Sizes and checksums stand in front of each entry, as some ad servers want them.
 * @throws when a name is absolute, leaves the zip or stands twice, when a file cannot be read, or `to` exists.
 */
export async function writeZip(input: { files: readonly { name: string; path: string }[]; to: string }): Promise<void> {
  const names = new Set(input.files.map(({ name }) => name));
  if (names.size < input.files.length) throw new Error(`Internal error: ${input.to} has two entries of one name`);
  const zip = new ZipFile();
  const bytes = zip.outputStream as Readable;
  zip.once('error', (error) => bytes.destroy(error as Error));
  // yazl turns it into a DOS date by local hours, so it is made from local hours: 1980-01-01 00:00 in every zone.
  const mtime = new Date(1980, 0, 1);
  // Without DOS-only dates yazl adds a second, universal date, which differs per zone.
  const entry = { mtime, mode: 0o100644, forceDosTimestamp: true };
  // A zip within a zip is packed already: deflating a thousand of them again takes seconds and gains nothing.
  const packing = (name: string) => (/\.zip$/i.test(name) ? { compress: false } : { compressionLevel: 9 });
  // Buffers, not streams: a streamed entry has its size behind it, and units are small.
  for (const { name, path } of input.files) zip.addBuffer(await readFile(path), name, { ...entry, ...packing(name) });
  zip.end();
  await pipeline(bytes, createWriteStream(input.to, { flags: 'wx' }));
}
