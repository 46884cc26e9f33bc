/** The moves of `kader/motion`: what they show, what they leave as it was, and what they animate. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { ease, pace } from '../../pipeline/browser/motion-pace.ts';
import { bundled, openTheatre, played, type Theatre } from './stage.ts';

let theatre: Theatre | undefined;
beforeAll(async () => {
  theatre = await openTheatre();
}, 120_000);
afterAll(() => theatre?.close());
const onStage = (context: TestContext): Theatre => {
  if (!theatre) context.skip('no browser');
  return theatre as Theatre;
};

const seek = (page: Page, to: number | 'end'): Promise<void> => page.evaluate((at) => window.kader.seek(at), to);
/** Left edge and width of each word as it is drawn, in the order of reading. */
const wordsOf = (page: Page, selector: string): Promise<{ word: string; left: number; top: number }[]> =>
  page.evaluate((query) => {
    const found: { word: string; left: number; top: number }[] = [];
    const texts = document.createTreeWalker(document.querySelector(query) as Element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      for (const { 0: word, index } of (texts.currentNode as Text).data.matchAll(/\S+/g)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        const { left, top } = range.getBoundingClientRect();
        found.push({ word, left: Math.round(left), top: Math.round(top) });
      }
    }
    return found;
  }, selector);

const NOTHING = 'timeline.to({}, { duration: 1 });';
const HEADLINE = '<p class="line" style="width:180px;font-weight:800">AVATAR To Wij <em>kijken</em> naar het water efficiënt</p>';

describe('a text that is revealed', () => {
  test.for(['line', 'word'])('by %s stands at its end where it stood, and is heard as it was', async (by, context) => {
    const stage = onStage(context);
    const plain = await stage.open(HEADLINE, played(NOTHING));
    const before = await wordsOf(plain, '.line');
    const heard = await plain.locator('.line').ariaSnapshot();
    const page = await stage.open(HEADLINE, played(`kader.reveal(timeline, '.line', { by: '${by}', at: 0.2 })`));
    await seek(page, 'end');
    expect(await wordsOf(page, '.line')).toEqual(before);
    expect((await page.locator('.line').ariaSnapshot()).replaceAll(/\s+/g, ' ')).toBe(heard.replaceAll(/\s+/g, ' '));
    await seek(page, 0);
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.line > span')].map((mask) => {
        const inner = mask.firstElementChild as HTMLElement;
        const moved = inner.style.transform ? inner : (inner.querySelector<HTMLElement>('[style*=transform]') as HTMLElement);
        return moved.getBoundingClientRect().top - mask.getBoundingClientRect().bottom;
      }),
    );
    expect(boxes.length).toBeGreaterThan(2);
    // Below the mask and the room it leaves for descenders.
    for (const below of boxes) expect(below).toBeGreaterThan(4);
  });

  test('keeps the order of words that run the other way, and of lines that do', async (context) => {
    const stage = onStage(context);
    for (const body of [
      '<p class="line">Kaai שלום עולם festival</p>',
      '<p class="line" dir="rtl">שלום עולם Kaai by night טוב</p>',
      '<p class="line" dir="rtl" style="width:120px">مرحبا بالعالم الجميل على الماء</p>',
    ]) {
      const before = await wordsOf(await stage.open(body, played(NOTHING)), '.line');
      const page = await stage.open(body, played(`kader.reveal(timeline, '.line', { by: 'word' })`));
      await seek(page, 'end');
      expect(await wordsOf(page, '.line')).toEqual(before);
    }
  });

  test('that is broken at a soft hyphen shows its hyphen and is heard as one word', async (context) => {
    const body = '<p class="line" style="width:150px;hyphens:manual">Havengebouwen\u00adcomplexen</p>';
    const page = await onStage(context).open(body, played(`kader.reveal(timeline, '.line', { by: 'word' })`));
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.line > span')].map((line) => line.innerText.trim()),
    );
    expect(texts.map((text) => text.replaceAll('\u00ad', ''))).toEqual(['Havengebouwen-', 'complexen']);
    const hidden = await page.evaluate(() => document.querySelector('.line [aria-hidden]')?.textContent);
    expect(hidden).toBe('-');
    expect((await page.locator('.line').ariaSnapshot()).replaceAll(/[\u00ad\s]/g, '')).toContain('Havengebouwencomplexen');
  });
});

