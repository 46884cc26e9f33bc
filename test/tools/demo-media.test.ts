/** The demo's films and sounds: the same bytes on two runs, turned as a telephone turns them, loud and clean enough. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-demo-media-'));
const make = (out: string, ...args: string[]): { readonly code: number | null; readonly said: string } => {
  const script = join(ROOT, 'scripts/demo-media/make.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--out', join(folder, out), ...args], { encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
};
const SMALL = ['--only', 'jingle,backstage', '--scale', '0.1'];

beforeAll(async () => {
  for (const out of ['one', 'two']) {
    mkdirSync(join(folder, out, 'photos'), { recursive: true });
    // Sky above, a lamp, water below.
    const lamp = Buffer.from(
      '<svg width="360" height="540"><rect width="360" height="540" fill="#123"/><circle cx="180" cy="200" r="20" fill="#fb6"/></svg>',
    );
    await sharp(lamp)
      .jpeg()
      .toFile(join(folder, out, 'photos/circus-aan-de-kraan.jpg'));
    expect(make(out, ...SMALL)).toMatchObject({ code: 0 });
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('Two runs make the same bytes, and what exists is kept', () => {
  for (const file of ['video/backstage.mp4', 'audio/jingle.wav'])
    expect(readFileSync(join(folder, 'one', file)).equals(readFileSync(join(folder, 'two', file))), file).toBe(true);
  const { code, said } = make('one', ...SMALL);
  expect(code).toBe(0);
  expect(said.match(/exists, kept/g)).toHaveLength(2);
});

test('The clip of the telephone lies on its side in the file and stands upright when shown', () => {
  const asked = ['-v', 'error', '-of', 'json', '-count_frames', '-show_streams', join(folder, 'one/video/backstage.mp4')];
  const { streams } = JSON.parse(execFileSync('ffprobe', asked, { encoding: 'utf8' })) as { streams: Record<string, unknown>[] };
  expect(streams[0]).toMatchObject({ width: 192, height: 108, r_frame_rate: '30/1', nb_read_frames: '240', color_space: 'bt709' });
  expect(streams[0]?.['side_data_list']).toEqual([expect.objectContaining({ rotation: -90 })]);
  expect(streams[1]).toMatchObject({ codec_name: 'aac', channels: 1, sample_rate: '48000' });
  // As shown, the lamp is above the middle again, and it moves: no two seconds are alike.
  const frames = ['1.5', '6'].map((at) =>
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-ss',
      at,
      '-i',
      join(folder, 'one/video/backstage.mp4'),
      '-frames:v',
      '1',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'gray',
      '-',
    ]),
  ) as [Buffer, Buffer];
  const [first, later] = frames;
  expect(first.length).toBe(108 * 192);
  expect(first.indexOf(Math.max(...first)) / 108 / 192).toBeLessThan(0.5);
  expect(first.equals(later)).toBe(false);
});

test('The jingle is 5 s of 48 kHz and 24 bits, neither clipped nor faint', () => {
  const path = join(folder, 'one/audio/jingle.wav');
  const asked = ['-v', 'error', '-of', 'csv=p=0', '-show_entries', 'stream=codec_name,sample_rate,channels,duration', path];
  expect(execFileSync('ffprobe', asked, { encoding: 'utf8' }).trim()).toBe('pcm_s24le,48000,2,5.000000');
  const { stderr } = spawnSync('ffmpeg', ['-i', path, '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'], {
    encoding: 'utf8',
  });
  const figure = (pattern: RegExp): number => Number(pattern.exec(stderr)?.[1]);
  expect(figure(/I:\s+(-?[\d.]+) LUFS/)).toBeGreaterThan(-20);
  expect(figure(/Peak:\s+(-?[\d.]+) dBFS/)).toBeLessThan(-3);
});

test('What cannot be made is told in words', () => {
  const without = make('two', '--only', 'trailer');
  expect(without.code).toBe(1);
  expect(without.said).toContain('lacks kade-blauw-uur.jpg');
  expect(make('two', '--only', 'opera').said).toContain('nothing is called "opera"');
  expect(make('two', '--scale', '2').said).toContain('--scale must be above 0');
});
