/** Focus points and safe boxes written into orders as people write them: nothing else changes by a character. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FramingChange, writeFraming } from '../../pipeline/order/framing.ts';
import { readOrder } from '../../pipeline/order.ts';
import { ROOT } from '../support/workspace.ts';

const HEAD = 'client: Trial   # of the quay\ntitle: { en: Trial }\nhouse: plain\nlanguages:   [en]\n';
const FOOT = '\n# Asked for on Monday.\ndeliver:\n  site: { url: "https://trial.example" }\n';
const order = (supplied: string): string => `${HEAD}supplied:\n${supplied}${FOOT}`;

/** What stands under `supplied` before and after. */
const cases: readonly (readonly [string, string, FramingChange, string])[] = [
  [
    'a value is replaced, its comment stays',
    '  - name: sea\n    file: sea.jpg # from Iris\n    focus: [ 0.5,0.5 ]   # the mast\n    alt: {en: "Sea"}\n',
    { name: 'sea', focus: [0.25, 0.75] },
    '  - name: sea\n    file: sea.jpg # from Iris\n    focus: [0.25, 0.75]   # the mast\n    alt: {en: "Sea"}\n',
  ],
  [
    'a line is added below the file',
    '  - name: sea\n    file: sea.jpg # from Iris\n    alt: {en: "Sea"}\n',
    { name: 'sea', focus: [0.25, 0.75], safe: [0.1, 0.2, 0.3, 0.4] },
    '  - name: sea\n    file: sea.jpg # from Iris\n    focus: [0.25, 0.75]\n    safe: [0.1, 0.2, 0.3, 0.4]\n    alt: {en: "Sea"}\n',
  ],
  [
    'a file that closes the entry',
    '  # The sea.\n  - name: sea\n    file: "sea.jpg"\n  - { name: sky, file: sky.jpg }\n',
    { name: 'sea', safe: [0, 0, 1, 0.5] },
    '  # The sea.\n  - name: sea\n    file: "sea.jpg"\n    safe: [0, 0, 1, 0.5]\n  - { name: sky, file: sky.jpg }\n',
  ],
  [
    'an entry of one line',
    '  - {name: sea, file: photos/sea.jpg}   # one line\n',
    { name: 'sea', focus: [0.1, 0.2] },
    '  - {name: sea, file: photos/sea.jpg, focus: [0.1, 0.2]}   # one line\n',
  ],
  [
    'an entry of one line that has both',
    '  - { focus: [0, 0], name: sea, safe: [0, 0, 1, 1], file: sea.jpg, }\n',
    { name: 'sea', focus: null, safe: null },
    '  - { name: sea, file: sea.jpg, }\n',
  ],
  [
    'a list of several lines',
    '  - name: sea\n    focus:\n      - 0.5\n      - 0.5\n    file: sea.jpg\n',
    { name: 'sea', focus: [0.1, 0.2] },
    '  - name: sea\n    focus:\n      [0.1, 0.2]\n    file: sea.jpg\n',
  ],
  [
    'taken out, with the remark behind it kept',
    '  - name: sea\n    file: sea.jpg\n    safe: [0, 0, 1, 1] # all of it\n    focus: [0, 0]\n    alt: { en: Sea }\n',
    { name: 'sea', safe: null, focus: null },
    '  - name: sea\n    file: sea.jpg\n    # all of it\n    alt: { en: Sea }\n',
  ],
  [
    'an alias gives way to a value of its own',
    '  - { name: sky, file: sky.jpg, focus: &mid [0.5, 0.5] }\n  - name: sea\n    file: sea.jpg\n    focus: *mid\n',
    { name: 'sea', focus: [0.1, 0.2] },
    '  - { name: sky, file: sky.jpg, focus: &mid [0.5, 0.5] }\n  - name: sea\n    file: sea.jpg\n    focus: [0.1, 0.2]\n',
  ],
  [
    'an anchor that others use goes to the first of them',
    '  - { name: sky, file: sky.jpg, focus: &mid [0.5, 0.5] }\n  - { name: sea, file: sea.jpg, focus: *mid }\n  - { name: fog, file: fog.jpg, focus: *mid }\n',
    { name: 'sky', focus: [0.1, 0.2] },
    '  - { name: sky, file: sky.jpg, focus: [0.1, 0.2] }\n  - { name: sea, file: sea.jpg, focus: &mid [0.5, 0.5] }\n  - { name: fog, file: fog.jpg, focus: *mid }\n',
  ],
  [
    'an anchor of something else stays with its aliases',
    '  - name: sea\n    file: sea.jpg\n    rights: &us { creator: Iris }\n  - { name: sky, file: sky.jpg, rights: *us }\n',
    { name: 'sky', safe: [0, 0, 0.5, 0.5] },
    '  - name: sea\n    file: sea.jpg\n    rights: &us { creator: Iris }\n  - { name: sky, file: sky.jpg, rights: *us, safe: [0, 0, 0.5, 0.5] }\n',
  ],
  [
    'the first file of a pattern',
    '  - name: acts\n    file: photos/*.jpg\n    focus: [0.5, 0.4]\n',
    { name: 'acts/koor', focus: [0.1, 0.2], safe: [0, 0, 0.5, 0.5] },
    '  - name: acts\n    file: photos/*.jpg\n    each:\n      koor: { focus: [0.1, 0.2], safe: [0, 0, 0.5, 0.5] }\n    focus: [0.5, 0.4]\n',
  ],
  [
    'another file of a pattern',
    '  - name: acts\n    file: photos/*.jpg\n    each:\n      # The choir.\n      koor:\n        crops: { hero: { focus: [0, 0] } }\n',
    { name: 'acts/dans', focus: [0.1, 0.2] },
    '  - name: acts\n    file: photos/*.jpg\n    each:\n      # The choir.\n      dans: { focus: [0.1, 0.2] }\n      koor:\n        crops: { hero: { focus: [0, 0] } }\n',
  ],
  [
    'a file of a pattern that is framed already',
    '  - { name: acts, file: photos/*.jpg, each: { koor: { crops: { hero: { focus: [0, 0] } } } } }\n',
    { name: 'acts/koor', focus: [0.1, 0.2] },
    '  - { name: acts, file: photos/*.jpg, each: { koor: { crops: { hero: { focus: [0, 0] } }, focus: [0.1, 0.2] } } }\n',
  ],
  [
    'the last word about a file of a pattern',
    '  - { name: acts, file: photos/*.jpg, each: { koor: { focus: [0, 0] } } }\n',
    { name: 'acts/koor', focus: null },
    '  - { name: acts, file: photos/*.jpg }\n',
  ],
  [
    'one place of a picture',
    '  - name: sea\n    file: sea.jpg # from Iris\n    focus: [0, 0]\n',
    { name: 'sea', place: 'hero/phone', focus: [0.1, 0.2] },
    '  - name: sea\n    file: sea.jpg # from Iris\n    crops:\n      hero/phone: { focus: [0.1, 0.2] }\n    focus: [0, 0]\n',
  ],
  [
    'another place, beside one that is framed',
    '  - name: sea\n    file: sea.jpg\n    crops: { hero: { focus: [0, 0] } } # wide\n',
    { name: 'sea', place: 'card', safe: [0, 0, 1, 1] },
    '  - name: sea\n    file: sea.jpg\n    crops: { hero: { focus: [0, 0] }, card: { safe: [0, 0, 1, 1] } } # wide\n',
  ],
  [
    'a place of a file of a pattern, from nothing',
    '  - name: acts\n    file: photos/*.jpg\n',
    { name: 'acts/koor', place: 'hero', focus: [0.1, 0.2], safe: [0, 0, 1, 1] },
    '  - name: acts\n    file: photos/*.jpg\n    each:\n      koor: { crops: { hero: { focus: [0.1, 0.2], safe: [0, 0, 1, 1] } } }\n',
  ],
  [
    'the last word about a place, with all that held it',
    '  - name: acts\n    file: photos/*.jpg\n    each:\n      koor:\n        crops:\n          hero: { focus: [0.1, 0.2] }\n    alt: { en: Acts }\n',
    { name: 'acts/koor', place: 'hero', focus: null },
    '  - name: acts\n    file: photos/*.jpg\n    alt: { en: Acts }\n',
  ],
  [
    'the last word about a place, under a remark that stays',
    '  - name: sea\n    file: sea.jpg\n    crops:\n      # For the posters.\n      hero: { focus: [0.1, 0.2] }\n      card: { focus: [0, 0] }\n',
    { name: 'sea', place: 'hero', focus: null },
    '  - name: sea\n    file: sea.jpg\n    crops:\n      # For the posters.\n      card: { focus: [0, 0] }\n',
  ],
  [
    'nothing there to take out',
    '  - { name: acts, file: photos/*.jpg }\n',
    { name: 'acts/koor', focus: null },
    '  - { name: acts, file: photos/*.jpg }\n',
  ],
];

