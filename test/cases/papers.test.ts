/** What is told of film and sound: the section of the report, and the technical sheet that goes with each delivery. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportJson } from '../../pipeline/model/record.ts';
import type { FilmSheet } from '../../pipeline/review/film-sheet.ts';
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

test('each delivery has a sheet that tells its files, streams, cut list, rights and what its channel says', async () => {
  const sheet: FilmSheet = JSON.parse(read('video/film-web/film-web.sheet.json'));
  expect(sheet).toMatchObject({ client: 'Trial & Co', seconds: 2, duration: '00:00:02:00', rate: '25', channel: { id: 'web' } });
  const films = sheet.files.filter(({ picture }) => picture);
  expect(films.map(({ picture, level }) => [picture?.codec, picture?.width, picture?.height, picture?.frames, level])).toEqual([
    ['av1', 320, 180, 50, '2.0'],
    ['h264', 320, 180, 50, expect.stringMatching(/^\d\.\d$/)],
  ]);
  for (const { name, sha256, bytes } of sheet.files) {
    const file = readFileSync(workspace.path('output/try/video/film-web', name));
    expect([name, file.length, createHash('sha256').update(file).digest('hex')]).toEqual([name, bytes, sha256]);
  }
  expect(films[1]).toMatchObject({ scan: 'progressive', picture: { pixelShape: '1:1', rate: '25' }, sound: { codec: 'aac', channels: 2 } });
  expect(sheet.parts).toMatchObject([
    { clip: 'trailer', source: [0.4, 1.6], sourceTimecode: ['01:00:00:10', '01:00:01:15'], recordTimecode: ['00:00:00:00', '00:00:01:05'] },
    { clip: 'late', record: [1, 2], recordTimecode: ['00:00:01:00', '00:00:02:00'], fade: 0.2 },
  ]);
  expect(sheet.parts[1]).not.toHaveProperty('sourceTimecode');
  expect(sheet.rights).toMatchObject([
    { asset: 'late', creator: 'Ann' },
    { asset: 'trailer', until: '2099-01-01' },
  ]);
  const spot: FilmSheet = JSON.parse(read('audio/spot-podcast/spot-podcast.sheet.json'));
  expect(spot.loudness).toMatchObject({ target: -16, after: { loudness: expect.closeTo(-16, 0) } });
  expect(spot.limits.length).toBeGreaterThan(3);
  expect(new Set(spot.limits.map(({ verdict }) => verdict))).toContain('kept');
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'doctype-style': 'off', 'no-inline-style': 'off', 'long-title': 'off' },
  });
  for (const path of ['video/film-web/film-web.sheet.html', 'audio/spot-podcast/spot-podcast.sheet.html']) {
    const { results } = await validator.validateString(read(path));
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`))).toEqual([]);
  }
});

test('built again nothing is made, and every paper has the same bytes', () => {
  const before = workspace.tree('output/try/video');
  expect(workspace.build().report.jobs.made).toBe(0);
  // Not as it stands, but judged and laid anew.
  workspace.write({ 'assets/try/content/en/note.md': 'a' });
  expect(workspace.build().report.jobs.made).toBe(0);
  expect(workspace.tree('output/try/video')).toEqual(before);
});
