/** Stand-ins for the scripts of ad servers, written by what their own pages say of them, and a browser that clicks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { TYPES } from '../tools/browser-help.ts';

/** What each library does with the page that the ad server was told to open. */
export const LIBRARIES: Readonly<Record<string, string>> = {
  // adformhelp.com, "Code HTML5 banners": getVar(variable, local fallback).
  'https://s1.adform.net/banners/scripts/rmb/Adform.DHTML.js': `
    window.dhtml = { getVar: (name, local) => ({ clickTAG: 'https://adserver.example/click?to=1', landingPageTarget: '_top' })[name] ?? local };`,
  // learn.microsoft.com: the value of the clickTag parameter in the address of the ad.
  'https://acdn.adnxs.com/html5-lib/1.4.1/appnexus-html5-lib.min.js': `
    window.APPNEXUS = { getClickTag: () => new URLSearchParams(location.search).get('clickTag') };`,
  // support.sizmek.com: EB_INITIALIZED comes some time after the page was loaded.
  'https://secure-ds.serving-sys.com/BurstingScript/EBLoader.js': `
    window.EBG = { EventName: { EB_INITIALIZED: 'EBInitialized' } };
    window.EB = { isInitialized: () => false, waiting: [], addEventListener(name, then) { if (name === 'EBInitialized') this.waiting.push(then) },
      clickthrough: () => window.open('https://adserver.example/click?to=1') };
    window.adServerIsReady = () => EB.waiting.forEach((then) => then());`,
  // support.google.com/richmedia/answer/2672553.
  'https://s0.2mdn.net/ads/studio/Enabler.js': `
    window.studio = { events: { StudioEvent: { INIT: 'init' } } };
    window.Enabler = { isInitialized: () => false, waiting: [], addEventListener(name, then) { if (name === 'init') this.waiting.push(then) },
      exit: (id) => id && window.open('https://adserver.example/click?to=1') };
    window.adServerIsReady = () => Enabler.waiting.forEach((then) => then());`,
  // equativ.helpjuice.com: the library replaces clickTag, then calls back whoever registered.
  'https://ns.sascdn.com/diff/templates/js/banner/sas-clicktag-3.1.js': `
    window.sas = { clicktag: { waiting: [], register(then) { this.waiting.push(then) } } };
    window.adServerIsReady = () => { window.clickTag = 'https://adserver.example/click?to=1'; sas.clicktag.waiting.forEach((then) => then()) };`,
};

export interface Visited {
  /** Addresses and windows that were opened, in order. */
  readonly opened: readonly (readonly string[])[];
  /** Navigations and windows that nobody opened through `window.open`. */
  readonly elsewhere: readonly string[];
  readonly errors: readonly string[];
  /** Whether the click came through to whoever wraps the banner. */
  readonly reached: boolean;
}

/**
 * Opens an unpacked banner and clicks its middle.
 * @param before runs in the page before anything of the banner does; `after` once it is loaded, before the click.
 */
export async function clickOn(
  browser: Browser,
  folder: string,
  options: { query?: string; before?: string; after?: string; libraries?: Readonly<Record<string, string>> } = {},
): Promise<Visited> {
  const context = await browser.newContext({ viewport: { width: 300, height: 250 } });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    const elsewhere: string[] = [];
    let isOpen = false;
    page.on('pageerror', (error) => errors.push(error.message));
    context.on('page', (other) => elsewhere.push(`window ${other.url()}`));
    await context.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (route.request().isNavigationRequest() && isOpen) {
        elsewhere.push(url.href);
        return route.abort();
      }
      if (url.hostname === 'banner.example') {
        isOpen = true;
        const file = url.pathname.slice(1);
        return route.fulfill({ body: readFileSync(join(folder, file)), contentType: TYPES[file.split('.').at(-1) ?? ''] ?? 'image/jpeg' });
      }
      const library = options.libraries?.[url.href];
      return library === undefined ? route.abort() : route.fulfill({ body: library, contentType: 'text/javascript' });
    });
    await page.addInitScript(`
      window.adOpened = [];
      window.open = (...args) => { adOpened.push(args.map(String)); return null; };
      window.addEventListener('click', (event) => { window.adReached = !event.defaultPrevented; });
      ${options.before ?? ''}`);
    await page.goto(`http://banner.example/index.html${options.query ?? ''}`, { waitUntil: 'load' });
    // Until its letters and pictures are there a unit shows nothing, and nothing of it can be clicked.
    await page.evaluate('window.kader.ready');
    if (options.after) await page.evaluate(options.after);
    await page.mouse.click(150, 125);
    const { opened, reached } = await page.evaluate<{ opened: string[][]; reached: boolean }>(
      '({ opened: window.adOpened, reached: window.adReached === true })',
    );
    return { opened, elsewhere, errors, reached };
  } finally {
    await context.close();
  }
}