describe.each([
  ['line ends of Unix', (text: string) => text],
  ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string) => `\uFEFF${text}`],
])('with %s', (_, as) => {
  test.each(cases)('%s', (_name, before, change, after) => {
    const written = writeFraming(as(order(before)), [change]);
    expect(written).toEqual({ text: as(order(after)) });
    expect(readOrder(as(order(after)), 'try').order).toBeDefined();
  });
});

test('an order without a last line end', () => {
  const text = `${HEAD}deliver: { site: { url: "https://trial.example" } }\nsupplied:\n  - name: sea\n    file: sea.jpg`;
  expect(writeFraming(text, [{ name: 'sea', focus: [0, 1] }])).toEqual({ text: `${text}\n    focus: [0, 1]` });
});

test.each([
  ['a remark inside the value', '  - name: sea\n    file: sea.jpg\n    focus:\n      - 0.5 # across\n      - 0.5\n', 'sea', 'shared'],
  ['a framing that files share', '  - { name: a, file: a/*, each: { x: &x { focus: [0, 0] }, y: *x } }\n', 'a/y', 'shared'],
  ['no such picture', '  - { name: sea, file: sea.jpg }\n', 'sky', 'unknown'],
  ['no such pattern', '  - { name: sea, file: sea.jpg }\n', 'seagull/one', 'unknown'],
  ['a mistake in the text', '  - { name: sea, file: sea.jpg\n', 'sea', 'unreadable'],
  ['an alias to nothing', '  - { name: sea, file: sea.jpg, rights: *us }\n', 'sea', 'unreadable'],
])('%s: nothing is written', (_, supplied, name, refused) => {
  expect(writeFraming(order(supplied), [{ name, focus: [0.1, 0.1] }])).toEqual({ refused, name });
});

test('several at once, or none', () => {
  const text = order('  - { name: sea, file: sea.jpg }\n  - { name: sky, file: sky.jpg }\n');
  const both = [
    { name: 'sea', focus: [0, 1] },
    { name: 'sky', focus: [1, 0] },
  ];
  expect(writeFraming(text, both)).toEqual({
    text: text.replace('sea.jpg', 'sea.jpg, focus: [0, 1]').replace('sky.jpg', 'sky.jpg, focus: [1, 0]'),
  });
  expect(writeFraming(text, [...both, { name: 'fog', focus: [0, 0] }])).toEqual({ refused: 'unknown', name: 'fog' });
});

test('every entry of the demo order that has a focus is changed by one line and no more', () => {
  const text = readFileSync(join(ROOT, 'assets/kaaifestival/order.yaml'), 'utf8');
  const names = (readOrder(text, 'demo').order?.supplied ?? []).filter(({ focus }) => focus).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    const written = writeFraming(text, [{ name, focus: [0.111, 0.222] }]);
    const lines = 'text' in written ? written.text.split('\n') : [];
    expect(lines.filter((line, at) => line !== text.split('\n')[at])).toEqual(['    focus: [0.111, 0.222]']);
  }
});
