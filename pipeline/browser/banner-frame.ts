/** One banner running in the preview: a frame that is told the time, and what it says. */
/// <reference lib="dom" />
import { type Heard, REDUCED, STILL, type Told } from '../model/banner-sheet.ts';

export type Ready = Extract<Heard, { kader: 'ready' }>;

export interface Frame {
  readonly element: HTMLIFrameElement;
  /** What it said when it stood ready; absent until then. */
  ready(): Ready | undefined;
  tell(told: Omit<Told, 'kader'>): void;
  setInert(isInert: boolean): void;
  close(): void;
}

export interface FrameWish {
  readonly page: string;
  readonly size: readonly [number, number];
  readonly title: string;
  readonly isReduced: boolean;
  readonly onHeard: (heard: Heard, frame: Frame) => void;
}

const open = new Map<MessageEventSource, (heard: Heard) => void>();

/** Only frames that this page opened are heard. */
export function listen(): void {
  addEventListener('message', ({ source, data }: MessageEvent) => {
    const kind = (data as Heard | null)?.kader;
    if (source && (kind === 'ready' || kind === 'opened' || kind === 'key')) open.get(source)?.(data as Heard);
  });
}

/** How many run now. */
export const liveFrames = (): number => open.size;

export function openFrame(host: HTMLElement, wish: FrameWish): Frame {
  const element = document.createElement('iframe');
  const [width, height] = wish.size;
  let ready: Ready | undefined;
  element.title = wish.title;
  element.width = String(width);
  element.height = String(height);
  // Scripts run and read their own files; windows, downloads and the page around stay shut.
  element.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  element.scrolling = 'no';
  element.src = wish.page + (wish.isReduced ? REDUCED : STILL);
  const frame: Frame = {
    element,
    ready: () => ready,
    tell: (told) => element.contentWindow?.postMessage({ kader: 'tell', ...told } satisfies Told, '*'),
    setInert: (isInert) => element.toggleAttribute('inert', isInert),
    close() {
      for (const [source, heard] of open) if (heard === hear) open.delete(source);
      element.remove();
    },
  };
  const hear = (heard: Heard): void => {
    if (heard.kader === 'ready') ready = heard;
    wish.onHeard(heard, frame);
  };
  host.append(element);
  if (element.contentWindow) open.set(element.contentWindow, hear);
  return frame;
}
