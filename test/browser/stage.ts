/** Opens small units with the real run-time and GSAP in a real browser, for the tests of motion. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { bundleScript } from '../../pipeline/tools/bundle.ts';

const RUNTIME = fileURLToPath(new URL('../../pipeline/browser/motion.ts', import.meta.url));
const FONT = fileURLToPath(
  new URL('../../node_modules/@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2', import.meta.url),
);

export interface Theatre {
  /** @param body of a unit of 300 × 250, in Archivo; @param motion body of a template's motion.ts; @returns the page, ready */
  open(body: string, motion: string, options?: { css?: string; language?: string; reduced?: boolean; attributes?: string }): Promise<Page>;
  close(): Promise<void>;
}

/** As a house's motion is bundled. */
export async function bundled(motion: string, folder: string): Promise<string> {
  const script = await bundleScript({
    root: folder,
    entry: 'motion.ts',
    entryContents: `import { gsap } from 'gsap'; import * as kader from 'kader/motion'; ${motion}`,
    resolveDir: folder,
    modules: { 'kader/motion': RUNTIME },
    format: 'iife',
    target: ['es2020'],
  });
  if ('fault' in script) throw new Error(JSON.stringify(script.fault));
  return script.code;
}

/** Undefined where there is no browser. */
export async function openTheatre(): Promise<Theatre | undefined> {
  const program = await findBrowser(process.env);
  if (!program) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'kader-motion-'));
  const font = await readFile(FONT);
  const browser: Browser = await chromium.launch({
    executablePath: program.path,
    args: ['--disable-gpu', '--font-render-hinting=none', ...program.args],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await browser.newPage({ viewport: { width: 300, height: 250 } });
  let files: Record<string, { body: string | Buffer; contentType: string }> = {};
  await page.route('**/*', (route) => {
    const file = files[new URL(route.request().url()).pathname];
    return file ? route.fulfill(file) : route.fulfill({ status: 404, body: '' });
  });
  let count = 0;
  return {
    async open(body, motion, { css = '', language = 'nl', reduced = false, attributes = '' } = {}) {
      const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Kaai</title><style>
@font-face{font-family:Archivo;src:url(archivo.woff2);font-weight:100 900;font-stretch:62% 125%}
html,body,p{margin:0}body{position:relative;width:300px;height:250px;overflow:hidden;font:20px/1.1 Archivo}${css}</style></head>
<body data-width="300" data-height="250" data-family="rectangle" ${attributes}>${body}<script src="motion.js"></script></body></html>`;
      files = {
        '/': { body: html, contentType: 'text/html' },
        '/archivo.woff2': { body: font, contentType: 'font/woff2' },
        '/motion.js': { body: await bundled(motion, folder), contentType: 'text/javascript' },
      };
      await page.emulateMedia({ reducedMotion: reduced ? 'reduce' : 'no-preference' });
      await page.goto(`http://unit.test/?${++count}${reduced ? '' : '#kader-still'}`, { waitUntil: 'load' });
      await page.evaluate(() => window.kader.ready);
      return page;
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A motion that fits the texts and then does this with `timeline`. */
export const played = (moves: string): string =>
  `kader.start((stage) => kader.scene(stage, gsap.timeline({ paused: true }), (timeline) => { ${moves} }));`;
