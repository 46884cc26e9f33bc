/** Helps the words of findings: reads arguments, and writes numbers, sizes and lists the way a language does. */
import type { Args } from '../../model/finding.ts';

export type Language = 'nl' | 'fr' | 'en';

/** What is wrong and why it matters; what to do. */
export interface Words {
  readonly title: (args: Reading) => string;
  readonly advice: (args: Reading) => string;
}

/** The arguments of a finding, read for one language; an absent one reads as ''. */
export interface Reading {
  readonly has: (name: string) => boolean;
  readonly text: (name: string) => string;
  /** Numbers with the language's separators. */
  readonly number: (name: string) => string;
  /** Bytes as kB or MB (1 kB = 1024 bytes). */
  readonly bytes: (name: string) => string;
  /** The same in thousands where the limit, the argument `expected`, is one in thousands. */
  readonly weighed: (name: string) => string;
  /** Seconds with at most one decimal. */
  readonly seconds: (name: string) => string;
  /** `a, b and c`. */
  readonly list: (name: string) => string;
  /** `before + value + after` when the argument is there and not empty, else ''. */
  readonly when: (name: string, before: string, after?: string) => string;
}

type Members = Readonly<Record<string, Args[string] | undefined>>;

export function reading(args: Members, language: Language): Reading {
  const has = (name: string) => args[name] !== undefined && args[name] !== '';
  const text = (name: string) => {
    const value = args[name];
    if (value === undefined) return '';
    return typeof value === 'object' ? listed(value, language) : String(value);
  };
  const inNumber = (name: string, write: (value: number) => string) => {
    const value = args[name];
    return typeof value === 'number' ? write(value) : text(name);
  };
  return {
    has,
    text,
    number: (name) => inNumber(name, (value) => numeral(value, language)),
    bytes: (name) => inNumber(name, (value) => weight(value, language)),
    weighed: (name) => inNumber(name, (value) => weight(value, language, isInThousands(args['expected']) ? 1000 : 1024)),
    seconds: (name) => inNumber(name, (value) => `${numeral(tenths(value), language)}${NO_BREAK}s`),
    list: text,
    when: (name, before, after = '') => (has(name) ? `${before}${text(name)}${after}` : ''),
  };
}

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';
const separators = {
  nl: { thousands: '.', decimal: ',' },
  fr: { thousands: NARROW_NO_BREAK, decimal: ',' },
  en: { thousands: ',', decimal: '.' },
} as const satisfies Record<Language, unknown>;

/** Our own and not Intl's, whose output changes with the ICU of the Node at hand. */
export function numeral(value: number, language: Language): string {
  const { thousands, decimal } = separators[language];
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole;
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}

/** Rounded up, so that what is a little over a limit does not look equal to it. */
function tenths(value: number): number {
  return Math.ceil(Number((value * 10).toFixed(6))) / 10;
}

export function weight(bytes: number, language: Language, thousand = 1024): string {
  const oneDecimal = (value: number) => numeral(tenths(value), language);
  if (bytes < thousand) return `${numeral(bytes, language)}${NO_BREAK}${language === 'fr' ? 'octets' : 'bytes'}`;
  if (bytes < thousand ** 2) return `${oneDecimal(bytes / thousand)}${NO_BREAK}${language === 'fr' ? 'Ko' : 'kB'}`;
  return `${oneDecimal(bytes / thousand ** 2)}${NO_BREAK}${language === 'fr' ? 'Mo' : 'MB'}`;
}

const isInThousands = (limit: unknown): boolean => typeof limit === 'number' && limit % 1000 === 0 && limit % 1024 !== 0;

const and = { nl: ' en ', fr: ' et ', en: ' and ' } as const satisfies Record<Language, string>;

function listed(values: readonly string[], language: Language): string {
  if (values.length < 2) return values[0] ?? '';
  return `${values.slice(0, -1).join(', ')}${and[language]}${values.at(-1)}`;
}

/** The same in what is cut from clips. */
const cutExpectations = [
  'time',
  'from',
  'channel',
  'music',
  'titles',
  'captions',
  'ratio',
  'focus',
  'fade',
  'time-later',
  'one-list',
  'no-rate',
  'no-span',
  'no-fade',
  'one-file',
  'web-only',
] as const;
export type CutExpectation = (typeof cutExpectations)[number];

/** What a value of the order should have been; each language says it in its own words. */
export const expectations = [
  'text',
  'text-not-empty',
  'number',
  'number-positive',
  'number-not-negative',
  'share',
  'pair',
  'box',
  'list',
  'list-not-empty',
  'group',
  'day',
  'language',
  'size',
  'name',
  'url',
  'url-per-language',
  'currency',
  'axis',
  'axis-values',
  'correction',
  ...cutExpectations,
  'one-of',
  'at-most',
  'value',
] as const;
export type Expectation = (typeof expectations)[number];

/** The expectation in words; what is no known expectation is told as it is. */
export function expectation(args: Reading, table: Readonly<Record<Expectation, string>>): string {
  const expected = args.text('expected');
  const said = Object.hasOwn(table, expected) ? table[expected as Expectation] : expected;
  return expected === 'one-of' || expected === 'at-most' ? `${said} ${args.text('values')}`.trim() : said;
}