describe('every move', () => {
  const BODY = `<div class="frame" style="overflow:hidden;width:120px;height:60px;background:#333"><img class="picture" data-focus="0.25 0.75" alt="" width="120" height="60" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='2' height='1'/%3E"></div>
<p class="line">De stad kijkt naar het water en wacht</p><p class="cta" style="display:inline-block;padding:6px 12px;background:#f40">Kijk</p>
<img class="logo" alt="Kaai" width="60" height="20" style="position:absolute;right:10px;bottom:10px" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='3' height='1'%3E%3Crect width='3' height='1'/%3E%3C/svg%3E"><i class="rule" style="position:absolute;right:10px;bottom:8px;width:60px;height:2px;background:#000"></i>`;
  const MOVES = `kader.kenBurns(timeline, '.picture'); kader.reveal(timeline, '.line', { at: 0.2 });
kader.wipe(timeline, '.cta', { from: 'left', at: 1 }); kader.sting(timeline, '.logo', { line: '.rule', at: 2 });`;

  test('animates transforms and opacity alone, and ends as the CSS says', async (context) => {
    const stage = onStage(context);
    const plain = await (await stage.open(BODY, played(NOTHING))).screenshot();
    const page = await stage.open(BODY, played(MOVES));
    await seek(page, 'end');
    expect((await page.screenshot()).equals(plain)).toBe(true);
    const changed = await page.evaluate(() => {
      const read = (): string[][] =>
        [...document.querySelectorAll<HTMLElement>('body *')].map((one) =>
          [...one.style].map((name) => `${name}:${one.style.getPropertyValue(name)}`),
        );
      const found = new Set<string>();
      let last = read();
      for (let at = 0; at <= 6.2; at += 0.1) {
        window.kader.seek(at);
        const next = read();
        next.forEach((one, index) => {
          for (const each of one) if (!last[index]?.includes(each)) found.add(each.split(':')[0] ?? '');
        });
        last = next;
      }
      return [...found].sort();
    });
    expect(changed.filter((name) => !['transform', 'translate', 'rotate', 'scale', 'opacity', 'transform-origin'].includes(name))).toEqual(
      [],
    );
    expect(changed).toContain('transform');
  });

  test('shows nothing of what is still to come, and half of it in the middle', async (context) => {
    const page = await onStage(context).open(BODY, played(MOVES));
    await seek(page, 0);
    const shown = (selector: string): Promise<boolean> =>
      page.evaluate((query) => {
        const { left, top, width, height } = (document.querySelector(query) as Element).getBoundingClientRect();
        // The window cuts; what is hit is what is seen.
        return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.cta') !== null;
      }, selector);
    expect(await shown('.cta')).toBe(true);
    const blank = await page.locator('.cta').screenshot();
    await seek(page, 1.2);
    const half = await page.locator('.cta').screenshot();
    expect(half.equals(blank)).toBe(false);
    await seek(page, 0);
    expect((await page.locator('.cta').screenshot()).equals(blank)).toBe(true);
    expect(await page.evaluate(() => (document.querySelector('.picture') as HTMLElement).style.transformOrigin)).toBe('25% 75%');
  });
});

describe('a title that leaves', () => {
  const titled = (title: string): string => `data-title='${title}'`;
  const left = async (context: TestContext, attributes: string): Promise<string[]> => {
    const moves = "kader.leave(timeline, '.line', stage, { duration: 0.5, by: 1 });";
    const page = await onStage(context).open('<p class="line">Kaai</p>', played(moves), { attributes });
    const seen: string[] = [];
    for (const at of [0, 3.4, 3.75, 4]) {
      await seek(page, at);
      seen.push(await page.evaluate(() => getComputedStyle(document.querySelector('.line') as Element).opacity));
    }
    return seen;
  };

  test('is gone with the last of its seconds', async (context) => {
    const [first, before, half, last] = await left(context, titled('{"seconds":4,"isLast":false}'));
    expect([first, before, last]).toEqual(['1', '1', '0']);
    expect(Number(half)).toBeGreaterThan(0.2);
    expect(Number(half)).toBeLessThan(0.95);
  });

  test.for([titled('{"seconds":4,"isLast":true}'), ''])(
    'stays where the film ends with it, and in a banner (%s)',
    async (given, context) => {
      expect(await left(context, given)).toEqual(['1', '1', '1', '1']);
    },
  );
});

