/** What a banner moves other than by transforms and opacity, watched as it plays; of custom properties what their styles make of them. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

interface Watching {
  /** Names that one element was given again and again, and those of CSS animations and transitions. */
  kaderMoved?: () => string[];
}

/** In the page. */
export function watchMoved(): void {
  /** Written a few times it is set, written oftener it is moved. */
  const OFTEN = 5;
  const known = new WeakMap<Element, { was: Map<string, string>; times: Map<string, number> }>();
  const moved = new Set<string>();
  const stylesOf = (element: Element): Map<string, string> => {
    const { style } = element as HTMLElement;
    return new Map(Array.from(style ?? [], (name) => [name, style.getPropertyValue(name)]));
  };
  const notice = (element: Element): void => {
    const is = stylesOf(element);
    const { was, times } = known.get(element) ?? { was: is, times: new Map<string, number>() };
    for (const name of new Set([...was.keys(), ...is.keys()])) {
      if (was.get(name) === is.get(name)) continue;
      const count = (times.get(name) ?? 0) + 1;
      times.set(name, count);
      if (count > OFTEN) moved.add(name);
    }
    known.set(element, { was: is, times });
  };
  new MutationObserver((records) => {
    for (const element of new Set(records.map(({ target }) => target as Element))) notice(element);
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['style'] });
  const look = (): void => {
    for (const { effect, playState } of document.getAnimations()) {
      if (playState !== 'running' || !(effect instanceof KeyframeEffect)) continue;
      for (const frame of effect.getKeyframes())
        for (const name of Object.keys(frame))
          if (!/^(offset|computedOffset|easing|composite)$/.test(name))
            moved.add(name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  /** Property: those that are set by it, in whatever stylesheet or attribute. */
  const readersOf = (): Map<string, Set<string>> => {
    const readers = new Map<string, Set<string>>();
    const read = (css: string): void => {
      for (const [, name = '', value = ''] of css.matchAll(/([\w-]+)\s*:\s*([^;{}]+)/g))
        for (const [, used = ''] of value.matchAll(/var\(\s*(--[\w-]+)/g)) readers.set(used, (readers.get(used) ?? new Set()).add(name));
    };
    for (const sheet of document.styleSheets) {
      try {
        for (const { cssText } of sheet.cssRules) read(cssText);
      } catch {
        // Another origin's.
      }
    }
    for (const element of document.querySelectorAll('[style]')) read(element.getAttribute('style') ?? '');
    return readers;
  };
  (window as unknown as Watching).kaderMoved = () => {
    const free = /^(-webkit-)?(transform|translate|rotate|scale|opacity)$|-origin(-[xyz])?$|^(visibility|will-change|pointer-events)$/;
    const readers = readersOf();
    const madeOf = (name: string, seen: ReadonlySet<string> = new Set()): string[] =>
      [...(readers.get(name) ?? [])].flatMap((reader) => {
        if (!reader.startsWith('--')) return [reader];
        return seen.has(reader) ? [] : madeOf(reader, new Set([...seen, reader]));
      });
    const names = [...moved].flatMap((name) =>
      name.startsWith('--')
        ? madeOf(name).flatMap((made) => (free.test(made) ? [] : [`${made} (${name})`]))
        : free.test(name)
          ? []
          : [name],
    );
    return [...new Set(names)].sort();
  };
}

/** In the page. */
export function readMoved(): string[] {
  return (window as unknown as Watching).kaderMoved?.() ?? [];
}
