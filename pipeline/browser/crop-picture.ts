/** One picture of the crop sheet: its point and its box are dragged or moved by keys, for everywhere or for one crop alone. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { cropAt, cutOf, type Focus, type Framed, type Framing, framedBy, framingAt, type Shares } from '../model/crop.ts';
import type { SheetChange, SheetPicture } from '../model/crop-sheet.ts';
import { cutByFrame, framedIn, frameOf, onSupplied } from '../model/frame.ts';

const STEP = 0.005;
const LEAP = 0.05;
/** Smaller safe boxes cannot be got hold of. */
const LEAST = 0.02;
/** Stands for all places together. */
const EVERYWHERE = '';

type Said = { focus: Focus | undefined; safe: Shares | undefined };
type Part = 'point' | 'move' | 'nw' | 'se';
type View = { readonly focus: Focus; readonly safe?: Shares | undefined };

export interface OpenPicture {
  readonly draw: () => void;
  readonly changes: () => SheetChange[];
  /** What was sent stands in the order now. */
  readonly settle: (sent: readonly SheetChange[]) => void;
}

const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
const limit = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
const thousandths = (value: number): number => Math.round(value * 1000) / 1000;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const said = (framing: Framing | undefined): Said => ({ focus: framing?.focus ?? undefined, safe: framing?.safe ?? undefined });

