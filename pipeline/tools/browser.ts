/** One browser for a build: started on first use, several pages, ended with its whole group when it hangs. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { load } from '../model/at-once.ts';
import type { BannerFacts, PageFacts, SmoothFacts } from '../model/facts.ts';
import { UserError } from '../model/finding.ts';
import type { OutlineReading } from '../model/outline.ts';
import type { ClickMechanism } from '../model/rules.ts';
import { measureAdapted } from './banner-adapted.ts';
import { type Capture, type Captured, captureUnit } from './banner-capture.ts';
import { measureUnit, surroundingsOf } from './banner-measure.ts';
import { measureSmoothness } from './banner-smooth.ts';
import { openUnit, type Seat, sizeTo } from './banner-stage.ts';
import { STILL, watchScript } from './banner-watch.ts';
import type { BrowserProgram } from './browser-find.ts';
import { openVisit, type ServedFile, type Surroundings, type Visit } from './browser-visit.ts';
import { readFittedSizes, takeFittedSizes } from './outline-fitted.ts';
import { readOutlineTexts } from './outline-read.ts';
import { measurePage } from './page-measure.ts';

export type { ServedFile } from './browser-visit.ts';

export interface BrowserTool {
  /** @param input `url` such as `/nl/`; files by site path without leading slash, such as `nl/index.html`. */
  measurePage(input: { url: string; files: ReadonlyMap<string, ServedFile> }): Promise<PageFacts>;
  /** Runs a unit: its facts when they are asked for, and its captures in the order in which they are. */
  runBanner(input: BannerRun): Promise<{ readonly facts?: BannerFacts; readonly captures: readonly Captured[] }>;
  /** How it moves on a slow processor, in real time. */
  runSlowly(input: Omit<BannerRun, 'measured' | 'known' | 'captures'>): Promise<SmoothFacts>;
  /** What it makes of the texts of a unit that are set in this family, at the sizes that its script gives them. */
  readTexts(input: Pick<BannerRun, 'width' | 'height' | 'files'> & { readonly family: string }): Promise<OutlineReading>;
  close(): Promise<void>;
}

export interface BannerRun {
  readonly width: number;
  readonly height: number;
  readonly files: ReadonlyMap<string, ServedFile>;
  /** Page that a click must open. */
  readonly clickTag: string;
  /** How the click leaves it; a click tag unless it is said otherwise. */
  readonly click?: ClickMechanism;
  /** Scripts from elsewhere that are at hand, by address. */
  readonly libraries?: Surroundings['scripts'];
  readonly measured: boolean;
  /** What was measured of it as it was adapted for another target. */
  readonly known?: BannerFacts;
  readonly captures: readonly Capture[];
}

/** Wall clock of one page: a film of a long banner takes most of it. */
const LIMIT_MS = 90_000;
/** Of every frame of a title besides: twice what one of 2160 × 3840 px takes on a busy machine (November 2026). */
const FRAME_MS = 500;
const CLOSE_MS = 3_000;
/** After which a page is left for a new one: Playwright keeps every request of a page for as long as that lives, 30 kB each. */
const VISITS = 50;
const DAY_MS = 86_400_000;

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
  readonly session: CDPSession;
  readonly state: { visit: Visit | undefined; visits: number; crashed: boolean };
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

  const takePlace = async (): Promise<Place> => idle.pop() ?? makePlace((await start()).browser);

  const discard = async (place: Place): Promise<void> => {
    if (!(await endsWithin(place.context.close(), CLOSE_MS))) await kill(await running);
  };

  const use = async <T>(
    files: ReadonlyMap<string, ServedFile>,
    work: (seat: Seat) => Promise<T>,
    around?: (visit: Pick<Visit, 'otherOrigin'>) => Surroundings,
    frames = 0,
  ): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const place = await takePlace();
      const { page, session, state } = place;
      const visit = (): Visit => {
        state.visit = openVisit(++count, files, around ?? (() => ({})));
        return state.visit;
      };
      try {
        const result = await within(limitMs + frames * FRAME_MS, work({ page, session, visit }));
        // What a page still does must not be heard in the next visit; a banner's clock stands still.
        if (!around) await within(limitMs, page.goto('about:blank', { waitUntil: 'commit' }));
        state.visit = undefined;
        if (++state.visits < VISITS) idle.push(place);
        else void place.context.close().catch(() => undefined);
        return result;
      } catch (error) {
        const crashed = state.crashed || !place.context.browser()?.isConnected();
        await discard(place);
        if (!crashed || attempt > 1) throw error;
      }
    }
  };

  const inTurn = load(Math.max(1, options.pages));

  return {
    measurePage: ({ url, files }) => inTurn(1, () => use(files, ({ page, visit }) => measurePage(page, visit(), url))),
    runBanner: ({ files, measured, known, captures, ...unit }) =>
      inTurn(1, () =>
        use(
          files,
          async (seat) => {
            const adapted = measured && known ? await measureAdapted(seat, unit, known) : undefined;
            const { facts, end } = adapted ? { facts: adapted } : measured ? await measureUnit(seat, unit) : {};
            return { ...(facts ? { facts } : {}), captures: captures.length > 0 ? await captureUnit(seat, unit, captures, end) : [] };
          },
          surroundingsOf(unit),
          captures.reduce((sum, capture) => sum + (capture.what === 'title' ? capture.frames : 0), 0),
        ),
      ),
    runSlowly: ({ files, ...unit }) => inTurn(1, () => use(files, (seat) => measureSmoothness(seat, unit), surroundingsOf(unit))),
    readTexts: ({ files, family, ...unit }) =>
      inTurn(1, () =>
        use(files, async (seat) => {
          await sizeTo(seat, unit);
          const { page, session } = seat;
          // Its script says how large its texts become; what it makes of them is not what is read.
          await openUnit(seat, STILL);
          const fitted = await page.evaluate(readFittedSizes);
          await session.send('Emulation.setScriptExecutionDisabled', { value: true });
          await page.goto(`${seat.visit().origin}/index.html`, { waitUntil: 'load' });
          await session.send('Emulation.setScriptExecutionDisabled', { value: false });
          await page.evaluate(() => Promise.allSettled([...document.fonts].map((face) => face.load())));
          const sized = await page.evaluate(takeFittedSizes, fitted);
          return { ...(await page.evaluate(readOutlineTexts, family)), fitted: sized };
        }),
      ),
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

async function makePlace(browser: Browser): Promise<Place> {
  const context = await browser.newContext({
    // The same everywhere: a page may show the reader's language, time or colours.
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    colorScheme: 'light',
    serviceWorkers: 'block',
    acceptDownloads: false,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  // Noon of the day: what a banner says of the date is the same all day.
  await page.addInitScript({ content: watchScript(Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 2) });
  const session = await context.newCDPSession(page);
  const state: Place['state'] = { visit: undefined, visits: 0, crashed: false };
  await context.route('**/*', (route) => (state.visit ? state.visit.answer(route, page) : route.abort()).catch(() => undefined));
  context.on('page', (other) => void other.close().catch(() => undefined));
  page.on('crash', () => {
    state.crashed = true;
  });
  page.on('console', (message) => {
    if (message.type() === 'error') state.visit?.complain(message.text(), message.location().url);
  });
  page.on('pageerror', (error) => state.visit?.complain(error.message, error.stack));
  page.on('websocket', (socket) => state.visit?.outside.add(socket.url()));
  return { context, page, session, state };
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
