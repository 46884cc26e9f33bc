/** Writes captions: WebVTT for pages, SRT for platforms, and ASS for burning them into a picture. */
import type { Cue } from './clip.ts';
import type { Size } from './crop.ts';

/** Cues in order of time; italic and bold are kept, signs that mean something in WebVTT are not taken for it. */
export function vttOf(cues: readonly Cue[]): string {
  const blocks = cues.map(({ from, to, lines }) => `${clock(from, '.')} --> ${clock(to, '.')}\n${lines.map(escapeVtt).join('\n')}\n`);
  return ['WEBVTT\n', ...blocks].join('\n');
}

export function srtOf(cues: readonly Cue[]): string {
  return cues
    .map(({ from, to, lines }, at) => `${at + 1}\n${clock(from, ',')} --> ${clock(to, ',')}\n${lines.map(safe).join('\n')}\n`)
    .join('\n');
}

/** How burned captions look. */
export interface CaptionStyle {
  /** Of a font that stands at the burner's side. */
  readonly family: string;
  /** Share of the frame's height. */
  readonly size: number;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly outline: string;
  /** Width of the outline as a share of the size of the letters. */
  readonly outlineWidth: number;
  /** A plate behind each line, `#rrggbb` and how opaque it is, 0–1, instead of the outline. */
  readonly plate?: { readonly colour: string; readonly opacity: number };
  readonly bold: boolean;
  /** Shares of the frame that stay free of letters. */
  readonly margins: { readonly right: number; readonly bottom: number; readonly left: number };
}

/** Lines of 42 letters at half an em fill nine tenths of the width. */
const EM_OF_WIDTH = 0.9 / 21;
/** A line of 8 % of the height in a wide picture (BBC Subtitle Guidelines 1.2.3, “Size”), with 1.2 em to the line. */
const EM_OF_HEIGHT = 0.08 / 1.2;
/** Nothing stands nearer to the edge: the graphics safe area of EBU R 95 (2017). */
const SAFE = 0.05;
/** Clear of the edge where controls and rounded corners are. */
const LIFT = 0.07;

/** As large as the frame lets lines of 42 letters be, white with a black edge, clear of what the channel's interface covers. */
export function captionStyle(
  { width, height }: Size,
  family: string,
  covered: { readonly right: number; readonly bottom: number; readonly left: number } = { right: 0, bottom: 0, left: 0 },
): CaptionStyle {
  const margins = {
    right: Math.max(SAFE, covered.right),
    bottom: Math.max(LIFT, covered.bottom),
    left: Math.max(SAFE, covered.left),
  };
  const room = width * (1 - margins.left - margins.right);
  const em = Math.min(height * EM_OF_HEIGHT, (room / 0.9) * EM_OF_WIDTH);
  return {
    family,
    size: Math.round((em / height) * 10_000) / 10_000,
    colour: '#ffffff',
    outline: '#000000',
    outlineWidth: 0.08,
    bold: false,
    margins,
  };
}

/** Captions for libass, in px of the frame that they are burned into. */
export function assOf(cues: readonly Cue[], style: CaptionStyle, { width, height }: Size): string {
  const size = Math.round(style.size * height * 10) / 10;
  const { plate } = style;
  const edge = plate ? size * 0.2 : size * style.outlineWidth;
  const look = [
    'Kader',
    style.family.replace(/[,\p{Cc}]/gu, ' '),
    size,
    ink(style.colour),
    ink(style.colour),
    plate ? ink(plate.colour, plate.opacity) : ink(style.outline),
    plate ? ink(plate.colour, plate.opacity) : ink(style.outline),
    style.bold ? -1 : 0,
    ...[0, 0, 0, 100, 100, 0, 0],
    plate ? 3 : 1,
    Math.round(edge * 10) / 10,
    0,
    // In the middle at the bottom.
    2,
    Math.round(style.margins.left * width),
    Math.round(style.margins.right * width),
    Math.round(style.margins.bottom * height),
    1,
  ];
  const dialogue = cues.map(
    ({ from, to, lines }) => `Dialogue: 0,${hundredths(from)},${hundredths(to)},Kader,,0,0,0,,${lines.map(escapeAss).join('\\N')}`,
  );
  return `${[
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${width}`,
    `PlayResY: ${height}`,
    // Lines too long for the frame are broken so that all are about as long.
    'WrapStyle: 0',
    'ScaledBorderAndShadow: yes',
    // Colours are RGB: nothing is guessed from a video that they were once made for.
    'YCbCr Matrix: None',
    '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    `Style: ${look.join(',')}`,
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...dialogue,
  ].join('\n')}\n`;
}

/** Text and marks apart, so that each is written its own way. */
function parted(line: string, text: (words: string) => string, mark: (name: string, closes: boolean) => string): string {
  return line
    .split(/(<\/?[ib]>)/)
    .map((part, at) => (at % 2 === 0 ? text(part) : mark(part.replace(/\W/g, ''), part[1] === '/')))
    .join('');
}

const escapeVtt = (line: string): string =>
  parted(
    line,
    (words) => safe(words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
    (name, closes) => `<${closes ? '/' : ''}${name}>`,
  );

/** A backslash would begin an order to libass; a joiner behind it makes it a sign like any other. */
const escapeAss = (line: string): string =>
  parted(
    line,
    (words) => safe(words.replaceAll('\\', '\\\u2060').replace(/[{}]/g, '\\$&')),
    (name, closes) => `{\\${name}${closes ? 0 : 1}}`,
  );

/** No line ends within a line, and no arrow, which would begin the next cue. */
const safe = (words: string): string => words.replace(/\p{Cc}/gu, ' ').replaceAll('-->', '→');

function clock(moment: number, point: string): string {
  const thousandths = Math.round(moment * 1000);
  return `${whole(Math.floor(thousandths / 1000), 2)}${point}${String(thousandths % 1000).padStart(3, '0')}`;
}

function hundredths(moment: number): string {
  const all = Math.round(moment * 100);
  return `${whole(Math.floor(all / 100), 1)}.${String(all % 100).padStart(2, '0')}`;
}

function whole(seconds: number, digits: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return [String(Math.floor(seconds / 3600)).padStart(digits, '0'), two(Math.floor(seconds / 60) % 60), two(seconds % 60)].join(':');
}

/** `&HAABBGGRR`; libass counts how see-through a colour is. */
function ink(colour: string, opacity = 1): string {
  const [red, green, blue] = [1, 3, 5].map((at) => colour.slice(at, at + 2).toUpperCase());
  const clear = Math.round((1 - opacity) * 255);
  return `&H${clear.toString(16).toUpperCase().padStart(2, '0')}${blue}${green}${red}`;
}
