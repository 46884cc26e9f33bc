/** One browser for a build: started on first use, several pages, ended with its whole group when it hangs. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { load } from '../model/at-once.ts';
import type { BannerFacts, PageFacts } from '../model/facts.ts';
import { UserError } from '../model/finding.ts';
import { type Capture, runBanner } from './banner-measure.ts';
import type { BrowserProgram } from './browser-find.ts';
import { openVisit, type ServedFile, type Visit } from './browser-visit.ts';
import { measurePage } from './page-measure.ts';

export type { ServedFile } from './browser-visit.ts';

export interface BrowserTool {
  /** @param input `url` such as `/nl/`; files by site path without leading slash, such as `nl/index.html`. */
  measurePage(input: { url: string; files: ReadonlyMap<string, ServedFile> }): Promise<PageFacts>;
  /** Measures a unit and, when asked, writes its end frame. */
  runBanner(input: {
    width: number;
    height: number;
    files: ReadonlyMap<string, ServedFile>;
    clickTag: string;
    capture?: Capture;
  }): Promise<BannerFacts>;
  close(): Promise<void>;
}

/** Wall clock of one page. */
const LIMIT_MS = 30_000;
const CLOSE_MS = 3_000;

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--hide-scrollbars',
  // Containers often have a small /dev/shm.
  '--disable-dev-shm-usage',
  // Pages get what they are served; nothing leaves this computer, not even a name to look up.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** A page kept for many visits; making one costs more than using it. */
interface Place {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly scale: number;
  readonly state: { visit: Visit | undefined; crashed: boolean };
}

interface Running {
  readonly browser: Browser;
  readonly pid: number | undefined;
}

/** @param options `pages`: visits at once; `limitMs`: wall clock of one visit. */
export function openBrowser(program: BrowserProgram, options: { pages: number; limitMs?: number }): BrowserTool {
  const { limitMs = LIMIT_MS } = options;
  let running: Promise<Running> | undefined;
  let count = 0;
  const idle: Place[] = [];

  const start = (): Promise<Running> => {
    running ??= launch(program).then((started) => {
      started.browser.on('disconnected', () => {
        running = undefined;
        idle.length = 0;
      });
      return started;
    });
    running.catch(() => {
      running = undefined;
    });
    return running;
  };

  const takePlace = async (scale: number): Promise<Place> => {
    const at = idle.findIndex((place) => place.scale === scale);
    if (at >= 0) return idle.splice(at, 1)[0] as Place;
    await idle.pop()?.context.close();
    return makePlace((await start()).browser, scale);
  };

  const discard = async (place: Place): Promise<void> => {
    if (!(await endsWithin(place.context.close(), CLOSE_MS))) await kill(await running);
  };

  const use = async <T>(
    scale: number,
    files: ReadonlyMap<string, ServedFile>,
    work: (page: Page, visit: Visit) => Promise<T>,
  ): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const place = await takePlace(scale);
      const visit = openVisit(++count, files);
      place.state.visit = visit;
      try {
        const result = await within(limitMs, work(place.page, visit));
        // What the page still does must not be heard in the next visit.
        await within(limitMs, place.page.goto('about:blank', { waitUntil: 'commit' }));
        place.state.visit = undefined;
        idle.push(place);
        return result;
      } catch (error) {
        const crashed = place.state.crashed || !place.context.browser()?.isConnected();
        await discard(place);
        if (!crashed || attempt > 1) throw error;
      }
    }
  };

  const inTurn = load(Math.max(1, options.pages));

  return {
    measurePage: ({ url, files }) => inTurn(1, () => use(1, files, (page, visit) => measurePage(page, visit, url))),
    runBanner: ({ files, ...unit }) => inTurn(1, () => use(unit.capture?.scale ?? 1, files, (page, visit) => runBanner(page, visit, unit))),
    async close() {
      const last = await running?.catch(() => undefined);
      running = undefined;
      idle.length = 0;
      if (last && !(await endsWithin(last.browser.close(), CLOSE_MS))) await kill(last);
    },
  };
}

async function launch(program: BrowserProgram): Promise<Running> {
  const { chromium } = await import('playwright-core');
  try {
    const browser = await chromium.launch({
      executablePath: program.path,
      args: [...ARGUMENTS, ...program.args],
      // As root Chromium refuses to start with its sandbox.
      chromiumSandbox: process.getuid?.() !== 0 && !program.args.includes('--no-sandbox'),
      // The command line decides when to end.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: LIMIT_MS,
    });
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return { browser, pid: processInfo.find(({ type }) => type === 'browser')?.id };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UserError(`The browser ${program.path} does not start: ${reason}`, {
      exitCode: 3,
      advice: 'Start it by hand to see what it lacks, or name another one in KADER_BROWSER.',
    });
  }
}

async function makePlace(browser: Browser, scale: number): Promise<Place> {
  const context = await browser.newContext({
    deviceScaleFactor: scale,
    // The same everywhere: a page may show the reader's language, time or colours.
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    colorScheme: 'light',
    serviceWorkers: 'block',
    acceptDownloads: false,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const state: Place['state'] = { visit: undefined, crashed: false };
  await context.route('**/*', (route) => (state.visit ? state.visit.answer(route, page) : route.abort()).catch(() => undefined));
  context.on('page', (other) => void other.close().catch(() => undefined));
  page.on('crash', () => {
    state.crashed = true;
  });
  page.on('console', (message) => {
    if (message.type() === 'error') state.visit?.complain(message.text());
  });
  page.on('pageerror', (error) => state.visit?.complain(error.message));
  page.on('websocket', (socket) => state.visit?.outside.add(socket.url()));
  return { context, page, scale, state };
}

/** @throws an error named TimeoutError; the work goes on until its page is closed. */
async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error(`The page was not ready after ${limitMs / 1000} s.`), { name: 'TimeoutError' })),
      limitMs,
    );
  });
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function endsWithin(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  return within(limitMs, work).then(
    () => true,
    (error: Error) => error.name !== 'TimeoutError',
  );
}

/** The browser and every process it started: they are one group, but on Windows, where a program ends trees. */
async function kill(target: Running | undefined): Promise<void> {
  if (!target?.pid) return;
  if (process.platform === 'win32') {
    const { execFile } = await import('node:child_process');
    await new Promise((resolve) => execFile('taskkill', ['/pid', String(target.pid), '/T', '/F'], resolve));
    return;
  }
  for (const id of [-target.pid, target.pid]) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
}
