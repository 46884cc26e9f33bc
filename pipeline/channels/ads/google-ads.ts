/** Google Ads: uploaded HTML5, and its variants for apps, AMPHTML and playables. */
import type { RulePack } from '../../model/rules.ts';
import { KiB, kB, MB, readOn } from './pack.ts';

const gwd = readOn('support.google.com/webdesigner/answer/7375764', 'primary');
const specs = readOn('support.google.com/adwords/answer/1722096', 'primary');
const policy = readOn('support.google.com/adspolicy/answer/6088505', 'primary');
const clicks = readOn('support.google.com/adspolicy/answer/14847686 (copy of the page)', 'primary');
const playables = readOn('support.google.com/google-ads/answer/9981650', 'primary');
const copied = readOn('searchkings.com/display-ad-specs', 'secondary');
const gsap = readOn('github.com/bannertime/generator-bannertime/issues/59; generator-display-boilerplate #48/#49', 'secondary');

const TYPES = ['html', 'css', 'js', 'gif', 'png', 'jpg', 'jpeg', 'svg'];
const DELIVERY = {
  click: 'none',
  fonts: ['google', 'outlines'],
  scripts: 'file',
  styles: 'file',
  svg: 'inline',
  backup: 'beside',
} as const;

/** What holds for every upload, whatever its kind. */
const always = [
  gwd('zip-name-characters', 50),
  gwd('skeleton', true),
  gwd('linked-files', true),
  policy('fonts', ['google', 'outlines'], { note: 'other fonts are listed as unacceptable' }),
  policy('not-tags', ['iframe'], { note: 'child frames for assets' }),
  copied('not-tags', ['audio', 'video']),
  copied('not-calls', ['localStorage']),
  clicks('not-calls', ['ExitApi.exit', 'Enabler.exit', 'gwd.actions.gwdGoogleAd.exit'], {
    note: 'Google lays its own click over the whole area: CUSTOM_EXIT_NOT_ALLOWED',
  }),
  copied('not-calls', ['Enabler.startTimer', 'Enabler.stopTimer'], { note: 'several timers' }),
  clicks('not-tags', ['gwd-taparea'], { note: 'Tap Area changes what can be clicked' }),
  copied('not-blank', true, { note: 'blank render' }),
  copied('click-tag-once', true, { note: 'several exits' }),
  copied('file-types', TYPES, { note: 'fonts are not in the list' }),
];

/** Everything in the zip. */
const ownFiles = [
  gwd('hosts', ['fonts.googleapis.com', 'fonts.gstatic.com', 'ajax.googleapis.com/ajax/libs/jquery'], {
    note: 'EXTERNAL_URL_NOT_ALLOWED; Google Fonts and Google’s own jQuery are let through',
  }),
  gsap('not-hosts', ['cdnjs.cloudflare.com', 'cdn.jsdelivr.net', 'unpkg.com', 's0.2mdn.net'], {
    note: 'refused as unwanted software: put GSAP in the zip',
  }),
];

const motion = [specs('seconds', 30), gwd('ends', true), specs('gif-fps', 5), specs('gif-seconds', 30)];

export const googleAds: RulePack = {
  id: 'google-ads',
  name: 'Google Ads',
  kind: 'platform',
  rules: [
    ...always,
    gwd('weight', kB(600), { basis: 'zip', note: 'AdMob too; 150 KB until the third quarter of 2022' }),
    copied('files', 40),
    gwd('ad-size', true),
    ...ownFiles,
    ...motion,
    specs('backup-bytes', kB(150), { severity: 'warning', note: 'of a still that is uploaded as an ad of its own' }),
    specs('backup-types', ['gif', 'jpg', 'jpeg', 'png'], { severity: 'warning', note: 'of such a still' }),
    copied('border-on-white', true, { note: '1 px on a white background' }),
    copied('flashes', 3, { note: 'no strobing' }),
  ],
  delivery: DELIVERY,
  notes: [
    {
      text: 'HTML5 uploads are open to accounts of more than 90 days that spent more than $9,000, or by allow-list.',
      source: 'developers.google.cn/google-ads/api/docs/display-upload-ads/html5-upload-ads (v26)',
      status: 'primary',
    },
    { text: 'No fake user interface; nothing that expands.', source: 'searchkings.com/display-ad-specs', status: 'secondary' },
  ],
};

export const googleAdsApp: RulePack = {
  id: 'google-ads-app',
  name: 'Google Ads, dynamic ads for apps',
  kind: 'platform',
  rules: [...always, gwd('weight', MB(1), { basis: 'zip' }), gwd('ad-size', true), ...ownFiles, ...motion],
  delivery: DELIVERY,
};

export const googleAdsAmphtml: RulePack = {
  id: 'google-ads-amphtml',
  name: 'Google Ads, AMPHTML',
  kind: 'platform',
  rules: [
    ...always,
    specs('weight', KiB(150), { basis: 'zip' }),
    specs('files', 40, { note: '1 HTML and 39 others' }),
    specs('one-page', true),
    gwd('ad-size', true),
    ...motion,
  ],
  delivery: DELIVERY,
};

export const googleAdsPlayable: RulePack = {
  id: 'google-ads-playable',
  name: 'Google Ads, playable',
  kind: 'platform',
  rules: [
    playables('weight', MB(5), { basis: 'zip' }),
    playables('files', 512),
    playables('ad-orientation', true, { note: 'meta ad.orientation, or 320×480 or 480×320 as ad.size' }),
    playables('sizes', ['320x480', '480x320'], { severity: 'warning', note: 'or any with meta ad.orientation' }),
  ],
  delivery: DELIVERY,
  sizes: ['320x480', '480x320'],
};
