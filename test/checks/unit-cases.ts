/** Banner sets and feeds with one thing wrong, and what is told of each. */
import type { Finding } from '../../pipeline/model/finding.ts';
import { setUnits } from '../support/banner-set.ts';

const told =
  (...from: Parameters<typeof setUnits>) =>
  (): readonly Finding[] =>
    setUnits(...from).findings;
const FEED = 'language,product,headline\nnl,fiets,Rijd\n';
const axes = { product: {} };

export const unitCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['a sound set', [], told({})],
  ['a sound feed', [], told({ axes }, FEED)],
  ['a set of sizes that there is not', ['banner-size-unknown error'], told({ sizes: ['300x250', 'googel'] })],
  [
    'a size of no family, in two languages',
    ['banner-family-missing error'],
    told({ sizes: ['300x250', '50x600'] }, undefined, ['nl', 'fr']),
  ],
  ['an exclusion of a language that is not there', ['banner-exclude-unknown warning'], told({ exclude: [{ language: 'de' }] })],
  ['an exclusion of an axis that is not there', ['banner-exclude-unknown warning'], told({ exclude: [{ audience: 'night' }] })],
  ['an exclusion by a set of sizes', [], told({ exclude: [{ size: 'core' }] })],
  [
    'a picture for a place that the template has not',
    ['banner-slot-unknown warning', 'banner-image-missing error'],
    told({ images: { bakground: 'kade' } }),
  ],
  ['a name that two sizes share', ['banner-name-taken error'], told({ sizes: ['300x250', '336x280'], name: '{language}' })],
  ['a text with a control character', ['banner-text-unprintable error'], told({ text: { nl: { headline: 'De\u0000 zee' } } })],
  ['a text that would be a mark of Kader', ['banner-text-unprintable error'], told({ text: { nl: { headline: '\uE0000\uE001' } } })],
  [
    'a text beyond the limit of its family',
    ['banner-text-too-long warning'],
    told({ sizes: ['728x90'], text: { nl: { headline: 'a'.repeat(21) } } }),
  ],
  ['a text that is hidden at its size', [], told({ sizes: ['300x600'], text: { nl: { headline: 'De zee', legal: 'x' } } })],
  ['a text of joiners and marks alone', ['banner-text-missing error'], told({ text: { nl: { headline: '\u200b\u2800\u061c\u200d' } } })],
  ['a text that one language lacks', ['banner-text-missing error'], told({}, undefined, ['nl', 'de'])],
  ['a feed of a header alone', ['feed-empty error'], told({ axes }, 'language,product,headline\n')],
  ['a column that nothing asks for', ['feed-column-unknown warning'], told({ axes }, 'product,headline,hedline\nfiets,Rijd,Rij\n')],
  ['an unnamed column with a remark in it', ['feed-column-unknown warning'], told({ axes }, 'product,headline,\nfiets,Rijd,ok?\n')],
  ['an unnamed column with nothing in it', [], told({ axes }, 'product,headline,\nfiets,Rijd,\n')],
  ['a column that is there twice', ['feed-column-repeated error'], told({ axes }, 'product,headline,Text.Headline\nfiets,Rijd,Vlieg\n')],
  ['a feed without a text that every banner shows', ['feed-column-missing error'], told({ axes, text: {} }, 'product\nfiets\n')],
  ['a feed without the column of its axis', ['feed-column-missing error'], told({ axes }, 'headline\nRijd\n')],
  ['a text that nobody sees', ['feed-cell-empty error'], told({ axes }, 'product,headline\nfiets,Rijd\nstep,\u200b\u2060 \u200f\n')],
  ['an empty text', ['feed-cell-empty error'], told({ axes }, 'product,headline\nfiets,Rijd\nstep,\n')],
  ['an empty page', ['feed-cell-empty error'], told({ axes }, 'product,landing\nfiets,\n')],
  ['an empty text that may be', [], told({ axes }, 'product,headline,cta\nfiets,Rijd,\n')],
  ['a language that is not ordered', ['feed-cell-invalid error'], told({ axes }, `${FEED}ln,step,Step\n`)],
  ['a size that is not ordered', ['feed-cell-invalid error'], told({ axes }, 'product,size\nfiets,300x520\n')],
  ['a page that is none', ['feed-cell-invalid error'], told({ axes }, 'product,landing\nfiets,javascript:alert(1)\n')],
  ['a picture that nobody supplied', ['feed-cell-invalid error'], told({ axes }, 'product,image.background\nfiets,kaed\n')],
  ['a picture by the name of its file', [], told({ axes }, 'product,background\nfiets,photos/kade.jpg\n')],
  ['a value that its axis does not have', ['feed-cell-invalid error'], told({ axes: { market: { be: {} } } }, 'market\nnl\n')],
  ['a cell with a null byte', ['feed-cell-invalid error'], told({ axes }, 'product,headline\nfiets,Ri\u0000jd\n')],
  ['a row that is there twice', ['feed-row-duplicate error'], told({ axes }, `${FEED}nl,fiets,Vlieg\n`)],
  [
    'a text in a feed beyond its limit, at two sizes of one limit',
    ['banner-text-too-long warning'],
    told({ axes, sizes: ['300x250', '336x280'] }, `product,headline\nfiets,${'a'.repeat(25)}\n`),
  ],
  ['many mistakes in one row', ['feed-cell-empty error', 'feed-cell-invalid error'], told({ axes }, 'product,headline,size\nfiets,,3\n')],
];
