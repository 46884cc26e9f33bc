/** All packs of rules by name. */
import type { RulePack } from '../../model/rules.ts';
import { adform, equativ, flashtalking, sizmek } from './ad-servers.ts';
import {
  adsAndData,
  dpgMedia,
  ipBelgium,
  ipl,
  marktplaats,
  mediahuis,
  mediahuisNl,
  pebbleMedia,
  produpress,
  rmb,
  rossel,
  roularta,
  trustmedia,
} from './belgium.ts';
import { adnami, amazon, amazonOnSite, teads, ttd, xandr } from './buying.ts';
import { chrome, common, wcagPack } from './common.ts';
import { blootkompas, mafra, sklik, ster, stroeer, tweakers, webads } from './elsewhere.ts';
import { googleAds, googleAdsAmphtml, googleAdsApp, googleAdsPlayable } from './google-ads.ts';
import { adManager, cm360, dv360, studio } from './google-marketing.ts';
import { iab } from './iab.ts';

export const packs: readonly RulePack[] = [
  common,
  chrome,
  wcagPack,
  googleAds,
  googleAdsApp,
  googleAdsAmphtml,
  googleAdsPlayable,
  adManager,
  cm360,
  dv360,
  studio,
  iab,
  adform,
  ttd,
  xandr,
  amazon,
  amazonOnSite,
  sizmek,
  flashtalking,
  equativ,
  sklik,
  teads,
  adnami,
  ster,
  adsAndData,
  produpress,
  rossel,
  pebbleMedia,
  trustmedia,
  mediahuis,
  ipl,
  tweakers,
  blootkompas,
  mafra,
  stroeer,
  webads,
  dpgMedia,
  mediahuisNl,
  roularta,
  marktplaats,
  rmb,
  ipBelgium,
];

const byId = new Map(packs.map((pack) => [pack.id, pack]));

export function packOf(id: string): RulePack | undefined {
  return byId.get(id);
}

export const platformIds = packs.filter(({ kind }) => kind === 'platform').map(({ id }) => id);
export const publisherIds = packs.filter(({ kind }) => kind === 'publisher').map(({ id }) => id);
