/** Links of a page: made relative, so that a site works in any folder, and listed, so that each can be checked. */

export interface Reference {
  /** Site path such as `nl/index.html`. */
  readonly target: string;
  /** As the template wrote it. */
  readonly written: string;
}

const ATTRIBUTE = /(\s(?:href|src|action|poster|data|data-sprite)=)(["'])([^"']*)\2/g;
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
