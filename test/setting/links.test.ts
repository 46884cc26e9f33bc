/** Links are made relative and listed; text is read as a reader sees it. */
import { expect, test } from 'vitest';
import { fillMarks, markOf } from '../../pipeline/model/ask.ts';
import { clickOf } from '../../pipeline/setting/click.ts';
import { relativeLinks } from '../../pipeline/setting/links.ts';
import { unitHtml } from '../../pipeline/setting/unit.ts';

test.each([
  ['<a href="/nl/">', 'nl/programma/index.html', '<a href="../../nl/">', 'nl/index.html'],
  ['<a href="/nl/programma/#vr">', 'nl/index.html', '<a href="../nl/programma/#vr">', 'nl/programma/index.html'],
  ['<a href="/">', 'index.html', '<a href="./">', 'index.html'],
  ['<img src="/img/a.jpg">', 'nl/index.html', '<img src="../img/a.jpg">', 'img/a.jpg'],
  ['<a href="../tickets/?x=1">', 'nl/programma/index.html', '<a href="../tickets/?x=1">', 'nl/tickets/index.html'],
  ['<a href="pers.pdf">', 'nl/index.html', '<a href="pers.pdf">', 'nl/pers.pdf'],
])('%s on %s', (written, page, linked, target) => {
  const { html, references } = relativeLinks(written, page);
  expect(html).toBe(linked);
  expect(references.map((one) => one.target)).toEqual([target]);
});

test.each(['https://kaai.example/', '//cdn.example/x.js', 'mailto:a@b.be', 'tel:+32', '#top', 'data:image/png;base64,AA=='])(
  '%s is left alone',
  (link) => {
    expect(relativeLinks(`<a href="${link}">`, 'nl/index.html')).toEqual({ html: `<a href="${link}">`, references: [] });
  },
);

test('every candidate of a srcset is a reference', () => {
  const { html, references } = relativeLinks('<img srcset="/img/a.jpg 480w, /img/b.jpg 960w">', 'nl/index.html');
  expect(html).toBe('<img srcset="../img/a.jpg 480w, ../img/b.jpg 960w">');
  expect(references.map(({ target }) => target)).toEqual(['img/a.jpg', 'img/b.jpg']);
});

test('marks are filled in their place', () => {
  const asks = [{ kind: 'image' as const, name: 'a', options: {} }];
  expect(fillMarks(`<p>${markOf(0)}</p>`, asks, ({ name }) => `[${name}]`)).toBe('<p>[a]</p>');
});

test('a unit states its size, its click tag once, and escapes what it is given', () => {
  const html = unitHtml({
    title: 'Kaai & "co"',
    language: 'nl',
    size: [300, 250],
    family: 'rectangle',
    body: '<p>x</p>',
    hasScript: true,
    click: clickOf('click-tag', { landing: 'https://x.be/?a=</script>', title: 'Kaai & "co"' }),
  });
  expect(html).toContain('<meta name="ad.size" content="width=300,height=250">');
  expect(html.match(/var clickTag/g)).toHaveLength(1);
  expect(html).toContain('Kaai &amp; &quot;co&quot;');
  expect(html).not.toContain('a=</script>');
});
