/** css-tokenizer: what a stylesheet of a package asks for; tokens suffice, and no depth of nesting can overturn them. */
import { NumberType, TokenType, tokenize } from '@csstools/css-tokenizer';

export interface StyleLook {
  /** Addresses as written, of `url()`, `image-set()` and `@import`. */
  readonly references: readonly string[];
  /** Those among them that letters come from. */
  readonly fonts: readonly string[];
  readonly marginZero: boolean;
}

/** Names of elements that are the whole page. */
const PAGE = new Set(['body', 'html', '*', ':root']);

export function lookAtStyle(css: string): StyleLook {
  const references: string[] = [];
  const fonts: string[] = [];
  let marginZero = false;
  let prelude: string[] = [];
  let property = '';
  let inFont = 0;
  let depth = 0;
  let expects: 'url' | 'import' | undefined;
  let onPage = false;
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
        expects = undefined;
        break;
      case TokenType.String:
        if (expects) add(data.value);
        if (expects === 'import') expects = undefined;
        break;
      case TokenType.Function:
        if (/^(url|src|image-set|-webkit-image-set)$/i.test(data.value)) expects = 'url';
        break;
      case TokenType.CloseParen:
        if (expects === 'url') expects = undefined;
        break;
      case TokenType.AtKeyword:
        if (/^import$/i.test(data.value)) expects = 'import';
        prelude = [`@${data.value.toLowerCase()}`];
        break;
      case TokenType.OpenCurly:
        depth++;
        if (prelude[0] === '@font-face') inFont = depth;
        onPage = prelude.some((part) => PAGE.has(part));
        prelude = [];
        property = '';
        break;
      case TokenType.CloseCurly:
        if (inFont === depth) inFont = 0;
        depth--;
        prelude = [];
        property = '';
        onPage = false;
        break;
      case TokenType.Semicolon:
        property = '';
        prelude = [];
        expects = undefined;
        break;
      case TokenType.Colon:
        property = prelude.at(-1) ?? '';
        break;
      case TokenType.Number:
        if (onPage && property === 'margin' && data.type === NumberType.Integer && data.value === 0) marginZero = true;
        break;
      case TokenType.Dimension:
        if (onPage && property === 'margin' && data.value === 0) marginZero = true;
        break;
      case TokenType.Ident:
        prelude.push(text.toLowerCase());
        break;
      case TokenType.Delim:
        if (text === '*') prelude.push('*');
        break;
      default:
    }
  }
  return { references, fonts, marginZero };
}

/** The same of a `style` attribute of the page's own element. */
export function lookAtAttribute(css: string, ofPage: boolean): StyleLook {
  return lookAtStyle(`${ofPage ? 'body' : 'x'}{${css}}`);
}
