/** Draws the storyboard of a banner: its labels side by side, with names and times. */
/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { escapeHtml } from '../model/html.ts';
import { type Seat, type Shot, shoot, sizeTo } from './banner-stage.ts';

/** Widest sheet, in px, unless a single frame is wider. */
const WIDEST = 1400;
const GAP = 24;
const CAPTION = 30;

let lettering: Promise<string> | undefined;

/** The page is left on the sheet. */
export async function drawStoryboard(
  seat: Seat,
  { width, height }: { readonly width: number; readonly height: number },
  frames: readonly { readonly name: string; readonly at: number; readonly shot: Shot }[],
): Promise<{ data: Buffer; width: number; height: number }> {
  const { page, session } = seat;
  lettering ??= readFile(
    createRequire(import.meta.url).resolve('@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2'),
    'base64',
  );
  const columns = Math.max(1, Math.min(frames.length, Math.floor((WIDEST - GAP) / (width + GAP))));
  const rows = Math.ceil(frames.length / columns);
  const sheet = { width: columns * (width + GAP) + GAP, height: rows * (height + CAPTION + GAP) + GAP };
  const figures = frames.map(
    ({ name, at, shot }) =>
      `<figure><img src="data:image/png;base64,${shot}" width="${width}" height="${height}"><figcaption><b>${escapeHtml(name)}</b><span>${at.toFixed(2)} s</span></figcaption></figure>`,
  );
  // A light table: grey all round, so that colours are judged right.
  const html = `<!doctype html><meta charset="utf-8"><style>@font-face{font-family:Sheet;src:url(data:font/woff2;base64,${await lettering});font-weight:100 900;font-stretch:62% 125%}
body{margin:0;padding:${GAP}px;background:#8c8c8c;display:grid;grid-template-columns:repeat(${columns},${width}px);gap:${GAP}px;font:500 13px/1 Sheet,sans-serif;color:#161616;box-sizing:border-box}
figure{margin:0}img{display:block}figcaption{display:flex;gap:12px;align-items:center;height:${CAPTION}px;overflow:hidden;white-space:nowrap;font-variant-numeric:tabular-nums}b{overflow:hidden;text-overflow:ellipsis;font-weight:700}span{margin-left:auto}</style>${figures.join('')}`;
  await page.goto('about:blank');
  await sizeTo(seat, sheet);
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const { default: sharp } = await import('sharp');
  const data = await sharp(Buffer.from(await shoot(session), 'base64'))
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer();
  return { data, ...sheet };
}
