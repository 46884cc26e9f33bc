/** Stand-ins for what ad servers put round a banner, so that a click can be followed through each mechanism. */
import type { ClickMechanism } from '../model/rules.ts';

export interface Stub {
  /** Scripts that the ad server serves, by the beginning of their address. */
  readonly scripts: readonly string[];
  /** What such a script leaves in the window; `landing` is the address that the ad server was given. */
  readonly code: (landing: string) => string;
  /** Written behind the page's address. */
  readonly query?: (landing: string) => string;
  /** Files that the ad server puts beside the page, by name. */
  readonly files?: readonly string[];
}

const text = (landing: string): string => JSON.stringify(landing);

/* As the platforms document their calls (reference of November 2026): Adform help 9738596324881, Xandr "IAB's HTML5 clickTag
   standard", Sizmek 15898053255437, Studio "Enabler", Equativ sas-clicktag 3.1, Flashtalking's manifest. */
const STUBS: Readonly<Partial<Record<ClickMechanism, Stub>>> = {
  'click-tag-query': { scripts: [], code: () => '', query: (landing) => `?clickTag=${encodeURIComponent(landing)}` },
  adform: {
    scripts: ['https://s1.adform.net/banners/scripts/'],
    code: (landing) =>
      `window.dhtml={getVar:function(name,other){return /^clickTAG\\d*$/.test(name)?${text(landing)}:name==='landingPageTarget'?'_blank':other},external:{close:function(){}}};window.Adform={}`,
  },
  appnexus: {
    scripts: ['https://acdn.adnxs.com/html5-lib/'],
    code: (landing) => `window.APPNEXUS={getClickTag:function(){return ${text(landing)}},ready:function(call){call&&call()}}`,
  },
  flashtalking: {
    scripts: ['https://cdn.flashtalking.com/'],
    code: (landing) => `window.myFT={clickTag:function(){window.open(${text(landing)})},on:function(name,call){call&&call()}}`,
  },
  sizmek: {
    scripts: ['https://secure-ds.serving-sys.com/', 'https://ds.serving-sys.com/'],
    files: ['EBLoader.js'],
    code: (landing) =>
      `window.EBG={EventName:{EB_INITIALIZED:'i'}};window.EB={isInitialized:function(){return true},addEventListener:function(name,call){call&&call()},clickthrough:function(){window.open(${text(landing)})}}`,
  },
  studio: {
    scripts: ['https://s0.2mdn.net/ads/studio/'],
    code: (landing) =>
      `window.studio={events:{StudioEvent:{INIT:'init',PAGE_LOADED:'loaded',VISIBLE:'visible'}}};window.Enabler={isInitialized:function(){return true},isPageLoaded:function(){return true},isVisible:function(){return true},addEventListener:function(name,call){call&&call()},exit:function(){window.open(${text(landing)})},exitOverride:function(name,url){window.open(url)}}`,
  },
  equativ: {
    scripts: ['https://ns.sascdn.com/', 'https://ced-ns.sascdn.com/', 'https://ced.sascdn.com/'],
    code: (landing) => `window.clickTag=${text(landing)};window.sas={clicktag:{register:function(call){call&&call(${text(landing)})}}}`,
  },
  amazon: {
    scripts: ['https://adkit-advertising.amazon/', 'https://adkit.advertising.amazon.dev/'],
    code: (landing) => `window.SDK={clickThrough:function(){window.open(${text(landing)})}}`,
  },
};

/** Undefined where the banner needs nothing round it. */
export function stubFor(mechanism: ClickMechanism): Stub | undefined {
  return STUBS[mechanism];
}
