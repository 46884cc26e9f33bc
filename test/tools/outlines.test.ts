/** Texts as outlines stand where letters would, in the same lines, whatever the font and the script; what cannot be drawn is told. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, type TestContext, test, vi } from 'vitest';
import type { OutlineFace } from '../../pipeline/model/outline.ts';
import { pathOf } from '../../pipeline/tools/outline-path.ts';
import { type Compared, type OutlineStudio, openOutlineStudio } from '../support/outlined.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const VARIABLE = createRequire(import.meta.url).resolve('@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2');
const STATIC = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
const wide: OutlineFace = { family: 'Huis', axes: { wght: [400, 800], wdth: [62, 125] } };
const plain: OutlineFace = { family: 'Huis', axes: {} };

let studio: OutlineStudio | undefined;
beforeAll(async () => {
  studio = await openOutlineStudio();
});
afterAll(() => studio?.close());

async function compared(
  context: TestContext,
  font: string,
  face: OutlineFace,
  page: Parameters<OutlineStudio['compare']>[2],
): Promise<Compared> {
  if (!studio) context.skip('no browser');
  if (!existsSync(font)) context.skip(`no ${font}`);
  const found = await (studio as OutlineStudio).compare(font, face, page);
  const folder = process.env['KADER_SHOTS'];
  if (folder)
    for (const [at, shot] of found.shots.entries())
      await writeFile(`${folder}/${context.task.name.slice(0, 24).replace(/\W+/g, '-')}-${at}.png`, shot);
  return found;
}

/**
 * Every word within half a px, but for its end before a space, which letters may keep for themselves. What differs is the edges of
 * letters, which browsers draw a little bolder than shapes: on a page full of text 2 to 3 of 255 on average.
 */
function expectSame({ words: { letters, outlines }, reading, difference }: Compared, most = 3): void {
  expect(reading.refused).toEqual([]);
  const rest = [...outlines];
  for (const [said, left, right, base] of letters) {
    // A word that a line may break inside is drawn in parts.
    const parts = [];
    let drawn = '';
    while (drawn.length < said.length && rest.length > 0) {
      const part = rest.shift() as (typeof outlines)[number];
      parts.push(part);
      drawn += part[0];
    }
    expect(drawn).toBe(said);
    const place = [Math.min(...parts.map((part) => part[1])), Math.max(...parts.map((part) => part[2])), parts[0]?.[3]];
    const off = [left, right, base].map((value, side) => Math.abs(value - (place[side] as number)));
    expect(off[0], `${said} begins`).toBeLessThan(0.5);
    expect(off[1], `${said} ends`).toBeLessThan(1);
    expect(off[2], `${said} stands`).toBeLessThan(0.5);
  }
  expect(rest).toEqual([]);
  expect(difference).toBeLessThan(most);
}

test('a variable font in several weights, widths and sizes, in lines, blocks and boxes of their own', async (context) => {
  const found = await compared(context, VARIABLE, wide, {
    attributes: 'lang="fr"',
    css: `body{font:17px/1.25 Huis,serif;color:#123}.h{font-size:41px;font-weight:800;font-stretch:80%;line-height:.92;letter-spacing:-.01em;width:280px;margin:6px}
.u{text-transform:uppercase;font-size:13px;letter-spacing:.08em;word-spacing:3px}.r{text-align:right;font-variant-numeric:tabular-nums}.b{position:absolute;left:8px;bottom:8px}
.b>span{display:inline-block;background:#f40;color:#fff;padding:4px 9px;font-weight:600}.m b{font-size:1.6em}`,
    body: `<p class="h">La ville regarde l’eau</p><p class="u">Été à la mer, AVATAR</p><p class="r">2–11 juillet 2027, dès 9,50 €</p>
<p class="m">Dès <b>12 €</b> par&nbsp;soir, <em>fi fl Tó</em></p><p class="b"><span>Voir les soirées</span></p>`,
  });
  expectSame(found);
  expect(found.html).not.toMatch(/font-face|base64|woff/);
  // The words are heard as the text is written, once.
  expect(found.html).toContain('role="img" aria-label="Été à la mer, AVATAR"');
});

test('a static font from right to left, with Latin words and figures in it', async (context) => {
  const found = await compared(context, STATIC, plain, {
    attributes: 'lang="ar" dir="rtl"',
    css: 'body{font:20px/1.4 Huis,serif}p{width:270px;margin:8px}.h{font-size:34px;line-height:1.2}',
    body: '<p class="h">المدينة تنظر إلى الماء</p><p>احجز تذكرتك في Kaai Festival 2027 الآن</p><p lang="he">העיר מביטה אל המים, 2–11 ביולי</p><p dir="ltr">See العيد الكبير and שלום now</p>',
  });
  expectSame(found, 3.5);
});

test('lines break where they broke: at hyphens, between signs of Chinese, never where a space is hard', async (context) => {
  const found = await compared(context, STATIC, plain, {
    attributes: 'lang="nl"',
    css: 'body{font:18px/1.3 Huis,serif}p{width:96px;margin:4px}',
    body: '<p>een kant-en-klare twee\u00a0woorden</p><p style="white-space:nowrap">loopt door zonder einde</p>',
  });
  expect(found.reading.texts[0]?.tokens.filter(({ what }) => what === 'gap')).toHaveLength(2);
  const lines = (words: Compared['words']['letters']) => new Set(words.map(([, , , base]) => Math.round(base))).size;
  expect(lines(found.words.outlines)).toBe(4);
  expect(found.difference).toBeLessThan(1.2);
});

test('what would look otherwise is told by its slot', async (context) => {
  const { reading } = await compared(context, VARIABLE, wide, {
    css: `body{font:20px Huis}.g{background:linear-gradient(red,blue);background-clip:text;color:transparent}.a::after{content:"now"}.i::first-letter{font-size:3em}`,
    body: `<p data-slot="one"><u>under</u></p><p class="g" data-slot="two">faded</p><p class="a" data-slot="three">from</p><p data-slot="four"><span data-count>12</span></p>
<p class="i" data-slot="five">Initial</p><p data-slot="six" style="font-variant-caps:small-caps">Small</p><p data-slot="seven">plain</p><svg><text>drawn</text></svg>`,
  });
  expect(reading.refused.map(({ slot, why }) => `${slot} ${why}`).toSorted()).toEqual(
    ['one decoration', 'two fill', 'three generated', 'four count', 'five first-letter', 'six caps', 'drawn drawing'].toSorted(),
  );
});

test('path data is whole, relative and without what is drawn twice', () => {
  const path = pathOf([
    { type: 'M', values: [10.4, -5] },
    { type: 'L', values: [20.2, -5.3] },
    { type: 'L', values: [20.2, -5.4] },
    { type: 'Q', values: [22, -9, 20, -15] },
    { type: 'Z', values: [] },
    { type: 'M', values: [0, 0] },
    { type: 'L', values: [1, 2] },
    { type: 'L', values: [3, 1] },
    { type: 'Z', values: [] },
  ]);
  expect(path).toBe('M10-5h10q2-4 0-10zm-10 5l1 2 2-1z');
});
