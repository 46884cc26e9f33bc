/** The IAB's New Ad Portfolio of 2017 with its LEAN limits: weights after gzip, before and after the load event. */
import type { Rule, RulePack } from '../../model/rules.ts';
import { kB, readOn } from './pack.ts';

const portfolio = readOn('IAB Fixed Size Ad Specifications, copy at integraalys.net', 'secondary');
const malkamedia = readOn('github.com/malkamedia/banner-validator', 'secondary');
const guidelines = readOn('IAB Fixed Size Ad Specifications, copies; cbsinteractive.com (Creative_Guidelines)', 'secondary');
const draft = readOn('slideshare (fernandocomet, “Dos and Don’ts”); carsguide: the draft and copies, not the final sheet', 'old');

/** Unit, initial load and subload in kB. */
const UNITS: readonly (readonly [sizes: readonly string[], initial: number, subload: number | undefined])[] = [
  [['970x250', '300x1050'], 250, 500],
  [['970x90'], 200, 400],
  [['728x90', '160x600', '300x250'], 150, 300],
  [['300x50', '320x50', '120x60'], 50, 100],
  [['640x1136', '750x1334', '1080x1920'], 300, 600],
  [['120x20', '168x28', '216x36'], 5, undefined],
];

const weights = UNITS.flatMap(([sizes, initial, subload]): Rule[] => [
  portfolio('weight', kB(initial), { basis: 'gzip-initial', sizes }),
  ...(subload === undefined ? [] : [portfolio('weight', kB(subload), { basis: 'gzip-subload', sizes })]),
]);

export const iab: RulePack = {
  id: 'iab',
  name: 'IAB New Ad Portfolio',
  kind: 'platform',
  rules: [
    ...weights,
    malkamedia('weight', kB(200), { basis: 'gzip-initial', sizes: ['300x600'], note: 'the IAB itself has flexible 2x1 and 1x2' }),
    portfolio('weight', null, { basis: 'gzip-subload', sizes: ['300x600'] }),
    portfolio('initial-requests', 10, { note: 'before the load event; shared libraries count' }),
    guidelines('cpu-share', 0.3),
    guidelines('video-muted', true, { note: 'sound starts muted' }),
    guidelines('sound-waits', true, { note: 'sound starts muted' }),
    guidelines('border', true, { severity: 'info', note: 'clearly apart from the page; a border is one way' }),
    draft('seconds', 15),
    draft('ends', true, { note: 'no looping beyond 15 s' }),
  ],
  delivery: {
    click: 'click-tag-query',
    fonts: ['file', 'base64', 'outlines'],
    scripts: 'file',
    styles: 'file',
    svg: 'inline',
    backup: 'beside',
  },
  sizes: [...UNITS.flatMap(([sizes]) => sizes), '300x600'],
  notes: [{ text: 'The AdChoices mark counts 5 kB at most.', source: 'cbsinteractive.com (Creative_Guidelines)', status: 'secondary' }],
};
