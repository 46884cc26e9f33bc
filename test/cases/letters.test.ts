/** Letters and files of a banner's own stylesheet: in the zip, under names that hold, and drawn by the house's font alone. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ReportJson } from '../../pipeline/model/record.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { BANNER, BANNER_ORDER, HOUSE, makeWorkspace, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const WAVE = 'templates/plain/banners/wave';
const house = (file: string, more = ''): string =>
  `${HOUSE}fonts:\n  - { family: Archivo, package: '@fontsource-variable/archivo', file: ${file}, axes: { wght: [400, 800], wdth: 100 }${more} }\n`;
const order = BANNER_ORDER.replace('languages: [en, nl]', 'languages: [nl, tr]')
  .replace(/sizes: .*/, 'sizes: [300x250]\n      targets: [cm360, ttd, google-ads]')
  .replace(/text: .*/, "text: { nl: { headline: 'ijs, straße' }, tr: { headline: 'istanbul' } }");
const STYLE = `@import '../shared/base.css';
html, body { margin: 0 } .unit { position: relative; width: var(--unit-width); height: var(--unit-height); overflow: hidden; background: #fff }
p { position: absolute; left: 8px; bottom: 8px; margin: 0; font: 20px Archivo; text-transform: uppercase }
p::after { content: '…' attr(data-slot); }
.sea { outline: 1px solid red } .unit::before { content: ''; position: absolute; inset: 0; background: url("img/Dot één.png") }`;

let workspace: TestWorkspace;
let report: ReportJson;
let browser: Browser | undefined;
let dot: Buffer;

async function build(changes: Record<string, string | Buffer> = {}): Promise<{ workspace: TestWorkspace; report: ReportJson }> {
  const made = makeWorkspace({
    ...(await plainWorkspace()),
    ...BANNER,
    'assets/try/order.yaml': order,
    'templates/plain/house.yaml': house('files/archivo-latin-standard-normal.woff2'),
    'templates/plain/banners/shared/base.css': '.sea { background: url(paper.svg#m) top, url(paper.svg) }',
    'templates/plain/banners/shared/paper.svg':
      '<svg xmlns="http://www.w3.org/2000/svg"><!-- drawn by hand --><view id="m" viewBox="0 0 9 9"/><path fill="#fff" d="M0 0h900v900z"/></svg>',
    [`${WAVE}/style.css`]: STYLE,
    [`${WAVE}/img/Dot één.png`]: dot,
    [`${WAVE}/img/unused.png`]: dot,
    ...changes,
  });
  return { workspace: made, report: made.build('--only', 'banners', '--no-measure', '--no-captures').report };
}

beforeAll(async () => {
  dot = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#0f6e6e' } })
    .png()
    .toBuffer();
  ({ workspace, report } = await build());
  const program = await findBrowser(process.env);
  if (program) browser = await chromium.launch({ executablePath: program.path, args: [...program.args, '--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  workspace.remove();
});

function unpacked(target: string, language: string): string {
  const folder = workspace.path('unpacked', target, language);
  mkdirSync(folder, { recursive: true });
  execFileSync('unzip', ['-qo', workspace.path('output/try/banners/wave', target, `300x250-${language}.zip`), '-d', folder]);
  return folder;
}

test('files of stylesheets are packed under safe names, byte for byte or cleaned, and nothing else', () => {
  for (const target of ['cm360', 'ttd', 'google-ads']) {
    const folder = unpacked(target, 'nl');
    const names = readdirSync(folder);
    const picture = names.find((name) => /^dot-een-\w+\.png$/.test(name)) ?? '';
    const drawing = names.find((name) => /^paper-\w+\.svg$/.test(name)) ?? '';
    expect(readFileSync(join(folder, picture)).equals(dot), target).toBe(true);
    expect(readFileSync(join(folder, drawing), 'utf8')).not.toContain('drawn by hand');
    expect(names.filter((name) => /unused|paper|dot/.test(name))).toHaveLength(3);
    const css = readFileSync(join(folder, 'style.css'), 'utf8');
    for (const url of [picture, drawing, drawing.replace('.svg', '-parts.svg#m')]) expect(css).toContain(url);
  }
});

test('every letter is drawn by the house’s font, in the case that its language wants', async (context) => {
  if (!browser) context.skip('no browser of the Chromium family was found');
  const page = await (browser as Browser).newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    for (const [target, language] of [
      ['cm360', 'nl'],
      ['ttd', 'nl'],
    ] as const) {
      const failed: string[] = [];
      page.on('requestfailed', (request) => failed.push(request.url()));
      await page.goto(`file://${unpacked(target, language)}/index.html`, { waitUntil: 'load' });
      await page.evaluate('document.fonts.ready.then(() => 0)');
      const { root } = (await session.send('DOM.getDocument')) as { root: { nodeId: number } };
      const { nodeId } = (await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' })) as { nodeId: number };
      const { fonts } = (await session.send('CSS.getPlatformFontsForNode', { nodeId })) as {
        fonts: { familyName: string; isCustomFont: boolean; glyphCount: number }[];
      };
      expect(fonts, `${target} ${language}`).toEqual([expect.objectContaining({ isCustomFont: true })]);
      expect(failed).toEqual([]);
    }
  } finally {
    await page.close();
  }
});

test('what a licence, a font and a stylesheet cannot give is told, and what would break the licence is held back', async () => {
  // In Turkish the capital of i is İ, which the Latin part of Archivo does not have.
  expect(report.findings.filter(({ code }) => code === 'font-lacks-characters').map(({ message }) => message)).toEqual([
    expect.stringMatching(/ İ,.*“tr”/),
  ]);
  for (const code of ['font-embedding-forbidden', 'banner-style-file'])
    expect(report.findings.filter((found) => found.code === code)).toEqual([]);
  const { workspace: other, report: barred } = await build({
    'assets/try/order.yaml': order.replace("'istanbul'", "'Łódź — Київ'"),
    'templates/plain/house.yaml': house('files/archivo-latin-standard-normal.woff2', ', licence: site-only'),
    [`${WAVE}/style.css`]: STYLE.replace('img/Dot één.png', 'img/gone.png'),
  });
  try {
    const told = (code: string) => barred.findings.filter((found) => found.code === code);
    expect(told('font-embedding-forbidden').map(({ where }) => (where as { deliverable?: string }).deliverable)).toEqual([
      'banners/wave/cm360',
      'banners/wave/ttd',
    ]);
    expect(told('font-lacks-characters')).toHaveLength(1);
    expect(told('font-lacks-characters')[0]?.message).toMatch(/ї.*“tr”/);
    expect(told('banner-style-file')).toHaveLength(1);
    expect(barred.deliverables.every(({ sound }) => !sound)).toBe(true);
  } finally {
    other.remove();
  }
});
