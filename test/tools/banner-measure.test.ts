/** What is seen of banners that break one thing each, and of one that breaks nothing. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CaptureWish } from '../../pipeline/model/capture.ts';
import type { BannerFacts } from '../../pipeline/model/facts.ts';
import type { ClickMechanism } from '../../pipeline/model/rules.ts';
import { type BrowserTool, openBrowser, type ServedFile } from '../../pipeline/tools/browser.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { bundleScript } from '../../pipeline/tools/bundle.ts';
import { programOnPath } from '../../pipeline/tools/programs.ts';
import { page, RUNTIME, TYPES } from './browser-help.ts';

// Generous: a browser on a busy computer.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let browser: BrowserTool | undefined;
let count = 0;
const LANDING = 'https://kaai.example/nl/';
const SIZE = { width: 300, height: 250 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kader-banner-'));
  const program = await findBrowser({ ...process.env, XDG_CACHE_HOME: folder });
  if (program) browser = openBrowser(program, { pages: 2 });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

type Contents = Readonly<Record<string, string | Buffer>>;
interface Wish {
  readonly style?: string;
  readonly files?: Contents;
  readonly size?: { width: number; height: number };
  readonly click?: ClickMechanism;
  readonly known?: BannerFacts;
  readonly captures?: readonly (CaptureWish & { readonly to: string })[];
}

/** Runs a page made by hand, on which everything clicks through. */
async function run(context: { skip: (note: string) => void }, body: string, wish: Wish = {}) {
  if (!browser) context.skip('no browser of the Chromium family was found');
  const { width, height } = wish.size ?? SIZE;
  const html = page(
    body,
    `<style>body{margin:0;width:${width}px;height:${height}px;overflow:hidden;position:relative;background:#0f6e6e;color:#fff;font:20px sans-serif}${wish.style ?? ''}</style><script>var clickTag="${LANDING}"</script>`,
  );
  const files = new Map<string, ServedFile>();
  for (const [path, content] of Object.entries({ 'index.html': html, ...wish.files })) {
    const stored = join(folder, `blob-${++count}`);
    await writeFile(stored, content);
    files.set(path, { path: stored, type: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
  }
  const click = wish.click ? { click: wish.click } : {};
  return (browser as BrowserTool).runBanner({
    width,
    height,
    files,
    clickTag: LANDING,
    measured: !wish.captures,
    ...(wish.known ? { known: wish.known } : {}),
    captures: wish.captures ?? [],
    ...click,
  });
}
const factsOf = async (...all: Parameters<typeof run>): Promise<BannerFacts> => (await run(...all)).facts as BannerFacts;

/** A bundle with GSAP: by Kader's contract, or as a page made elsewhere has it. */
async function scripted(code: string): Promise<string> {
  const house = await mkdtemp(join(folder, 'house-'));
  await mkdir(join(house, 'runtime'));
  await writeFile(join(house, 'runtime', 'motion.js'), RUNTIME);
  const bundled = await bundleScript({
    root: house,
    entry: 'motion.ts',
    resolveDir: house,
    modules: { 'kader/motion': join(house, 'runtime', 'motion.js') },
    format: 'iife',
    target: ['es2020'],
    entryContents: `import { gsap } from 'gsap'; import { start } from 'kader/motion'; ${code}`,
  });
  if ('fault' in bundled) throw new Error(JSON.stringify(bundled.fault));
  return bundled.code;
}
const CLICK = '<a href="javascript:void(window.open(clickTag))" style="position:absolute;inset:0"></a>';
const noise = (width: number, height: number, mean: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean, sigma: 60 } } })
    .png()
    .toBuffer();

