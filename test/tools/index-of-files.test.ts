import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf } from '../../pipeline/model/key.ts';
import { openFileIndex } from '../../pipeline/tools/index-of-files.ts';
import { temporary } from './child.ts';

let folder: string;
let photo: string;
let index: string;
beforeEach(() => {
  folder = temporary('index');
  photo = join(folder, 'photo.jpg');
  index = join(folder, '.kader/files.json');
  writeFileSync(photo, 'photo');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BLOB = { digest: digestOf('photo'), bytes: 5 };
/** A clock by which every file of the test has rested for long. */
const later = (): number => Date.now() + 10_000;

async function learnt(now = later): Promise<void> {
  const files = await openFileIndex(index, now);
  expect(files.know(photo)).toBeUndefined();
  files.learn(photo, BLOB);
  await files.save();
}

it('knows an unchanged file in a later run', async () => {
  await learnt();
  expect((await openFileIndex(index)).know(photo)).toEqual(BLOB);
});

it.each([
  ['its bytes', () => writeFileSync(photo, 'other')],
  ['its length', () => writeFileSync(photo, 'photos')],
  [
    'its bytes, with the old time put back',
    () => {
      // To the nanosecond, which utimes of Node is not.
      const reference = join(folder, 'reference');
      writeFileSync(reference, '');
      execFileSync('touch', ['-r', photo, reference]);
      writeFileSync(photo, 'other');
      execFileSync('touch', ['-r', reference, photo]);
    },
  ],
  [
    'its place by another file',
    () => {
      rmSync(photo);
      writeFileSync(photo, 'other');
    },
  ],
  ['being there', () => rmSync(photo)],
])('does not know a file that changed %s', async (_, change) => {
  await learnt();
  // Times count in ticks of some ms.
  await new Promise((resolve) => setTimeout(resolve, 20));
  change();
  expect((await openFileIndex(index)).know(photo)).toBeUndefined();
});

it('does not trust a file that was changed just before it was read', async () => {
  await learnt(Date.now);
  expect((await openFileIndex(index)).know(photo)).toBeUndefined();
});

it('does not bind the bytes that were read to a file that changed since', async () => {
  const files = await openFileIndex(index, later);
  files.know(photo);
  await new Promise((resolve) => setTimeout(resolve, 20));
  writeFileSync(photo, 'other');
  files.learn(photo, BLOB);
  expect(files.know(photo)).toBeUndefined();
});

it('starts anew when the index cannot be read, and forgets files that are gone', async () => {
  await learnt();
  writeFileSync(index, readFileSync(index, 'utf8').slice(0, 30));
  await learnt();
  rmSync(photo);
  await (await openFileIndex(index)).save();
  expect(readFileSync(index, 'utf8')).not.toContain('photo.jpg');
});
