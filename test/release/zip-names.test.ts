/** Names of packages: safe and short whatever production, client and unit are called, and never two alike. */
import { expect, test } from 'vitest';
import { zipNameOf } from '../../pipeline/channels/delivery.ts';
import { zipNames } from '../../pipeline/jobs/zip-names.ts';

const values = {
  production: 'kaaifestival',
  client: 'Kaaifestival',
  template: 'headline',
  size: '300x250',
  language: 'nl',
  target: 'cm360',
};
const named = (ids: readonly string[], changes: Partial<typeof values> = {}, pattern = zipNameOf()): string[] => [
  ...zipNames(
    ids.map((id) => ({ name: `banners/headline/cm360/${id}`, values: { ...values, ...changes, id } })),
    pattern,
  ).values(),
];

test('production, template and unit', () => {
  expect(named(['300x250-nl'])).toEqual(['kaaifestival-headline-300x250-nl']);
});

test('a long production gives way, so that the unit can still be told', () => {
  const [name = ''] = named(['300x250-nl-families'], { production: 'p'.repeat(80) });
  expect(name).toHaveLength(50);
  expect(name.endsWith('-headline-300x250-nl-families')).toBe(true);
});

test.each([
  [['x'.repeat(70), `${'x'.repeat(70)}y`]],
  [['300x250-nl-été', '300x250-nl-ete']],
  [['海', '空', '😀']],
  [Array.from({ length: 500 }, (_, at) => `${'night-people-'.repeat(6)}${at}`)],
])('%j are told apart', (ids) => {
  const names = named(ids, { production: 'een-heel-lange-naam-van-een-productie', template: 'een-lang-sjabloon' });
  expect(new Set(names).size).toBe(ids.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9._-]{0,49}$/);
});

test('a house may want its own way, and its letters stay', () => {
  expect(named(['300x250-nl'], { client: 'Été & Cie' }, zipNameOf('mafra'))).toEqual(['ete-cie_kaaifestival-300x250-nl_HTML5_300x250']);
  expect(named(['a', 'b'], {}, '{size}')).toEqual([
    expect.stringMatching(/^300x250-[0-9a-f]{10}$/),
    expect.stringMatching(/^300x250-[0-9a-f]{10}$/),
  ]);
  expect(named(['a'], {}, '../{nobody}/Ünit {id}')).toEqual(['Unit-a']);
  expect(named(['a'], {}, '{nobody}')[0]).toMatch(/^[0-9a-f]{10}$/);
});
