/** Belgian and Luxembourg publishers: what their sheets ask beside the platform; undated pages of their own count as primary. */
import type { RulePack } from '../../model/rules.ts';
import { kB, MB, readOn, unknown } from './pack.ts';

/** What every house's sheet says, where nobody has the sheet. */
const NEEDED = ['sizes', 'weight', 'seconds', 'loops', 'click-tag', 'backup-bytes'] as const;
const ASK = 'no sheet read: ask the house';

const ADS_AND_DATA = 'readkong.com/page/technical-specifications-display-2021-ads-data-4889980 (2021-07)';
const adsAndDataSheet = readOn(ADS_AND_DATA, 'secondary');
const adsAndDataSizes = ['970x250', '840x150', '728x90', '300x600', '300x250', '120x600', '160x600'];
const adsAndDataMobile = ['320x100', '320x200', '320x250'];

export const adsAndData: RulePack = {
  id: 'ads-and-data',
  name: 'Ads & Data',
  kind: 'publisher',
  rules: [
    adsAndDataSheet('weight', kB(200), { basis: 'zip', sizes: [...adsAndDataSizes, ...adsAndDataMobile] }),
    adsAndDataSheet('weight', MB(1), { basis: 'zip', sizes: ['995x250'], note: 'television leaderboard' }),
    adsAndDataSheet('sizes', [...adsAndDataSizes, '995x250', ...adsAndDataMobile], { severity: 'warning' }),
  ],
  delivery: {},
  sizes: [...adsAndDataSizes, '995x250', ...adsAndDataMobile],
  pairs: [
    { size: '970x250', with: '320x100', must: true },
    { size: '728x90', with: '320x100', must: true },
    { size: '995x250', with: '320x200', must: true },
    { size: '840x150', with: '320x100', must: true },
    { size: '300x600', with: '300x250', must: true },
    { size: '120x600', with: '300x250', must: true },
    { size: '160x600', with: '300x250', must: true },
    { size: '970x250', with: '320x200', must: false },
    { size: '728x90', with: '320x200', must: false },
    { size: '300x600', with: '320x250', must: false },
    { size: '300x250', with: '320x250', must: false },
    { size: '120x600', with: '320x250', must: false },
    { size: '160x600', with: '320x250', must: false },
  ],
  notes: [
    { text: 'Pictures at twice the density are optional.', source: ADS_AND_DATA, status: 'secondary' },
    {
      text: '320×100 goes to Pebble Media, 320×200 and 320×250 to Mediahuis; that PM stands for Pebble Media is a guess.',
      source: ADS_AND_DATA,
      status: 'unconfirmed',
    },
  ],
};

const PRODUPRESS = 'techspecs.produpress.be/specs/banner';
const produpressSheet = readOn(PRODUPRESS, 'primary', '2026-11-22');
const produpressSizes = ['970x250', '970x90', '728x90', '300x600', '300x250', '320x100', '320x50', '160x600'];

export const produpress: RulePack = {
  id: 'produpress',
  name: 'Produpress',
  kind: 'publisher',
  rules: [
    produpressSheet('weight', kB(150), { basis: 'zip' }),
    produpressSheet('sizes', produpressSizes),
    produpressSheet('click-tag', true),
    produpressSheet('click-tag-name', '^clickTag$'),
    produpressSheet('click-tag-in-head', true),
    produpressSheet('calls', ['window.open'], { note: 'window.open(window.clickTag)' }),
    produpressSheet('ad-size', true),
    produpressSheet('seconds', 15),
    produpressSheet('loops', 3),
    produpressSheet('ends', true),
    produpressSheet('video-muted', true, { note: 'sound is off until somebody clicks' }),
    produpressSheet('sound-waits', true, { note: 'sound is off until somebody clicks' }),
    produpressSheet('no-zip-inside', true),
    produpressSheet('backup', true),
    produpressSheet('backup-types', ['gif', 'jpg', 'jpeg']),
    produpressSheet('backup-same-name', true),
  ],
  delivery: { click: 'click-tag', backup: 'beside' },
  sizes: produpressSizes,
  notes: [
    { text: 'Delivery: one zip that holds one zip and one backup per banner.', source: PRODUPRESS, status: 'primary' },
    { text: 'Libraries are best taken from a CDN.', source: PRODUPRESS, status: 'primary' },
    { text: '970×250, 300×600, 300×250, 320×100 and 160×600 are the sizes it likes best.', source: PRODUPRESS, status: 'primary' },
    {
      text: 'clickTag may be empty or hold the landing page: the ad server writes over it, and the page serves as a fallback.',
      source: PRODUPRESS,
      status: 'primary',
    },
  ],
};

/** Sizes that only telephones show. */
const PHONES = ['300x50', '320x50', '300x100', '320x100', '320x200', '320x240', '320x250', '320x320', '320x400', '320x480'];

