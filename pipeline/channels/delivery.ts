/** How platforms and publishers want a banner handed over: click, fonts, scripts, drawings, backup, manifest. */
import type { ClickMechanism, Delivery } from '../model/rules.ts';
import { COMMON_TARGET } from '../model/rules.ts';

/** What passes nearly everywhere. */
const COMMON: Delivery = {
  click: 'click-tag',
  fonts: ['file', 'base64'],
  scripts: 'file',
  styles: 'file',
  svg: 'inline',
  backup: 'beside',
};

/** All values: sources read November 2026, none confirmed on the live page. */
const PLATFORMS: Readonly<Record<string, Delivery>> = {
  [COMMON_TARGET]: COMMON,
  // Clickability may not be changed (support.google.com/adspolicy/answer/14847686); only Google's web fonts (…/6088505).
  'google-ads': { ...COMMON, click: 'none', fonts: ['google', 'outlines'] },
  // No SVG tags in HTML files (help.dotaudiences.com, a copy).
  'ad-manager': { ...COMMON, svg: 'file' },
  cm360: COMMON,
  dv360: COMMON,
  studio: { ...COMMON, click: 'studio' },
  adform: { ...COMMON, click: 'adform', manifest: 'adform' },
  // Its list of file types has no fonts (keynesdigital.com and others, copies of the sheet of May 2025).
  ttd: { ...COMMON, click: 'click-tag-query', fonts: ['base64', 'outlines'] },
  // Nor has this one (suite66.com/html5).
  xandr: { ...COMMON, click: 'appnexus', fonts: ['base64', 'outlines'] },
  amazon: { ...COMMON, click: 'amazon', fonts: ['base64', 'outlines'] },
  sizmek: { ...COMMON, click: 'sizmek', backup: 'inside' },
  flashtalking: { ...COMMON, click: 'flashtalking', manifest: 'flashtalking' },
  equativ: { ...COMMON, click: 'equativ' },
  // No window.open and nothing like it (a copy of its specification).
  sklik: { ...COMMON, click: 'none' },
  // Wants window.open() in the banner, which a click tag has (delivery-specifications-online).
  ster: COMMON,
};

/** Only what a publisher asks otherwise than the platform it traffics through. */
const PUBLISHERS: Readonly<Record<string, Partial<Delivery>>> = {
  'ads-and-data': {},
  // The empty variable in the head, backup with the same name (techspecs.produpress.be).
  produpress: { backup: 'beside' },
  rossel: { click: 'click-tag' },
  pebble: { click: 'click-tag' },
  mediahuis: {},
  // Scripts and styles inside as far as can be (stroeerdigitalgroup wiki, techspecs.iqd-ao.de).
  stroeer: { scripts: 'inline', styles: 'inline' },
  'iq-digital': { scripts: 'inline', styles: 'inline' },
  mafra: {},
};

/** How zips are called, where a house has a way of its own; see `zipNames` for the parts. */
const ZIP_NAMES: Readonly<Record<string, string>> = { mafra: '{client}_{production}_HTML5_{id}' };
const ZIP_NAME = '{production}-{template}-{id}';

/** Undefined when there is no such platform or publisher. */
export function deliveryOf(platform: string, publisher?: string): Delivery | undefined {
  const asked = Object.hasOwn(PLATFORMS, platform) ? PLATFORMS[platform] : undefined;
  const own = publisher === undefined ? {} : Object.hasOwn(PUBLISHERS, publisher) ? PUBLISHERS[publisher] : undefined;
  return asked && own ? { ...asked, ...own } : undefined;
}

export function zipNameOf(publisher?: string): string {
  return (publisher !== undefined && Object.hasOwn(ZIP_NAMES, publisher) ? ZIP_NAMES[publisher] : undefined) ?? ZIP_NAME;
}

export const PLATFORM_NAMES: readonly string[] = Object.keys(PLATFORMS);
export const PUBLISHER_NAMES: readonly string[] = Object.keys(PUBLISHERS);

/**
 * The ad server's own script that a mechanism calls. Amazon's address stands in no page we could read: it comes with the
 * current sheet.
 */
export const CLICK_SCRIPTS: Readonly<Partial<Record<ClickMechanism, string>>> = {
  // adformhelp.com, "Code HTML5 banners"; used where the server names none in API_URL.
  adform: 'https://s1.adform.net/banners/scripts/rmb/Adform.DHTML.js',
  // learn.microsoft.com/en-us/xandr/invest/use-iab-s-html5-clicktag-standard
  appnexus: 'https://acdn.adnxs.com/html5-lib/1.4.1/appnexus-html5-lib.min.js',
  // support.sizmek.com; the ad server was announced to end in 2024
  sizmek: 'https://secure-ds.serving-sys.com/BurstingScript/EBLoader.js',
  // support.google.com/richmedia/answer/2672553
  studio: 'https://s0.2mdn.net/ads/studio/Enabler.js',
  // equativ.helpjuice.com, "Manage click counting"
  equativ: 'https://ns.sascdn.com/diff/templates/js/banner/sas-clicktag-3.1.js',
};
