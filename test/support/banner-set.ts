/** A banner set, its template and its feed, set into units without a workspace. */
import type { Feed } from '../../pipeline/model/feed.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { BannerTemplate } from '../../pipeline/model/house.ts';
import type { BannerSet, Order } from '../../pipeline/model/order.ts';
import { type UnitWish, unitsOf } from '../../pipeline/setting/units.ts';
import { readBannerTemplate } from '../../pipeline/tools/banner-template.ts';
import { readCsv } from '../../pipeline/tools/feed-text.ts';
import { asset } from './assets.ts';

export const TEMPLATE = `
families:
  mobile: { ratio: [2, 16], width: [1, 400] }
  leaderboard: { ratio: [2, 16] }
  rectangle: { ratio: [0.9, 2] }
  tall: { ratio: [0.1, 0.9] }
slots:
  background: { kind: image, role: background, box: { rectangle: [1, 0.5], 336x280: [0.5, 0.5] } }
  headline: { kind: text, role: headline, limit: { default: 30, nl: 24, leaderboard: { default: 20 }, 320x50: 12 } }
  cta: { kind: text, role: cta, required: false }
  legal: { kind: text, role: legal, required: false, minimum: 9 }
overrides:
  tall: { variables: { level: 0.4, ink: 'red' }, options: { pace: 1.5 } }
  300x600: { variables: { level: 0.3 }, options: { words: [1, 2] }, hide: [legal], slots: { background: { box: [1, 0.7] }, headline: { limit: 8 } }, style: tall/half.css }
`;

export interface SetUnits {
  readonly units: readonly UnitWish[];
  readonly findings: readonly Finding[];
}

export const templateOf = (text = TEMPLATE): BannerTemplate =>
  readBannerTemplate('banners/headline/', text, [{ path: 'banners/headline/tall/half.css' } as never], {}, (detail) => {
    throw new Error(detail);
  }) as BannerTemplate;

/** @param feed text of a CSV file */
export function setUnits(set: Partial<BannerSet>, feed?: string, languages: readonly string[] = ['nl']): SetUnits {
  const findings: Finding[] = [];
  const order = { languages, supplied: [{ name: 'acts' }] } as unknown as Order;
  const assets = new Map(['kade', 'acts/koor'].map((name) => [name, asset(name)]));
  const whole = {
    template: 'headline',
    sizes: ['300x250'],
    images: { background: 'kade' },
    text: { nl: { headline: 'De zee' }, fr: { headline: 'La mer' }, ar: { headline: 'البحر' } },
    landing: 'https://k.example/?a=1',
    ...(feed === undefined ? {} : { feed: 'feed.csv' }),
    ...set,
  } as BannerSet;
  const reading = feed === undefined ? undefined : readCsv(feed);
  if (reading && 'unreadable' in reading) throw new Error(reading.unreadable);
  const frame = { order, house: {} as never, assets, feeds: new Map<string, Feed>() };
  const table = reading && { file: 'feed.csv', table: reading.table };
  return { units: unitsOf(frame, whole, templateOf(), table, new Set(), findings), findings };
}