describe('a banner', () => {
  test('that does everything right has nothing to tell', async (context) => {
    const facts = await factsOf(context, `<h1 data-slot="headline">Kaai</h1><script src="motion.js"></script>${CLICK}`, {
      files: {
        'motion.js': await scripted(
          `start(() => gsap.timeline({ paused: true }).addLabel('words', 0.5).from('h1', { x: -300, duration: 1 }).addLabel('rest'))`,
        ),
      },
    });
    expect(facts).toMatchObject({
      seconds: 1,
      lastChange: 1,
      stillEnd: true,
      flashes: 0,
      redFlashes: 0,
      costly: [],
      labels: [
        { name: 'words', at: 0.5 },
        { name: 'rest', at: 1 },
      ],
      edge: { white: 1, grey: 1, black: 1 },
      storage: [],
      dialogs: [],
      clickOpens: LANDING,
      widows: [],
    });
    expect(facts.frames).toEqual({ friendly: { same: true, errors: [] }, crossOrigin: { same: true, errors: [] } });
    expect(facts.cpu.in60).toBeLessThan(10);
    // White on #0f6e6e.
    expect(facts.contrasts).toEqual([{ slot: 'headline', moment: 'end', ratio: expect.closeTo(6.03, 1), least: 3 }]);
    // The stand-in for the run-time plays whatever was asked for.
    expect(facts.reducedMotion).toBe(false);
  });

  test('that was adapted for another target is looked at for what that may change, and whole where it ends otherwise', async (context) => {
    const motion = await scripted(
      `start(() => gsap.timeline({ paused: true }).from('h1', { x: -300, duration: 1 }));
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) kader.seek('end');`,
    );
    const body = `<h1 data-slot="headline">Kaai</h1><script src="motion.js"></script>${CLICK}`;
    const known = await factsOf(context, body, { files: { 'motion.js': motion } });
    expect(known.reducedMotion).toBe(true);
    // What only a whole look gives is taken over: nobody could measure these.
    const marked: BannerFacts = { ...known, cpu: { in30: 1234, in60: 1234 } };
    const faulty = `${body}<script>localStorage.a = 1; console.error('the library is not there')</script>`;
    const adapted = await factsOf(context, faulty, { files: { 'motion.js': motion }, known: marked });
    expect(adapted).toEqual({
      ...marked,
      consoleErrors: ['the library is not there'],
      storage: ['localStorage'],
      initial: { ...known.initial, bytes: expect.any(Number), gzipBytes: expect.any(Number) },
      loadMs: expect.any(Number),
    });
    const other = await factsOf(context, body, { files: { 'motion.js': motion }, style: 'h1{color:#ff0}', known: marked });
    expect(other.cpu.in60).toBeLessThan(10);
    expect(other.end).not.toBe(known.end);
    const longer = await factsOf(context, body, { files: { 'motion.js': motion.replace('duration:1', 'duration:2') }, known: marked });
    expect(longer).toMatchObject({ seconds: 2, lastChange: 2 });
    const dead = await factsOf(context, body.replace(CLICK, ''), { files: { 'motion.js': motion }, known: marked });
    expect(dead).toMatchObject({ clickOpens: null, cpu: marked.cpu });
  });

  test('that flashes is told how often, by luminance and by red, and where it is too small to matter it is not', async (context) => {
    const flash = (colours: string[]): string =>
      `<script>let on=0;const s=${JSON.stringify(colours)};const id=setInterval(()=>{document.body.style.background=s[on++%2];if(on>24)clearInterval(id)},100)</script>`;
    const [light, red, slow, small, burst] = await Promise.all([
      factsOf(context, flash(['#000', '#fff'])),
      factsOf(context, flash(['#000', '#f00'])),
      factsOf(context, flash(['#000', '#fff']).replace(',100)', ',400)')),
      factsOf(context, flash(['#000', '#fff']), { size: { width: 320, height: 50 } }),
      factsOf(context, '<div></div>', {
        style: '@keyframes f{to{opacity:0}}div{position:absolute;inset:0;background:#fff;animation:f 0.125s 8 alternate}',
      }),
    ]);
    expect(light.flashes).toBe(5);
    expect(light.redFlashes).toBe(0);
    expect(red.redFlashes).toBe(5);
    expect(slow.flashes).toBe(1);
    expect(small.flashes).toBe(0);
    expect(burst.flashes).toBe(4);
    expect(light.lastChange).toBeCloseTo(2.5, 1);
  });

  test('moves by Kader’s clock from its first moment, however long it takes to load', async (context) => {
    const late = `const facts = () => ({ seconds: null, endless: false, loops: 1, hasTimeline: false });
      window.kader = { ready: kaderWatch.pause(180), facts, seek() {} };`;
    const facts = await factsOf(context, `<div></div><script>${late}</script>`, {
      style: '@keyframes f{from{opacity:0}}div{position:absolute;inset:0;background:#063;animation:f 0.12s}',
    });
    expect(facts.lastChange).toBeGreaterThan(0);
  });

  test('that never stops is seen to, whatever its timeline says; what CSS moves for a while stops', async (context) => {
    const [endless, css] = await Promise.all([
      factsOf(
        context,
        '<h1>Kaai</h1><script>let n=0;(function f(){document.querySelector("h1").style.opacity=0.5+0.4*Math.sin(n++/9);requestAnimationFrame(f)})()</script>',
      ),
      factsOf(context, '<h1>Kaai</h1>', { style: '@keyframes tide{from{opacity:0}}h1{animation:tide 1s 2}' }),
    ]);
    expect(endless).toMatchObject({ lastChange: null, stillEnd: false, seconds: null, hasTimeline: false });
    expect(css).toMatchObject({ seconds: 2, loops: 2, endless: false, stillEnd: true, reducedMotion: false });
    expect(css.lastChange).toBeCloseTo(2, 1);
  });

  test('made elsewhere with GSAP tells its seconds; one that a timer moves afterwards ends otherwise', async (context) => {
    const [foreign, disturbed, reduced] = await Promise.all([
      factsOf(context, '<h1>Kaai</h1><script src="m.js"></script>', {
        files: { 'm.js': await scripted(`window.gsap = gsap; gsap.to('h1', { x: 100, duration: 1, repeat: 1 });`) },
      }),
      factsOf(context, '<h1>Kaai</h1><script src="m.js"></script>', {
        files: {
          'm.js': await scripted(
            `start(() => gsap.timeline({ paused: true }).from('h1', { x: -99, duration: 0.5 })); setTimeout(() => gsap.set('h1', { x: 90 }), 3000);`,
          ),
        },
      }),
      factsOf(context, '<h1>Kaai</h1>', {
        style: '@media (prefers-reduced-motion:no-preference){@keyframes tide{from{opacity:0}}h1{animation:tide 1s}}',
      }),
    ]);
    expect(foreign).toMatchObject({ seconds: 2, hasTimeline: false, loops: 2, lastChange: expect.closeTo(2, 1) });
    expect(disturbed).toMatchObject({ seconds: 0.5, stillEnd: false, lastChange: expect.closeTo(3, 1) });
    expect(reduced.reducedMotion).toBe(true);
  });

  test('that misbehaves is caught at it', async (context) => {
    const facts = await factsOf(
      context,
      `<p data-slot="legal" style="position:absolute;font-size:6px;line-height:1.1">Voorwaarden</p><div id="box" style="position:absolute;top:90px;width:9px;height:9px;background:#fff"></div><script>
       localStorage.seen=1; document.cookie='a=1'; alert('Kaai'); window.open('https://pop.example/');
       if (top!==self) parent.document.title;
       setTimeout(()=>{const i=new Image();i.src='late.png';document.body.append(i)},500);
       let n=0;const id=setInterval(()=>{box.style.left=n+++'px';if(n>20)clearInterval(id)},50)</script>`,
      { files: { 'late.png': await noise(8, 8, 120) } },
    );
    expect(facts.storage).toEqual(['cookie', 'localStorage']);
    expect(facts.cookies).toBe(1);
    expect(facts.dialogs).toEqual(['alert', 'open']);
    expect(facts.costly).toEqual(['left']);
    expect(facts.subload).toMatchObject({ requests: 1 });
    expect(facts.initial.requests).toBe(1);
    expect(facts.texts).toEqual([{ slot: 'legal', px: 6 }]);
    expect(facts.clickOpens).toBeNull();
    expect(facts.consoleErrors).toEqual([]);
    expect(facts.frames.friendly.errors).toEqual([]);
    expect(facts.frames.crossOrigin.errors).toEqual([expect.stringContaining('cross-origin')]);
  });

  test('that never lets the processor rest is reckoned beyond Chrome’s limit without waiting for it', async (context) => {
    const from = performance.now();
    const facts = await factsOf(
      context,
      '<script>(function f(){for(const t=Date.now,e=new Array(45e4).fill(1).map((x,i)=>Math.sqrt(i*x));e.length>45e4;);requestAnimationFrame(f)})()</script>',
    );
    expect(facts.cpu.in30).toBeGreaterThan(5);
    expect(facts.cpu.in60).toBeGreaterThan(facts.cpu.in30);
    expect(performance.now() - from).toBeLessThan(60_000);
  });

  test('is judged by the pixels behind its letters, at labels and at the end; and by its edge', async (context) => {
    const facts = await factsOf(
      context,
      `<img src="busy.png" style="position:absolute;inset:0" alt=""><p data-slot="busy" style="position:absolute;left:20px;top:20px;margin:0">Op het water</p><p data-slot="calm" style="position:absolute;left:20px;top:200px;margin:0;background:#000;padding:4px">Op de kade</p><p data-slot="gone" style="position:absolute;left:20px;top:120px;opacity:0">Voorbij</p><script src="m.js"></script>`,
      {
        files: {
          'busy.png': await noise(300, 250, 150),
          'm.js': await scripted(
            `start(() => gsap.timeline({ paused: true }).from('[data-slot=calm]', { autoAlpha: 0, duration: 1 }).addLabel('read', 0.5).addLabel('end', 2).to({}, { duration: 2 }));`,
          ),
        },
      },
    );
    const at = (slot: string, moment: string) => facts.contrasts.find((one) => one.slot === slot && one.moment === moment);
    expect(at('busy', 'end')?.ratio).toBeLessThan(2);
    expect(at('busy', 'read')?.ratio).toBeLessThan(2);
    expect(at('calm', 'end')?.ratio).toBeCloseTo(21, 0);
    expect(at('calm', 'read')).toBeUndefined();
    expect(facts.contrasts.some(({ slot }) => slot === 'gone')).toBe(false);
    const [white, ringed] = await Promise.all([
      factsOf(context, '', { style: 'body{background:#fff}' }),
      factsOf(context, '', { style: 'body{background:#fff;box-shadow:inset 0 0 0 1px #0b1b2b}' }),
    ]);
    expect(white.edge).toMatchObject({ white: 0, black: 1 });
    expect(ringed.edge).toMatchObject({ white: 1, grey: 1 });
  });

  test('is clicked through what its ad server gives it', async (context) => {
    const click = (call: string, script = ''): string =>
      `${script}<a href="#" style="position:absolute;inset:0" onclick="${call};return false"></a>`;
    const [adform, query, sizmek] = await Promise.all([
      factsOf(
        context,
        click(`window.open(dhtml.getVar('clickTAG'))`, '<script src="https://s1.adform.net/banners/scripts/rmb/Adform.DHTML.js"></script>'),
        { click: 'adform' },
      ),
      factsOf(context, click(`window.open(new URLSearchParams(location.search).get('clickTag'))`), { click: 'click-tag-query' }),
      factsOf(context, click('EB.clickthrough()', '<script src="EBLoader.js"></script>'), { click: 'sizmek' }),
    ]);
    for (const facts of [adform, query, sizmek])
      expect(facts).toMatchObject({ clickOpens: LANDING, outsideRequests: [], failedRequests: [] });
  });

  test('that goes away from its page at a click is told from one that opens a tab, by whatever script', async (context) => {
    const link = (target: string): string =>
      `<div id="d" style="position:absolute;inset:0"></div><script>d.onclick = () => { const a = document.createElement('a'); a.href = '${LANDING}'; a.target = '${target}'; document.body.append(a); a.click(); };</script>`;
    const [away, tab] = await Promise.all([factsOf(context, link('')), factsOf(context, link('_blank'))]);
    expect(away).toMatchObject({ clickOpens: LANDING, clickLeaves: true });
    expect(tab.clickOpens).toBe(LANDING);
    expect(tab.clickLeaves).toBeUndefined();
  });
});

