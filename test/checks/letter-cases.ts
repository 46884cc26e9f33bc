/** Letters that may not or cannot be what they should, and files that a stylesheet names in vain: what is given and what it must tell. */
import { checkBannerTexts } from '../../pipeline/checks/banner-texts.ts';
import type { BannerFacts } from '../../pipeline/model/facts.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { FontFacts, FontLicence } from '../../pipeline/model/font.ts';
import type { FontFace, HouseStyle, StyleContent } from '../../pipeline/model/house.ts';
import { digestOf } from '../../pipeline/model/key.ts';
import { styleFiles } from '../../pipeline/setting/style-files.ts';
import { fontFindings } from '../../pipeline/setting/unit-fonts.ts';
import { adapted, face, laidUnit } from '../support/laid-unit.ts';

type Case = readonly [string, readonly string[], () => readonly Finding[]];

const marked = (version: number, fsType: number, licence?: FontLicence): FontFace => {
  const facts: FontFacts = { os2: { version, fsType }, covers: [[0x20, 0x17f]] };
  return { ...face, facts, ...(licence ? { licence } : {}) };
};
const told = (one: FontFace, text = 'De zee', hasTargets = false) =>
  fontFindings([one], 'banners/wave', [{ language: 'nl', text }], hasTargets);
const handed = (target: string, one: FontFace) =>
  adapted(target, { fonts: laidUnit.fonts.map((font) => ({ ...font, face: one })) }).findings;
const { google: _, ...nowhereElse } = marked(4, 0x2);

const legal = (px: number, role: 'legal' | 'headline' = 'legal') =>
  checkBannerTexts('b', { contrasts: [], widows: [], texts: [{ slot: 'terms', px }] } as unknown as BannerFacts, {
    terms: { px: 9, role },
  });

const sheet = (...urls: string[]): StyleContent => ({ text: '', cases: [], attributes: [], urls, imports: [] });
const named = (...urls: string[]) => {
  const paths = [
    'banners/wave/style.css',
    'banners/wave/img/dot.png',
    'banners/wave/notes.txt',
    'banners/other/dot.png',
    'banners/shared/paper.svg',
  ];
  const files = paths.map((path) => ({ path, digest: digestOf(path), bytes: 1 }));
  const house = { name: 'plain', files, styles: { 'banners/wave/style.css': sheet(...urls) } } as unknown as HouseStyle;
  return styleFiles(house, 'banners/wave/', ['style.css'], 'svgo test').findings;
};

export const letterCases: readonly Case[] = [
  ['a font that may be installed', [], () => told(marked(4, 0))],
  ['a font marked restricted', ['font-embedding-forbidden error'], () => told(marked(4, 0x2))],
  ['an old font marked restricted, but also for editing', [], () => told(marked(2, 0xa))],
  ['a font marked for preview', [], () => told(marked(4, 0x4))],
  ['a font marked for bitmaps only', ['font-embedding-forbidden error'], () => told(marked(4, 0x204))],
  ['a font marked against subsets', ['font-kept-whole warning'], () => told(marked(4, 0x104))],
  ['an old font, whose higher bits mean nothing', [], () => told(marked(1, 0x304))],
  ['a restricted font that its owner allows', [], () => told(marked(4, 0x102, 'granted'))],
  ['a font licensed for pages only', ['font-embedding-forbidden error'], () => told(marked(4, 0, 'site-only'))],
  ['a restricted font where its letters go into the zip', ['font-embedding-forbidden error'], () => handed('cm360', marked(4, 0x2))],
  ["a restricted font that comes from Google's server", [], () => handed('google-ads', marked(4, 0x2))],
  ['a restricted font that Google does not have', ['font-embedding-forbidden error'], () => handed('google-ads', nowhereElse)],
  ['a text that the font cannot write', ['font-lacks-characters warning'], () => told(marked(4, 0), 'Łódź ➔ Київ')],
  ['a text with spaces, hyphens and joiners that no font draws', [], () => told(marked(4, 0), 'De\u00a0zee\u00ad \u200d')],
  ['a legal line under its minimum', ['banner-text-under-minimum error'], () => legal(8.4)],
  ['a headline under its minimum', ['banner-text-under-minimum warning'], () => legal(8.4, 'headline')],
  ['a legal line at its minimum', [], () => legal(9)],
  ['a file that is there, and one that all templates share', [], () => named('img/dot.png', '/img/dot.png?1', '../shared/paper.svg#a')],
  ['a file of another host', [], () => named('https://cdn.example/a.png', '//cdn.example/a.png')],
  ['a file that is not there', ['banner-style-file error'], () => named('img/dott.png')],
  ['a file of another template', ['banner-style-file error'], () => named('../other/dot.png')],
  ['a file outside the house', ['banner-style-file error'], () => named('../../../../etc/passwd.png')],
  ['a file of a kind that no banner takes', ['banner-style-file error'], () => named('notes.txt')],
];
