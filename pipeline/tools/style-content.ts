/** css-tokenizer: what a stylesheet of a house brings along of its own, characters that it writes and files that it names. */
import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';
import type { StyleContent } from '../model/house.ts';

/** Declarations whose strings are shown; a custom property may end up in any of them. */
const WRITES =
  /^(content|quotes|hyphenate-character|text-overflow|list-style(-type)?|(-webkit-)?text-emphasis(-style)?|symbols|additive-symbols|prefix|suffix|negative|--.+)$/;
const NAMES_FILES = /^(url|src|image-set|-webkit-image-set)$/;
const FIGURES = '0123456789-.';
/** Characters that a browser writes for a word of CSS. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/^(open|close)-quote$/, '“”‘’«»‹›„‚'],
  [/^(upper|lower)-(roman|alpha|latin)$/, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.'],
  [/^decimal(-leading-zero)?$/, FIGURES],
  [/^ellipsis$/, '…'],
];
const CASES: Readonly<Record<string, 'upper' | 'lower'>> = {
  uppercase: 'upper',
  capitalize: 'upper',
  'small-caps': 'upper',
  'all-small-caps': 'upper',
  lowercase: 'lower',
};
const HYPHENS = '-\u2010';

export function contentOf(css: string): StyleContent {
  return scan(css).content;
}

/** @param names of files by their addresses as written; others stay @returns the stylesheet with its files under these names */
export function withNames(css: string, names: Readonly<Record<string, string>>): string {
  let named = '';
  let at = 0;
  for (const { token, url } of scan(css).places) {
    const name = Object.hasOwn(names, url) ? names[url] : undefined;
    if (name === undefined) continue;
    named += css.slice(at, token[2]) + (token[0] === TokenType.URL ? `url(${JSON.stringify(name)})` : JSON.stringify(name));
    at = token[3] + 1;
  }
  return named + css.slice(at);
}

interface Place {
  readonly token: CSSToken;
  readonly url: string;
}

function scan(css: string): { readonly content: StyleContent; readonly places: readonly Place[] } {
  let text = '';
  const attributes = new Set<string>();
  const cases = new Set<'upper' | 'lower'>();
  const places: Place[] = [];
  const imports = new Set<string>();
  let property = '';
  let first = '';
  let isImport = false;
  const within: string[] = [];
  const name = (token: CSSToken, written: string): void => {
    const url = written.trim();
    if (isImport) imports.add(url);
    // Fragments stand in the page, and data URIs in the stylesheet itself.
    else if (url !== '' && !url.startsWith('#') && !/^data:/i.test(url)) places.push({ token, url });
  };
  for (const token of tokenize({ css })) {
    const [type, , , , data] = token;
    switch (type) {
      case TokenType.URL:
        name(token, data.value);
        break;
      case TokenType.String:
        if (NAMES_FILES.test(within.at(-1) ?? '') || (isImport && within.length === 0)) name(token, data.value);
        else if (WRITES.test(property)) text += data.value;
        break;
      case TokenType.Function:
        within.push(data.value.toLowerCase());
        if (/^counters?$/i.test(data.value)) text += FIGURES;
        break;
      case TokenType.OpenParen:
        within.push('(');
        break;
      case TokenType.CloseParen:
        within.pop();
        break;
      case TokenType.Ident: {
        const word = data.value.toLowerCase();
        const set = /^(text-transform|font-variant(-caps)?)$/.test(property) ? CASES[word] : undefined;
        if (set) cases.add(set);
        if (property === '') first = word;
        else if (property === 'hyphens' && word === 'auto') text += HYPHENS;
        else if (WRITES.test(property)) {
          if (within.at(-1) === 'attr') attributes.add(word);
          for (const [meant, written] of WRITTEN) if (meant.test(word)) text += written;
        }
        break;
      }
      case TokenType.Colon:
        if (property === '') property = first;
        break;
      case TokenType.AtKeyword:
        isImport = /^(import|namespace)$/i.test(data.value);
        break;
      case TokenType.Semicolon:
      case TokenType.OpenCurly:
      case TokenType.CloseCurly:
        [property, first, isImport] = ['', '', false];
        within.length = 0;
        break;
      default:
    }
  }
  const content: StyleContent = {
    text: [...new Set(text)].sort().join(''),
    cases: [...cases].sort(),
    attributes: [...attributes].sort(),
    urls: [...new Set(places.map(({ url }) => url))].sort(),
    imports: [...imports].sort(),
  };
  return { content, places };
}
