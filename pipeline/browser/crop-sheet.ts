/** The crop sheet at work: focus points and safe boxes are dragged or moved by keys, crops follow, and a save writes the order. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { cropAt, cutOf, type Focus, type Framed, framedBy, framingAt, type Shares } from '../model/crop.ts';
import type { SheetChange, SheetData, SheetPicture } from '../model/crop-sheet.ts';

const STEP = 0.005;
const LEAP = 0.05;
/** Smaller safe boxes cannot be got hold of. */
const LEAST = 0.02;

const data = JSON.parse(document.querySelector('#data')?.textContent ?? '{}') as SheetData;
const { words } = data;
let { version } = data;
const state = document.querySelector('#state') as HTMLElement;
const save = document.querySelector('#save') as HTMLButtonElement;

const word = (name: string): string => words[name] ?? '';
const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
const told = (share: number): string =>
  (share * 100)
    .toFixed(1)
    .replace(/\.0$/, '')
    .replace('.', document.documentElement.lang === 'en' ? '.' : ',');
const limit = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
const thousandths = (value: number): number => Math.round(value * 1000) / 1000;

type Said = { focus: Focus | undefined; safe: Shares | undefined };
type Part = 'point' | 'move' | 'nw' | 'se';

/** One picture on the sheet. */
function openPicture(picture: SheetPicture, section: HTMLElement) {
  const find = <One extends HTMLElement>(selector: string): One => section.querySelector(selector) as One;
  const stage = find('.stage');
  const point = find<HTMLButtonElement>('.point');
  const box = find('.box');
  const outline = find('.outline');
  const items = [...section.querySelectorAll<HTMLElement>('.crops li')];
  let kept: Said = { focus: picture.said.focus ?? undefined, safe: picture.said.safe ?? undefined };
  let now: Said = { ...kept };
  let hovered = -1;

  /** With what is said of all files that a pattern names. */
  const whole = (said: Said): Said => ({
    focus: said.focus ?? picture.inherited?.focus ?? undefined,
    safe: said.safe ?? picture.inherited?.safe ?? undefined,
  });
  const framed = (said = now): Framed => ({ ...framedBy(whole(said), picture.salient), crops: picture.framedApart });
  const changes = (): SheetChange | undefined => {
    const differs = (member: keyof Said): boolean => JSON.stringify(now[member]) !== JSON.stringify(kept[member]);
    if (!differs('focus') && !differs('safe')) return undefined;
    return {
      name: picture.name,
      ...(differs('focus') ? { focus: now.focus ?? null } : {}),
      ...(differs('safe') ? { safe: now.safe ?? null } : {}),
    };
  };

  function draw(): void {
    const frame = framed();
    const [x, y] = frame.focus;
    Object.assign(point.style, { left: percent(x), top: percent(y) });
    const place = `${told(x)} % ${word('across')}, ${told(y)} % ${word('down')}`;
    point.setAttribute('aria-label', `${word('point')}: ${place}`);
    const { focus, safe } = whole(now);
    const source = focus ? 'said' : safe ? 'fromSafe' : picture.salient ? 'found' : 'middle';
    find('.focus-told').textContent = `${word('point')} ${told(x)} · ${told(y)} %, ${word(source)}`;
    box.hidden = !safe;
    find('.safe-told').textContent = `${word('safe')} ${safe ? `${safe.map(told).join(' · ')} %` : word('none')}`;
    if (safe) {
      const [left, top, width, height] = safe;
      Object.assign(box.style, { left: percent(left), top: percent(top), width: percent(width), height: percent(height) });
      const label = (part: string, name: string, across: number, down: number): void =>
        find(`.${part}`).setAttribute('aria-label', `${word(name)}: ${told(across)} % ${word('across')}, ${told(down)} % ${word('down')}`);
      label('move', 'safe', left, top);
      label('nw', 'upperLeft', left, top);
      label('se', 'lowerRight', left + width, top + height);
    }
    picture.crops.forEach(({ places, ratio }, at) => {
      const crop = cropAt(picture, ratio, frame, places);
      const item = items[at] as HTMLElement;
      const image = item.querySelector('img') as HTMLElement;
      const size = {
        left: percent(-crop.left / crop.width),
        top: percent(-crop.top / crop.height),
        width: percent(picture.width / crop.width),
      };
      Object.assign(image.style, size);
      const cut = cutOf(picture, ratio, framingAt(frame, places).safe);
      const share = String(Math.max(1, Math.round((cut?.share ?? 0) * 100)));
      (item.querySelector('.cut') as HTMLElement).textContent = cut ? word('cuts').replace('{share}', share) : '';
      if (at !== hovered) return;
      const { width, height } = picture;
      Object.assign(outline.style, {
        left: percent(crop.left / width),
        top: percent(crop.top / height),
        width: percent(crop.width / width),
        height: percent(crop.height / height),
      });
    });
    outline.hidden = hovered < 0;
    stage.classList.toggle('outlined', hovered >= 0);
    find('[data-do="safe"]').textContent = word(now.safe ? 'dropSafe' : 'addSafe');
    find('[data-do="safe"]').hidden = !now.safe && safe !== undefined;
    find('[data-do="point"]').hidden = !now.focus;
    find('[data-do="undo"]').hidden = !changes();
    tellState();
  }

  /** Moves a part by shares of the picture, as far as the picture goes. */
  function shift(part: Part, across: number, down: number, from: Said = now): void {
    if (part === 'point') {
      const [x, y] = framed(from).focus;
      now = { ...now, focus: [thousandths(limit(x + across, 0, 1)), thousandths(limit(y + down, 0, 1))] };
    } else {
      let [left, top, width, height] = whole(from).safe ?? [0, 0, 1, 1];
      let [right, bottom] = [left + width, top + height];
      if (part === 'move') [left, top] = [limit(left + across, 0, 1 - width), limit(top + down, 0, 1 - height)];
      else {
        if (part === 'nw') [left, top] = [limit(left + across, 0, right - LEAST), limit(top + down, 0, bottom - LEAST)];
        else [right, bottom] = [limit(right + across, left + LEAST, 1), limit(bottom + down, top + LEAST, 1)];
        [width, height] = [right - left, bottom - top];
      }
      const [x, y] = [thousandths(left), thousandths(top)];
      now = { ...now, safe: [x, y, Math.min(thousandths(width), thousandths(1 - x)), Math.min(thousandths(height), thousandths(1 - y))] };
    }
    draw();
  }

  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const target = event.target as HTMLElement;
    const bounds = stage.getBoundingClientRect();
    const at = (moved: PointerEvent): Focus => [(moved.clientX - bounds.left) / bounds.width, (moved.clientY - bounds.top) / bounds.height];
    const part = (target.dataset['part'] ?? (target.classList.contains('edge') ? 'move' : 'point')) as Part;
    const start = at(event);
    // Beside the point itself, the point comes to where the picture was touched.
    if (part === 'point' && target !== point)
      now = { ...now, focus: [thousandths(limit(start[0], 0, 1)), thousandths(limit(start[1], 0, 1))] };
    const from: Said = { ...now };
    event.preventDefault();
    (part === 'point' ? point : find(part === 'move' ? '.move' : `.${part}`)).focus({ preventScroll: true });
    stage.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => shift(part, at(moved)[0] - start[0], at(moved)[1] - start[1], from);
    const end = (): void => {
      stage.removeEventListener('pointermove', move);
      stage.removeEventListener('pointerup', end);
      stage.removeEventListener('pointercancel', end);
    };
    stage.addEventListener('pointermove', move);
    stage.addEventListener('pointerup', end);
    stage.addEventListener('pointercancel', end);
    draw();
  });
  stage.addEventListener('keydown', (event) => {
    const part = (event.target as HTMLElement).dataset['part'] as Part | undefined;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!part || !way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const step = event.shiftKey ? LEAP : STEP;
    shift(part, (way[0] as number) * step, (way[1] as number) * step);
  });
  items.forEach((item, at) => {
    const hover = (index: number) => (): void => {
      hovered = index;
      draw();
    };
    item.addEventListener('pointerenter', hover(at));
    item.addEventListener('pointerleave', hover(-1));
  });
  section.addEventListener('click', (event) => {
    const what = (event.target as HTMLElement).dataset['do'];
    if (what === 'safe') {
      const [x, y] = framed().focus;
      const start =
        picture.salient?.box ?? ([limit(x - 0.15, 0, 0.7), limit(y - 0.15, 0, 0.7), 0.3, 0.3].map(thousandths) as unknown as Shares);
      now = { ...now, safe: now.safe ? undefined : start };
      draw();
      if (now.safe) find('.se').focus();
    } else if (what === 'point') {
      now = { ...now, focus: undefined };
      draw();
      point.focus();
    } else if (what === 'undo') {
      now = { ...kept };
      draw();
      point.focus();
    }
  });
  return {
    draw,
    changes,
    settle: (change: SheetChange) => {
      const { focus = kept.focus, safe = kept.safe } = change;
      kept = { focus: focus ?? undefined, safe: safe ?? undefined };
      draw();
    },
  };
}