/** @param onChange after every move */
export function openPicture(
  picture: SheetPicture,
  section: HTMLElement,
  word: (name: string) => string,
  onChange: () => void,
): OpenPicture {
  const find = <One extends HTMLElement>(selector: string): One => section.querySelector(selector) as One;
  const stage = find('.stage');
  const point = find<HTMLButtonElement>('.point');
  const box = find('.box');
  const outline = find('.outline');
  const items = [...section.querySelectorAll<HTMLElement>('.crops li')];
  const told = (share: number): string =>
    (share * 100)
      .toFixed(1)
      .replace(/\.0$/, '')
      .replace('.', document.documentElement.lang === 'en' ? '.' : ',');
  const placeOf = (at: number): string => picture.crops[at]?.places.at(-1) ?? EVERYWHERE;

  /** Of this file, by place: as it stands in the order, and as it is on the page. */
  const places = [...new Set([...picture.crops.flatMap((crop) => crop.places), ...Object.keys(picture.apart)])];
  const kept = new Map<string, Said>([[EVERYWHERE, said(picture.said)], ...places.map((one) => [one, said(picture.apart[one])] as const)]);
  const now = new Map<string, Said>(kept);
  let target = EVERYWHERE;
  let hovered = -1;

  const own = (place = target): Said => now.get(place) as Said;
  const whole = (place: string): Said => {
    const above = said(place === EVERYWHERE ? picture.inherited : picture.apartInherited[place]);
    return { focus: own(place).focus ?? above.focus, safe: own(place).safe ?? above.safe };
  };
  const framed = (): Framed => ({
    ...framedBy(whole(EVERYWHERE), picture.salient),
    crops: Object.fromEntries(places.map((place) => [place, whole(place)])),
  });
  /** What the point and the box show: of everywhere, or of the one crop that is framed apart. */
  const chainOf = (place: string): readonly string[] => picture.crops.find((crop) => crop.places.at(-1) === place)?.places ?? [];
  const view = (): View => framingAt(framed(), chainOf(target));
  const set = (change: Partial<Said>): void => void now.set(target, { ...own(), ...change });

  const changes = (): SheetChange[] =>
    [...now].flatMap(([place, one]) => {
      const before = kept.get(place) as Said;
      if (same(one, before)) return [];
      return [
        {
          name: picture.name,
          ...(place === EVERYWHERE ? {} : { place }),
          ...(same(one.focus, before.focus) ? {} : { focus: one.focus ?? null }),
          ...(same(one.safe, before.safe) ? {} : { safe: one.safe ?? null }),
        },
      ];
    });

  function draw(): void {
    const { focus, safe } = view();
    const at = (x: number, y: number): string => `${told(x)} % ${word('across')}, ${told(y)} % ${word('down')}`;
    Object.assign(point.style, { left: percent(focus[0]), top: percent(focus[1]) });
    point.setAttribute('aria-label', `${word('point')}: ${at(...focus)}`);
    const chain = [EVERYWHERE, ...chainOf(target)];
    const isSaid = chain.some((place) => whole(place).focus);
    const source = isSaid ? 'said' : whole(EVERYWHERE).safe ? 'fromSafe' : picture.salient ? 'found' : 'middle';
    find('.focus-told').textContent = `${word('point')} ${told(focus[0])} · ${told(focus[1])} %, ${word(source)}`;
    find('.safe-told').textContent = `${word('safe')} ${safe ? `${safe.map(told).join(' · ')} %` : word('none')}`;
    find('.only').textContent = target === EVERYWHERE ? '' : word('onlyFor').replace('{place}', target);
    box.hidden = !safe;
    if (safe) {
      const [left, top, width, height] = safe;
      Object.assign(box.style, { left: percent(left), top: percent(top), width: percent(width), height: percent(height) });
      find('.move').setAttribute('aria-label', `${word('safe')}: ${at(left, top)}`);
      find('.nw').setAttribute('aria-label', `${word('upperLeft')}: ${at(left, top)}`);
      find('.se').setAttribute('aria-label', `${word('lowerRight')}: ${at(left + width, top + height)}`);
    }
    for (const index of items.keys()) drawCrop(index);
    outline.hidden = hovered < 0;
    stage.classList.toggle('outlined', hovered >= 0);
    const isWhole = target === EVERYWHERE;
    find('[data-do="safe"]').textContent = word(own().safe ? 'dropSafe' : 'addSafe');
    find('[data-do="safe"]').hidden = !own().safe && safe !== undefined;
    find('[data-do="point"]').textContent = word(isWhole ? 'dropPoint' : 'dropApart');
    find('[data-do="point"]').hidden = isWhole ? !own().focus : !own().focus && !own().safe;
    find('[data-do="undo"]').hidden = changes().length === 0;
    onChange();
  }

  function drawCrop(index: number): void {
    const { places: chain, ratio, geometry = [] } = picture.crops[index] as SheetPicture['crops'][number];
    const item = items[index] as HTMLElement;
    const frame = frameOf(picture, geometry);
    const there = geometry.length > 0 ? framedIn(frame.place, framed()) : framed();
    const crop = cropAt(frame, ratio, there, chain);
    const image = item.querySelector('img') as HTMLElement;
    Object.assign(image.style, {
      left: percent(-crop.left / crop.width),
      top: percent(-crop.top / crop.height),
      width: percent(frame.width / crop.width),
    });
    item.querySelector('.crop')?.setAttribute('aria-pressed', String(placeOf(index) === target));
    const isApart = chain.some((place) => whole(place).focus || whole(place).safe);
    (item.querySelector('.apart') as HTMLElement).textContent = isApart ? word('own') : '';
    const cut = cutByFrame(frame.place, framingAt(framed(), chain).safe) ?? cutOf(frame, ratio, framingAt(there, chain).safe);
    const share = String(Math.max(1, Math.round((cut?.share ?? 0) * 100)));
    (item.querySelector('.cut') as HTMLElement).textContent = cut ? word('cuts').replace('{share}', share) : '';
    if (index !== hovered) return;
    const { left, top, width, height, degrees } = onSupplied(picture, frame, crop);
    Object.assign(outline.style, {
      left: percent(left),
      top: percent(top),
      width: percent(width),
      height: percent(height),
      transform: `rotate(${degrees}deg)`,
    });
  }

  /** Moves a part by shares of the picture, as far as the picture goes. */
  function shift(part: Part, across: number, down: number, from: View): void {
    if (part === 'point')
      set({ focus: [thousandths(limit(from.focus[0] + across, 0, 1)), thousandths(limit(from.focus[1] + down, 0, 1))] });
    else {
      let [left, top, width, height] = from.safe ?? [0, 0, 1, 1];
      let [right, bottom] = [left + width, top + height];
      if (part === 'move') [left, top] = [limit(left + across, 0, 1 - width), limit(top + down, 0, 1 - height)];
      else {
        if (part === 'nw') [left, top] = [limit(left + across, 0, right - LEAST), limit(top + down, 0, bottom - LEAST)];
        else [right, bottom] = [limit(right + across, left + LEAST, 1), limit(bottom + down, top + LEAST, 1)];
        [width, height] = [right - left, bottom - top];
      }
      const [x, y] = [thousandths(left), thousandths(top)];
      set({ safe: [x, y, Math.min(thousandths(width), thousandths(1 - x)), Math.min(thousandths(height), thousandths(1 - y))] });
    }
    draw();
  }

  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const pressed = event.target as HTMLElement;
    const bounds = stage.getBoundingClientRect();
    const at = (moved: PointerEvent): Focus => [(moved.clientX - bounds.left) / bounds.width, (moved.clientY - bounds.top) / bounds.height];
    const part = (pressed.dataset['part'] ?? (pressed.classList.contains('edge') ? 'move' : 'point')) as Part;
    const start = at(event);
    // Beside the point itself, the point comes to where the picture was touched.
    if (part === 'point' && pressed !== point) set({ focus: [thousandths(limit(start[0], 0, 1)), thousandths(limit(start[1], 0, 1))] });
    const from = view();
    event.preventDefault();
    find(`.${part}`).focus({ preventScroll: true });
    stage.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => shift(part, at(moved)[0] - start[0], at(moved)[1] - start[1], from);
    const end = (): void => {
      stage.removeEventListener('pointermove', move);
      for (const name of ['pointerup', 'pointercancel']) stage.removeEventListener(name, end);
    };
    stage.addEventListener('pointermove', move);
    for (const name of ['pointerup', 'pointercancel']) stage.addEventListener(name, end);
    draw();
  });
  stage.addEventListener('keydown', (event) => {
    const part = (event.target as HTMLElement).dataset['part'] as Part | undefined;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!part || !way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const step = event.shiftKey ? LEAP : STEP;
    shift(part, (way[0] as number) * step, (way[1] as number) * step, view());
  });
  items.forEach((item, index) => {
    const hover = (which: number) => (): void => {
      hovered = which;
      draw();
    };
    item.addEventListener('pointerenter', hover(index));
    item.addEventListener('pointerleave', hover(-1));
    item.querySelector('.crop')?.addEventListener('click', () => {
      target = placeOf(index) === target ? EVERYWHERE : placeOf(index);
      draw();
    });
  });
  section.addEventListener('click', (event) => {
    const what = (event.target as HTMLElement).dataset['do'];
    if (!what) return;
    const [x, y] = view().focus;
    const round = [limit(x - 0.15, 0, 0.7), limit(y - 0.15, 0, 0.7), 0.3, 0.3].map(thousandths) as unknown as Shares;
    if (what === 'safe') set({ safe: own().safe ? undefined : (picture.salient?.box ?? round) });
    else if (what === 'point') set(target === EVERYWHERE ? { focus: undefined } : said(undefined));
    else for (const [place, before] of kept) now.set(place, before);
    draw();
    // The button may be gone now.
    (what === 'safe' && own().safe ? find('.se') : point).focus();
  });
  return {
    draw,
    changes,
    settle: (sent) => {
      for (const { name, place = EVERYWHERE, focus, safe } of sent) {
        const before = kept.get(place);
        if (name !== picture.name || !before) continue;
        kept.set(place, {
          focus: focus === undefined ? before.focus : (focus ?? undefined),
          safe: safe === undefined ? before.safe : (safe ?? undefined),
        });
      }
      draw();
    },
  };
}
