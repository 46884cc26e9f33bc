/** html-validate as Kader sets it up: faults are seen, house habits are not. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateMarkup } from '../../pipeline/tools/markup.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kader-markup-'));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
async function page(body: string): Promise<{ path: string }> {
  const path = join(folder, `page-${++count}`);
  await writeFile(
    path,
    `<!DOCTYPE html>\n<html lang="nl">\n<head><meta charset="utf-8"><title>Kaai</title></head>\n<body>\n${body}\n</body>\n</html>\n`,
  );
  return { path };
}

test('a sound page as Kader sets it has no problems', async () => {
  const sound = await page(
    `<main>  
<h1>Kaai</h1>
<picture class="hero"><source type="image/avif" srcset="kade-640.avif 640w, kade-960.avif 960w" sizes="100vw">
<img src="kade-640.jpg" srcset="kade-640.jpg 640w" sizes="100vw" width="640" height="360" alt="De kade" loading="lazy" decoding="async" style="background-image:url(data:image/webp;base64,AAAA);background-size:cover"></picture>
<p>Bel 03 123 45 67<br>of <a href="programma/">lees meer</a></p></main><script type="module" src="assets/site.js"></script>`,
  );
  expect(await validateMarkup([sound])).toEqual([{ what: 'markup', problems: [] }]);
});

test('what starts by itself makes no sound', async () => {
  const film = (muted: string) =>
    page(`<h1>Kaai</h1><video width="2" height="2" aria-label="Golven" autoplay${muted}><source src="a.mp4" type="video/mp4"></video>`);
  const [silent, loud] = await validateMarkup([await film(' muted'), await film('')]);
  expect([silent?.problems, loud?.problems.map(({ rule }) => rule)]).toEqual([[], ['no-autoplay']]);
});

test('each page has its own problems, with rule, line and column', async () => {
  const [first, second] = await validateMarkup([
    await page('<p>Een <div>blok</div></p>'),
    await page('<p>Tekst</p>\n<p id="a">x</p>\n<p id="a">y</p>'),
  ]);
  expect(first?.problems.map(({ rule }) => rule)).toContain('close-order');
  expect(second?.problems).toEqual([{ rule: 'no-dup-id', message: expect.stringContaining('Duplicate ID') as string, line: 7, column: 8 }]);
});

test('at most 25 problems are told of one page', async () => {
  const [facts] = await validateMarkup([await page('<p id="a">x</p>'.repeat(60))]);
  expect(facts?.problems).toHaveLength(25);
});
