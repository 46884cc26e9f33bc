/** A clip that nobody made for these tests, where one lies beside the project (`../shared/video/`): read, cut and coded like any other. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportJson } from '../../pipeline/model/record.ts';
import { CODING, type Decoded, decode, TAGS_709, writeClip } from '../support/numbered-clips.ts';
import { HOUSE, makeWorkspace, ORDER, plainWorkspace, ROOT, type TestWorkspace } from '../support/workspace.ts';

const FOLDER = join(ROOT, '..', 'shared', 'video');
const found = existsSync(FOLDER) ? readdirSync(FOLDER).find((name) => name.endsWith('.mp4')) : undefined;
// Where the clip that is known has sound enough to be raised.
const [FROM, TO] = found ? [18, 19.5] : [1, 2.5];

let workspace: TestWorkspace;
let report: ReportJson;
let supplied: Decoded;
let rate: number;
beforeAll(async () => {
  const films = `${ORDER.replace(
    'deliver:',
    '  - { name: real, file: video/real.mp4, rights: { creator: A, licence: all } }\ndeliver:',
  )}  video:
    - { name: part, from: real, channel: youtube, in: ${FROM}, out: ${TO} }
`;
  workspace = makeWorkspace(
    await plainWorkspace({
      'assets/try/order.yaml': films,
      'templates/plain/house.yaml': `${HOUSE}rules: { clip: { leastSide: 100 } }\n`,
    }),
  );
  const path = workspace.path('assets/try/video/real.mp4');
  mkdirSync(dirname(path), { recursive: true });
  if (found) copyFileSync(join(FOLDER, found), path);
  else {
    const tone = ['-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000:duration=3.2'];
    writeClip(path, 80, '25', { inputs: tone, options: ['-map', '0:v', '-map', '1:a', ...CODING, ...TAGS_709, '-c:a', 'aac'] });
  }
  const probe = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=r_frame_rate', '-of', 'csv=p=0', path];
  const [count = 25, per = 1] = execFileSync('ffprobe', probe, { encoding: 'utf8' }).trim().split('/').map(Number);
  rate = count / per;
  // From before the first frame of the cut to behind its last, as ffmpeg alone decodes it.
  const beside = workspace.path('supplied.mkv');
  const last = Math.round(TO * rate);
  const chosen = `select='between(n,${Math.round(FROM * rate) - 1},${last})'`;
  execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-an', '-vf', chosen, '-fps_mode', 'passthrough', '-c:v', 'ffv1', beside]);
  supplied = decode(beside);
  report = workspace.build('--only', 'video').report;
}, 180_000);
afterAll(() => workspace?.remove());

test('it is delivered sound, as many frames as were ordered', () => {
  expect(report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  expect(report.deliverables.map(({ name, sound }) => [name, sound])).toEqual([['video/part-youtube', true]]);
});

test('every frame is the frame of its moment, and none beside it', () => {
  const made = decode(workspace.path('output/try/video/part-youtube/part-youtube.mp4'));
  expect(made.frames).toHaveLength(Math.round((TO - FROM) * rate));
  expect([made.width, made.height]).toEqual([supplied.width, supplied.height]);
  const apart = (one: Buffer, other: Buffer): number => {
    let sum = 0;
    for (let at = 0; at < one.length; at += 7) sum += Math.abs((one[at] as number) - (other[at] as number));
    return sum / (one.length / 7);
  };
  const totals = [0, 1, 2].map((shift) =>
    made.frames.reduce((sum, data, at) => sum + apart(data, supplied.frames[at + shift] as Buffer), 0),
  );
  const [before, own, after] = totals as [number, number, number];
  expect(own / made.frames.length).toBeLessThan(4);
  expect(own).toBeLessThan(Math.min(before, after));
});
