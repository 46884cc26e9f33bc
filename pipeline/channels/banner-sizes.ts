/** Sizes of banners by set, and the sizes that houses want together, with their sources. */
import type { RuleStatus } from '../model/rules.ts';

/** Sizes that are ordered under one name. */
export interface SizeSet {
  /** `core`; names it in orders. */
  readonly id: string;
  /** Width x height in CSS px. */
  readonly sizes: readonly string[];
  /** Where they were read. */
  readonly sources: readonly string[];
  /** Day they were read. */
  readonly read: string;
  readonly status: RuleStatus;
}

/** A size that a house takes only, or rather, together with another: mostly desktop with mobile. */
export interface SizePair {
  /** Publisher as its rule pack is called. */
  readonly house: string;
  readonly size: string;
  /** Any of these will do. */
  readonly with: readonly string[];
  /** Mandatory by the sheet; otherwise asked. */
  readonly must: boolean;
  readonly source: string;
  /** Of the sheet itself. */
  readonly dated: string;
  readonly status: RuleStatus;
}

const READ = '2026-11-20';
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const GOOGLE = words(`
  200x200 250x250 300x250 336x280 240x400 250x360 580x400
  120x600 160x600 300x600 300x1050
  468x60 728x90 930x180 970x90 970x250 980x120
  300x50 320x50 320x100`);

const SETS: readonly SizeSet[] = [
  {
    id: 'core',
    sizes: words(`
      300x250 336x280 250x250 200x200 240x400 250x360 320x320 580x400
      300x600 160x600 120x600 300x1050
      728x90 468x60 970x90 970x250 800x250 930x180 980x120
      320x50 300x50 320x100 300x100 320x480 480x320 360x592 360x640 375x667`),
    sources: [
      'https://support.google.com/adwords/answer/1722096',
      'https://support.google.com/displayvideo/answer/10261241',
      'IAB New Ad Portfolio, Fixed Size Ad Specifications (2017), copy at integraalys.net',
    ],
    read: READ,
    status: 'primary',
  },
  {
    // Whole, so that it can be ordered alone: what Ads & Data and Produpress list, and what other houses add to the core.
    id: 'be-nl',
    sizes: words(`
      300x250 320x250 300x600 160x600 120x600
      728x90 970x90 970x250 840x150 995x123 995x250
      320x50 320x100 320x200 320x240 300x150 640x150`),
    sources: [
      'https://www.readkong.com/page/technical-specifications-display-2021-ads-data-4889980 (2021-07)',
      'https://techspecs.produpress.be/specs/banner',
      'https://expydoc.com/doc/6736972 (Mediahuis 2014: 995x123)',
      'https://vdocuments.net (Pebble Media 2019-04: 640x150)',
      'https://doczz.net/doc/1778994 (Trustmedia 2016: 300x150)',
      'https://github.com/mediamonks/display-dev-server (320x240)',
    ],
    read: READ,
    status: 'secondary',
  },
  { id: 'google', sizes: GOOGLE, sources: ['https://support.google.com/adwords/answer/1722096'], read: READ, status: 'secondary' },
  {
    // The shapes that social networks and responsive display share: 1.91:1, 1:1, 4:5 and 9:16.
    id: 'social-display',
    sizes: words('1200x628 1200x1200 1200x1500 1080x1920'),
    sources: ['https://blog.udonis.co/digital-marketing/google-ads/google-display-ad-sizes (responsive display: 1.91:1, 1:1, 4:5)'],
    read: '2026-11-21',
    status: 'secondary',
  },
  {
    id: 'cz',
    sizes: words('970x210 970x310 480x300 480x480 300x300 500x200'),
    sources: ['no sheet read; ask for the current one'],
    read: READ,
    status: 'unconfirmed',
  },
];

/** By id. */
export const sizeSets: Readonly<Record<string, SizeSet>> = Object.fromEntries(SETS.map((set) => [set.id, set]));

const ADS_AND_DATA = {
  house: 'ads-and-data',
  must: false,
  source: 'https://www.readkong.com/page/technical-specifications-display-2021-ads-data-4889980',
  dated: '2021-07',
  status: 'secondary',
} as const;

/** In their own sheets some pairs differ by network (PM, MH): either will do, for an order does not say the network. */
const PAIRS: readonly SizePair[] = [
  ...['970x250', '728x90'].map((size) => ({ ...ADS_AND_DATA, size, with: ['320x100', '320x200'] })),
  { ...ADS_AND_DATA, size: '995x250', with: ['320x200'] },
  { ...ADS_AND_DATA, size: '840x150', with: ['320x100'] },
  ...['300x600', '120x600', '160x600'].map((size) => ({ ...ADS_AND_DATA, size, with: ['300x250', '320x250'] })),
  // The rectangle is its own mobile size on PM.
  ...[
    ['728x90', '640x150'],
    ['640x150', '728x90'],
  ].map(([size = '', other = '']) => ({
    house: 'pebble-media',
    size,
    with: [other],
    must: true,
    source: 'https://vdocuments.net (Pebble Media, display specifications)',
    dated: '2019-04',
    status: 'old' as const,
  })),
];

/** What a publisher wants beside a size that it is given. */
export function pairsOf(house: string): readonly SizePair[] {
  return PAIRS.filter((pair) => pair.house === house);
}

/** Whether an order writes a size such as `300x250`, and not the name of a set. */
export function isSize(written: string): boolean {
  return /^[1-9]\d{0,3}x[1-9]\d{0,3}$/.test(written);
}

/** Sizes and sets as an order writes them → sizes, each once, in the order written; names of no set are left out. */
export function sizesOf(written: readonly string[]): readonly string[] {
  const known = (one: string): readonly string[] => (Object.hasOwn(sizeSets, one) ? (sizeSets[one]?.sizes ?? []) : []);
  return [...new Set(written.flatMap((one) => (isSize(one) ? [one] : known(one))))];
}
