/** Google's ad servers: Ad Manager, Campaign Manager 360, Display & Video 360 and Studio. */
import type { RulePack } from '../../model/rules.ts';
import { kB, MB, readOn } from './pack.ts';

const bundle = readOn('developers.google.cn/ad-manager/api/reference/v202411 (HtmlBundleProcessorError)', 'primary');
const manager = readOn('support.google.com/admanager/answer/7046799', 'primary', '2026-11-22');
const inlineSvg = readOn('help.dotaudiences.com; annons.hd.se; imsph.sg', 'secondary');
const names = readOn('help.dotaudiences.com', 'secondary');

export const adManager: RulePack = {
  id: 'ad-manager',
  name: 'Google Ad Manager',
  kind: 'platform',
  rules: [
    bundle('weight', kB(1000), { basis: 'larger' }),
    bundle('files', 50),
    bundle('click-tag', true, { note: 'CLICK_TAG_NOT_IN_PRIMARY_HTML' }),
    bundle('click-tag-name', '^clickTag\\d*$', { note: 'CLICK_TAG_INVALID' }),
    manager('click-tag-in-head', true, { severity: 'warning', note: 'insert click tags in the head' }),
    bundle('click-not-fixed', true, { note: 'CLICK_TAG_HARD_CODED' }),
    bundle('no-click-tag-in-gwd', true),
    manager('page-at-root', true),
    manager('linked-files', true, { note: 'relative paths' }),
    manager('https', true),
    manager('ad-size', true, { note: 'a fixed size, not fluid' }),
    inlineSvg('not-tags', ['svg'], { note: 'drawings as files of their own' }),
    names('file-names', '^[A-Za-z0-9._-]+$'),
    names('not-file-types', ['swf', 'flv']),
  ],
  delivery: { click: 'click-tag', fonts: ['file', 'base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'file', backup: 'beside' },
  notes: [{ text: 'Many Belgian and Dutch publishers traffic through it.', source: 'no page read', status: 'unconfirmed' }],
};

const cmUpload = readOn('support.google.com/campaignmanager/answer/4558694', 'primary');
const cmContent = readOn('support.google.com/campaignmanager/answer/3145300', 'primary');
const cmRules = readOn('developers.google.cn/doubleclick-advertisers/rest/Shared.Types/ValidationRule', 'primary');
const richBackup = readOn('support.google.com/richmedia/answer/6073360', 'primary');

export const cm360: RulePack = {
  id: 'cm360',
  name: 'Campaign Manager 360',
  kind: 'platform',
  rules: [
    cmUpload('weight', MB(9.5), { basis: 'zip' }),
    cmUpload('files', 100),
    cmUpload('file-bytes', MB(9.5)),
    cmUpload('picture-px', 4000, { note: 'each side' }),
    cmUpload('click-tag', true, { note: 'CLICK_TAG_MISSING' }),
    cmRules('click-tag-name', '^clickTag\\d*$', { note: 'CLICK_TAG_INVALID' }),
    cmRules('click-tag-once', true, { severity: 'warning', note: 'CLICK_TAG_MORE_THAN_ONE' }),
    cmRules('click-tag-top-level', true, { note: 'CLICK_TAG_NON_TOP_LEVEL' }),
    cmRules('no-click-tag-in-gwd', true, { note: 'CLICK_TAG_IN_GWD' }),
    cmRules('page-at-root', true, { note: 'PRIMARY_HTML_MISSING' }),
    cmRules('linked-files', true, { note: 'LINKED_FILE_NOT_FOUND' }),
    cmRules('https', true, { note: 'NOT_SSL_COMPLIANT' }),
    cmRules('hosts', ['s0.2mdn.net', 'fonts.googleapis.com', 'fonts.gstatic.com', 'ajax.googleapis.com'], {
      severity: 'warning',
      note: 'EXTERNAL_FILE_REFERENCED; Google’s own hosts are let through',
    }),
    cmContent('no-orphans', true, { note: 'ORPHANED_ASSET' }),
    cmContent('no-zip-inside', true),
    cmUpload('backup', true),
    richBackup('backup-place', 'beside', { severity: 'warning', note: 'inside it would be an orphan' }),
  ],
  delivery: { click: 'click-tag', fonts: ['file', 'base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'inline', backup: 'beside' },
  notes: [
    {
      text: 'Pictures up to twice the density; an optional picture shows while the banner loads.',
      source: 'support.google.com/campaignmanager/answer/4558694',
      status: 'primary',
    },
  ],
};

const dvSpecs = readOn('support.google.com/displayvideo/answer/10261241', 'primary');
const dvHtml = readOn('support.google.com/displayvideo/answer/10260435', 'primary');
const gwd = readOn('support.google.com/webdesigner/answer/7375764', 'primary');
const DV_FONTS = ['dfont', 'eot', 'otf', 'ttf', 'woff', 'woff2'];

export const dv360: RulePack = {
  id: 'dv360',
  name: 'Display & Video 360',
  kind: 'platform',
  rules: [
    dvHtml('weight', MB(5), { basis: 'gzip', note: 'downloaded in all' }),
    dvHtml('requests', 100),
    dvHtml('cookies', 25),
    dvHtml('seconds', 30),
    gwd('ends', true),
    dvHtml('sound-waits', true, { note: 'no sound that starts by itself' }),
    dvHtml('video-muted', true),
    dvHtml('not-calls', ['alert', 'confirm', 'prompt', 'pop-up'], { note: 'no pop-ups' }),
    dvHtml('click-new-tab', true, { note: 'by links, forms and scripts alike' }),
    dvHtml('click-tag', true),
    dvHtml('click-tag-readable', true, { note: 'the click tag must not be minified' }),
    dvSpecs('file-types', ['html', 'htm', 'css', 'js', 'jpg', 'jpeg', 'gif', 'png', 'svg', ...DV_FONTS]),
    dvSpecs('picture-px', 4096, { note: 'each side' }),
  ],
  delivery: { click: 'click-tag', fonts: ['file', 'base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'inline', backup: 'beside' },
};

const studioLoader = readOn('generator-bannertime loader.studio.js; Monks display-temple', 'secondary');
const advice = readOn('support.google.com/richmedia/answer/165130', 'primary');

export const studio: RulePack = {
  id: 'studio',
  name: 'Google Studio',
  kind: 'platform',
  rules: [
    advice('weight', kB(200), { basis: 'gzip-initial', severity: 'warning', note: 'advice' }),
    advice('weight', kB(300), { basis: 'gzip-subload', severity: 'warning', note: 'advice: 500 kB in all after polite load' }),
    richBackup('backup', true),
    studioLoader('calls', ['Enabler.exit']),
    studioLoader('libraries', ['Enabler.js']),
  ],
  delivery: { click: 'studio', fonts: ['file', 'base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'inline', backup: 'beside' },
  notes: [
    {
      text: 'GSAP that Studio hosts: 3.11.5 is the last listed.',
      source: 'support.google.com/richmedia/answer/6307288',
      status: 'primary',
    },
    {
      text: 'A repository of March 2026 uses gsap_3.14.1_min.js from it.',
      source: 'github.com/streak1984/gsap-display-ads',
      status: 'secondary',
    },
  ],
};
