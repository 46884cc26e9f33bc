/** Ad servers with a way of their own: Adform, Amazon Ad Server (Sizmek), Flashtalking and Equativ. */
import type { RulePack } from '../../model/rules.ts';
import { kB, MB, readOn, unknown } from './pack.ts';

const adformHelp = readOn('adformhelp.com/hc/en-us/articles/9738596324881-Requirements-for-HTML5-Banner-Files', 'primary');
const adformCopies = readOn('radiate-b2b.gitbook.io; github.com/bannertime (loader.adform.js)', 'secondary');

export const adform: RulePack = {
  id: 'adform',
  name: 'Adform',
  kind: 'platform',
  rules: [
    adformHelp('manifest', 'adform', {
      note: 'manifest.json at root: version, title, description, width, height, events, clicktags, source',
    }),
    adformHelp('page-at-root', true),
    adformHelp('weight', null, { basis: 'unzipped', note: 'the publisher’s: 300 kB, 250 + 500 and 200 were seen; always unpacked' }),
    adformHelp('click-tag-name', '^clickTAG\\d*$', { note: 'case counts, in manifest.json too' }),
    adformCopies('calls', ['dhtml.getVar']),
    adformHelp('libraries', ['Adform.DHTML.js'], { note: 'from window.API_URL, else from s1.adform.net/banners/scripts/rmb/' }),
    adformHelp('linked-files', true),
  ],
  delivery: {
    click: 'adform',
    fonts: ['file', 'base64', 'outlines'],
    scripts: 'file',
    styles: 'file',
    svg: 'inline',
    backup: 'beside',
    manifest: 'adform',
  },
};

const sizmekHelp = readOn('support.sizmek.com articles 15898053255437, 360028287432', 'primary');
const sizmekLoader = readOn('github.com/bannertime (loader.sizmek.js)', 'secondary');

export const sizmek: RulePack = {
  id: 'sizmek',
  name: 'Amazon Ad Server (Sizmek)',
  kind: 'platform',
  rules: [
    sizmekHelp('weight', kB(200), { basis: 'zip', severity: 'warning', note: 'a standard banner' }),
    sizmekHelp('weight', MB(10), { basis: 'zip', note: 'rich media' }),
    sizmekHelp('click-tag-once', true, { severity: 'warning', note: 'more than one click-through' }),
    sizmekHelp('not-tags', ['video'], { severity: 'warning' }),
    sizmekHelp('not-calls', ['alert']),
    sizmekHelp('no-errors', true),
    sizmekHelp('backup', true),
    sizmekHelp('backup-place', 'inside', { note: 'the default image stands in the zip of the workspace' }),
    sizmekLoader('calls', ['EB.clickthrough'], { note: 'after EB_INITIALIZED' }),
    sizmekLoader('libraries', ['EBLoader.js']),
  ],
  delivery: { click: 'sizmek', fonts: ['file', 'base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'inline', backup: 'inside' },
};

const FLASHTALKING = 'github.com devkawin/ads-preview, RonWL/Platform-JS; bannertime (loader.flashtalking.js)';
const flashtalkingSeen = readOn(FLASHTALKING, 'secondary');

export const flashtalking: RulePack = {
  id: 'flashtalking',
  name: 'Flashtalking',
  kind: 'platform',
  rules: [
    flashtalkingSeen('manifest', 'flashtalking', { note: 'manifest.js: filename, width, height, clickTagCount …' }),
    ...unknown(FLASHTALKING, 'weight'),
  ],
  delivery: {
    click: 'flashtalking',
    fonts: ['file', 'base64', 'outlines'],
    scripts: 'file',
    styles: 'file',
    svg: 'inline',
    backup: 'beside',
    manifest: 'flashtalking',
  },
  notes: [{ text: 'Standard units with one click need no click code.', source: FLASHTALKING, status: 'secondary' }],
};

const equativHelp = readOn('equativ.helpjuice.com', 'primary');

export const equativ: RulePack = {
  id: 'equativ',
  name: 'Equativ',
  kind: 'platform',
  rules: [
    equativHelp('click-tag', true, { note: 'var clickTag' }),
    equativHelp('click-tag-name', '^clickTag$'),
    equativHelp('calls', ['sas.clicktag.register'], { note: 'of sas-clicktag-3.1.js' }),
    equativHelp('libraries', ['sas-clicktag']),
    ...unknown('equativ.helpjuice.com', 'weight'),
  ],
  delivery: { click: 'equativ', fonts: ['file', 'base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'inline', backup: 'beside' },
};
