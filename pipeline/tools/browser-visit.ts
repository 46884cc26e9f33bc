/** One visit of a page: serves it files from a table and writes down what it asked for and complained of. */
import { readFile } from 'node:fs/promises';
import type { Page, Request, Route } from 'playwright-core';

/** A file in the store and how it is served. */
export interface ServedFile {
  /** Absolute. */
  readonly path: string;
  readonly type: string;
}

export interface Visit {
  /** A host of its own per visit keeps storage and cache apart; all hosts are one site, so that one process serves them. */
  readonly origin: string;
  readonly consoleErrors: Set<string>;
  readonly failed: Set<string>;
  readonly outside: Set<string>;
  /** Addresses the page or a click wanted to go to. */
  readonly navigations: string[];
  bytes: number;
  requests: number;
  answer(route: Route, page: Page): Promise<void>;
  /** Takes a message of the console or an uncaught error. */
  complain(message: string): void;
  /** Until every request was answered. */
  settled(): Promise<void>;
}

// Failed requests are facts of their own; the console repeats each in these words.
const REPEATED = /^Failed to load resource|net::ERR_|has been blocked by CORS policy/;

export function openVisit(number: number, files: ReadonlyMap<string, ServedFile>): Visit {
  const origin = `http://v${number}.kader.localhost`;
  let opened = false;
  let pending = 0;

  const serve = async (route: Route, request: Request): Promise<void> => {
    const url = new URL(request.url());
    visit.requests++;
    if (url.origin !== origin) {
      visit.outside.add(url.href);
      return route.abort('blockedbyclient');
    }
    const path = filePathOf(url.pathname);
    const file = path === undefined ? undefined : files.get(path);
    if (!file) {
      // Browsers ask for it unasked.
      if (path === 'favicon.ico') visit.requests--;
      else visit.failed.add(url.pathname);
      return route.fulfill({ status: 404, contentType: 'text/plain', body: '' });
    }
    const body = await readFile(file.path);
    visit.bytes += body.length;
    return route.fulfill({ status: 200, contentType: file.type, body });
  };

  const visit: Visit = {
    origin,
    consoleErrors: new Set(),
    failed: new Set(),
    outside: new Set(),
    navigations: [],
    bytes: 0,
    requests: 0,
    async answer(route, page) {
      const request = route.request();
      if (opensDocument(request, page)) {
        // Redirects and clicks are noted, not followed: this page is what is measured.
        if (opened) {
          visit.navigations.push(request.url());
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
    complain(message) {
      if (!REPEATED.test(message)) visit.consoleErrors.add(message.replaceAll(origin, '').split('\n')[0] ?? '');
    },
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
