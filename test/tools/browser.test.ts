/** What a browser sees: faults of pages and banners are noticed, captures are the same twice and keep to their weight. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BannerFacts } from '../../pipeline/model/facts.ts';
import { type BrowserTool, openBrowser, type ServedFile } from '../../pipeline/tools/browser.ts';
import { type BrowserProgram, findBrowser } from '../../pipeline/tools/browser-find.ts';
import { bundleScript } from '../../pipeline/tools/bundle.ts';
import { page, processes, RUNTIME, TYPES } from './browser-help.ts';

// Generous: a browser on a busy computer.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let program: BrowserProgram | undefined;
let browser: BrowserTool | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kader-browser-'));
  program = await findBrowser({ ...process.env, XDG_CACHE_HOME: folder });
  if (program) browser = openBrowser(program, { pages: 2 });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

let count = 0;
async function serve(contents: Readonly<Record<string, string | Buffer>>): Promise<Map<string, ServedFile>> {
  const files = new Map<string, ServedFile>();
  for (const [path, content] of Object.entries(contents)) {
    // As in the store: the name on disk says nothing.
    const stored = join(folder, `blob-${++count}`);
    await writeFile(stored, content);
    files.set(path, { path: stored, type: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
  }
  return files;
}

const opened = (context: { skip: (note: string) => void }): BrowserTool => {
  if (!browser) context.skip('no browser of the Chromium family was found');
  return browser as BrowserTool;
};

async function banner(timeline: string, body: string, style = '', script = ''): Promise<Map<string, ServedFile>> {
  const house = await mkdtemp(join(folder, 'house-'));
  await mkdir(join(house, 'runtime'));
  await writeFile(join(house, 'runtime', 'motion.js'), RUNTIME);
  const bundled =
    timeline &&
    (await bundleScript({
      root: house,
      entry: 'motion.ts',
      resolveDir: house,
      modules: { 'kader/motion': join(house, 'runtime', 'motion.js') },
      format: 'iife',
      target: ['es2020'],
      entryContents: `import { gsap } from 'gsap'; import { start } from 'kader/motion'; start(() => ${timeline});`,
    }));
  if (bundled && 'fault' in bundled) throw new Error(JSON.stringify(bundled.fault));
  return serve({
    'index.html': page(
      `${body}<script src="motion.js"></script>`,
      `<style>body{margin:0;width:300px;height:250px;overflow:hidden;position:relative;background:#0b1b2b}${style}</style><script>var clickTag = "https://kaai.example/nl/?a=1";${script}</script>`,
    ),
    'motion.js': bundled ? bundled.code : '',
  });
}
const COVER = `<a id="click" href="javascript:void(window.open(clickTag))" style="position:absolute;inset:0"></a>`;
const unit = { width: 300, height: 250, clickTag: 'https://kaai.example/nl/?a=1' };
const factsOf = async (tool: BrowserTool, files: ReadonlyMap<string, ServedFile>): Promise<BannerFacts> =>
  (await tool.runBanner({ ...unit, files, measured: true, captures: [] })).facts as BannerFacts;

describe('a page', () => {
  test('that is sound gives no complaint, whoever measured before', async (context) => {
    const tool = opened(context);
    const files = await serve({
      'nl/index.html': page(
        '<main><h1>Kaai</h1></main><script>if (localStorage.seen) throw new Error("seen"); localStorage.seen = 1</script>',
        '<link rel="stylesheet" href="../s.css">',
      ),
      's.css': 'h1{color:#000}',
    });
    const sound = { what: 'page', consoleErrors: [], failedRequests: [], outsideRequests: [], axe: [], overflowsAt: [] };
    const first = await tool.measurePage({ url: '/nl/', files });
    expect(first).toMatchObject(sound);
    expect(first.bytes).toBe((await readFile((files.get('nl/index.html') as ServedFile).path)).length + 14);
    expect(await tool.measurePage({ url: '/nl/', files })).toEqual(first);
  });

  test('shows its missing files, outside requests, errors, accessibility faults and widths that scroll', async (context) => {
    const tool = opened(context);
    const files = await serve({
      'nl/index.html': page(
        '<h1>Kaai</h1><img src="gone.png"><img src="../pixel.png"><p style="color:#aaa;background:#fff">Bleek</p><div style="width:600px">Breed</div><img src="https://elsewhere.example/a.png" alt=""><script>console.error("kapot"); undefinedName()</script><script src="/gone.js"></script>',
      ),
      'pixel.png': await sharp({ create: { width: 2, height: 2, channels: 3, background: '#f00' } })
        .png()
        .toBuffer(),
    });
    const facts = await tool.measurePage({ url: '/nl/', files });
    expect(facts.failedRequests).toEqual(['/gone.js', '/nl/gone.png']);
    expect(facts.outsideRequests).toEqual(['https://elsewhere.example/a.png']);
    expect(facts.consoleErrors).toEqual(['kapot', 'undefinedName is not defined']);
    expect(facts.overflowsAt).toEqual([360]);
    expect(facts.axe.map(({ rule, impact, count: times }) => [rule, impact, times])).toEqual([
      ['color-contrast', 'serious', 1],
      ['image-alt', 'critical', 2],
    ]);
    expect(facts.axe[1]?.target).toBe('img[src$="gone.png"]');
  });

  test('that hides what sticks out, or that leads elsewhere at once, is measured as it stands', async (context) => {
    const tool = opened(context);
    const files = await serve({
      'index.html': page(
        '<main><h1>Kaai</h1><p><a href="nl/">Nederlands</a></p></main>',
        '<meta http-equiv="refresh" content="0; url=nl/">',
      ),
      'nl/index.html': page('<h1>Kaai</h1><img src="gone.png">'),
      'wide/index.html': page('<main><h1>Kaai</h1><div style="width:3000px">x</div></main>', '<style>html{overflow-x:hidden}</style>'),
    });
    expect(await tool.measurePage({ url: '/', files })).toMatchObject({ failedRequests: [], consoleErrors: [], overflowsAt: [] });
    expect(await tool.measurePage({ url: '/wide/', files })).toMatchObject({ overflowsAt: [] });
  });

  test('waits its turn when there are more pages than places', async (context) => {
    const tool = opened(context);
    const files = await serve({ 'index.html': page('<main><h1>Kaai</h1></main>') });
    const facts = await Promise.all(Array.from({ length: 5 }, () => tool.measurePage({ url: '/', files })));
    for (const each of facts) expect(each).toEqual(facts[0]);
  });
});

describe('a banner', () => {
  test('tells its seconds, loops, weight and what a click opens', async (context) => {
    const tool = opened(context);
    const files = await banner(
      `gsap.timeline({ paused: true, repeat: 2, repeatDelay: 1 }).fromTo('h1', { x: -300 }, { x: 0, duration: 3 })`,
      `<h1 data-slot="headline" style="color:#fff;margin:20px">Kaai</h1>${COVER}`,
    );
    const facts = await factsOf(tool, files);
    expect(facts).toMatchObject({
      what: 'banner',
      seconds: 11,
      endless: false,
      loops: 3,
      hasTimeline: true,
      consoleErrors: [],
      failedRequests: [],
      outsideRequests: [],
      clickOpens: unit.clickTag,
      overflows: [],
      lastChange: 11,
      stillEnd: true,
      subload: { bytes: 0, gzipBytes: 0, requests: 0 },
    });
    expect(facts.initial.requests).toBe(2);
    expect(facts.initial.bytes).toBeGreaterThan(50_000);
    expect(facts.initial.gzipBytes).toBeLessThan(facts.initial.bytes / 2);
  });

  test('that repeats for ever is endless, by GSAP or by CSS', async (context) => {
    const tool = opened(context);
    const byGsap = await banner(`gsap.timeline({ paused: true, repeat: -1 }).to('h1', { x: 10, duration: 1 })`, '<h1>Kaai</h1>');
    const byCss = await banner('', '<h1>Kaai</h1>', '@keyframes tide{to{opacity:.5}}h1{animation:tide 2s infinite}');
    expect(await factsOf(tool, byGsap)).toMatchObject({
      endless: true,
      seconds: null,
      hasTimeline: true,
      clickOpens: null,
    });
    expect(await factsOf(tool, byCss)).toMatchObject({ endless: true, seconds: null, hasTimeline: false });
  });

  test('whose click follows a link, in this window or a new one, tells where', async (context) => {
    const tool = opened(context);
    for (const target of ['', ' target="_blank"']) {
      const files = await banner('', `<a href="https://kaai.example/fr/"${target} style="position:absolute;inset:0">Kaai</a>`);
      expect(await factsOf(tool, files)).toMatchObject({ clickOpens: 'https://kaai.example/fr/', outsideRequests: [] });
    }
  });

  test('tells texts that do not fit their box, a box that cuts them off, or the unit', async (context) => {
    const tool = opened(context);
    const files = await banner(
      '',
      `<p data-slot="tight" style="font:20px/1 sans-serif;margin:0;width:200px">Past precies gpq</p>
       <p data-slot="wide" style="font:20px sans-serif;margin:0;width:100px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis">Dit is te lang voor zijn vak</p>
       <div style="height:20px;overflow:hidden"><p data-slot="cut" style="font:20px/1.2 sans-serif;margin:0;width:90px">Drie regels in een vak van een</p></div>
       <p data-slot="outside" style="position:absolute;left:290px;top:200px;margin:0">Kaai</p>
       <p data-slot="empty"></p>`,
    );
    const { overflows } = await factsOf(tool, files);
    expect(overflows.map(({ slot }) => slot)).toEqual(['wide', 'cut', 'outside']);
    for (const { px } of overflows) expect(px).toBeGreaterThan(5);
  });

  test('is captured at its end, the same twice, within its weight, at both scales', async (context) => {
    const tool = opened(context);
    const noise = await sharp({
      create: { width: 300, height: 125, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
    })
      .png()
      .toBuffer();
    const files = await banner(
      `gsap.timeline({ paused: true }).fromTo('#box', { x: -300 }, { x: 0, duration: 3 })`,
      `<div id="box" style="position:absolute;left:0;top:125px;width:300px;height:125px;background:#f00"></div><img alt="" src="noise.png" width="300" height="125" style="display:block">`,
    );
    for (const [path, file] of await serve({ 'noise.png': noise })) files.set(path, file);
    const capture = async (name: string, options: { format: 'jpeg' | 'png'; maxBytes: number; scale: 1 | 2 }): Promise<Buffer> => {
      const to = join(folder, name);
      const { format, ...rest } = options;
      await tool.runBanner({ ...unit, files, measured: false, captures: [{ what: 'still', formats: [format], ...rest, to }] });
      return readFile(to);
    };
    const whole = await capture('whole.png', { format: 'png', maxBytes: 1e6, scale: 1 });
    const pixel = await sharp(whole).extract({ left: 150, top: 200, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
    expect([...pixel]).toEqual([255, 0, 0]);
    const [large, small, again] = [
      await capture('a.jpg', { format: 'jpeg', maxBytes: 200_000, scale: 1 }),
      await capture('b.jpg', { format: 'jpeg', maxBytes: 15_000, scale: 1 }),
      await capture('c.jpg', { format: 'jpeg', maxBytes: 15_000, scale: 1 }),
    ];
    expect(small.equals(again)).toBe(true);
    expect(large.length).toBeGreaterThan(15_000);
    expect(small.length).toBeLessThanOrEqual(15_000);
    expect(small.length).toBeGreaterThan(13_000);
    expect(await sharp(small).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 250, space: 'srgb' });
    expect(await sharp(await capture('d.jpg', { format: 'jpeg', maxBytes: 200_000, scale: 2 })).metadata()).toMatchObject({
      width: 600,
      height: 500,
    });
  });

  test('has its fonts before it is looked at', async (context) => {
    const tool = opened(context);
    const font = await readFile(
      fileURLToPath(new URL('../../node_modules/@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2', import.meta.url)),
    );
    const files = await banner(
      '',
      '<p style="font-family:Archivo">Kaai</p>',
      '@font-face{font-family:Archivo;src:url(a.woff2)}',
      'addEventListener("load", () => document.fonts.check("16px Archivo") || console.error("no font"))',
    );
    for (const [path, file] of await serve({ 'a.woff2': font })) files.set(path, file);
    expect(await factsOf(tool, files)).toMatchObject({ consoleErrors: [], initial: { requests: 3 } });
  });
});

describe('the browser', () => {
  test('named wrongly is told, and none is found where there is none', async () => {
    await expect(findBrowser({ KADER_BROWSER: join(folder, 'none') })).rejects.toThrow('KADER_BROWSER');
  });

  test('ends a page that hangs, with an error that says so, and goes on', async (context) => {
    opened(context);
    const own = openBrowser(program as BrowserProgram, { pages: 1, limitMs: 8000 });
    const files = await serve({
      'index.html': page('<main><h1>Kaai</h1></main>'),
      'loop/index.html': page('<h1>Kaai</h1><script>for (;;);</script>'),
    });
    await own.measurePage({ url: '/', files });
    await expect(own.measurePage({ url: '/loop/', files })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(await own.measurePage({ url: '/', files })).toMatchObject({ axe: [] });
    await own.close();
  });

  test('that is killed, or whose page crashes, is started again; close leaves no process behind', async (context) => {
    opened(context);
    if (process.platform === 'win32') context.skip('processes are listed by ps');
    const own = openBrowser(program as BrowserProgram, { pages: 1 });
    const before = new Set(processes().map(({ pid }) => pid));
    const files = await serve({ 'index.html': page('<main><h1>Kaai</h1></main>') });
    await own.measurePage({ url: '/', files });
    const started = processes().filter(({ pid }) => !before.has(pid));
    process.kill(
      started.find(({ args }) => args.includes('--remote-debugging-pipe') && !args.includes('--type='))?.pid as number,
      'SIGKILL',
    );
    expect(await own.measurePage({ url: '/', files })).toMatchObject({ axe: [] });
    const again = processes().filter(({ pid }) => !before.has(pid));
    for (const { pid } of again.filter(({ args }) => args.includes('--type=renderer'))) process.kill(pid, 'SIGKILL');
    expect(await own.measurePage({ url: '/', files })).toMatchObject({ axe: [] });
    await own.close();
    const left = new Set(processes().map(({ pid }) => pid));
    expect([...started, ...again].filter(({ pid }) => left.has(pid))).toEqual([]);
  });
});
