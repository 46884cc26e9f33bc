/** What handing over takes beside the rules: how zips are called, and the ad servers' own scripts. */
import type { ClickMechanism } from '../model/rules.ts';

/** How zips are called, where a house has a way of its own; see `zipNames` for the parts. */
const ZIP_NAMES: Readonly<Record<string, string>> = { mafra: '{client}_{production}-{id}_HTML5_{size}' };
const ZIP_NAME = '{production}-{template}-{id}';

export function zipNameOf(publisher?: string): string {
  return (publisher !== undefined && Object.hasOwn(ZIP_NAMES, publisher) ? ZIP_NAMES[publisher] : undefined) ?? ZIP_NAME;
}

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
