/** What targets take otherwise and deserves a finding, one line per case: what is given and the code it must tell. */
import { checkAdaptedClick } from '../../pipeline/checks/banner-click.ts';
import type { BannerFacts } from '../../pipeline/model/facts.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { Adaptation } from '../../pipeline/model/layout.ts';
import type { ClickMechanism } from '../../pipeline/model/rules.ts';
import { adapted, face, laidUnit } from '../support/laid-unit.ts';
import { outlineCases } from './outline-cases.ts';

type Case = readonly [string, readonly string[], () => readonly Finding[]];

const { google: _, ...withoutGoogle } = face;
function adaptedClick(click: ClickMechanism, clickOpens: string | null): Finding[] {
  const landing = 'https://k.example/';
  const adaptation: Adaptation = { target: 't', platform: 't', click, landing, backup: 'beside', files: [], looked: [] };
  return checkAdaptedClick('b', { clickOpens } as BannerFacts, adaptation);
}

export const targetCases: readonly Case[] = [
  ...(['none', 'flashtalking'] as const).map(
    (click): Case => [
      `a click of its own under that of the ad server: ${click}`,
      ['banner-click-forbidden error'],
      () => adaptedClick(click, 'https://k.example/'),
    ],
  ),
  ['no click of its own under that of the ad server', [], () => adaptedClick('none', null)],
  ['a click that the query leads elsewhere', ['banner-click-wrong error'], () => adaptedClick('click-tag-query', 'https://j.example/')],
  ['a click through a library that opens nothing', ['banner-click-wrong error'], () => adaptedClick('studio', null)],
  [
    "a font that Google's server does not have",
    [],
    () => adapted('google-ads', { fonts: laidUnit.fonts.map((font) => ({ ...font, face: withoutGoogle })) }).findings,
  ],
  ...outlineCases,
  ["a font that Google's server has", [], () => adapted('google-ads').findings],
  [
    'a drawing that takes its colour from the page',
    ['banner-drawing-bound warning'],
    () => adapted('ad-manager', { body: '<svg class="wave" viewBox="0 0 9 9"><path fill="currentColor" d="M0 0h9v9z"/></svg>' }).findings,
  ],
  [
    'a drawing that stands on its own',
    [],
    () => adapted('ad-manager', { body: '<svg class="wave" viewBox="0 0 9 9"><path fill="#0f6e6e" d="M0 0h9v9z"/></svg>' }).findings,
  ],
  ['an ad server whose library stands nowhere', ['banner-click-script-unknown warning'], () => adapted('amazon').findings],
];
