/** Links of a page: made relative, so that a site works in any folder, and listed, so that each can be checked. */

export interface Reference {
  /** Site path such as `nl/index.html`. */
  readonly target: string;
  /** As the template wrote it. */
  readonly written: string;
}

const ATTRIBUTE = /(\s(?:href|src|action|poster|data)=)(["'])([^"']*)\2/g;
const SRCSET = /(\s(?:srcset|imagesrcset)=)(["'])([^"']*)\2/g;

/** @param path of the page in the site, such as `nl/programma/index.html`. */
export function relativeLinks(html: string, path: string): { html: string; references: Reference[] } {
  const references = new Map<string, Reference>();
  const up = '../'.repeat(path.split('/').length - 1);
  const place = (written: string): string => {
    if (/^([a-z][a-z0-9+.-]*:|\/\/|#|\?|$)/i.test(written)) return written;
    const [, bare = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
    const target = resolvePath(bare, path);
    references.set(written, { target, written });
    if (!bare.startsWith('/')) return written;
    return `${up}${bare.slice(1)}${rest}` || './';
  };
  const linked = html
    .replace(ATTRIBUTE, (_, start: string, quote: string, value: string) => `${start}${quote}${place(value)}${quote}`)
    .replace(SRCSET, (_, start: string, quote: string, value: string) => {
      const candidates = value.split(',').map((candidate) => {
        const [url = '', ...size] = candidate.trim().split(/\s+/);
        return [place(url), ...size].join(' ');
      });
      return `${start}${quote}${candidates.join(', ')}${quote}`;
    });
  return { html: linked, references: [...references.values()] };
}

/** Site path of a link; a folder means its `index.html`. */
function resolvePath(link: string, page: string): string {
  const base = link.startsWith('/') ? [] : page.split('/').slice(0, -1);
  for (const part of link.split('/')) {
    if (part === '..') base.pop();
    else if (part !== '.' && part !== '') base.push(decode(part));
  }
  const path = base.join('/');
  return link.endsWith('/') || path === '' || /(^|\/)\.\.?$/.test(link) ? [path, 'index.html'].filter(Boolean).join('/') : path;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
  euro: '€',
  copy: '©',
  middot: '·',
  times: '×',
  rarr: '→',
  larr: '←',
};

/** The text that a reader sees, for the glyphs it takes; both cases, because CSS may change case. */
export function visibleText(html: string): string {
  const text = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (_, hex?: string, decimal?: string, name?: string) =>
      name ? (NAMED[name] ?? ' ') : String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(decimal))),
    );
  // A number that counts passes all figures; a word that may be broken needs its hyphen.
  const counted = /\sdata-count\b/.test(html) ? '0123456789.,\u00a0\u202f' : '';
  const hyphens = text.includes('\u00ad') ? '-\u2010' : '';
  return text + text.toUpperCase() + text.toLowerCase() + counted + hyphens;
}
