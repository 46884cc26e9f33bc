/** Texts that should be outlines: what keeps them from it, and what must then be told. */
import { checkOutlines } from '../../pipeline/checks/banner-outlines.ts';
import { finding } from '../../pipeline/checks/catalogue.ts';
import { faultOf } from '../../pipeline/jobs/outline.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { FontFace } from '../../pipeline/model/house.ts';
import type { Outcome } from '../../pipeline/model/job.ts';
import type { OutlineFacts } from '../../pipeline/model/outline.ts';
import { adapted, face, job, laidUnit } from '../support/laid-unit.ts';

const { google: _, ...nowhereElse } = face;
const handed = (target: string, changes: Partial<FontFace>, more: Partial<typeof laidUnit> = {}): readonly Finding[] =>
  adapted(target, { fonts: laidUnit.fonts.map((font) => ({ ...font, face: { ...nowhereElse, ...changes } })), ...more }).findings;

function outlined(refused: OutlineFacts['refused']): Finding[] {
  const { key } = job('outline', 'index.html');
  const facts: OutlineFacts = { what: 'outlines', refused, words: 3 };
  const outcome: Outcome = { status: 'made', key, made: { facts } };
  const { adaptation } = adapted('google-ads');
  return checkOutlines({ ...adaptation, outlines: key }, 'banners/wave/google-ads', new Map([[key, outcome]]));
}

function drawn(mayEmbed: boolean): Finding[] {
  const recipe = { face: { family: 'Huis', axes: {} }, ...(mayEmbed ? { instead: { input: 3, rule: '' } } : {}) };
  const fault = faultOf(recipe, { refused: [{ slot: 'price', why: 'count' }] });
  return fault
    ? [finding(fault.code as 'banner-outlines-impossible', { deliverable: 'banners/wave/google-ads/300x250-nl' }, fault.args)]
    : [];
}

export const outlineCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['texts that all became outlines', [], () => outlined([])],
  ['a text that can be nothing but outlines and cannot', ['banner-outlines-impossible error'], () => drawn(false)],
  ['a text that cannot become outlines and goes with its font', [], () => drawn(true)],
  ['a text that cannot become outlines', ['banner-font-refused warning'], () => outlined([{ slot: 'price', why: 'count' }])],
  ['a font that may be drawn, where outlines are taken', [], () => handed('google-ads', { licence: 'outlines' })],
  ['a font that may be drawn, where files would be', [], () => handed('cm360', { licence: 'outlines' }, { body: '<p>De zee</p>' })],
  [
    'a font that may only be drawn, where drawings must be files',
    ['font-embedding-forbidden error'],
    () => handed('ad-manager', { licence: 'outlines' }),
  ],
  [
    'a font for pages only, which may not even be drawn',
    ['font-embedding-forbidden error'],
    () => handed('google-ads', { licence: 'site-only' }),
  ],
];
