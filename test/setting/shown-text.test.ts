/** Characters that a page or unit shows: whatever case its stylesheet sets them in, and whatever that writes itself. */
import { expect, test } from 'vitest';
import { charactersOf } from '../../pipeline/jobs/font.ts';
import type { StyleContent } from '../../pipeline/model/house.ts';
import { shownText } from '../../pipeline/setting/shown-text.ts';

const lettersOf = (html: string, language = 'nl', style: Partial<StyleContent> = {}): string =>
  charactersOf([shownText(html, language, { text: '', cases: [], attributes: [], ...style }).letters]);
const has = (shown: string, wanted: string): void => {
  for (const letter of wanted) expect(shown, `${letter} in ${shown}`).toContain(letter);
};
const hasNot = (shown: string, unwanted: string): void => {
  for (const letter of unwanted) expect(shown, `${letter} in ${shown}`).not.toContain(letter);
};

test('visible text, entities of every name, and both cases', () => {
  const shown = lettersOf('<style>x{}</style><p class="q">caf&eacute; &#8211; «ja» d&agrave; &ohm;</p><script>z</script>');
  has(shown, 'caféÉ–«»JàÀΩ');
  hasNot(shown, 'xqz');
});

test('a number that counts takes all figures, a word that may be broken its hyphen, a quotation its marks', () => {
  has(lettersOf('<b data-count>92</b>'), '0123456789.,');
  hasNot(lettersOf('<b>92</b>'), '0');
  has(lettersOf('<p>haven\u00adhuis</p>'), '-');
  has(lettersOf('<q>ja</q>'), '“”«»');
});

test.each([
  ['tr', '<p>istanbul ılık</p>', 'İIı'],
  ['tr-TR', '<p>ILIK</p>', 'ı'],
  ['de', '<p>Straße</p>', 'SE'],
  ['en', '<p>ﬁn</p>', 'FIi'],
  ['nl', '<p>ijs en ĳs</p>', 'IJĲ'],
  ['hr', '<p>ǆep</p>', 'ǅǄ'],
  ['el', '<p>Άνθρωπος</p>', 'ΑΣσς'],
  ['el', '<p>ᾳ</p>', 'ᾼΑΙ'],
  ['en', '<p>e\u0301te\u0301</p>', 'éÉ'],
  ['en', '<p><i lang="tr">i</i></p>', 'İ'],
  ['no such language', '<p>a</p>', 'A'],
])('in %s, %s may be set with %s', (language, html, wanted) => {
  has(lettersOf(html, language), wanted);
});

test('what no language asks for stays away', () => {
  hasNot(lettersOf('<p>istanbul</p>', 'nl'), 'İı');
});

test('what a stylesheet writes, and the attributes that it writes out', () => {
  const shown = lettersOf('<p data-day="vrijdag" data-note="xyz">a</p>', 'nl', { text: '→', attributes: ['data-day'] });
  has(shown, '→vrijdagVR');
  hasNot(shown, 'xyz');
});
