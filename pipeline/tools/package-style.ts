/** css-tokenizer: what a stylesheet of a package asks for; tokens suffice, and no depth of nesting can overturn them. */
import { NumberType, TokenType, tokenize } from '@csstools/css-tokenizer';

export interface StyleLook {
  /** Addresses as written, of `url()`, `image-set()` and `@import`. */
  readonly references: readonly string[];
  /** Those among them that letters come from. */
  readonly fonts: readonly string[];
  readonly marginZero: boolean;
  readonly padded: boolean;
}

/** Functions whose texts are addresses; the `type()` in an `image-set()` names a format. */
const ADDRESSED = /^(url|src|image-set|-webkit-image-set)$/i;

/** Names of elements that are the whole page. */
const PAGE = new Set(['body', 'html', '*']);

export function lookAtStyle(css: string): StyleLook {
  const references: string[] = [];
  const fonts: string[] = [];
  let marginZero = false;
  let padded = false;
  let prelude: string[] = [];
  let property = '';
  let inFont = 0;
  let depth = 0;
  let imports = false;
  // Functions that stand open: a text is an address by the innermost of them.
  const calls: string[] = [];
  let onPage = false;
  // Names of each selector of a rule, and whatever else narrows it.
  let selectors: string[][] = [[]];
  const add = (address: string): void => {
    const written = address.trim();
    if (written === '' || written.startsWith('#')) return;
    references.push(written);
    if (inFont > 0) fonts.push(written);
  };
  for (const [type, text, , , data] of tokenize({ css })) {
    switch (type) {
      case TokenType.URL:
        add(data.value);
        imports = false;
        break;
      case TokenType.String:
        if (imports || ADDRESSED.test(calls.at(-1) ?? '')) add(data.value);
        if (calls.length === 0) imports = false;
        break;
      case TokenType.Function:
        calls.push(data.value);
        if (imports && !ADDRESSED.test(data.value)) imports = false;
        break;
      case TokenType.OpenParen:
        calls.push('');
        break;
      case TokenType.CloseParen:
        calls.pop();
        break;
      case TokenType.AtKeyword:
        imports = /^import$/i.test(data.value);
        calls.length = 0;
        prelude = [`@${data.value.toLowerCase()}`];
        break;
      case TokenType.OpenCurly:
        depth++;
        if (prelude[0] === '@font-face') inFont = depth;
        onPage = selectors.some((parts) => parts.length > 0 && parts.every((part) => PAGE.has(part)));
        selectors = [[]];
        prelude = [];
        property = '';
        break;
      case TokenType.CloseCurly:
        if (inFont === depth) inFont = 0;
        depth--;
        prelude = [];
        property = '';
        onPage = false;
        calls.length = 0;
        selectors = [[]];
        break;
      case TokenType.Semicolon:
        selectors = [[]];
        property = '';
        prelude = [];
        imports = false;
        calls.length = 0;
        break;
      case TokenType.Colon:
        property = prelude.at(-1) ?? '';
        selectors.at(-1)?.push(':');
        break;
      case TokenType.Comma:
        selectors.push([]);
        break;
      case TokenType.Hash:
        selectors.at(-1)?.push('#');
        break;
      case TokenType.Number:
        if (onPage && property === 'margin' && data.type === NumberType.Integer && data.value === 0) marginZero = true;
        break;
      case TokenType.Percentage:
      case TokenType.Dimension:
        if (onPage && property === 'margin' && data.value === 0) marginZero = true;
        if (onPage && /^padding(-|$)/.test(property) && data.value !== 0) padded = true;
        break;
      case TokenType.Ident:
        prelude.push(text.toLowerCase());
        selectors.at(-1)?.push(text.toLowerCase());
        break;
      case TokenType.Delim:
        if (text === '*') prelude.push('*');
        selectors.at(-1)?.push(text);
        break;
      default:
    }
  }
  return { references, fonts, marginZero, padded };
}

/** The same of a `style` attribute of the page's own element. */
export function lookAtAttribute(css: string, ofPage: boolean): StyleLook {
  return lookAtStyle(`${ofPage ? 'body' : 'x'}{${css}}`);
}
