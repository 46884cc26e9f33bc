/** The witness that is put into a banner before its own scripts: what it writes to, remembers, opens, and lets flicker. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

export interface Witness {
  readonly seen: {
    /** Of the banner's clock, in ms; whoever moves the clock says it. */
    at: number;
    /** Pixels may have changed since somebody last looked. */
    isStirred: boolean;
    /** When the document last changed, in ms. */
    changed: number;
    /** Something draws where no witness sees it: a canvas, a shadow tree. */
    isOpaque: boolean;
    /** A second in which something large went bright and dark again and again: its end, in ms. */
    flickers: number | undefined;
    readonly used: Set<string>;
    readonly dialogs: Set<string>;
    readonly opened: string[];
  };
  /** After each frame. @param now in ms */
  frame(now: number): void;
  /** Properties that are moved, other than those a compositor moves. @param framed those of CSS animations, as scripts write them */
  costly(framed: readonly string[]): string[];
}

export interface Witnessed {
  readonly kaderWitness?: Witness;
}

/** In the page, before all else. */
export function installWitness(): void {
  if (location.hash !== '#kader-still' && location.hash !== '#kader-clock') return;
  const own = window as unknown as Record<string, unknown>;
  const seen: Witness['seen'] = {
    at: 0,
    isStirred: true,
    changed: 0,
    isOpaque: false,
    flickers: undefined,
    used: new Set(),
    dialogs: new Set(),
    opened: [],
  };
  const { used, dialogs, opened } = seen;
  const written = new Map<string, number>();
  const before = new WeakMap<Element, Map<string, string>>();
  const stylesOf = (element: Element): Map<string, string> => {
    const { style } = element as HTMLElement;
    return new Map(Array.from(style ?? [], (name) => [name, style.getPropertyValue(name)]));
  };
  new MutationObserver((records) => {
    seen.isStirred = true;
    seen.changed = seen.at;
    const styled = new Set(records.filter(({ attributeName }) => attributeName === 'style').map(({ target }) => target as Element));
    for (const { attributeName, target } of records) {
      if (attributeName && (target as Element).namespaceURI?.endsWith('svg') && !/^(style|class|transform|opacity)$/.test(attributeName))
        written.set(attributeName, (written.get(attributeName) ?? 0) + 1);
    }
    for (const element of styled) {
      const [was, is] = [before.get(element), stylesOf(element)];
      before.set(element, is);
      if (!was) continue;
      for (const name of new Set([...was.keys(), ...is.keys()]))
        if (was.get(name) !== is.get(name)) written.set(name, (written.get(name) ?? 0) + 1);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, options) {
    seen.isOpaque = true;
    return attachShadow.call(this, options);
  };
  const getContext = HTMLCanvasElement.prototype.getContext as (...all: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...all: unknown[]) {
    seen.isOpaque = true;
    return getContext.apply(this, all);
  } as typeof HTMLCanvasElement.prototype.getContext;
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    const found = Object.getOwnPropertyDescriptor(window, name) ?? Object.getOwnPropertyDescriptor(Window.prototype, name);
    if (!found?.get) continue;
    const { get } = found;
    Object.defineProperty(window, name, {
      configurable: true,
      get: () => {
        used.add(name);
        return get.call(window) as unknown;
      },
    });
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () => cookie?.get?.call(document) as string,
    set: (text: string) => {
      used.add('cookie');
      cookie?.set?.call(document, text);
    },
  });
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    own[name] = () => {
      dialogs.add(name);
      return name === 'confirm' ? false : name === 'prompt' ? null : undefined;
    };
  own['open'] = (url?: unknown) => {
    opened.push(String(url ?? ''));
    return null;
  };

  // Frame by frame, because looks at pixels lie too far apart: how bright large parts are, in turns of 10 % (WCAG 2.3.1).
  const LARGE = (341 * 256) / 4;
  const TURN = 0.1;
  const turns = new Map<Element, { extreme: number; direction: number; times: number[] }>();
  let large: Element[] = [];
  let gathered = Number.NEGATIVE_INFINITY;
  const brightness = (element: Element): number => {
    const { visibility, display, opacity, backgroundColor, filter } = getComputedStyle(element);
    if (visibility === 'hidden' || display === 'none') return 0;
    const [red = 0, green = 0, blue = 0, alpha = 1] = backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
    // What has no colour of its own shows a picture.
    const own = alpha < 0.1 ? 0.5 : (red + green + blue) / 765 + (red - blue) / 2550;
    return Number(opacity) * (0.1 + own) * Number(/brightness\(([\d.]+)/.exec(filter)?.[1] ?? 1);
  };
  const frame = (now: number): void => {
    if (seen.flickers !== undefined) return;
    if (now - gathered > 400) {
      gathered = now;
      large = [...document.querySelectorAll('body, body *')].filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return Math.min(width, innerWidth) * Math.min(height, innerHeight) >= LARGE;
      });
      // What is hidden now may be shown again.
      for (const element of turns.keys()) if (element.isConnected && !large.includes(element)) large.push(element);
    }
    for (const element of large) {
      const value = brightness(element);
      const known = turns.get(element);
      if (!known) {
        turns.set(element, { extreme: value, direction: 0, times: [] });
        continue;
      }
      const rise = value - known.extreme;
      if (known.direction !== 0 && Math.sign(rise) === known.direction) known.extreme = value;
      if (Math.abs(rise) < TURN || Math.sign(rise) === known.direction) continue;
      known.direction = Math.sign(rise);
      known.extreme = value;
      known.times = [...known.times.filter((time) => time > now - 1000), now];
      if (known.times.length >= 4) seen.flickers = now;
    }
  };

  const costly = (framed: readonly string[]): string[] => {
    const free =
      /^(-webkit-)?(transform|translate|rotate|scale|opacity|clip-path|filter|backdrop-filter|visibility|will-change|pointer-events|offset-distance|mask.*)$|^--|-origin/;
    const hyphened = framed.map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    // Written a few times it is set, written oftener it is moved.
    const names = [...[...written].filter(([, times]) => times > 5).map(([name]) => name), ...hyphened];
    return [...new Set(names)].filter((name) => !free.test(name)).sort();
  };
  const witness: Witness = { seen, frame, costly };
  Object.defineProperty(window, 'kaderWitness', { value: witness });
}
