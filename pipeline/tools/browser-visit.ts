/** One visit of a page: serves it files from a table and writes down what it asked for and complained of. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page, Request, Route } from 'playwright-core';
import type { Load } from '../model/facts.ts';

/** A file in the store and how it is served. */
export interface ServedFile {
  /** Absolute. */
  readonly path: string;
  readonly type: string;
}

/** What is served besides the files. */
export interface Surroundings {
  /** By address or the beginning of one, outside the visit: scripts that an ad server would give. */
  readonly scripts?: readonly { readonly address: string; readonly code: string }[];
  /** By path: pages that Kader puts round a banner. */
  readonly pages?: ReadonlyMap<string, string>;
}

export interface Visit {
  /** A host of its own per visit keeps storage and cache apart; all hosts are one site, so that one process serves them. */
  readonly origin: string;
  /** The same files from another origin. */
  readonly otherOrigin: string;
  readonly consoleErrors: Set<string>;
  readonly failed: Set<string>;
  readonly outside: Set<string>;
  /** Addresses the page or a click wanted to go to. */
  readonly navigations: string[];
  /** Those of them that would have led the page itself away. */
  readonly leavings: string[];
  bytes: number;
  requests: number;
  /** What was asked before and after the load event. */
  readonly initial: Load;
  readonly subload: Load;
  /** The load event has come. */
  load(): void;
  answer(route: Route, page: Page): Promise<void>;
  /** Takes a message of the console or an uncaught error. @param source where it came from, an address or a stack */
  complain(message: string, source?: string): void;
  /** Messages and missing files of one of the two origins. */
  faultsOf(origin: string): ReadonlySet<string>;
  /** Until every request was answered. */
  settled(): Promise<void>;
}

// Failed requests are facts of their own; the console repeats each in these words.
const REPEATED = /^Failed to load resource|net::ERR_|has been blocked by CORS policy/;

export function openVisit(
  number: number,
  files: ReadonlyMap<string, ServedFile>,
  around: (visit: Pick<Visit, 'otherOrigin'>) => Surroundings,
): Visit {
  const origin = `http://v${number}.kader.localhost`;
  const otherOrigin = `http://other.v${number}.kader.localhost`;
  const { scripts = [], pages } = around({ otherOrigin });
  let opened = false;
  let pending = 0;
  let isLoaded = false;
  const faults = { own: new Set<string>(), other: new Set<string>() };
  const loads = { initial: { bytes: 0, gzipBytes: 0, requests: 0 }, subload: { bytes: 0, gzipBytes: 0, requests: 0 } };

  const serve = async (route: Route, request: Request): Promise<void> => {
    const url = new URL(request.url());
    const own = [origin, otherOrigin].includes(url.origin);
    const script = own ? undefined : scripts.find(({ address }) => url.href.startsWith(address));
    if (script) return route.fulfill({ status: 200, contentType: 'text/javascript', body: script.code });
    const path = filePathOf(url.pathname);
    const page = own && path !== undefined ? pages?.get(path) : undefined;
    if (page !== undefined)
      return route.fulfill({ status: 200, contentType: path?.endsWith('.js') ? 'text/javascript' : 'text/html', body: page });
    visit.requests++;
    if (!own) {
      visit.outside.add(url.href);
      return route.abort('blockedbyclient');
    }
    const file = path === undefined ? undefined : files.get(path);
    if (!file) {
      // Browsers ask for it unasked.
      if (path === 'favicon.ico') visit.requests--;
      else {
        visit.failed.add(url.pathname);
        (url.origin === otherOrigin ? faults.other : faults.own).add(url.pathname);
      }
      return route.fulfill({ status: 404, contentType: 'text/plain', body: '' });
    }
    const whole = await readFile(file.path);
    const part = rangeOf(request.headers()['range'], whole.length);
    const body = part ? whole.subarray(...part) : whole;
    visit.bytes += body.length;
    const load = isLoaded ? loads.subload : loads.initial;
    load.requests++;
    load.bytes += body.length;
    load.gzipBytes += onTheWire(file, body);
    if (!part) return route.fulfill({ status: 200, contentType: file.type, body, headers: { 'accept-ranges': 'bytes' } });
    const headers = { 'accept-ranges': 'bytes', 'content-range': `bytes ${part[0]}-${part[1] - 1}/${whole.length}` };
    return route.fulfill({ status: 206, contentType: file.type, body, headers });
  };

  const visit: Visit = {
    origin,
    otherOrigin,
    ...loads,
    load() {
      isLoaded = true;
    },
    consoleErrors: new Set(),
    failed: new Set(),
    outside: new Set(),
    navigations: [],
    leavings: [],
    bytes: 0,
    requests: 0,
    async answer(route, page) {
      const request = route.request();
      if (opensDocument(request, page)) {
        // Redirects and clicks are noted, not followed: this page is what is measured.
        if (opened) {
          visit.navigations.push(request.url());
          if (leadsAway(request, page)) visit.leavings.push(request.url());
          return route.abort('aborted').catch(() => undefined);
        }
        opened = true;
      }
      pending++;
      try {
        await serve(route, request);
      } finally {
        pending--;
      }
    },
    complain(message, source = '') {
      if (REPEATED.test(message)) return;
      const told = message.replaceAll(otherOrigin, '').replaceAll(origin, '').split('\n')[0] ?? '';
      visit.consoleErrors.add(told);
      (`${source} ${message}`.includes(otherOrigin) ? faults.other : faults.own).add(told);
    },
    faultsOf: (of) => (of === otherOrigin ? faults.other : faults.own),
    async settled() {
      while (pending > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
  return visit;
}

/** True for the page itself and for windows it opens, false for what stands in its frames. */
function opensDocument(request: Request, page: Page): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().parentFrame() === null || request.frame() === page.mainFrame();
  } catch {
    // The frame of a new window is not there yet.
    return true;
  }
}

function leadsAway(request: Request, page: Page): boolean {
  try {
    return request.frame() === page.mainFrame();
  } catch {
    return false;
  }
}

/** Films can be sought only where parts of them are served. @returns from and behind, in bytes */
function rangeOf(header: string | undefined, bytes: number): readonly [number, number] | undefined {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || Number(from) >= bytes) return undefined;
  return [Number(from), to ? Math.min(bytes, Number(to) + 1) : bytes];
}

/** Servers pack texts; pictures and fonts are packed already. */
const PACKED = /^(text\/|application\/(javascript|json|xml)|image\/svg)/;
const weighed = new Map<string, number>();

/** Bytes of gzip, of files that are seldom read twice in vain: a library stands in every unit. */
function onTheWire({ path, type }: ServedFile, body: Buffer): number {
  if (!PACKED.test(type)) return body.length;
  const known = weighed.get(path) ?? gzipSync(body).length;
  // A page is a unit's own.
  if (!type.startsWith('text/html')) weighed.set(path, known);
  return known;
}

/** As a static host finds it: `/nl/` → `nl/index.html`; undefined when the address is malformed. */
function filePathOf(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname).replace(/^\//, '');
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return undefined;
  }
}

/** Sorted, because requests run side by side and end in any order. */
export function sorted(values: Iterable<string>): string[] {
  return [...values].sort((a, b) => (a < b ? -1 : 1));
}