const ROSSEL = 'rosseladvertising.be/fr/technical-specifications';
const rosselSheet = readOn(ROSSEL, 'primary', '2026-11-22');

export const rossel: RulePack = {
  id: 'rossel',
  name: 'Rossel',
  kind: 'publisher',
  rules: [
    rosselSheet('gif-loops', 3),
    rosselSheet('gif-seconds', 15),
    rosselSheet('click-tag', true),
    rosselSheet('click-tag-name', '^clickTag$'),
    rosselSheet('calls', ['window.open'], { note: 'window.open(window.clickTag)' }),
    rosselSheet('backup-density', 2, {
      sizes: PHONES,
      severity: 'warning',
      note: 'pictures for phones at twice their size; which sizes these are is Kader’s reading',
    }),
    ...unknown(ROSSEL, 'weight', 'sizes'),
  ],
  delivery: { click: 'click-tag', backup: 'beside' },
  notes: [{ text: 'To be tested in the H5 validator; 3, 5 or 8 working days ahead.', source: ROSSEL, status: 'primary' }],
};

const pebbleSheet = readOn('vdocuments.net (pebblemedia, 2019-04)', 'old');

export const pebbleMedia: RulePack = {
  id: 'pebble-media',
  name: 'Pebble Media',
  kind: 'publisher',
  rules: [
    pebbleSheet('weight', kB(70), { basis: 'zip' }),
    pebbleSheet('sizes', ['728x90', '640x150']),
    pebbleSheet('loops', 3),
    pebbleSheet('seconds', 15),
    pebbleSheet('click-tag', true),
    pebbleSheet('https', true),
  ],
  delivery: { click: 'click-tag' },
  sizes: ['728x90', '640x150'],
  pairs: [{ size: '728x90', with: '640x150', must: true }],
};

const trustmediaSheet = readOn('doczz.net 1778994 (2016)', 'old');
const trustmediaSizes = ['970x250', '840x150', '728x90', '300x600', '300x250', '300x150'];
const trustmediaMobile = ['640x200', '320x100', '640x100', '320x50', '600x500'];

export const trustmedia: RulePack = {
  id: 'trustmedia',
  name: 'Trustmedia (De Tijd, L’Echo)',
  kind: 'publisher',
  rules: [
    trustmediaSheet('weight', kB(100), { basis: 'zip', sizes: trustmediaSizes }),
    trustmediaSheet('sizes', [...trustmediaSizes, ...trustmediaMobile]),
    trustmediaSheet('seconds', 0, { sizes: trustmediaMobile, note: 'phones take stills only' }),
  ],
  delivery: {},
  sizes: [...trustmediaSizes, ...trustmediaMobile],
  pairs: [
    { size: '320x100', with: '640x200', must: true },
    { size: '320x50', with: '640x100', must: true },
    { size: '300x250', with: '600x500', must: false },
  ],
};

const mediahuisSheet = readOn('expydoc.com 6736972 (2014)', 'old');
const mediahuisSizes = ['995x123', '995x250', '300x600', '160x600', '300x250', '600x150', '600x500'];

export const mediahuis: RulePack = {
  id: 'mediahuis',
  name: 'Mediahuis (Belgium)',
  kind: 'publisher',
  rules: [
    mediahuisSheet('weight', kB(50), { basis: 'zip', sizes: ['995x123'], note: 'XL leaderboard' }),
    mediahuisSheet('sizes', mediahuisSizes),
  ],
  delivery: {},
  sizes: mediahuisSizes,
};

const iplSheet = readOn('ipl.lu', 'primary');

export const ipl: RulePack = {
  id: 'ipl',
  name: 'IPL (Luxembourg)',
  kind: 'publisher',
  rules: [
    iplSheet('weight', MB(4), { basis: 'gzip', note: 'progressive, because of Chrome’s heavy-ad limit' }),
    iplSheet('backup', true, { note: 'a still' }),
    iplSheet('margin-zero', true),
    iplSheet('padding-zero', true),
  ],
  delivery: { backup: 'beside' },
  notes: [{ text: 'The banner is centred; the landing page is given directly.', source: 'ipl.lu', status: 'primary' }],
};

const nothingKnown = (id: string, name: string): RulePack => ({
  id,
  name,
  kind: 'publisher',
  rules: unknown(ASK, ...NEEDED),
  delivery: {},
});

export const roularta = nothingKnown('roularta', 'Roularta');
export const rmb = nothingKnown('rmb', 'RMB');
export const ipBelgium = nothingKnown('ip-belgium', 'IP / RTL Belgium');
export const dpgMedia = nothingKnown('dpg-media', 'DPG Media (Belgium and the Netherlands)');
export const mediahuisNl = nothingKnown('mediahuis-nl', 'Mediahuis (the Netherlands)');
export const marktplaats = nothingKnown('marktplaats', 'Marktplaats');
