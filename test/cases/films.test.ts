/** Films from order to release: a ladder for the site, a reel for a network, captions beside and burned, and what is made again. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportJson } from '../../pipeline/model/record.ts';
import { CODING, type Decoded, decode, numberOf, TAGS_709, writeClip } from '../support/numbered-clips.ts';
import { HOUSE, makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const SRT = '1\n00:00:01,000 --> 00:00:02,200\nThe sea,\nat <i>six</i>.\n';
const RIGHTS = '{ creator: A, credit: A, copyright: © A, licence: all, until: 2099-01-01 }';
const FILMS = `${ORDER.replace(
  'deliver:',
  `  - { name: trailer, file: video/trailer.mp4, captions: { en: video/trailer.en.srt }, rights: ${RIGHTS} }\ndeliver:`,
)}  video:
    - { name: web, from: trailer, channel: web }
    - { name: reel, from: trailer, channel: tiktok, in: 0.2, out: 3.2, captions: burned, languages: [en] }
`;

let workspace: TestWorkspace;
let report: ReportJson;
beforeAll(async () => {
  workspace = makeWorkspace(
    await plainWorkspace({
      'assets/try/order.yaml': FILMS,
      'assets/try/video/trailer.en.srt': SRT,
      // A clip of a trial is smaller than any that is delivered.
      'templates/plain/house.yaml': `${HOUSE}rules: { clip: { leastSide: 100 } }\n`,
    }),
  );
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000:duration=3.4'];
  const options = ['-map', '0:v', '-map', '1:a', ...CODING, ...TAGS_709, '-c:a', 'aac', '-b:a', '128k'];
  writeClip(workspace.path('assets/try/video/trailer.mp4'), 85, '25', { inputs: tone, options });
  report = workspace.build('--only', 'video').report;
}, 180_000);
afterAll(() => workspace?.remove());

const laid = (): string[] => Object.keys(workspace.tree('output/try/video')).sort();
const plain = (path: string): string => path.replace(/-[0-9a-f]{10}\./, '.');
const streams = (path: string): Record<string, string>[] =>
  JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', `file:${path}`], { encoding: 'utf8' })).streams;
const numbers = (film: Decoded, scale: number, left: number): number[] =>
  film.frames.map((data) => numberOf(film, data, (x, y) => [(x - left) * scale, y * scale]));

test('each channel gets its films, a poster and its captions, all of them sound', () => {
  expect(report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  // Of 180 lines, more than ten times; the film for pages is as large as its clip.
  const enlarged = report.findings.filter(({ code }) => code === 'cut-enlarged');
  expect(enlarged.map(({ severity, where }) => [severity, where])).toMatchObject([['warning', { deliverable: 'video/reel-tiktok-en' }]]);
  expect(report.deliverables.map(({ name, kind, sound }) => [name, kind, sound])).toEqual([
    ['video/web-web', 'video', true],
    ['video/reel-tiktok-en', 'video', true],
  ]);
  expect(laid().map(plain).sort()).toEqual([
    'reel-tiktok-en/reel-tiktok-en.jpg',
    'reel-tiktok-en/reel-tiktok-en.mp4',
    'reel-tiktok-en/reel-tiktok-en.sheet.html',
    'reel-tiktok-en/reel-tiktok-en.sheet.json',
    'web-web/web-180-av1.mp4',
    'web-web/web-180-h264.mp4',
    'web-web/web-en.vtt',
    'web-web/web-poster.jpg',
    'web-web/web-sprite.jpg',
    'web-web/web-sprite.vtt',
    'web-web/web-web.sheet.html',
    'web-web/web-web.sheet.json',
  ]);
});

test('frames, sound and names of whoever holds the rights are what the order says', () => {
  const path = (end: string): string => workspace.path('output/try/video', laid().find((one) => plain(one).endsWith(end)) as string);
  const reel = path('reel-tiktok-en.mp4');
  const film = decode(reel);
  // Crop of 102 px from 110, enlarged to 1080.
  expect([film.width, film.height, numbers(film, 1920 / 180, 109.5)]).toEqual([1080, 1920, Array.from({ length: 75 }, (_, at) => 5 + at)]);
  const [picture, sound] = streams(reel);
  expect(picture).toMatchObject({
    codec_name: 'h264',
    sample_aspect_ratio: '1:1',
    color_space: 'bt709',
    r_frame_rate: '25/1',
    duration: '3.000000',
  });
  expect(sound).toMatchObject({ codec_name: 'aac', sample_rate: '48000', channels: 2 });
  expect(Math.abs(Number(sound?.['duration']) + Number(sound?.['start_time']) - 3)).toBeLessThan(0.022);
  expect(readFileSync(reel).toString('latin1')).not.toContain('elst');
  const format = JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_format', reel], { encoding: 'utf8' })).format;
  expect(format.tags).toMatchObject({ artist: 'A', copyright: '© A' });
  const web = decode(path('web-180-av1.mp4'));
  expect([web.width, web.height, numbers(web, 1, 0)]).toEqual([320, 180, Array.from({ length: 85 }, (_, at) => at)]);
  expect(readFileSync(path('web-en.vtt'), 'utf8')).toContain('00:00:01.000 --> 00:00:02.200\nThe sea,\nat <i>six</i>.');
  const map = readFileSync(path('web-sprite.vtt'), 'utf8');
  expect(map).toMatch(/00:00:03\.000 --> 00:00:03\.400\nweb-sprite-[0-9a-f]{10}\.jpg#xywh=480,0,160,90/);
});

test('captions are burned at their time: half a second into the reel, above the buttons of the network, and gone after it', () => {
  const film = decode(workspace.path('output/try/video/reel-tiktok-en/reel-tiktok-en.mp4'));
  const white = (at: number): number => {
    const data = film.frames[at] as Buffer;
    let count = 0;
    for (let y = 1332; y < 1430; y += 2) for (let x = 100; x < 980; x += 2) if ((data[(y * 1080 + x) * 3 + 2] as number) > 235) count++;
    return count;
  };
  expect([white(18) === 0, white(21) > 60, white(49) > 60, white(52) === 0]).toEqual([true, true, true, true]);
});

test('nothing is made again, one at a time gives the same bytes, and a new moment makes that film alone', { timeout: 240_000 }, () => {
  // Unmeasured, a sheet says less.
  const media = (): object =>
    Object.fromEntries(Object.entries(workspace.tree('output/try/video')).filter(([path]) => !path.includes('.sheet.')));
  const before = media();
  expect(workspace.build('--only', 'video').report.jobs.made).toBe(0);
  workspace.run('clean', '--all');
  workspace.build('--only', 'video', '--jobs', '1', '--no-measure');
  expect(media()).toEqual(before);
  workspace.write({ 'assets/try/order.yaml': FILMS.replace('name: web, from: trailer', 'name: web, from: trailer, poster: 2') });
  expect(workspace.build('--only', 'video', '--no-measure').report.jobs.made).toBe(1);
});