describe('a number that counts', () => {
  const COUNT = '<p class="days" style="display:inline-block"><b data-count>1.250</b> dagen</p>';

  test('is written as the language writes it, at every moment, and ends as it was ordered', async (context) => {
    const page = await onStage(context).open(
      COUNT,
      played(`kader.countUp(timeline, 'b', { from: 2400, duration: 2, ease: 'none', at: 1 })`),
    );
    const text = (): Promise<string | null> => page.locator('b').textContent();
    const width = (): Promise<number> => page.evaluate(() => (document.querySelector('.days') as Element).getBoundingClientRect().width);
    const wide = await width();
    const seen: (string | null)[] = [];
    for (const at of [0, 2, 3, 2, 0.5]) {
      await seek(page, at);
      seen.push(await text());
      expect(await width()).toBe(wide);
    }
    expect(seen).toEqual(['2.400', '1.825', '1.250', '1.825', '2.400']);
    await seek(page, 'end');
    expect(await text()).toBe('1.250');
  });

  test('reads decimals and groups by the language', async (context) => {
    const page = await onStage(context).open(
      '<p><b>€ 12,50</b></p>',
      played(`kader.countUp(timeline, 'b', { from: 0, duration: 1, ease: 'none' })`),
    );
    await seek(page, 0.5);
    expect(await page.locator('b').textContent()).toBe('€ 6,25');
  });
});

test('labels are told in the order of time, and an error leaves the end state with its texts fitted', async (context) => {
  const stage = onStage(context);
  const page = await stage.open('<p>Kaai</p>', played(`timeline.to('p', { x: 0, duration: 3 }).addLabel('call', 2).addLabel('backup', 1)`));
  expect(await page.evaluate(() => window.kader.facts().labels)).toEqual([
    { name: 'backup', at: 1 },
    { name: 'call', at: 2 },
    { name: 'end', at: 3 },
  ]);
  const broken = await stage.open(
    '<p data-slot="headline" style="--fit-min:10px;--fit-max:90px">Kaaifestival</p>',
    played(`kader.reveal(timeline, 'p'); throw new Error('Oops')`),
  );
  const html = await broken.evaluate(() => ({
    spans: document.querySelectorAll('p span').length,
    size: document.querySelector('p')?.style.fontSize,
  }));
  expect(html.spans).toBe(0);
  expect(Number.parseFloat(html.size ?? '')).toBeGreaterThan(30);
});

test('a banner carries only the helpers it uses', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kader-shaken-'));
  const bytes = async (motion: string): Promise<number> => (await bundled(motion, folder)).length;
  const bare = await bytes('kader.start(() => gsap.timeline())');
  const gsapAlone = await bytes('window.gsap = gsap');
  const withReveal = await bundled(`kader.start(() => gsap.timeline()); window.one = kader.reveal`, folder);
  const withAll = await bytes('kader.start(() => gsap.timeline()); window.all = kader');
  // In bytes, minified; the whole of kader/motion, which no banner carries, is under 7 kB on the wire: company for little words
  // and titles that leave took it past 6.5.
  expect(bare - gsapAlone).toBeLessThan(2500);
  expect(withReveal.length - bare).toBeLessThan(3000);
  expect(withReveal).not.toMatch(/tabular-nums|--fit-margin/);
  expect(withAll - bare).toBeGreaterThan(6000);
  const [all, none] = [await bundled('window.all = kader', folder), await bundled('', folder)];
  expect(gzipSync(all).length - gzipSync(none).length).toBeLessThan(7000);
});

test('house tokens become what GSAP takes', () => {
  const tokens = {
    'motion.words.duration': 0.6,
    'motion.words.stagger': 0.08,
    'motion.words.ease': 'cubic-bezier(0, 0, 0.58, 1)',
    'space.1': '8px',
  };
  const { ease: curve, ...rest } = pace(tokens, 'words');
  expect(rest).toEqual({ duration: 0.6, stagger: 0.08 });
  // CSS ease-out at a half: 0.6846 (W3C, easing functions).
  expect((curve as (t: number) => number)(0.5)).toBeCloseTo(0.6846, 3);
  expect(ease('power3.out')).toBe('power3.out');
  expect(pace(tokens, 'tide')).toEqual({});
});
