/** Where advertising is bought: The Trade Desk, Xandr, Amazon, Teads and Adnami. */
import type { RulePack } from '../../model/rules.ts';
import { kB, MB, readOn, unknown } from './pack.ts';

const desk = readOn('The Trade Desk, sheet of 2025-05-19, copy at scribd.com/document/869516110', 'secondary');
const deskCopies = readOn('keynesdigital.com; support.ui.marketing/display-products-accepted-specs', 'secondary');

export const ttd: RulePack = {
  id: 'ttd',
  name: 'The Trade Desk',
  kind: 'platform',
  rules: [
    desk('weight', kB(300), { basis: 'gzip-initial' }),
    desk('weight', kB(200), { basis: 'gzip-initial', severity: 'warning', note: 'advised' }),
    desk('weight', kB(600), { basis: 'gzip-subload' }),
    desk('initial-requests', 10),
    desk('files', 100),
    desk('file-bytes', MB(5), { note: 'html5-spec-guard says 10 and 12 MB' }),
    desk('page-at-root', true),
    desk('file-types', ['html', 'js', 'css', 'mp4', 'jpg', 'jpeg', 'gif', 'png', 'svg'], { note: 'no font files' }),
    desk('backup', true),
    desk('calls', ['location.search'], { severity: 'warning', note: 'clickTAG arrives as a parameter of the address' }),
    deskCopies('seconds', 15),
    deskCopies('ends', true),
    deskCopies('still-end', true),
    deskCopies('border', true, { note: 'contrasting, on black and on white backgrounds' }),
  ],
  delivery: { click: 'click-tag-query', fonts: ['base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'inline', backup: 'beside' },
};

const learn = readOn('learn.microsoft.com/en-us/xandr/invest/html5-creative-guidelines-and-specifications', 'primary');
const clickTagLib = readOn('learn.microsoft.com/en-us/xandr/invest/use-iab-s-html5-clicktag-standard', 'primary');
const suite66 = readOn('suite66.com/html5', 'secondary');

export const xandr: RulePack = {
  id: 'xandr',
  name: 'Xandr (Microsoft)',
  kind: 'platform',
  rules: [
    learn('page-at-root', true),
    learn('page-name', '^index\\.html$'),
    learn('skeleton', true, { note: 'html, head and body' }),
    learn('https', true),
    clickTagLib('calls', ['APPNEXUS.getClickTag'], { note: 'with appnexus-html5-lib 1.4.1' }),
    clickTagLib('libraries', ['appnexus-html5-lib']),
    suite66('initial-requests', 15),
    suite66('no-orphans', true),
    suite66('file-types', ['html', 'js', 'css', 'jpg', 'jpeg', 'gif', 'png', 'svg']),
    ...unknown('learn.microsoft.com/en-us/xandr/invest', 'weight'),
  ],
  delivery: { click: 'appnexus', fonts: ['base64', 'outlines'], scripts: 'file', styles: 'file', svg: 'inline', backup: 'beside' },
};

const acceptance = readOn('advertising.amazon.com/resources/ad-policy/creative-acceptance/animation-video', 'primary');
const specGuard = readOn('github.com/guedietz/html5-spec-guard', 'secondary');
const thread = readOn('gsap.com thread 15216', 'secondary');

const amazonAlways = [
  acceptance('loops', 3),
  acceptance('ends', true),
  thread('not-calls', ['localStorage', 'navigator.geolocation']),
  thread('not-calls', ['console.log', 'console.info', 'console.debug', 'console.warn', 'console.error'], { severity: 'warning' }),
  specGuard('weight', kB(200), { basis: 'zip' }),
  specGuard('page-at-root', true),
  specGuard('page-name', '^index\\.html$'),
  specGuard('calls', ['SDK.clickThrough']),
  specGuard('hosts', ['adkit-advertising.amazon'], { note: 'scripts from Amazon’s own host only' }),
];
const AMAZON_DELIVERY = {
  click: 'amazon',
  fonts: ['file', 'base64', 'outlines'],
  scripts: 'file',
  styles: 'file',
  svg: 'inline',
  backup: 'beside',
} as const;

export const amazon: RulePack = {
  id: 'amazon',
  name: 'Amazon, on other sites',
  kind: 'platform',
  rules: [...amazonAlways, acceptance('seconds', 30)],
  delivery: AMAZON_DELIVERY,
};

export const amazonOnSite: RulePack = {
  id: 'amazon-on-site',
  name: 'Amazon, on its own sites',
  kind: 'platform',
  rules: [
    ...amazonAlways,
    acceptance('seconds', 15, { note: '30 s in France' }),
    acceptance('seconds', 0, { sizes: ['970x250'], note: 'billboards stand still' }),
  ],
  delivery: AMAZON_DELIVERY,
};

export const teads: RulePack = {
  id: 'teads',
  name: 'Teads',
  kind: 'platform',
  rules: unknown('help.teads.com article 7245684 (a list of formats only)', 'weight', 'files', 'seconds', 'loops', 'click-tag', 'backup'),
  delivery: {
    click: 'click-tag',
    fonts: ['file', 'base64', 'outlines'],
    scripts: 'file',
    styles: 'file',
    svg: 'inline',
    backup: 'beside',
  },
};

const sidebar = readOn('adnami.io/specs/sidebar-html', 'primary');

export const adnami: RulePack = {
  id: 'adnami',
  name: 'Adnami high impact',
  kind: 'platform',
  rules: [
    sidebar('weight', MB(3.5), { basis: 'zip' }),
    sidebar('weight', MB(1), { basis: 'zip', severity: 'warning', note: 'advised: under 1 MB' }),
    sidebar('loops', 5),
    sidebar('seconds', 30),
    sidebar('ends', true),
    sidebar('hosts', ['fonts.googleapis.com', 'fonts.gstatic.com', 'use.typekit.net', 'p.typekit.net'], {
      note: 'everything in the zip but libraries of fonts',
    }),
  ],
  delivery: {
    click: 'click-tag',
    fonts: ['file', 'base64', 'google', 'outlines'],
    scripts: 'file',
    styles: 'file',
    svg: 'inline',
    backup: 'beside',
  },
  notes: [{ text: 'The size is fluid.', source: 'adnami.io/specs/sidebar-html', status: 'primary' }],
};
