/** What search engines are told of a film or sound on a page: schema.org VideoObject and AudioObject as JSON-LD. */

export interface MediaData {
  readonly what: 'video' | 'audio';
  readonly name: string;
  readonly description?: string | undefined;
  /** Absolute. */
  readonly contentUrl: string;
  readonly thumbnailUrl?: string | undefined;
  /** Written 2027-04-01; absent where nobody said a day. */
  readonly uploadDate?: string | undefined;
  readonly seconds: number;
  readonly width?: number;
  readonly height?: number;
  readonly encodingFormat: string;
  readonly inLanguage?: string | undefined;
  readonly transcript?: string | undefined;
  /** Chapters, in s. */
  readonly hasPart?: readonly { readonly name: string; readonly startOffset: number; readonly endOffset: number }[] | undefined;
}

/** @returns an element that any HTML can carry */
export function mediaDataHtml({ what, seconds, hasPart, ...told }: MediaData): string {
  const type = what === 'video' ? 'VideoObject' : 'AudioObject';
  // A moment of the file by its media fragment, which all browsers follow.
  const parts = hasPart?.map((one) => ({ '@type': 'Clip', ...one, url: `${told.contentUrl}#t=${one.startOffset}` }));
  const clips = parts ? { hasPart: parts } : {};
  const data = { '@context': 'https://schema.org', '@type': type, ...told, duration: durationOf(seconds), ...clips };
  return `<script type="application/ld+json">${jsonInHtml(data)}</script>`;
}

/** ISO 8601: `PT1M5.2S`. */
export function durationOf(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const [hours, minutes, rest] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, (tenths % 600) / 10];
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest > 0 || tenths < 600 ? `${rest}S` : ''}`;
}

/** Nothing in it can end the element, begin a comment, or pass for an attribute of the page. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&'\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
