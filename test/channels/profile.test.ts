/** The profile of a target: the strictest of all who ask, and where each value comes from. */
import { describe, expect, test } from 'vitest';
import { packs, platformIds, publisherIds } from '../../pipeline/channels/ads/packs.ts';
import { limitOf, limitsOf, profileOf, profilesOf, rulesFor, targetIdOf, unknownNames } from '../../pipeline/channels/profile.ts';
import { houseSchema } from '../../pipeline/model/house-schema.ts';
import type { Order } from '../../pipeline/model/order.ts';
import type { RuleId } from '../../pipeline/model/rule-table.ts';
import { type AskedRule, COMMON_TARGET, type Profile } from '../../pipeline/model/rules.ts';
import { strictest } from '../../pipeline/model/strictest.ts';

const of = ({ rules }: Pick<Profile, 'rules'>, id: RuleId, basis?: string) =>
  rules.filter((rule) => rule.id === id && rule.basis === basis);
const rule = (changes: Partial<AskedRule>): AskedRule =>
  ({
    id: 'seconds',
    value: 15,
    severity: 'error',
    source: 's',
    read: '',
    status: 'primary',
    from: 'a',
    by: 'A',
    over: [],
    ...changes,
  }) as AskedRule;

describe('the strictest counts', () => {
  test.each<[string, Partial<AskedRule>, Partial<AskedRule>, unknown[]]>([
    ['the lower of two limits', { value: 15 }, { value: 30 }, [15]],
    ['the higher of two leasts', { id: 'least-width', value: 300 }, { id: 'least-width', value: 320 }, [320]],
    ['the shorter of two lists of what is taken', { id: 'sizes', value: ['a', 'b'] }, { id: 'sizes', value: ['a'] }, [['a']]],
    [
      'both lists where neither holds the other',
      { id: 'sizes', value: ['a', 'b'] },
      { id: 'sizes', value: ['b', 'c'] },
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
    ],
    ['the longer of two lists of what is refused', { id: 'not-tags', value: ['a', 'b'] }, { id: 'not-tags', value: ['a'] }, [['a', 'b']]],
    ['both patterns', { id: 'file-names', value: '^a' }, { id: 'file-names', value: 'b$' }, ['^a', 'b$']],
    ['a limit beside stricter advice', { value: 30 }, { value: 15, severity: 'warning' }, [30, 15]],
    ['a limit over laxer advice', { value: 15 }, { value: 30, severity: 'warning' }, [15]],
    ['an unknown value beside a known one', { value: null, severity: 'info' }, { value: 15 }, [null, 15]],
    ['each size for itself', { sizes: ['970x250'], value: 0 }, { value: 15 }, [0, 15]],
    ['each basis for itself', { id: 'weight', basis: 'zip', value: 1 }, { id: 'weight', basis: 'gzip', value: 2 }, [1, 2]],
  ])('%s', (_, one, other, left) => {
    const values = (...rules: AskedRule[]) => strictest(rules).map(({ value }) => value);
    expect(values(rule(one), rule({ from: 'b', ...other }))).toEqual(left);
    expect(values(rule({ from: 'b', ...other }), rule(one)).toSorted()).toEqual(left.toSorted());
  });

  test('and says whom it overrides', () => {
    const [left] = strictest([
      rule({ value: 30, from: 'dv360' }),
      rule({ value: 15, from: 'produpress' }),
      rule({ value: 20, from: 'house' }),
    ]);
    expect(left).toMatchObject({ from: 'produpress', value: 15 });
    expect(left?.over).toEqual([
      { from: 'dv360', value: 30 },
      { from: 'house', value: 20 },
    ]);
  });
});

describe('a target', () => {
  test('is a platform with what holds everywhere', () => {
    const profile = profileOf('google-ads');
    expect(of(profile, 'weight', 'zip')).toMatchObject([
      { value: 600_000, from: 'google-ads', source: expect.stringContaining('7375764') },
    ]);
    expect(of(profile, 'cpu-30s')).toMatchObject([{ from: 'chrome' }]);
    expect(profile.delivery).toMatchObject({ click: 'none', fonts: ['google', 'outlines'] });
  });

  test('is a platform and a publisher: both count, the publisher’s delivery goes before', () => {
    const profile = profileOf({ platform: 'ad-manager', publisher: 'stroeer' });
    expect(profile).toMatchObject({ target: 'ad-manager-stroeer', platform: 'ad-manager', publisher: 'stroeer' });
    expect(profile.delivery).toMatchObject({ scripts: 'inline', styles: 'inline', svg: 'file' });
    expect(of(profile, 'page-name')).toMatchObject([{ from: 'stroeer' }]);
    expect(of(profile, 'files')).toMatchObject([{ from: 'ad-manager' }]);
  });

  test('is a publisher alone, on what is common', () => {
    const profile = profileOf('produpress');
    expect(profile).toMatchObject({ target: 'produpress', platform: COMMON_TARGET, publisher: 'produpress' });
    expect(of(profile, 'click-tag-name')).toMatchObject([{ from: 'produpress' }]);
    expect(of(profile, 'files')).toMatchObject([{ from: COMMON_TARGET }]);
  });

  test('that is not named is what is common', () => expect(profileOf().target).toBe(COMMON_TARGET));

  test('keeps the weight of its size beside that of all', () => {
    const profile = profileOf({ platform: 'ad-manager', publisher: 'ads-and-data' });
    expect(limitOf(profile, 'weight', '300x250')).toBe(200_000);
    expect(limitOf(profile, 'weight', '468x60')).toBe(1_000_000);
    expect(rulesFor(profile, '995x250').filter(({ id, basis }) => id === 'weight' && basis === 'zip')).toMatchObject([
      { value: 1_000_000 },
    ]);
  });

  test('that stands still by its size overrides motion', () => {
    expect(rulesFor(profileOf('amazon-on-site'), '970x250').filter(({ id }) => id === 'seconds')).toMatchObject([{ value: 0 }]);
    expect(limitOf(profileOf('amazon-on-site'), 'seconds', '300x250')).toBe(15);
  });
});

