/** htmlparser2: what a page of a package holds and asks for, read from its tags as they are written. */
import { Parser } from 'htmlparser2';
import { lookAtScript, type ScriptLook } from './package-script.ts';
import { lookAtAttribute, lookAtStyle, type StyleLook } from './package-style.ts';

type SkeletonPart = 'doctype' | 'html' | 'head' | 'body';

export interface PageLook {
  readonly skeleton: readonly SkeletonPart[];
  readonly title: string | null;
  readonly adSize: { readonly written: string; readonly width?: number; readonly height?: number } | null;
  readonly orientation: string | null;
  readonly gwd: boolean;
  readonly tags: Readonly<Record<string, number>>;
  readonly loudVideos: number;
  readonly startingSounds: number;
  readonly references: readonly string[];
  /** Addresses of links and forms. */
  readonly exits: readonly string[];
  /** Links, forms and refreshes that leave in the same tab. */
  readonly leavings: readonly string[];
  /** What attributes hold that elements of other makers load by themselves. */
  readonly mentions: readonly string[];
  readonly styles: readonly StyleLook[];
  readonly scripts: readonly (ScriptLook & { readonly inHead: boolean })[];
  /** Why the rest of it was not read. */
  readonly problem?: string;
}

/** Browsers nest no deeper (Chromium, 512); a parser that goes on takes time without end. */
const DEEPEST = 512;
class TooDeep extends Error {}

/** Attributes that are loaded, by element; `*` on any. */
const LOADED: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  link: ['href'],
  img: ['src'],
  source: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  frame: ['src'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
  body: ['background'],
};
/** Google Web Designer writes `source`, loaders that wait `data-src`. */
const HELD = /^(source|data-.+)$/;
/** Links that load nothing. */
const SILENT_LINKS = /^(canonical|alternate|author|help|license|next|prev|search)$/i;
const SCRIPT_TYPES = /^(|module|text\/javascript|application\/javascript|text\/ecmascript|application\/x-javascript)$/i;

