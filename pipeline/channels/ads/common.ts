/** What passes nearly everywhere, for banners without a target; and the browser's own limits, which hold everywhere. */
import type { RulePack } from '../../model/rules.ts';
import { kB, MB, readOn } from './pack.ts';

/**
 * Kader's own reckoning over all packs: the strictest value that is common to them. Not covered: the click, which is always the
 * platform's; the smallest phone banners of the IAB; old Belgian sheets below 150 kB.
 */
const own = readOn('Kader: the strictest common values of all packs', 'secondary');
const wcag = readOn('www.w3.org/TR/WCAG22/#three-flashes-or-below-threshold', 'primary');

export const common: RulePack = {
  id: 'common',
  name: 'the strictest common profile',
  kind: 'platform',
  rules: [
    own('weight', kB(150), { basis: 'zip' }),
    own('weight', kB(150), { basis: 'unzipped', severity: 'warning', note: 'Adform and Sklik weigh the files unpacked' }),
    own('files', 10, { severity: 'warning' }),
    own('folder-levels', 0, { severity: 'warning' }),
    own('file-names', '^[A-Za-z0-9._-]{1,50}$', { severity: 'warning' }),
    own('page-at-root', true),
    own('skeleton', true),
    own('ad-size', true),
    own('linked-files', true),
    own('no-orphans', true, { severity: 'warning' }),
    own('https', true),
    own('hosts', []),
    own('not-calls', ['localStorage', 'sessionStorage', 'indexedDB', 'document.cookie', 'alert', 'confirm', 'prompt'], {
      severity: 'warning',
    }),
    own('not-calls', ['console.log', 'console.info', 'console.debug', 'console.table', 'console.dir'], {
      severity: 'warning',
      note: 'warnings and errors of libraries are let through; Amazon takes none at all',
    }),
    own('backup', true),
    own('backup-bytes', kB(40)),
    own('backup-same-name', true, { severity: 'warning' }),
    own('backup-same-size', true),
    own('seconds', 15),
    own('loops', 3),
    own('ends', true),
    own('still-end', true, { severity: 'warning' }),
    own('not-blank', true),
    own('border', true, { severity: 'warning', note: '1 px, to be told apart from white, grey and black pages' }),
  ],
  delivery: {
    click: 'click-tag',
    fonts: ['file', 'base64', 'outlines'],
    scripts: 'file',
    styles: 'file',
    svg: 'inline',
    backup: 'beside',
  },
};

const chromeSource = readOn('developer.chrome.com/docs/web-platform/heavy-ads-intervention (updated 2026-01-07)', 'primary');

/** An ad that passes one of these before anybody touched it is taken off the page. */
export const chrome: RulePack = {
  id: 'chrome',
  name: 'Chrome',
  kind: 'everywhere',
  rules: [
    chromeSource('weight', MB(4), { basis: 'gzip', note: 'network use' }),
    chromeSource('cpu-30s', 15, { note: 'main thread in any 30 s' }),
    chromeSource('cpu-60s', 60, { note: 'main thread in all; measured over the first 60 s' }),
  ],
  delivery: {},
};

/** What makes readers ill; law in the European Union for what is sold there (directive 2019/882). */
export const wcagPack: RulePack = {
  id: 'wcag',
  name: 'WCAG 2.2',
  kind: 'everywhere',
  rules: [wcag('flashes', 3, { note: 'in any second' })],
  delivery: {},
};
