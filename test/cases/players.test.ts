/** Films and sound on pages: built whole, served, and played in a browser by hand and by key. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportJson } from '../../pipeline/model/record.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { contentTypeOf, type Server, startServer } from '../../pipeline/tools/server.ts';
import { CODING, TAGS_709, writeClip } from '../support/numbered-clips.ts';
import { HOUSE, makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const SRT = {
  en: '1\n00:00:00,500 --> 00:00:01,400\nThe sea,\nat <i>six</i>.\n\n2\n00:00:01,500 --> 00:00:02,600\n- Cold & deep?\n- No.\n',
  nl: '1\n00:00:00,500 --> 00:00:02,400\nDe zee.\n',
};
const RIGHTS = '{ creator: A, credit: A, copyright: © A, licence: all, until: 2099-01-01 }';
const order = ORDER.replace('languages: [en, nl]', 'languages: [en, nl]\ndeadline: 2098-04-01').replace(
  'deliver:',
  `  - name: trailer\n    file: video/trailer.mp4\n    captions: { en: video/en.srt, nl: video/nl.srt }\n    rights: ${RIGHTS}\ndeliver:`,
);
const ORDERED = `${order}  video:
    - { name: web, from: trailer, channel: web }
    - { name: reel, from: trailer, channel: tiktok }
  audio:
    - { name: spot, from: trailer, channel: web, title: Waves, chapters: [{ at: 0, title: Foam }, { at: 1.5, title: Salt & sand }] }
`;
const page = (title: string, body: string): string => `---\nlayout: page.njk\ntitle: ${title}\n---\n${body}\n`;

let workspace: TestWorkspace;
let report: ReportJson;
let server: Server;
let browser: Browser;
beforeAll(async () => {
  const rules = 'rules: { clip: { leastSide: 100, wantedSide: 100 } }\n';
  workspace = makeWorkspace(
    await plainWorkspace({
      'assets/try/order.yaml': ORDERED,
      'assets/try/video/en.srt': SRT.en,
      'assets/try/video/nl.srt': SRT.nl,
      'templates/plain/house.yaml': HOUSE + rules,
      'templates/plain/site/site.css':
        'body { margin: 0 } figure { margin: 0 } img, video { display: block; width: 100%; height: auto } audio { width: 100% }',
      'assets/try/content/en/index.md': page(
        'Sea',
        '{% video "web", caption="The sea & us", description="</script><b src=\'/x\'>", schema=true %}\n\nBelow it.\n\n{% audio "spot", schema=true %}',
      ),
      'assets/try/content/nl/index.md': page(
        'Zee',
        '{{ video("web", captions="shown", poster="sea", class="wide", transcript="Wat gezegd wordt") }}\n\nEronder.',
      ),
    }),
  );
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000:duration=3.2'];
  const options = ['-map', '0:v', '-map', '1:a', ...CODING, ...TAGS_709, '-c:a', 'aac', '-b:a', '128k'];
  writeClip(workspace.path('assets/try/video/trailer.mp4'), 80, '25', { inputs: tone, options });
  report = workspace.build('--only', 'site').report;
  server = await startServer({ port: 0 });
  const root = workspace.path('output/try/site');
  const files = Object.keys(workspace.tree('output/try/site'));
  server.publish(new Map(files.map((path) => [`/${path}`, { path: join(root, path), type: contentTypeOf(path) }])));
  const program = await findBrowser(process.env);
  if (!program) throw new Error('No browser of the Chromium family was found: npm run setup -- --test');
  browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox', ...program.args] });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  workspace?.remove();
});

const plain = (path: string): string => path.replace(/-[0-9a-f]{10}\./, '.');
const html = (language: string): string => readFileSync(workspace.path(`output/try/site/${language}/index.html`), 'utf8');

async function open(language: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<{ opened: Page; told: string[] }> {
  const opened = await browser.newPage({ viewport: { width: 600, height: 700 }, ...options });
  const told: string[] = [];
  opened.on(
    'console',
    (message) => void (message.type() === 'error' && !/favicon/.test(message.location().url) && told.push(message.text())),
  );
  opened.on('pageerror', (error) => void told.push(error.message));
  await opened.goto(`${server.url}${language}/index.html`);
  await opened.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 1);
  return { opened, told };
}

test('a site alone gets the films that its pages play, and its pages are sound', () => {
  const told = report.findings.filter(({ severity }) => severity !== 'info');
  expect(told.filter(({ code }) => code !== 'clip-starved').map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  expect(report.deliverables.map(({ name, sound }) => [name, sound])).toEqual([['site', true]]);
  const media = Object.keys(workspace.tree('output/try/site')).filter((path) => path.startsWith('media/'));
  expect(media.map(plain).sort()).toEqual([
    'media/spot-chapters.vtt',
    'media/spot-web.svg',
    'media/spot.m4a',
    'media/spot.ogg',
    'media/web-180-av1.mp4',
    'media/web-180-h264.mp4',
    'media/web-en.vtt',
    'media/web-nl.vtt',
    'media/web-poster.jpg',
    'media/web-sprite.jpg',
    'media/web-sprite.vtt',
  ]);
});

test('a film is reached and played by key; captions, sprites and poster load, and nothing moves', async () => {
  const { opened, told } = await open('en');
  const at = await opened.evaluate(async () => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const poster = new Image();
    poster.src = video.poster;
    await poster.decode();
    const { paused, autoplay, preload, videoWidth, videoHeight, currentSrc } = video;
    const { width, height } = video.getBoundingClientRect();
    const map = await (await fetch(new URL(video.dataset['sprite'] ?? '', document.baseURI))).text();
    const label = video.getAttribute('aria-label');
    const tracks = [...video.textTracks].map(({ kind, language, label: name, mode }) => [kind, language, name, mode]);
    return {
      paused,
      autoplay,
      preload,
      videoWidth,
      videoHeight,
      currentSrc,
      ratio: width / height,
      width,
      poster: poster.naturalWidth,
      map,
      label,
      tracks,
    };
  });
  expect(at).toMatchObject({
    paused: true,
    autoplay: false,
    preload: 'metadata',
    videoWidth: 320,
    videoHeight: 180,
    width: 600,
    poster: 320,
  });
  expect(at).toMatchObject({ label: 'The sea & us', map: expect.stringMatching(/web-sprite-\w+\.jpg#xywh=0,0,/) });
  expect(at.ratio).toBeCloseTo(16 / 9, 3);
  expect(at.currentSrc).toMatch(/media\/web-180-av1-\w+\.mp4$/);
  expect(at.tracks).toEqual([
    ['captions', 'en', 'English', 'disabled'],
    ['captions', 'nl', 'Nederlands', 'disabled'],
  ]);
  await opened.keyboard.press('Tab');
  expect(await opened.evaluate(() => document.activeElement?.tagName)).toBe('VIDEO');
  await opened.keyboard.press('Space');
  await opened.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
  const cues = await opened.evaluate(async () => {
    const [track] = [...(document.querySelector('video')?.textTracks ?? [])];
    if (!track) return [];
    track.mode = 'showing';
    for (let tries = 0; (track.cues?.length ?? 0) < 2 && tries < 100; tries++) await new Promise((later) => setTimeout(later, 20));
    return [...(track.cues ?? [])].map((cue) => [cue.startTime, cue.endTime, (cue as VTTCue).text]);
  });
  expect(cues).toEqual([
    [0.5, 1.4, 'The sea,\nat <i>six</i>.'],
    [1.5, 2.6, '- Cold &amp; deep?\n- No.'],
  ]);
  // What shifts inside the browser's own controls belongs to no node of the page.
  const moved = await opened.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const nodes: string[] = [];
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as unknown as { sources: { node: Node | null }[] }[];
          for (const { node } of shifts.flatMap(({ sources }) => sources)) if (node) nodes.push(node.nodeName);
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(nodes), 200);
      }),
  );
  expect([moved, told]).toEqual([[], []]);
  await opened.close();
});

test('what is said can be read, by keyboard too', async () => {
  const { opened } = await open('en');
  const first = opened.locator('details').first();
  expect(await first.locator('p').first().isVisible()).toBe(false);
  await first.locator('summary').focus();
  await opened.keyboard.press('Enter');
  expect(await first.locator('p').first().isVisible()).toBe(true);
  expect(await first.locator('summary').textContent()).toBe('Transcript');
  expect(await first.locator('p').evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText))).toEqual([
    'The sea, at six.\n- Cold & deep?\n- No.',
  ]);
  await opened.close();
});

test('sound plays beside its drawing, with its chapters', async () => {
  const { opened, told } = await open('en');
  const heard = await opened.evaluate(async () => {
    const audio = document.querySelector('audio') as HTMLAudioElement;
    audio.muted = true;
    await audio.play();
    while (audio.currentTime < 0.1) await new Promise((later) => setTimeout(later, 20));
    audio.pause();
    const [track] = [...audio.textTracks];
    if (track) track.mode = 'hidden';
    for (let tries = 0; !track?.cues?.length && tries < 100; tries++) await new Promise((later) => setTimeout(later, 20));
    const image = document.querySelector('.kader-audio img') as HTMLImageElement;
    image.loading = 'eager';
    await image.decode();
    const chapters = [...(track?.cues ?? [])].map((cue) => [cue.startTime, cue.endTime, (cue as VTTCue).text]);
    const types = [...audio.querySelectorAll('source')].map(({ type }) => type.split(';')[0]);
    const played = types.find((_, at) => audio.currentSrc === audio.querySelectorAll('source')[at]?.src);
    const { duration: seconds, ariaLabel: label } = audio;
    return { seconds, kind: track?.kind, chapters, width: image.naturalWidth, label, types, played };
  });
  expect(heard).toMatchObject({ kind: 'chapters', width: 960, label: 'Waves', types: ['audio/ogg', 'audio/mp4'], played: 'audio/ogg' });
  expect(heard.chapters).toEqual([
    [0, 1.5, 'Foam'],
    [1.5, 3.2, 'Salt &amp; sand'],
  ]);
  expect(heard.seconds).toBeCloseTo(3.2, 1);
  expect(told).toEqual([]);
  await opened.close();
});

test('search engines are told of it in sound JSON that no text can break out of', () => {
  const data = [...html('en').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text = '']) => JSON.parse(text));
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({
    '@type': 'VideoObject',
    name: 'The sea & us',
    description: "</script><b src='/x'>",
    uploadDate: '2098-04-01',
    duration: 'PT3.2S',
    contentUrl: expect.stringMatching(/^https:\/\/trial\.example\/media\/web-180-h264-\w+\.mp4$/),
    thumbnailUrl: expect.stringMatching(/^https:\/\/trial\.example\/media\/web-poster-\w+\.jpg$/),
    inLanguage: 'en',
    transcript: 'The sea, at six.\n- Cold & deep?\n- No.',
  });
  expect(data[1]).toMatchObject({ '@type': 'AudioObject', name: 'Waves', encodingFormat: 'audio/mp4' });
});

test('a page says what it wants otherwise, and who asked for less motion gets none', async () => {
  const { opened, told } = await open('nl', { reducedMotion: 'reduce' });
  await opened.waitForFunction(() => [...(document.querySelector('video')?.textTracks ?? [])].some(({ cues }) => cues?.length));
  const seen = await opened.evaluate(async () => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const poster = new Image();
    poster.src = video.poster;
    await poster.decode();
    const on = [...video.textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language);
    const summary = document.querySelector('summary')?.textContent;
    return {
      paused: video.paused,
      at: video.currentTime,
      on,
      summary,
      poster: [poster.naturalWidth, poster.naturalHeight],
      in: video.closest('div')?.className,
    };
  });
  expect(seen).toEqual({ paused: true, at: 0, on: ['nl'], summary: 'Wat gezegd wordt', poster: [320, 180], in: 'kader-video wide' });
  expect(told).toEqual([]);
  await opened.close();
});

test('a name that is not there is told where it stands, with what was meant; unchanged, nothing is made again', () => {
  expect(workspace.build('--only', 'site').report.jobs.made).toBe(0);
  workspace.write({ 'assets/try/content/nl/index.md': page('Zee', 'Een regel.\n\n{% video "wb" %}\n\n{% video "reel" %}') });
  const { stdout, code } = workspace.run('build', 'try', '--only', 'site', '--no-measure');
  expect(code).toBe(1);
  expect(stdout).toMatch(/nl\/index\.md:7[\s\S]*cannot play the film “wb”[\s\S]*Did you mean “web”\?/);
  expect(stdout).toMatch(/nl\/index\.md:9[\s\S]*to other channels only[\s\S]*Add web to the channel of “reel”\./);
});
