/** Dutch, German, Czech and older houses: Ster, Tweakers, blootkompas, Sklik, MAFRA, Ströer and webads. */
import type { RulePack } from '../../model/rules.ts';
import { kB, MB, readOn, unknown } from './pack.ts';

const STER = 'sterwebsite.azurewebsites.net (delivery-specifications-online)';
const sterSheet = readOn(STER, 'primary');

/** A house that takes banners itself: it is a platform and a publisher at once. */
export const ster: RulePack = {
  id: 'ster',
  name: 'Ster',
  kind: 'platform',
  rules: [
    sterSheet('calls', ['window.open'], { note: 'an HTML banner must contain window.open()' }),
    sterSheet('least-width', 300),
    sterSheet('least-height', 250),
    sterSheet('not-file-types', ['mp4'], { severity: 'warning', note: 'film in a banner counts as high impact' }),
    ...unknown(STER, 'weight', 'sizes'),
  ],
  delivery: { click: 'click-tag', fonts: ['file', 'base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'inline', backup: 'beside' },
  notes: [{ text: 'Delivered by noon of the working day before.', source: STER, status: 'primary' }],
};

export const tweakers: RulePack = {
  id: 'tweakers',
  name: 'Tweakers',
  kind: 'publisher',
  rules: [readOn('fdocuments.net (at-tweakers, about 2016)', 'old')('https', true)],
  delivery: {},
  notes: [
    {
      text: 'A full banner is shown on phones as single, double or half page.',
      source: 'fdocuments.net (at-tweakers, about 2016)',
      status: 'old',
    },
  ],
};

const blootkompasSheet = readOn('blootkompas.nl (2021)', 'primary');

export const blootkompas: RulePack = {
  id: 'blootkompas',
  name: 'blootkompas.nl',
  kind: 'publisher',
  rules: [
    blootkompasSheet('loops', 3, { note: 'played three times at most' }),
    blootkompasSheet('ends', true),
    blootkompasSheet('still-end', true),
    blootkompasSheet('ad-size', true, { note: 'the exact size' }),
    blootkompasSheet('gif-frames', 5),
    blootkompasSheet('gif-loops', 3),
    blootkompasSheet('flashes', 0, { note: 'no blinking' }),
  ],
  delivery: {},
};

const sklikSpec = readOn('github.com/git-testovaci/sklik-html5-banner-generator docs/SKLIK_HTML5_SPEC.md', 'secondary');

export const sklik: RulePack = {
  id: 'sklik',
  name: 'Sklik',
  kind: 'platform',
  rules: [
    sklikSpec('weight', kB(250), { basis: 'unzipped' }),
    sklikSpec('files', 40),
    sklikSpec('folder-levels', 2),
    sklikSpec('one-page', true),
    sklikSpec('not-calls', ['window.open', 'Enabler.exit', 'mraid.open']),
    sklikSpec('not-tags', ['a', 'form', 'video', 'iframe']),
    sklikSpec('hosts', null, { note: 'by an allow-list' }),
  ],
  delivery: { click: 'none', fonts: ['file', 'base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'inline', backup: 'beside' },
};

const MAFRA = 'www.mafra.cz/Reklamy.aspx?y=Mafra-reklama/reklama-html5.htm';
const mafraSheet = readOn(MAFRA, 'primary', '2026-11-22');
/** Its sheet for HTML5 recommends them; letters that Google’s stylesheets name come from fonts.gstatic.com. */
const MAFRA_HOSTS = [
  'fonts.googleapis.com',
  'fonts.gstatic.com',
  'code.jquery.com',
  's0.2mdn.net/ads/studio',
  's1.adform.net',
  'cdn.jsdelivr.net/npm/lottie-web',
  'ajax.googleapis.com/ajax/libs/jquery',
  'code.createjs.com',
];

export const mafra: RulePack = {
  id: 'mafra',
  name: 'MAFRA',
  kind: 'publisher',
  rules: [
    mafraSheet('folder-levels', 0),
    mafraSheet('files', 40),
    mafraSheet('file-names', '^[A-Za-z0-9 ._-]+$', { note: 'no accents and no special characters' }),
    mafraSheet('file-types', ['html', 'css', 'js', 'json', 'gif', 'png', 'jpg', 'jpeg', 'svg', 'woff', 'woff2', 'eot', 'xml']),
    mafraSheet('page-at-root', true),
    mafraSheet('weight', MB(1), { basis: 'unzipped-and-outside', note: 'scripts, libraries and data from elsewhere count, unpacked' }),
    mafraSheet('hosts', MAFRA_HOSTS, { severity: 'warning', note: 'recommended sources; others must be fast and never fail' }),
    mafraSheet('https', true, { note: 'addresses of libraries begin with two slashes' }),
    mafraSheet('zip-name', '^[^_]+_[^_]+_HTML5_\\d+x\\d+\\.zip$', { note: 'Client_Action_HTML5_size.zip' }),
    mafraSheet('change-seconds', 1, { note: 'no change faster than 1 s' }),
  ],
  delivery: {},
};

const stroeerWiki = readOn('stroeerdigitalgroup wiki; techspecs.iqd-ao.de; expydoc 9261044', 'primary');

export const stroeer: RulePack = {
  id: 'stroeer',
  name: 'Ströer / iq digital',
  kind: 'publisher',
  rules: [
    stroeerWiki('inline-code', true, { severity: 'warning', note: 'as far as possible' }),
    stroeerWiki('page-name', '^index\\.html$'),
    stroeerWiki('backup', true, { note: 'alternative picture' }),
    stroeerWiki('not-calls', ['console.log', 'console.info', 'console.debug']),
    stroeerWiki('weight', null, { basis: 'gzip', note: 'weights are counted after gzip' }),
  ],
  delivery: { scripts: 'inline', styles: 'inline' },
  notes: [{ text: 'Some houses write clicktag in lower case.', source: 'techspecs.iqd-ao.de', status: 'primary' }],
};

const webadsSheet = readOn('webads.us/ad-specifications (Flash era)', 'old');
const webadsSizes = ['336x280', '300x250', '728x90', '160x600', '120x600'];

export const webads: RulePack = {
  id: 'webads',
  name: 'webads',
  kind: 'publisher',
  rules: [webadsSheet('sizes', webadsSizes), webadsSheet('seconds', 15), webadsSheet('gif-fps', 30)],
  delivery: {},
  sizes: webadsSizes,
};
