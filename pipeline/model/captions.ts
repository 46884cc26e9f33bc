/** Captions: SRT and WebVTT are read into cues, whatever program wrote them. */
import type { Cue } from './clip.ts';

/** A cue, and the line of its file that its times stand on, 1-based. */
export type ReadCue = Cue & { readonly line: number };

/**
 * `time`: it cannot be read; `backwards`: it ends before it begins; `empty`: nothing is said; `stray`: a text without a time;
 * `order`: it begins before the one above it, and was put in its place.
 */
export interface CaptionFault {
  readonly line: number;
  readonly reason: 'time' | 'backwards' | 'empty' | 'stray' | 'order';
  readonly text: string;
}

export type CaptionReading =
  | {
      readonly cues: readonly ReadCue[];
      readonly faults: readonly CaptionFault[];
      /** The letters were no UTF: they were taken for those of Windows in Western Europe. */
      readonly isGuessed?: true;
    }
  | { readonly unreadable: 'format' | 'empty' | 'size' };

/** Two hours of talk are 150 kB; what is larger is something else. */
export const MOST_CAPTION_BYTES = 4_000_000;
/** What is longer was never a line of captions. */
const MOST_SIGNS = 1000;

const MOMENT = '(?:(\\d{1,3}):)?(\\d{1,2}):([0-5]\\d)(?:[.,](\\d{1,6}))?';
/** What follows the times places the cue in WebVTT and, by coordinates, in some SRT; Kader places cues itself. */
const TIMES = new RegExp(`^\\s*${MOMENT}\\s*-->\\s*${MOMENT}(?:\\s.*)?$`);

export function readCaptions(bytes: Uint8Array): CaptionReading {
  if (bytes.length > MOST_CAPTION_BYTES) return { unreadable: 'size' };
  const { text, isGuessed } = decode(bytes);
  if (text.trim() === '') return { unreadable: 'empty' };
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.slice(0, MOST_SIGNS));
  const isVtt = /^WEBVTT(\s|$)/.test(lines[0] ?? '');
  if (!isVtt && !lines.some((line) => line.includes('-->'))) return { unreadable: 'format' };
  const { cues, faults } = cuesIn(lines, isVtt);
  const late = cues.flatMap((cue, at): CaptionFault[] =>
    at > 0 && cue.from < (cues[at - 1] as ReadCue).from ? [{ line: cue.line, reason: 'order', text: cue.lines[0] ?? '' }] : [],
  );
  const told = [...faults, ...late].toSorted((one, other) => one.line - other.line);
  return { cues: cues.toSorted((one, other) => one.from - other.from), faults: told, ...(isGuessed ? { isGuessed } : {}) };
}

function decode(bytes: Uint8Array): { readonly text: string; readonly isGuessed?: true } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isGuessed: true };
  }
}

function cuesIn(lines: readonly string[], isVtt: boolean): { readonly cues: ReadCue[]; readonly faults: CaptionFault[] } {
  const cues: ReadCue[] = [];
  const faults: CaptionFault[] = [];
  const isNumber = (line: string | undefined): boolean => /^\s*\d+\s*$/.test(line ?? '');
  const hasTimes = (line: string | undefined): boolean => (line ?? '').includes('-->');
  // The head of WebVTT ends at the first empty line.
  let at = isVtt ? pastBlock(lines, 0) : 0;
  while (at < lines.length) {
    const line = lines[at] as string;
    if (line.trim() === '') {
      at++;
    } else if (hasTimes(line)) {
      const start = at++;
      const text: string[] = [];
      // Where the empty line between two was lost, the number or the times of the next one tell.
      while (at < lines.length && lines[at]?.trim() !== '' && !hasTimes(lines[at]) && !(isNumber(lines[at]) && hasTimes(lines[at + 1])))
        text.push(lines[at++] as string);
      const read = cueOf(line, text, start + 1);
      if ('reason' in read) faults.push(read);
      else cues.push(read);
    } else if (isVtt && /^(NOTE|STYLE|REGION)(\s|$)/.test(line)) {
      at = pastBlock(lines, at);
    } else if (isNumber(line) || hasTimes(lines[at + 1])) {
      at++; // Its number, or its name in WebVTT.
    } else {
      faults.push({ line: at + 1, reason: 'stray', text: line.trim() });
      at = pastBlock(lines, at);
    }
  }
  return { cues, faults };
}

/** The next line behind an empty one; times end a block too. */
function pastBlock(lines: readonly string[], from: number): number {
  let at = from + 1;
  while (at < lines.length && lines[at]?.trim() !== '' && !lines[at]?.includes('-->')) at++;
  return at;
}

function cueOf(times: string, text: readonly string[], line: number): ReadCue | CaptionFault {
  const parts = TIMES.exec(times);
  if (!parts) return { line, reason: 'time', text: times.trim() };
  const [from, to] = [moment(parts.slice(1, 5)), moment(parts.slice(5, 9))];
  if (to <= from) return { line, reason: 'backwards', text: times.trim() };
  const lines = plain(text);
  return lines.length === 0 ? { line, reason: 'empty', text: times.trim() } : { from, to, lines, line };
}

/** Whole seconds and decimals are read as one number. */
function moment([hours = '0', minutes = '0', seconds = '0', decimals = '0']: readonly (string | undefined)[]): number {
  return Number(`${Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)}.${decimals}`);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f', quot: '"' };

/** Italic and bold stay, each closed where it was opened; colours, voices, places and times within the text go. */
function plain(text: readonly string[]): string[] {
  const open: string[] = [];
  const lines = text
    .map((line) =>
      line
        .replace(/\{\\[^}]*\}/g, '')
        .replace(/<(\/?)([a-zA-Z]*)[^<>]*>/g, (tag, closes: string, word: string) => {
          const name = word.toLowerCase();
          if (name !== 'i' && name !== 'b') return /^<\/?([a-zA-Z]|\d[\d:.]*>|>)/.test(tag) ? '' : tag;
          const isOpen = open.at(-1) === name;
          if (closes === '' ? open.includes(name) : !isOpen) return '';
          if (isOpen) open.pop();
          else open.push(name);
          return isOpen ? `</${name}>` : `<${name}>`;
        })
        .replace(/&(\w{2,4});/g, (entity, word: string) => NAMED[word] ?? entity)
        .replace(/\p{Cc}/gu, ' ')
        .trim(),
    )
    .filter((line) => lettersOf(line) !== '');
  const last = lines.pop();
  return last === undefined
    ? []
    : [
        ...lines,
        last +
          open
            .toReversed()
            .map((name) => `</${name}>`)
            .join(''),
      ];
}

/** What is read of a line: its text without the marks for italic and bold. */
export function lettersOf(line: string): string {
  return line.replace(/<\/?[ib]>/g, '').trim();
}
