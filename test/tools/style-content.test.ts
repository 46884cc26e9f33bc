/** What stylesheets bring along: characters that they write and files that they name, however they are written. */
import { transform } from 'lightningcss';
import { expect, test } from 'vitest';
import { contentOf, withNames } from '../../pipeline/tools/style-content.ts';

test.each([
  [`a::before { content: "\\2192  x" }`, '→x'],
  [`li { list-style-type: "★" }`, '★'],
  [`:root { --mark: "◆" } a::after { content: var(--mark) }`, '◆'],
  [`p { counter-increment: n } p::before { content: counter(n) }`, '0123456789'],
  [`ol { list-style: upper-roman }`, 'IVXLC'],
  [`p { hyphens: auto; text-overflow: ellipsis }`, '-…'],
  [`q { quotes: "‹" "›" } a::before { content: open-quote }`, '‹›“'],
])('%s writes %s', (css, wanted) => {
  for (const letter of wanted) expect(contentOf(css).text).toContain(letter);
});

test('names of fonts, selectors and files are not written', () => {
  const { text } = contentOf(
    `@import "q.css"; a[title="w"] { font: 12px "Z"; background: url("k.png"); mask: image-set("j.png" type("v")) }`,
  );
  expect(text).toBe('');
});

test('attributes that are written out', () => {
  expect(contentOf('b::after { content: "–" attr(data-day) } i { width: attr(data-width px) }').attributes).toEqual(['data-day']);
});

const SHEET = `@import url("base.css"); @import 'more.css' screen;
.a { background: url(img/a.png), url("img/b c.png"); }
.b { background-image: image-set("c.webp" type("image/webp") 1x, url(d.png) 2x, "e.png" 3x) }
.c { mask: url(#m); background: url(data:image/png;base64,AAAA); cursor: URL('f.svg#x'), pointer }
@font-face { font-family: "No"; src: url("g.woff2") format("woff2"), local("Local") }`;

test('the case that texts are set in', () => {
  expect(contentOf('p { text-transform: uppercase } b { font-variant-caps: small-caps } uppercase { color: red }').cases).toEqual([
    'upper',
  ]);
  expect(contentOf('p { text-transform: lowercase; } p { text-transform: none }').cases).toEqual(['lower']);
});

test('files and other stylesheets, as they are written', () => {
  expect(contentOf(SHEET)).toMatchObject({
    urls: ['c.webp', 'd.png', 'e.png', 'f.svg#x', 'g.woff2', 'img/a.png', 'img/b c.png'],
    imports: ['base.css', 'more.css'],
  });
});

test('files get other names and nothing else changes', () => {
  const named = withNames(SHEET, Object.fromEntries(contentOf(SHEET).urls.map((url, at) => [url, `n${at}`])));
  expect(contentOf(named)).toMatchObject({ urls: ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6'], imports: ['base.css', 'more.css'] });
  expect(named).toContain('url(#m)');
  expect(named).toContain('local("Local")');
  // Read by another: still CSS, with the same addresses.
  const code = Buffer.from(named.replace(/@import[^;]*;/g, ''));
  const { dependencies = [] } = transform({ filename: 'a.css', code, analyzeDependencies: true });
  const urls = dependencies.flatMap((one) => (one.type === 'url' && one.url.startsWith('n') ? [one.url] : []));
  expect(urls.sort()).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6']);
  expect(withNames(SHEET, {})).toBe(SHEET);
});
