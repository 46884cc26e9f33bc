/** An adaptive stream (HLS) as a player of browsers takes it: hls.js starts it, changes rungs, looks for moments, shows captions. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Hls from 'hls.js';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { contentTypeOf, type Server, startServer } from '../../pipeline/tools/server.ts';
import { brokenRules } from '../support/apple-hls.ts';
import { HOUSE, makeWorkspace, ORDER, plainWorkspace, ROOT, type TestWorkspace } from '../support/workspace.ts';

const RIGHTS = '{ creator: A, credit: A, copyright: © A, licence: all, until: 2099-01-01 }';
const srt = (first: string): string => `1\n00:00:00,500 --> 00:00:02,500\n${first}\n\n2\n00:00:06,300 --> 00:00:07,500\nThe end.\n`;
const STREAM = `${ORDER.replace(
  'deliver:',
  `  - { name: trailer, file: video/trailer.mp4, captions: { en: video/en.srt, fr: video/fr.srt }, rights: ${RIGHTS} }\ndeliver:`,
)}  video:
    - { name: web, from: trailer, channel: web, hls: true }
`;
/** Two segments: of 6 s, and of 1.6 s. */
const SECONDS = 7.6;

let workspace: TestWorkspace;
let server: Server;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  workspace = makeWorkspace(
    await plainWorkspace({
      'assets/try/order.yaml': STREAM,
      'assets/try/video/en.srt': srt('The sea.'),
      'assets/try/video/fr.srt': srt('La mer.'),
      'templates/plain/house.yaml': `${HOUSE}rules: { clip: { leastSide: 100 } }\n`,
    }),
  );
  // Large enough for a smaller rung, and of few and simple pictures: quickly coded.
  const picture = `color=0x1f4e79:s=568x568:r=24:d=${SECONDS},drawbox=x=40*t:y=200:w=120:h=120:c=0xd0a040:t=fill`;
  const tone = `sine=frequency=440:sample_rate=48000:duration=${SECONDS}`;
  const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-ac', '2'];
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', tone, ...coded],
    workspace.path('assets/try/video/trailer.mp4'),
  ]);
  workspace.build('--only', 'video', '--no-measure');
  server = await startServer({ port: 0 });
  const root = workspace.path('output/try/video');
  const files = Object.keys(workspace.tree('output/try/video'));
  const player = `<!doctype html><title>Stream</title><video muted playsinline width=300></video><script src="hls.js"></script>`;
  server.publish(
    new Map([
      ...files.map((path) => [`/${path}`, { path: join(root, path), type: contentTypeOf(path) }] as const),
      ['/hls.js', { path: join(ROOT, 'node_modules/hls.js/dist/hls.min.js'), type: 'text/javascript' }],
      ['/', { text: player, type: 'text/html; charset=utf-8' }],
      ['/index.html', { text: player, type: 'text/html; charset=utf-8' }],
    ]),
  );
  const program = await findBrowser(process.env);
  if (!program) throw new Error('No browser of the Chromium family was found: npm run setup -- --test');
  browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox', ...program.args] });
  page = await browser.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  workspace?.remove();
});

const master = (): string => {
  const found = Object.keys(workspace.tree('output/try/video')).find((path) => path.includes('web-master'));
  if (!found) throw new Error('no master playlist is there');
  return found;
};

