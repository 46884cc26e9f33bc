/** Sizes of banners by set, with their sources. */
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

/** Whether an order writes a size such as `300x250`, and not the name of a set. */
export function isSize(written: string): boolean {
  return /^[1-9]\d{0,3}x[1-9]\d{0,3}$/.test(written);
}

/** Sizes and sets as an order writes them → sizes, each once, in the order written; names of no set are left out. */
export function sizesOf(written: readonly string[]): readonly string[] {
  const known = (one: string): readonly string[] => (Object.hasOwn(sizeSets, one) ? (sizeSets[one]?.sizes ?? []) : []);
  return [...new Set(written.flatMap((one) => (isSize(one) ? [one] : known(one))))];
}
