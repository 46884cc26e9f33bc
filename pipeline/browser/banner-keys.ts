/** The keys of the preview of banners, whether the page or a banner in it has the focus. */
/// <reference lib="dom" />

/** What a key asks for. */
export type Act =
  | 'toggle'
  | 'restart'
  | 'frameOn'
  | 'frameBack'
  | 'leapOn'
  | 'leapBack'
  | 'start'
  | 'end'
  | 'labelOn'
  | 'labelBack'
  | 'alone'
  | 'leave'
  | 'next'
  | 'previous'
  | 'search'
  | 'page'
  | 'zoom'
  | 'text'
  | 'safe'
  | 'reduced'
  | 'click'
  | 'compare'
  | 'keys';

const KEYS: Readonly<Record<string, Act>> = {
  ' ': 'toggle',
  r: 'restart',
  '.': 'frameOn',
  ',': 'frameBack',
  ArrowRight: 'frameOn',
  ArrowLeft: 'frameBack',
  'Shift ArrowRight': 'leapOn',
  'Shift ArrowLeft': 'leapBack',
  Home: 'start',
  End: 'end',
  ']': 'labelOn',
  '[': 'labelBack',
  f: 'alone',
  Escape: 'leave',
  j: 'next',
  k: 'previous',
  '/': 'search',
  b: 'page',
  z: 'zoom',
  t: 'text',
  s: 'safe',
  m: 'reduced',
  c: 'click',
  d: 'compare',
  '?': 'keys',
};

export function actOf(key: string, isShift: boolean): Act | undefined {
  const name = key.length === 1 ? key.toLowerCase() : key;
  return (isShift ? KEYS[`Shift ${name}`] : undefined) ?? KEYS[name];
}

/** Some elements need keys of their own: a field its letters, a button and a link what presses them. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  const element = target as HTMLElement;
  if (element.closest('dialog')) return true;
  if (element instanceof HTMLInputElement && element.type === 'search') return key !== 'Escape';
  if (element instanceof HTMLSelectElement || element instanceof HTMLVideoElement) return true;
  return key === ' ' && element.closest('button, a, summary') !== null && !element.closest('.card');
}

export function listenToKeys(act: (act: Act) => void): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    const wanted = actOf(event.key, event.shiftKey);
    if (!wanted) return;
    event.preventDefault();
    act(wanted);
  });
}