test('it starts, changes its rung, is sought, shows captions and hears its sound, without an error', { timeout: 60_000 }, async () => {
  const asked: { url: string; range: string }[] = [];
  page.on('request', (request) => asked.push({ url: request.url(), range: request.headers()['range'] ?? '' }));
  await page.goto(server.url);
  const seen = await page.evaluate(async (url) => {
    const Player = (window as unknown as { Hls: typeof Hls }).Hls;
    const video = document.querySelector('video') as HTMLVideoElement;
    const hls = new Player({ enableWorker: false, startLevel: 0 });
    const told: string[] = [];
    const rungs: number[] = [];
    hls.on(Player.Events.ERROR, (_, { details, fatal, error, url, frag }) => {
      // The player gave up a request of its own, for it was told to change its rung.
      if (details === Player.ErrorDetails.INTERNAL_ABORTED && !fatal) return;
      told.push(`${fatal ? 'fatal ' : ''}${details}: ${error.message} ${url ?? frag?.url ?? ''}, after ${rungs.length} rungs`);
    });
    const until = async (what: string, test: () => boolean): Promise<void> => {
      for (let waited = 0; !test(); waited += 20) {
        if (waited > 10_000) throw new Error(`waited for ${what} in vain: ${told.join('; ')}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const saying = (): string[] =>
      [...video.textTracks].flatMap(({ activeCues }) => [...(activeCues ?? [])].map((cue) => (cue as VTTCue).text));
    const shows = (from: number, to: number) => (): boolean => video.currentTime >= from && video.currentTime < to && video.readyState >= 3;
    hls.loadSource(url);
    hls.attachMedia(video);
    await until('levels', () => hls.levels.length > 0);
    const levels = hls.levels.map(({ width, height, codecSet }) => ({ width, height, codecSet }));
    await video.play();
    await until('the first frames', shows(0.3, 6));
    hls.subtitleTrack = hls.subtitleTracks.findIndex(({ lang }) => lang === 'fr');
    await until('captions', () => saying().length > 0);
    const caption = saying();
    for (const [at] of levels.entries()) {
      hls.currentLevel = at;
      await until(`rung ${at}`, () => video.videoWidth === levels[at]?.width && hls.currentLevel === at);
      rungs.push(video.videoWidth);
    }
    video.currentTime = 6.4;
    await until('the moment that was sought', shows(6.4, 7.5));
    const last = saying();
    await until('the end', () => video.ended);
    return {
      told,
      levels,
      caption,
      rungs,
      last,
      seconds: video.duration,
      captions: hls.subtitleTracks.map(({ name, lang }) => `${name} ${lang}`),
      sounds: hls.audioTracks.map(({ name, lang }) => `${name} ${lang}`),
      sound: hls.audioTrack,
      heard: (video as unknown as { webkitAudioDecodedByteCount: number }).webkitAudioDecodedByteCount,
    };
  }, `${server.url}${master()}`);
  expect(seen.told).toEqual([]);
  expect(seen.levels.map(({ width, height, codecSet }) => `${width} × ${height} ${codecSet}`).sort()).toEqual([
    '480 × 480 av01,mp4a',
    '480 × 480 avc1,mp4a',
    '568 × 568 av01,mp4a',
    '568 × 568 avc1,mp4a',
  ]);
  expect(seen.rungs).toEqual(seen.levels.map(({ width }) => width));
  expect([seen.captions, seen.caption, seen.last]).toEqual([['English en', 'Français fr'], ['La mer.'], ['The end.']]);
  expect(seen.sounds).toEqual(['Sound und']);
  expect(seen.sound).toBe(0);
  expect(seen.heard).toBeGreaterThan(10_000);
  expect(Math.abs(seen.seconds - SECONDS)).toBeLessThan(0.1);
  // No file is fetched whole for its sake: streams are asked for piece by piece.
  const streams = asked.filter(({ url }) => url.endsWith('.mp4'));
  expect(streams.filter(({ range }) => !/^bytes=\d+-\d+$/.test(range))).toEqual([]);
  expect(streams.length).toBeGreaterThan(9);
});

test('the playlists keep the rules of Apple that a machine can read, and a spoiled one does not', () => {
  const folder = join(workspace.path('output/try/video', master()), '..');
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const text = readFileSync(workspace.path('output/try/video', master()), 'utf8');
  expect(brokenRules(text, read)).toEqual([]);
  const spoil = (from: RegExp, to: string): string[] => brokenRules(text.replace(from, to), read);
  expect(spoil(/AVERAGE-BANDWIDTH=\d+,/, '')).toEqual(['9.14', '1.26']);
  expect(spoil(/BANDWIDTH=\d+/, 'BANDWIDTH=9000000')).toEqual(['1.27']);
  expect(spoil(/,FRAME-RATE=[\d.]+/, '')).toEqual(['9.15']);
  expect(spoil(/#EXT-X-I-FRAME.+\n/g, '')).toEqual(['6.1']);
  expect(spoil(/LANGUAGE="fr",/, '')).toEqual(['8.10']);
  const cut = (name: string): Buffer => {
    const own = read(name).toString('latin1');
    return Buffer.from(/sound.*m3u8$/.test(name) ? own.replace(/#EXTINF(?![\s\S]*#EXTINF).+\n.+\n.+\n/, '') : own, 'latin1');
  };
  expect(brokenRules(text, cut)).toContain('8.3');
});
