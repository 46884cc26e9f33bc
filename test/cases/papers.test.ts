/** What is told of film and sound: the section of the report, and the technical sheet that goes with each delivery. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportJson } from '../../pipeline/model/record.ts';
import { HOUSE, makeWorkspace, type TestWorkspace } from '../support/workspace.ts';

const RIGHTS = 'rights: { creator: Ann, credit: © Ann, licence: all media, until: 2099-01-01 }';
const ORDER = `
client: Trial & Co
title: { en: Trial }
house: plain
languages: [en]
supplied:
  - { name: trailer, file: video/trailer.mov, ${RIGHTS} }
  - { name: late, file: video/late.mkv, ${RIGHTS} }
  - { name: talk, file: audio/talk.wav, ${RIGHTS} }
deliver:
  video:
    - { name: film, from: [{ clip: trailer, in: 0.4, out: 1.6 }, { clip: late, in: 0, out: 1, fade: 0.2 }], channel: web }
  audio:
    - { name: spot, from: talk, in: 0, out: 2, channel: podcast }
`;

let workspace: TestWorkspace;
let report: ReportJson;
beforeAll(async () => {
  workspace = makeWorkspace({
    'templates/plain/house.yaml': `${HOUSE}rules: { clip: { leastSide: 100, wantedSide: 100 } }\n`,
    'templates/plain/tokens.json': '{ "colour": { "ink": { "$value": "#112233", "$type": "color" } } }',
    'assets/try/order.yaml': ORDER,
    'assets/try/video/.keep': '',
    'assets/try/audio/.keep': '',
  });
  const make = (path: string, ...options: string[]): void =>
    void execFileSync('ffmpeg', ['-nostdin', '-v', 'error', ...options, workspace.path('assets/try', path)]);
  const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-threads', '2'];
  const tone = ['-f', 'lavfi', '-i', 'sine=440:r=48000:d=2,volume=-6dB'];
  make(
    'video/trailer.mov',
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=320x180:r=25:d=2',
    ...tone,
    ...x264,
    '-timecode',
    '01:00:00:00',
    '-c:a',
    'aac',
  );
  const uneven = ['-vf', `select='lt(n,24)+mod(n,6)'`, '-fps_mode', 'vfr'];
  make('video/late.mkv', '-f', 'lavfi', '-i', 'testsrc=s=320x180:r=24:d=2', ...uneven, ...x264);
  make('audio/talk.wav', '-f', 'lavfi', '-i', 'sine=1000:r=48000:d=2,volume=-10dB', '-ac', '2');
  report = workspace.build().report;
}, 120_000);
afterAll(() => workspace?.remove());

const read = (path: string): string => readFileSync(workspace.path('output/try', path), 'utf8');

test('the report shows each cut with its frames, its waveform, its loudness and what was done', () => {
  expect(report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const html = read('report.html');
  expect(html).toContain('src="review/cuts/film-web.jpg" width="1280" height="90"');
  expect(html).toContain('src="review/cuts/film-web.svg"');
  expect(html).toContain('src="audio/spot-podcast/spot-podcast.svg"');
  for (const said of ['2 parts joined', '1 cross-fade', 'late: variable frame rate made 25 fps throughout'])
    expect(html).toContain(`<li>${said}`);
  // The tone is the only thing there: −19 LUFS or thereabouts before, −16 after.
  expect(html).toMatch(
    /<td>audio\/spot-podcast<\/td><td class="number">−16 LUFS<\/td><td class="number">−\d\d(\.\d)? LUFS<\/td><td class="number">−1[56](\.\d)? LUFS/,
  );
  expect(html).toMatch(/<td>late<br>.*?<span class="mark warning">to be converted<\/span>.*?variable frame rate/);
  // Film and sound are no pictures that could not be read.
  expect(html).not.toContain('cannot be read');
  const strip = JSON.parse(
    execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', workspace.path('output/try/review/cuts/film-web.jpg')], {
      encoding: 'utf8',
    }),
  );
  expect(strip.streams[0]).toMatchObject({ width: 1280, height: 90 });
  expect(Object.keys(workspace.tree('output/try/video')).filter((path) => path.includes('cuts'))).toEqual([]);
});
