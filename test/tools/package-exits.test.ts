/** How a click would leave a package, read without clicking; and what of it a page shows or sounds by itself. */
import { afterAll, describe, expect, test } from 'vitest';
import type { PackageFacts } from '../../pipeline/model/package.ts';
import { readPackage } from '../../pipeline/tools/package-read.ts';
import { good, pack, packageFolder, pageOf } from '../support/packages.ts';

const folder = packageFolder();
afterAll(folder.remove);

const read = async (body: string, head = ''): Promise<PackageFacts> =>
  readPackage(await pack(folder.path, 'b.zip', { 'index.html': pageOf({ ...good, body, head: good.head + head }) }));

describe('a click leaves in the same tab', () => {
  test.each([
    ['<a href="https://kaai.example/">x</a>', ['<a href>']],
    ['<a href="https://kaai.example/" target="_top">x</a>', ['<a href>']],
    ['<map><area href="https://kaai.example/"></map>', ['<area href>']],
    ['<form action="https://kaai.example/"><button>x</button></form>', ['<form>']],
    ['<button form="f" formaction="https://kaai.example/">x</button>', ['<button formaction>']],
    ['<meta http-equiv="refresh" content="5; url=https://kaai.example/">', ['<meta http-equiv="refresh">']],
    ['<div onclick="location = clickTag"></div>', ['location =']],
    ['<div onclick="window.top.location.href = clickTag"></div>', ['location.href =']],
    ['<div onclick="document.location.assign(clickTag)"></div>', ['location.assign()']],
    ['<a href="javascript:location.replace(clickTag)">x</a>', ['location.replace()']],
    ['<div onclick="window.open(clickTag, \'_self\')"></div>', ["window.open(…, '_self')"]],
  ])('%s', async (body, ways) => expect((await read(body)).sameTabExits.map(({ written }) => written)).toEqual(ways));

  test.each([
    ['<a href="https://kaai.example/" target="_blank">x</a>'],
    ['<a href="https://kaai.example/" target="spring">x</a>'],
    ['<a href="https://kaai.example/" onclick="window.open(clickTag); return false">x</a>'],
    ['<a href="javascript:window.open(window.clickTag)">x</a>'],
    ['<a href="#">x</a>'],
    ['<form action="https://kaai.example/" target="_blank"></form>'],
    ['<div onclick="window.open(clickTag, \'_blank\')"></div>'],
    ['<script>var here = location.href; request.open("GET", "a.json", "_self"); text.replace("a", "b");</script>'],
  ])('but not by %s', async (body) => expect((await read(body)).sameTabExits).toEqual([]));

  test('unless the whole page opens tabs', async () => {
    expect((await read('<a href="https://kaai.example/">x</a>', '<base target="_blank">')).sameTabExits).toEqual([]);
  });
});

test('libraries that a script writes into the page are asked for', async () => {
  const { references } = await read(
    `<script>document.write('<script src="' + (window.API_URL || 'https://s1.adform.net/banners/scripts/rmb/Adform.DHTML.js?bv=' + Math.random()) + '"><\\/script>');
document.write('<scr' + 'ipt src="https://cdn.example/late.js"></scr' + 'ipt>'); document.write("<script src='//cdn.example/lib'><\\/script>");</script>`,
  );
  expect(references.map(({ url }) => url)).toEqual(
    expect.arrayContaining([expect.stringContaining('Adform.DHTML.js'), 'https://cdn.example/late.js', 'https://cdn.example/lib']),
  );
});

test.each([
  ['body{padding:4px}', true],
  ['html, body { padding: 0 0 2% }', true],
  ['* { padding-left: 1em }', true],
  ['body { padding: 0 }', false],
  ['body .box { padding: 4px }', false],
  ['.body, body.ready { padding: 4px }', false],
  ['@media (min-width: 10px) { #body { padding: 4px } }', false],
])('a page is padded by %s: %s', async (css, padded) => {
  expect((await read('', `<style>${css}</style>`)).document?.padded).toBe(padded);
});

test('a margin of something in the page is not the page’s', async () => {
  const style = async (css: string) =>
    (await readPackage(await pack(folder.path, 'b.zip', { 'index.html': `<style>${css}</style>` }))).document?.marginZero;
  expect(await style('body p { margin: 0 }')).toBe(false);
  expect(await style('html, body { margin: 0 }')).toBe(true);
  expect(await style('* { margin: 0; padding: 0 }')).toBe(true);
});

test.each([
  ['<audio src="a.mp3" autoplay></audio>', 1],
  ['<audio src="a.mp3" autoplay muted></audio>', 0],
  ['<audio src="a.mp3" controls></audio>', 0],
])('sounds that begin by themselves: %s', async (body, count) => expect((await read(body)).document?.startingSounds).toBe(count));
