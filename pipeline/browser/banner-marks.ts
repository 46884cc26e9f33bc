/** Marks over a banner: the box of every text with what does not fit, safe boxes of pictures, and where an ad server puts its own. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Told } from '../model/banner-sheet.ts';

/** Google's icon in the upper right corner, folded out: 76 × 15 px, folded 19 × 15 (support.google.com/admanager/answer/2695279, read November 2026). */
const BADGE = { folded: 19, open: 76, height: 15 };

const STYLE = `
:host{position:absolute;inset:0;z-index:2147483647;pointer-events:none;overflow:hidden;display:block}
div{position:absolute;box-sizing:border-box;border:1px solid #08a;box-shadow:0 0 0 1px rgb(255 255 255/.7);font:10px/12px system-ui,sans-serif;color:#fff}
div.over{border:2px solid #d01;background:rgb(221 0 17/.14)}
div.safe{border:1px dashed #fff;box-shadow:0 0 0 1px #000,inset 0 0 0 1px #000}
div.badge{border:0;box-shadow:none;background:repeating-linear-gradient(45deg,rgb(0 0 0/.55) 0 3px,rgb(255 255 255/.55) 3px 6px)}
span{position:absolute;left:-1px;bottom:100%;background:#046a86;padding:0 3px;white-space:nowrap}.over span{background:#b8000f}.safe span{background:#000}.low span{bottom:auto;top:0}
`;

let layer: ShadowRoot | undefined;

function layerIn(page: Document): ShadowRoot {
  if (layer) return layer;
  const host = page.createElement('kader-marks');
  // Beside the body, so that no selector of the banner meets it.
  page.documentElement.append(host);
  layer = host.attachShadow({ mode: 'open' });
  const style = page.createElement('style');
  style.textContent = STYLE;
  layer.append(style);
  return layer;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function drawMarks(told: Told | undefined): void {
  const { text = false, safe = false } = told?.marks ?? {};
  if (!layer && !text && !safe) return;
  const root = layerIn(document);
  for (const old of root.querySelectorAll('div')) old.remove();
  const draw = (kind: string, { left, top, width, height }: Box, label = ''): void => {
    if (width === 0 || height === 0) return;
    const box = document.createElement('div');
    // A name stands over its box where there is room for it.
    box.className = top < 13 ? `${kind} low` : kind;
    Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    if (label !== '') {
      const tag = document.createElement('span');
      tag.textContent = label;
      box.append(tag);
    }
    root.append(box);
  };
  if (text) {
    const seen = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>('[data-slot]')) {
      const slot = element.dataset['slot'] ?? '';
      const over = told?.overflows.find((one) => one.slot === slot);
      draw(over ? 'over' : 'fits', element.getBoundingClientRect(), seen.has(slot) ? '' : over ? `${slot} +${over.px} px` : slot);
      seen.add(slot);
    }
  }
  if (!safe) return;
  const { clientWidth: width } = document.documentElement;
  draw('badge', { left: width - BADGE.open, top: 0, width: BADGE.open, height: BADGE.height });
  draw('badge', { left: width - BADGE.folded, top: 0, width: BADGE.folded, height: BADGE.height });
  for (const { slot, box } of told?.safeBoxes ?? []) {
    for (const picture of document.images) {
      if (!picture.getAttribute('src')?.startsWith(`${slot}-`)) continue;
      const [left, top, wide, high] = box;
      const area = pictureArea(picture);
      draw(
        'safe',
        { left: area.left + left * area.width, top: area.top + top * area.height, width: wide * area.width, height: high * area.height },
        slot,
      );
    }
  }
}

/** Where all of a picture lies, those parts included that its box cuts off. */
function pictureArea(picture: HTMLImageElement): Box {
  const box = picture.getBoundingClientRect();
  const { objectFit, objectPosition } = getComputedStyle(picture);
  const shape = picture.naturalWidth / picture.naturalHeight;
  if ((objectFit !== 'cover' && objectFit !== 'contain') || !Number.isFinite(shape)) return box;
  const isWide = box.width / box.height > shape;
  const width = isWide === (objectFit === 'cover') ? box.width : box.height * shape;
  const height = width / shape;
  const [across = 50, down = 50] = objectPosition.split(' ').map((part) => Number.parseFloat(part));
  return { left: box.left + ((box.width - width) * across) / 100, top: box.top + ((box.height - height) * down) / 100, width, height };
}