const open = data.pictures.flatMap((picture) => {
  const section = document.querySelector<HTMLElement>(`.picture[data-name="${CSS.escape(picture.name)}"]`);
  return section ? [openPicture(picture, section)] : [];
});
const changed = (): SheetChange[] => open.flatMap((one) => one.changes() ?? []);

let busy = false;
function tellState(): void {
  const count = changed().length;
  save.disabled = busy || count === 0;
  if (!busy) state.textContent = count > 0 ? word('changed').replace('{count}', String(count)) : word('unchanged');
}

async function saveAll(): Promise<void> {
  const changes = changed();
  if (busy || changes.length === 0) return;
  busy = true;
  save.disabled = true;
  state.textContent = word('saving');
  let message = word('failed');
  try {
    const response = await fetch(data.post, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kader-token': data.token },
      body: JSON.stringify({ version, changes }),
    });
    const answer = (await response.json()) as { version?: string; message?: string };
    if (response.ok && answer.version) {
      version = answer.version;
      open.forEach((one) => {
        const change = one.changes();
        const sent = change && changes.find(({ name }) => name === change.name);
        if (sent) one.settle(sent);
      });
      message = word('saved');
    } else message = answer.message ?? message;
  } catch {
    // The preview has ended; the words for it are set.
  }
  busy = false;
  tellState();
  state.textContent = message;
}

save.addEventListener('click', () => void saveAll());
addEventListener('keydown', (event) => {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void saveAll();
});
addEventListener('beforeunload', (event) => {
  if (changed().length > 0) event.preventDefault();
});
// After a build: our own save is on this page already; what others changed is shown, unless something here would be lost.
new EventSource(data.events).onmessage = async () => {
  const now = (await (await fetch(data.state)).json()) as { version: string };
  if (now.version === version) return;
  if (changed().length === 0) location.reload();
  else state.textContent = word('stale');
};
for (const one of open) one.draw();
