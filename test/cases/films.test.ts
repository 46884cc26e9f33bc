/** Films from order to release: a ladder for the site, a reel for a network, captions beside and burned, and what is made again. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode, numberOf, type Placing, writeClip } from '../support/numbered-clips.ts';
import { makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
const SRT = '1\n00:00:00,400 --> 00:00:01,600\nThe sea, at <i>six</i>.\n';
const FILMS = `${ORDER.replace(
  'deliver:',
  `  - { name: trailer, file: video/trailer.mp4, captions: { en: video/trailer.en.srt }, rights: { creator: A, credit: A, copyright: © A, licence: all, until: 2099-01-01 } }
deliver:`,
)}  video:
    - { name: web, from: trailer, channel: web, captions: track }
    - { name: reel, from: trailer, channel: [instagram-reel, tiktok], in: 0.4, out: 2.8, captions: burned, languages: [en] }
`;

beforeAll(async () => {
  workspace = makeWorkspace(await plainWorkspace({ 'assets/try/order.yaml': FILMS, 'assets/try/video/trailer.en.srt': SRT, 'assets/try/video/x': 'x' }));
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000:duration=3.4'];
  const options = ['-map', '0:v', '-map', '1:a', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '10', '-g', '12', '-c:a', 'aac', '-b:a', '128k'];
  const tags = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  writeClip(workspace.path('assets/try/video/trailer.mp4'), 85, '25', { inputs: tone, options: [...options, ...tags] });
}, 60_000);
afterAll(() => workspace?.remove());

test('one build', () => {
  const { report, stderr } = workspace.build('--only', 'video');
  console.log(stderr, JSON.stringify(report.findings.map(({ code, severity, where, message }) => [code, severity, where, message]), null, 1), report.deliverables, report.jobs);
  console.log(Object.keys(workspace.tree('output/try')));
});
