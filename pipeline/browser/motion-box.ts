/** Gives an element a window of its own size, so that what stands in it can move while its place does not. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** The place of an element, and what moves in it. */
export interface Box {
  readonly place: HTMLElement;
  readonly inner: HTMLElement;
}

/** How the parts of an element are laid out goes along with them. */
const INSIDE = [
  'display',
  'flex-direction',
  'flex-wrap',
  'align-items',
  'align-content',
  'justify-content',
  'justify-items',
  'row-gap',
  'column-gap',
  'grid-template-columns',
  'grid-template-rows',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
] as const;
/** Where a picture stands goes to the window that is put round it. */
const OUTSIDE = ['position', 'left', 'top', 'z-index', 'float', 'order', 'align-self', 'justify-self', 'grid-area', 'margin'] as const;

const REPLACED = 'img, svg, video, canvas, picture';

/**
 * A unit has one size, so what is measured now stays true.
 * @param mask room round the window that belongs to it, as `inset()` takes it; negative reaches out
 */
export function boxed(element: HTMLElement | SVGElement, mask = 'inset(0)'): Box {
  if (element.matches(REPLACED)) return framed(element, mask);
  const place = element as HTMLElement;
  const style = getComputedStyle(place);
  const inner = document.createElement('span');
  for (const name of INSIDE) inner.style.setProperty(name, style.getPropertyValue(name));
  if (style.display === 'inline' || style.display === 'inline-block') inner.style.display = 'block';
  Object.assign(inner.style, { boxSizing: 'border-box', width: '100%', height: '100%', background: style.background });
  const { width, height } = place.getBoundingClientRect();
  inner.append(...place.childNodes);
  Object.assign(place.style, {
    display: style.display.startsWith('inline') ? 'inline-block' : 'block',
    boxSizing: 'border-box',
    width: `${width}px`,
    height: `${height}px`,
    padding: '0',
    background: 'none',
    clipPath: mask,
    ...(style.display === 'inline' ? { verticalAlign: 'bottom' } : {}),
  });
  place.append(inner);
  return { place, inner };
}

function framed(element: HTMLElement | SVGElement, mask: string): Box {
  const style = getComputedStyle(element);
  const place = document.createElement('span');
  for (const name of OUTSIDE) place.style.setProperty(name, style.getPropertyValue(name));
  if (style.position === 'static') place.style.position = 'relative';
  const { width, height } = element.getBoundingClientRect();
  Object.assign(place.style, {
    display: style.display.startsWith('inline') ? 'inline-block' : 'block',
    width: `${width}px`,
    height: `${height}px`,
    verticalAlign: style.verticalAlign,
    clipPath: mask,
  });
  element.replaceWith(place);
  const inner = document.createElement('span');
  Object.assign(inner.style, { display: 'block', width: '100%', height: '100%' });
  Object.assign(element.style, { position: 'static', margin: '0', float: 'none', display: 'block' });
  inner.append(element);
  place.append(inner);
  return { place, inner };
}
