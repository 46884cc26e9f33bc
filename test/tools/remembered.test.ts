/** Programs that were found once: asked again as soon as another one would be found, or none. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placesOfPrograms, recallProgram, remembered } from '../../pipeline/tools/remembered.ts';
import type { Workspace } from '../../pipeline/tools/workspace.ts';

const before = process.env['PATH'];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kader-remembered-'));
});
afterEach(() => {
  process.env['PATH'] = before;
  rmSync(folder, { recursive: true, force: true });
});

const bin = (name: string): string => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const program of ['ffmpeg', 'ffprobe']) {
    writeFileSync(join(path, program), '');
    chmodSync(join(path, program), 0o755);
  }
  return path;
};

test('ffmpeg and ffprobe are looked for anew when the PATH leads to others', async () => {
  const [old, fresh] = [bin('old'), bin('fresh')];
  const places = () => placesOfPrograms({ kader: folder } as Workspace, {});
  const known = () => [recallProgram(places().ffmpeg), recallProgram(places().ffprobe('ffmpeg'))].map((one) => one?.path);
  process.env['PATH'] = old;
  await remembered(places().ffmpeg, async () => ({ path: join(old, 'ffmpeg') }));
  await remembered(places().ffprobe('ffmpeg'), async () => ({ path: join(old, 'ffprobe') }));
  expect(known()).toEqual([join(old, 'ffmpeg'), join(old, 'ffprobe')]);
  process.env['PATH'] = [old, fresh].join(delimiter);
  expect(known()).toEqual([join(old, 'ffmpeg'), join(old, 'ffprobe')]);
  process.env['PATH'] = [fresh, old].join(delimiter);
  expect(known()).toEqual([undefined, undefined]);
  process.env['PATH'] = folder;
  expect(known()).toEqual([undefined, undefined]);
});
