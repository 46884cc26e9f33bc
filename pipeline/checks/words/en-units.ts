/** English words for what preflight finds in the versions of banners: sizes, names, axes and feeds. */
import type { UnitCode } from '../codes.ts';
import type { Reading, Words } from './say.ts';

const kinds: Readonly<Record<string, string>> = {
  language: 'a language of this order',
  size: 'a size of this set',
  axis: 'a value of this axis',
  asset: 'the name of supplied material',
  url: 'a web address that begins with https://',
  printable: 'a text without control characters',
  text: 'a plain text',
};
const kindOf = (a: Reading): string => kinds[a.text('expected')] ?? a.text('expected');
const meant = (a: Reading, otherwise: string): string => (a.has('nearest') ? `Did you mean “${a.text('nearest')}”?` : otherwise);

export const enUnits: Readonly<Record<UnitCode, Words>> = {
  'banner-placeholder-unknown': {
    title: (a) => `Nothing fills the placeholder ${a.text('actual')} in ${a.text('path')}, so it would stand there as it is written.`,
    advice: (a) => meant(a, `Use one of these: ${a.list('known')}.`),
  },
  'banner-size-unknown': {
    title: (a) => `There is no set of sizes called “${a.text('actual')}”, so no banners are made for it.`,
    advice: (a) => meant(a, `Write a size in px such as 300x250, or one of the sets ${a.list('known')}.`),
  },
  'banner-exclude-unknown': {
    title: (a) => `The order excludes “${a.text('actual')}”, but there is no such thing in this set; nothing is left out.`,
    advice: (a) => meant(a, `Known are: ${a.list('known')}.`),
  },
  'banner-slot-unknown': {
    title: (a) =>
      `The order gives something for “${a.text('actual')}”, but the template “${a.text('template')}” has no such place; it is not used.`,
    advice: (a) => meant(a, `Its places are: ${a.list('known')}.`),
  },
  'banner-name-taken': {
    title: (a) =>
      `The name “${a.text('name')}” falls to more than one banner${a.when('row', ' (row ', ')')}; ${a.has('count') ? a.number('count') : 'some'} of them are not made, for one would overwrite the other.`,
    advice: (a) => `Let the name tell versions apart: put every axis, {size} and {language} into it${a.when('pattern', ' (now: ', ')')}.`,
  },
  'banner-text-unprintable': {
    title: (a) =>
      `The text for “${a.text('slot')}”${a.when('language', ' (', ')')} holds control characters or broken characters that no font can show.`,
    advice: () => 'Write the text anew; copying from some programs brings such characters along.',
  },
  'feed-missing': {
    title: (a) => `The feed ${a.text('feed')} has not been supplied, so its banners cannot be made.`,
    advice: (a) => meant(a, 'Put it into the folder of the production, or correct the path in the order.'),
  },
  'feed-unreadable': {
    title: (a) => `The feed ${a.text('feed')} cannot be read${a.when('row', ' from row ')}${a.when('detail', ': ')}.`,
    advice: () => 'Please save it again as CSV (UTF-8) or as an Excel workbook (.xlsx) and send it again.',
  },
  'feed-empty': {
    title: (a) => `The feed ${a.text('feed')} has no rows under its header, so no banners come of it.`,
    advice: () => 'Fill it in, or take feed out of the order.',
  },
  'feed-column-unknown': {
    title: (a) => `Nothing asks for the column “${a.text('name')}” of ${a.text('feed')}; what it says is not used.`,
    advice: (a) => meant(a, 'Name it after a slot of the template or an axis of the order, or remove it.'),
  },
  'feed-column-repeated': {
    title: (a) =>
      `The column “${a.text('name')}” of ${a.text('feed')} says what ${a.has('first') ? a.text('first') : 'another one'} says already.`,
    advice: () => 'Keep one of the two.',
  },
  'feed-column-missing': {
    title: (a) => `The feed ${a.text('feed')} has no column “${a.text('name')}”, which every banner of this template needs.`,
    advice: () => 'Add the column, or give the text or picture for all in the order.',
  },
  'feed-cell-empty': {
    title: (a) =>
      `Cell ${a.text('cell')} of ${a.text('feed')} is empty, but “${a.text('name')}” is needed; the banners of this row are not made.`,
    advice: () => 'Fill in the cell.',
  },
  'feed-cell-invalid': {
    title: (a) =>
      `Cell ${a.text('cell')} of ${a.text('feed')} says “${a.text('actual')}” for “${a.text('name')}”; that is not ${a.has('expected') ? kindOf(a) : 'usable'}, so the banners of this row are not made.`,
    advice: (a) => meant(a, a.has('values') ? `Write one of these: ${a.list('values')}.` : 'Correct the cell.'),
  },
  'feed-row-duplicate': {
    title: (a) => `Row ${a.text('row')} of ${a.text('feed')} asks for the same version as row ${a.text('first')}; only the first is made.`,
    advice: () => 'Remove one of the two, or tell them apart by an axis.',
  },
};
