/** Titles of films with one thing wrong: as they are ordered, and as the browser showed them. */
import { checkTitles } from '../../pipeline/checks/cut-titles.ts';
import { judgeCut } from '../../pipeline/checks/cut-verdict.ts';
import type { CutTitle, FilmCut } from '../../pipeline/model/cut.ts';
import type { TitleFacts } from '../../pipeline/model/facts.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { BannerTemplate } from '../../pipeline/model/house.ts';
import type { JobKey, Json } from '../../pipeline/model/key.ts';
import { titleUnits } from '../../pipeline/setting/title-units.ts';
import { madeFilm } from '../support/clip-facts.ts';

const template: BannerTemplate = {
  name: 'lower-third',
  families: [{ name: 'rectangle', ratio: [1.2, 2.4] }],
  overrides: {},
  slots: {
    name: { kind: 'text', required: true, limit: { default: 12 }, box: {} },
    role: { kind: 'text', required: false, limit: {}, box: {} },
  },
} as unknown as BannerTemplate;
const TITLE: CutTitle = { template: 'lower-third', at: 1, seconds: 4, text: { name: 'Circus Vloed' } };
const filmOf = (titles: readonly CutTitle[]): FilmCut =>
  ({ what: 'video', name: 'reel', channel: 'web', titles, rate: [25, 1], seconds: 20, line: 9, cues: {} }) as unknown as FilmCut;

const ordered = (title: Partial<CutTitle>, size: readonly [number, number] = [1920, 1080]): readonly Finding[] =>
  titleUnits({ order: { languages: ['nl'] }, house: { titles: { 'lower-third': template } } }, [
    { cut: filmOf([{ ...TITLE, ...title }]), name: 'video/reel-web', size },
  ]).findings;

const FACTS: TitleFacts = {
  motion: 4,
  endless: false,
  isVisible: true,
  texts: [{ slot: 'name', box: [0.06, 0.7, 0.4, 0.76] }],
  overflows: [],
  errors: [],
};
const KEY = 'title' as JobKey;
const shown = (changes: Partial<TitleFacts>, title: Partial<CutTitle> = {}): readonly Finding[] => {
  const own = { ...TITLE, ...title };
  const facts = { what: 'capture', format: 'mov', width: 1920, height: 1080, title: { ...FACTS, ...changes } } as unknown as Json;
  const laid = {
    name: 'video/reel-web',
    cut: filmOf([own]),
    titles: [{ template: own.template, language: 'nl', at: own.at, seconds: own.seconds, key: KEY }],
  };
  return checkTitles(laid, new Map([[KEY, { key: KEY, made: { facts } } as never]]));
};
/** Over an ad on Snapchat, which keeps a strip at its foot for itself. */
const over = (box: TitleFacts['texts'][number]['box']): readonly Finding[] =>
  judgeCut({
    ...madeFilm('snapchat-ad', { cut: { titles: [TITLE] } }),
    titles: [{ template: 'lower-third', language: 'nl', at: 0, seconds: 4, text: {}, facts: { ...FACTS, texts: [{ slot: 'name', box }] } }],
  }).filter(({ code }) => code === 'delivery-covered' || code === 'delivery-not-measured');

export const titleCases: readonly (readonly [string, readonly string[], () => readonly Finding[]])[] = [
  ['a title as it should be', [], () => ordered({})],
  ['a title that the house does not have', ['title-template-missing error'], () => ordered({ template: 'lower-thrid' })],
  ['a title over a film of another shape', ['title-family-missing error'], () => ordered({}, [1080, 1920])],
  ['a text for a place that is not there', ['title-slot-unknown error'], () => ordered({ text: { name: 'Circus', nmae: 'x' } })],
  ['a picture for a place that is not there', ['title-slot-unknown error'], () => ordered({ images: { logo: 'kade' } })],
  ['a title that says nothing', ['title-slot-empty error'], () => ordered({ text: {} })],
  ['a title that says blanks', ['title-slot-empty error'], () => ordered({ text: { name: ' \u0000 ' } })],
  ['a title that says much', ['title-text-too-long warning'], () => ordered({ text: { name: 'Circus Vloed en zo' } })],
  ['a title that was seen', [], () => shown({})],
  ['a title without motion', [], () => shown({ motion: null })],
  ['a title that nobody sees', ['title-invisible error'], () => shown({ isVisible: false })],
  ['a title whose text is cut off', ['title-text-overflow error'], () => shown({ overflows: [{ slot: 'name', px: 12 }] })],
  ['a title whose motion breaks', ['title-script-failed error'], () => shown({ errors: ['x is not a function', 'y'] })],
  ['a title that moves on', ['title-cut-short warning'], () => shown({ motion: 4.2 })],
  ['a title that moves for ever', [], () => shown({ motion: null, endless: true })],
  ['a title that is gone at once', ['title-too-brief warning'], () => shown({ motion: 0.8 }, { seconds: 0.8 })],
  ['a title clear of the interface', [], () => over([0.06, 0.5, 0.5, 0.6])],
  ['a title under the buttons', ['delivery-covered warning'], () => over([0.06, 0.85, 0.5, 0.95])],
];
