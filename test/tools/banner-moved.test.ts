/** What moves in a banner that a compositor cannot move by itself, told by name. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { SmoothFacts } from '../../pipeline/model/facts.ts';
import { type BrowserTool, openBrowser } from '../../pipeline/tools/browser.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { page } from './browser-help.ts';

// Generous: a browser on a busy computer.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let browser: BrowserTool | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kader-moved-'));
  const program = await findBrowser({ ...process.env, XDG_CACHE_HOME: folder });
  if (program) browser = openBrowser(program, { pages: 1 });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

/** Each box moved frame by frame by a script of its own; half a second tells. */
const RUN = `<script>
window.kader = { ready: Promise.resolve(), facts: () => ({ seconds: 0.6 }) };
const move = (id, set) => { const { style } = document.getElementById(id); let n = 0; (function frame() { set(style, ++n); requestAnimationFrame(frame); })(); };
`;

async function smoothness(context: { skip: (note: string) => void }, name: string, body: string, style: string): Promise<SmoothFacts> {
  if (!browser) context.skip('no browser of the Chromium family was found');
  const path = join(folder, name);
  await writeFile(path, page(body, `<style>div{position:absolute;width:40px;height:40px;background:teal}${style}</style>`));
  const files = new Map([['index.html', { path, type: 'text/html' }]]);
  return (browser as BrowserTool).runSlowly({ width: 300, height: 250, files, clickTag: 'https://kaai.example/' });
}

test('transforms and opacity are free; everything else that moves is told, a custom property by what it moves', async (context) => {
  const { moved } = await smoothness(
    context,
    'dear',
    `<div id="a"></div><div id="b"></div><div id="c"></div><div id="d"></div><div id="e"></div><div id="f"></div><div id="g"></div>${RUN}
move('a', (style, n) => { style.transform = 'translateX(' + n + 'px)'; style.opacity = 1 / n; });
move('b', (style, n) => { style.width = n + 'px'; });
move('c', (style, n) => { style.top = n + 'px'; });
move('d', (style, n) => { style.filter = 'blur(' + n % 3 + 'px)'; });
move('e', (style, n) => { style.setProperty('--level', n); });
move('f', (style, n) => { style.setProperty('--turn', n); });
document.getElementById('g').style.clipPath = 'inset(1px)';
</script>`,
    '#e{--deep:calc(var(--level) * 1px);height:var(--deep)}#f{transform:rotate(calc(var(--turn) * 1deg))}',
  );
  expect(moved).toEqual(['filter', 'height (--level)', 'top', 'width']);
});

test('what CSS animates is told as well', async (context) => {
  const { moved, layouts } = await smoothness(
    context,
    'styled',
    `<div id="a"></div><div id="b"></div>${RUN}</script>`,
    '@keyframes go{to{transform:none;opacity:0}}@keyframes wide{to{margin-left:90px;background-color:red}}#a{animation:go 2s}#b{animation:wide 2s}',
  );
  expect(moved).toEqual(['background-color', 'margin-left']);
  expect(layouts).toBeGreaterThan(0.5);
});

test('a banner that keeps to them is told nothing, and lays nothing out as it moves', async (context) => {
  const { moved, layouts, frames } = await smoothness(
    context,
    'cheap',
    `<div id="a"></div>${RUN}move('a', (style, n) => { style.transform = 'translateX(' + n + 'px)'; });</script>`,
    '',
  );
  expect(moved).toEqual([]);
  expect(frames).toBeGreaterThan(3);
  expect(layouts).toBeLessThan(0.5);
});