describe('house and order', () => {
  const stated = (text: object) => limitsOf(houseSchema.parse({ rules: { banner: text } }).rules.banner);

  test('what a house does not state does not count', () => {
    expect(stated({})).toEqual({});
    expect(limitOf(profileOf('google-ads', stated({})), 'weight')).toBe(600_000);
    expect(of(profileOf('google-ads', stated({ zipBytes: 120_000 })), 'weight', 'zip')).toMatchObject([
      { value: 120_000, from: 'house', over: [{ from: 'google-ads', value: 600_000 }] },
    ]);
  });

  test('cannot loosen what a platform asks', () => {
    expect(of(profileOf('common', stated({ seconds: 60 })), 'seconds')).toMatchObject([
      { value: 15, from: 'common', over: [{ from: 'house', value: 60 }] },
    ]);
    expect(of(profileOf('common', {}, { 'ad-size': false }), 'ad-size')).toMatchObject([{ value: true, from: 'common' }]);
  });

  test('an order tightens, for its own template and target', () => {
    const order = {
      deliver: {
        banners: [
          { template: 'headline', targets: ['google-ads', { platform: 'ad-manager', publisher: 'produpress' }], rules: { seconds: 10 } },
          { template: 'line-up' },
        ],
      },
    } as unknown as Order;
    const profileFor = profilesOf(order, {});
    expect(limitOf(profileFor('headline', 'google-ads'), 'seconds')).toBe(10);
    expect(profileFor('headline', 'ad-manager-produpress')).toMatchObject({ platform: 'ad-manager', publisher: 'produpress' });
    expect(limitOf(profileFor('line-up', undefined), 'seconds')).toBe(15);
    expect(profileFor('headline', 'google-ads')).toBe(profileFor('headline', 'google-ads'));
  });
});

describe('names', () => {
  test.each<[Parameters<typeof unknownNames>[0], unknown[]]>([
    ['google-ads', []],
    ['produpress', []],
    [{ platform: 'ad-manager', publisher: 'ads-and-data' }, []],
    ['gogle-ads', [{ part: 'platform', name: 'gogle-ads', nearest: 'google-ads' }]],
    [{ platform: 'cm360', publisher: 'rosel' }, [{ part: 'publisher', name: 'rosel', nearest: 'rossel' }]],
    [{ platform: 'produpress' }, [{ part: 'platform', name: 'produpress', nearest: '' }]],
    ['chrome', [{ part: 'platform', name: 'chrome', nearest: '' }]],
    ['toString', [{ part: 'platform', name: 'toString', nearest: '' }]],
  ])('%j', (target, told) => expect(unknownNames(target)).toEqual(told));

  test('of targets are those of their parts', () => {
    expect(targetIdOf({ platform: 'ad-manager', publisher: 'ads-and-data' })).toBe('ad-manager-ads-and-data');
    expect(targetIdOf({ platform: 'ttd' })).toBe('ttd');
  });

  test('stand for one pack each, and no two targets share one', () => {
    expect(new Set(packs.map(({ id }) => id)).size).toBe(packs.length);
    const targets = [
      ...platformIds,
      ...platformIds.flatMap((platform) => publisherIds.map((publisher) => `${platform}-${publisher}`)),
      ...publisherIds,
    ];
    expect(new Set(targets).size).toBe(targets.length);
  });
});

describe('packs', () => {
  test('every rule names its source and the day it was read', () => {
    for (const { rules } of packs)
      for (const { source, read } of rules) {
        expect(source.length).toBeGreaterThan(3);
        expect(read).toMatch(/^2026-11-\d\d$/);
      }
  });

  test('every platform says all of how it is handed over', () => {
    for (const { id, kind, delivery } of packs)
      if (kind === 'platform')
        expect(Object.keys(delivery), id).toEqual(expect.arrayContaining(['click', 'fonts', 'scripts', 'styles', 'svg', 'backup']));
  });

  test('patterns are patterns', () => {
    for (const { rules } of packs)
      for (const { value } of rules)
        if (typeof value === 'string' && value.startsWith('^')) expect(() => new RegExp(value, 'u')).not.toThrow();
  });
});

test('a house that names its CDNs is not held to the refusal that is common; another is', () => {
  const hosts = (target: string) => profileOf(target).rules.filter(({ id }) => id === 'hosts');
  expect(hosts('mafra').map(({ from, severity }) => [from, severity])).toEqual([['mafra', 'warning']]);
  expect(hosts('rossel').map(({ from, value }) => [from, value])).toEqual([['common', []]]);
});