test('motion that a slow processor cannot follow is told from one that it can, and layouts are counted', async (context) => {
  if (!browser) context.skip('no browser of the Chromium family was found');
  const slow = async (body: string) => {
    const stored = join(folder, `blob-${++count}`);
    await writeFile(stored, page(body));
    return (browser as BrowserTool).runSlowly({
      ...SIZE,
      clickTag: LANDING,
      files: new Map([['index.html', { path: stored, type: 'text/html' }]]),
    });
  };
  const frames = (work: string): string =>
    `<p id="p" style="position:absolute">Kaai</p><script>let n=0;(function f(){${work};requestAnimationFrame(f)})()</script>`;
  const [light, heavy] = await Promise.all([
    slow(frames(`p.style.transform='translateX('+n+++'px)'`)),
    slow(frames(`for(const to=performance.now()+12;performance.now()<to;);p.style.left=n+++'px';p.offsetTop`)),
  ]);
  expect(light.late).toBeLessThan(0.15);
  expect(light.layouts).toBeLessThan(0.2);
  expect(heavy.late).toBeGreaterThan(0.4);
  expect(heavy.layouts).toBeGreaterThan(0.8);
});

describe('a capture', () => {
  const MOVING =
    '@keyframes tide{from{transform:translateX(-300px)}}h1{animation:tide 2s linear;margin:0;width:300px;height:100px;background:#ff4b2b}';
  const program = (name: string, context: { skip: (note: string) => void }): string => {
    const path = programOnPath(name);
    if (!path) context.skip(`${name} is not installed`);
    return path ?? name;
  };

  test('of CSS motion is sought: a GIF that plays once, a film in bt709, a storyboard, a still at 2×', async (context) => {
    const ffprobe = program('ffprobe', context);
    const convert = program('convert-im6.q16', context);
    const to = (name: string): string => join(folder, name);
    const size = { width: 301, height: 251 };
    const { captures } = await run(context, '<h1>Kaai</h1>', {
      style: MOVING,
      size,
      captures: [
        { what: 'gif', fps: 4, loops: 1, maxBytes: 150_000, to: to('a.gif') },
        { what: 'mp4', fps: 10, hold: 1, to: to('a.mp4') },
        { what: 'storyboard', to: to('a.png') },
        { what: 'still', scale: 2, formats: ['jpeg', 'png'], maxBytes: 40_000, to: to('a2.png') },
      ],
    });
    expect(captures.map(({ format }) => format)).toEqual(['gif', 'mp4', 'png', 'png']);
    const probed = JSON.parse(
      execFileSync(ffprobe, ['-v', 'error', '-count_frames', '-show_streams', '-of', 'json', to('a.mp4')], { encoding: 'utf8' }),
    );
    expect(probed.streams).toMatchObject([
      {
        codec_name: 'h264',
        pix_fmt: 'yuv420p',
        width: 302,
        height: 252,
        color_space: 'bt709',
        color_primaries: 'bt709',
        color_transfer: 'bt709',
        color_range: 'tv',
        nb_read_frames: '31',
      },
    ]);
    const colour = (file: string, x: number, y: number): number[] =>
      execFileSync(
        convert,
        [
          to(file),
          '-coalesce',
          '-format',
          `%[fx:round(255*p{${x},${y}}.r)],%[fx:round(255*p{${x},${y}}.g)],%[fx:round(255*p{${x},${y}}.b)]\n`,
          'info:',
        ],
        { encoding: 'utf8' },
      )
        .trim()
        .split('\n')
        .flatMap((line) => line.split(',').map(Number));
    const frames = colour('a.gif', 290, 50);
    // At the far right the colour arrives with the last frame; delays are hundredths.
    expect(frames.slice(0, 3)).toEqual([15, 110, 110]);
    expect(frames.slice(-3)).toEqual([255, 75, 43]);
    const delays = execFileSync(convert, [to('a.gif'), '-format', '%T\n', 'info:'], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
    expect(delays).toEqual(Array.from({ length: 9 }, () => 25));
    expect((await readFile(to('a.gif'))).includes('NETSCAPE2.0')).toBe(false);
    expect(await sharp(to('a2.png')).metadata()).toMatchObject({ width: 602, height: 502, format: 'png' });
    expect(colour('a2.png', 580, 100)).toEqual([255, 75, 43]);
    // Five frames of which the last is the end.
    expect(captures[2]).toMatchObject({ width: 4 * 325 + 24, height: 2 * (251 + 54) + 24 });
  });

  test('is the same twice, and a film in the page is sought too', async (context) => {
    const ffmpeg = program('ffmpeg', context);
    const film = join(folder, 'film.mp4');
    execFileSync(ffmpeg, [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'color=red:s=64x64:d=1:r=10',
      '-f',
      'lavfi',
      '-i',
      'color=lime:s=64x64:d=1:r=10',
      '-filter_complex',
      'concat=n=2:v=1',
      '-pix_fmt',
      'yuv420p',
      film,
    ]);
    const files = { 'film.mp4': await readFile(film) };
    const body = '<video src="film.mp4" autoplay muted width="300" height="250" style="position:absolute;inset:0;object-fit:fill"></video>';
    const gif = async (name: string): Promise<Buffer> => {
      const to = join(folder, name);
      await run(context, body, { files, captures: [{ what: 'gif', fps: 4, loops: 2, maxBytes: 150_000, to }] });
      return readFile(to);
    };
    const first = await gif('b.gif');
    expect((await gif('c.gif')).equals(first)).toBe(true);
    const frames = await sharp(first, { pages: -1 }).raw().toBuffer({ resolveWithObject: true });
    const pixel = (at: number): number[] => [...frames.data.subarray(at, at + 3)].map((value) => (value > 128 ? 1 : 0));
    expect(pixel(0)).toEqual([1, 0, 0]);
    expect(pixel(frames.data.length - frames.info.channels)).toEqual([0, 1, 0]);
    expect(first.includes('NETSCAPE2.0')).toBe(true);
  });

  test('of few colours is a PNG without loss, of a photograph whatever comes nearest within the limit', async (context) => {
    const still = async (body: string, maxBytes: number, files: Contents = {}) => {
      const to = join(folder, `still-${++count}`);
      const { captures } = await run(context, body, {
        files,
        captures: [{ what: 'still', scale: 1, formats: ['jpeg', 'png', 'gif'], maxBytes, to }],
      });
      return { ...captures[0], bytes: (await readFile(to)).length, sniffed: (await sharp(to).metadata()).format };
    };
    const photo = await noise(300, 250, 128);
    expect(await still('<h1>Kaai</h1>', 40_960)).toMatchObject({ format: 'png', sniffed: 'png', difference: 0 });
    const busy = await still('<img src="p.png" alt="">', 30_000, { 'p.png': photo });
    expect(busy).toMatchObject({ format: 'jpeg', sniffed: 'jpeg' });
    expect(busy.bytes).toBeLessThanOrEqual(30_000);
    expect(busy.bytes).toBeGreaterThan(26_000);
  });
});
