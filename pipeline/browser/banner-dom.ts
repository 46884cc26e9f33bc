/** Small makers of elements and figures for the preview of banners; text is always set as text. */
/// <reference lib="dom" />

type Props = Readonly<Record<string, string | number | boolean | undefined>>;

/** Attributes that are set as properties of the element, because the element is asked by those names. */
const PROPERTIES = new Set(['muted', 'playsInline', 'controls', 'disabled', 'checked', 'hidden', 'tabIndex', 'download']);

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  props: Props = {},
  ...inside: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined) continue;
    if (PROPERTIES.has(key)) (element as unknown as Record<string, unknown>)[key] = value;
    else element.setAttribute(key, String(value));
  }
  element.append(...inside.filter((one) => one !== undefined));
  return element;
}

export function find<One extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): One {
  return within.querySelector(selector) as One;
}

const language = document.documentElement.lang || 'en';

/** `94 kB`, `1,2 Mo`. */
export function bytesText(bytes: number): string {
  const isMega = bytes >= 1_000_000;
  const value = bytes / (isMega ? 1_000_000 : 1000);
  const digits = value < 10 ? 1 : 0;
  const unit = language === 'fr' ? (isMega ? 'Mo' : 'ko') : isMega ? 'MB' : 'kB';
  return `${value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

export function secondsText(seconds: number, digits = 2): string {
  return seconds.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Path of a file as an address: names may hold anything. */
export function addressOf(root: string, path: string): string {
  return root + path.split('/').map(encodeURIComponent).join('/');
}
