/** A page with its letters and the same page with outlines, opened in a browser and held against each other. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import type { OutlineFace, OutlineReading } from '../../pipeline/model/outline.ts';
import { OUTLINES_CSS } from '../../pipeline/setting/outlining.ts';
import { openBrowser } from '../../pipeline/tools/browser.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { outlinePage } from '../../pipeline/tools/outline-page.ts';
import { drawTexts } from '../../pipeline/tools/outline-shape.ts';

const subset = createRequire(import.meta.url)('subset-font') as (font: Buffer, text: undefined, options: object) => Promise<Buffer>;

/** A word as it is seen: what it says, where it begins and ends and stands, in px. */
export type Seen = readonly [text: string, left: number, right: number, base: number];

export interface Compared {
  readonly html: string;
  readonly reading: OutlineReading;
  readonly words: { readonly letters: readonly Seen[]; readonly outlines: readonly Seen[] };
  /** Mean difference of all channels of all pixels, 0–255, at four px of the screen to one. */
  readonly difference: number;
  readonly shots: readonly [Buffer, Buffer];
}

export interface OutlineStudio {
  /** @param font file; @param css of the page, in which the family is called `Huis` */
  compare(
    font: string,
    face: OutlineFace,
    page: { body: string; css: string; attributes?: string; size?: readonly [number, number] },
  ): Promise<Compared>;
  close(): Promise<void>;
}

/** In the page: words of a font, or drawings of words. */
export function seenWords(): Seen[] {
  const seen: Seen[] = [];
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof SVGSVGElement && node.closest('kader-text')) {
      const { left, right, bottom, width } = node.getBoundingClientRect();
      if (width > 0) seen.push([node.textContent ?? '', left, right, bottom]);
    } else if (node instanceof Text && !node.parentElement?.closest('svg,script,style')) {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(node.parentElement as Element);
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const ascent = Math.round(pen.measureText('x').fontBoundingBoxAscent);
      for (const { 0: word, index } of node.data.matchAll(/[^ \n\t\u200b]+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, right, top, width } = range.getBoundingClientRect();
        if (width > 0) seen.push([word.replaceAll('\u00ad', ''), left, right, top + ascent]);
      }
    }
  }
  return seen;
}

/** Mean difference of two pictures of the same size, 0–255. */
export async function meanDifference(one: Buffer, other: Buffer): Promise<number> {
  const { channels } = await sharp(one)
    .removeAlpha()
    .composite([{ input: other, blend: 'difference' }])
    .toBuffer()
    .then((buffer) => sharp(buffer).stats());
  return channels.slice(0, 3).reduce((sum, { mean }) => sum + mean, 0) / 3;
}

/** Undefined where there is no browser. */
export async function openOutlineStudio(): Promise<OutlineStudio | undefined> {
  const program = await findBrowser(process.env);
  if (!program) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'kader-outlines-'));
  const tool = openBrowser(program, { pages: 1 });
  const browser: Browser = await chromium.launch({
    executablePath: program.path,
    args: ['--disable-gpu', '--font-render-hinting=none', ...program.args],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return {
    async compare(file, face, { body, css, attributes = '', size = [300, 250] }) {
      const font = await readFile(file);
      const rule = `@font-face{font-family:Huis;src:url(data:font/ttf;base64,${font.toString('base64')});font-weight:${[face.axes['wght'] ?? 400].flat().join(' ')};font-stretch:62% 125%}`;
      const [width, height] = size;
      const html = `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Kaai</title><link rel="stylesheet" href="style.css"></head><body style="--x:1">${body}</body></html>`;
      const sheet = `html,body,p{margin:0}body{position:relative;width:${width}px;height:${height}px;overflow:hidden;background:#fff}${css}`;
      await writeFile(join(folder, 'index.html'), html);
      await writeFile(join(folder, 'style.css'), rule + sheet);
      const files = new Map([
        ['index.html', { path: join(folder, 'index.html'), type: 'text/html' }],
        ['style.css', { path: join(folder, 'style.css'), type: 'text/css' }],
      ]);
      const reading = await tool.readTexts({ width, height, family: 'Huis', files });
      const sfnt = await subset(font, undefined, { targetFormat: 'sfnt', keepAllGlyphs: true });
      const made = outlinePage(html, reading, await drawTexts(sfnt, face, reading.texts));
      const show = async (page: string, style: string) => {
        const shown = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 4 });
        await shown.setContent(page.replace(/<link[^>]*>/, `<style>${style}</style>`));
        await shown.evaluate(() => document.fonts.ready);
        const words = await shown.evaluate(seenWords);
        const shot = await shown.screenshot();
        await shown.close();
        return { words, shot };
      };
      const [letters, outlines] = [await show(html, rule + sheet), await show(made, OUTLINES_CSS + sheet)];
      return {
        html: made,
        reading,
        words: { letters: letters.words, outlines: outlines.words },
        difference: await meanDifference(letters.shot, outlines.shot),
        shots: [letters.shot, outlines.shot],
      };
    },
    async close() {
      await Promise.all([browser.close(), tool.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