export function lookAtPage(html: string): PageLook {
  const skeleton: SkeletonPart[] = [];
  const tags: Record<string, number> = {};
  const references: string[] = [];
  const exits: string[] = [];
  const ways: { readonly written: string; readonly target: string | undefined }[] = [];
  let base: string | undefined;
  const mentions: string[] = [];
  const styles: StyleLook[] = [];
  const scripts: (ScriptLook & { readonly inHead: boolean })[] = [];
  let title: string | null = null;
  let adSize: PageLook['adSize'] = null;
  let orientation: string | null = null;
  let gwd = false;
  let loudVideos = 0;
  let startingSounds = 0;
  let inHead = false;
  let open: { readonly name: 'script' | 'style' | 'title'; readonly type: string; readonly isRead: boolean } | undefined;
  let text = '';
  let depth = 0;
  let problem: string | undefined;

  const part = (name: SkeletonPart): void => {
    if (!skeleton.includes(name)) skeleton.push(name);
  };
  const refer = (address: string | undefined): void => {
    const written = address?.trim() ?? '';
    if (written !== '' && !written.startsWith('#')) references.push(written);
  };

  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') part('doctype');
      },
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw new TooDeep();
        if (name === 'html' || name === 'head' || name === 'body') part(name);
        if (name === 'head') inHead = true;
        if (name === 'body') inHead = false;
        if (name !== 'a' || /^(https?:)?\/\/|^mailto:|^tel:/i.test(attributes['href']?.trim() ?? '')) tags[name] = (tags[name] ?? 0) + 1;
        if (name === 'meta') {
          const named = attributes['name']?.trim().toLowerCase();
          const content = attributes['content'] ?? '';
          if (attributes['http-equiv']?.trim().toLowerCase() === 'refresh' && /url\s*=/i.test(content))
            ways.push({ written: '<meta http-equiv="refresh">', target: '' });
          if (named === 'ad.size') adSize = readSize(content);
          if (named === 'ad.orientation') orientation = content;
          if (named === 'generator' && /google web designer/i.test(content)) gwd = true;
        }
        for (const attribute of LOADED[name] ?? []) {
          if (name === 'link' && (attributes['rel'] ?? '').split(/\s+/).some((rel) => SILENT_LINKS.test(rel))) continue;
          refer(attributes[attribute]);
        }
        for (const entry of attributes['srcset']?.split(/(?<=\s[\d.]{1,8}[wx]),|,\s/) ?? []) refer(entry.trim().split(/\s+/)[0]);
        if (name === 'a' || name === 'area') {
          const href = attributes['href'] ?? '';
          exits.push(href);
          if (leadsOn(href) && !isHeld(attributes['onclick'])) ways.push({ written: `<${name} href>`, target: attributes['target'] });
          if (/^\s*javascript:/i.test(href)) scripts.push({ ...lookAtScript(href.replace(/^\s*javascript:/i, '')), inHead: false });
        }
        if (name === 'base' && attributes['target']) base ??= attributes['target'];
        if (name === 'form') {
          exits.push(attributes['action'] ?? '');
          if (!isHeld(attributes['onsubmit'])) ways.push({ written: '<form>', target: attributes['target'] });
        }
        if ('formaction' in attributes) ways.push({ written: `<${name} formaction>`, target: attributes['formtarget'] });
        if (name === 'audio' && 'autoplay' in attributes && !('muted' in attributes)) startingSounds++;
        if (name === 'video' && !('muted' in attributes)) loudVideos++;
        for (const [attribute, value] of Object.entries(attributes)) if (HELD.test(attribute)) mentions.push(value);
        if (attributes['style']) styles.push(lookAtAttribute(attributes['style'], name === 'body' || name === 'html'));
        for (const [attribute, code] of Object.entries(attributes))
          if (attribute.startsWith('on') && code) scripts.push({ ...lookAtScript(code), inHead: false });
        if (name === 'script' || name === 'style' || name === 'title') {
          const type = attributes['type'] ?? '';
          open = { name, type, isRead: name !== 'script' || (!('src' in attributes) && SCRIPT_TYPES.test(type)) };
          text = '';
        }
      },
      ontext(data) {
        if (open) text += data;
      },
      onclosetag(name) {
        depth--;
        if (name === 'head') inHead = false;
        if (open?.name !== name) return;
        if (open.isRead && name === 'script') scripts.push({ ...lookAtScript(text, open.type === 'module'), inHead });
        // A drawing may have a title too; the first is the page's.
        if (name === 'title') title ??= text.trim();
        if (name === 'style') styles.push(lookAtStyle(text));
        open = undefined;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    problem = `more than ${DEEPEST} elements inside each other`;
  }
  const leavings = ways.filter(({ target = base }) => isSameTab(target)).map(({ written }) => written);
  const found = {
    skeleton,
    title,
    adSize,
    orientation,
    gwd,
    tags,
    loudVideos,
    startingSounds,
    references,
    exits: exits.filter(isFar),
    leavings,
    mentions,
    styles,
    scripts,
  };
  return problem === undefined ? found : { ...found, problem };
}

/** Not to a place within the page, nor to a script that is read as one. */
const leadsOn = (href: string): boolean => !/^\s*(#|$|javascript:|mailto:|tel:|sms:)/i.test(href);
/** Its own script keeps it from being followed. */
const isHeld = (code = ''): boolean => /return\s+false|preventDefault/.test(code);
/** Any other name is a window of its own, which a browser opens as a tab. */
const isSameTab = (target = ''): boolean => /^(|_self|_top|_parent)$/i.test(target.trim());
const isFar = (address: string): boolean => /^\s*(https?:)?\/\//i.test(address);

function readSize(written: string): NonNullable<PageLook['adSize']> {
  const numberOf = (name: string): number | undefined => {
    const found = new RegExp(`(?:^|[,;\\s])${name}\\s*=\\s*(\\d{1,5})(?:px)?\\s*(?:[,;\\s]|$)`, 'i').exec(written);
    return found ? Number(found[1]) : undefined;
  };
  const [width, height] = [numberOf('width'), numberOf('height')];
  return { written, ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}
