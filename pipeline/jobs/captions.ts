/** Captions as files beside a film (WebVTT, SubRip) and as ASS, which is burned into it; and the map of a sheet of small pictures. */

import { CAPTION_EDGE, type CaptionLook, captionShape } from '../model/caption-look.ts';
import { type Chapter, chapterSpans } from '../model/chapters.ts';
import type { Cue } from '../model/clip.ts';

export function vttOf(cues: readonly Cue[]): string {
  const blocks = inOrder(cues).map(
    ({ from, to, lines }) => `${clock(from, '.')} --> ${clock(to, '.')}\n${lines.map(vttLine).join('\n')}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** As a track of chapters. */
export function chapterVtt(chapters: readonly Chapter[], seconds: number): string {
  return vttOf(chapterSpans(chapters, seconds).map(({ from, to, title }) => ({ from, to, lines: [title] })));
}

export function srtOf(cues: readonly Cue[]): string {
  return inOrder(cues)
    .map(
      ({ from, to, lines }, at) =>
        `${at + 1}\n${clock(from, ',')} --> ${clock(to, ',')}\n${lines.filter((line) => line.trim() !== '').join('\n')}\n`,
    )
    .join('\n');
}

/** Whoever shows the position of a player asks this map which part of which picture to show (`#xywh`, Media Fragments). */
export function spriteMap(sheet: string, { seconds, step, columns, width, height }: SpriteShape): string {
  const count = Math.max(1, Math.ceil(seconds / step - 1e-6));
  const blocks = Array.from({ length: count }, (_, at) => {
    const [left, top] = [(at % columns) * width, Math.floor(at / columns) * height];
    return `${clock(at * step, '.')} --> ${clock(Math.min(seconds, (at + 1) * step), '.')}\n${sheet}#xywh=${left},${top},${width},${height}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

export interface SpriteShape {
  /** Of the film, and of what one small picture stands for. */
  readonly seconds: number;
  readonly step: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/** White on a box of black, four fifths opaque: contrast above 10 on any picture. ASS counts transparency, blue first. */
const STYLE = { text: '&H00FFFFFF', box: '&H33000000' };

export function assOf(cues: readonly Cue[], look: CaptionLook & { readonly font: string }): string {
  const { width, height, font } = look;
  const { size, margins } = captionShape(cues, look);
  const style = [
    font,
    size,
    STYLE.text,
    STYLE.text,
    STYLE.box,
    STYLE.box,
    0,
    0,
    0,
    0,
    100,
    100,
    0,
    0,
    3,
    Math.round(size * CAPTION_EDGE),
    0,
    2,
    ...margins,
    1,
  ];
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${width}`,
    `PlayResY: ${height}`,
    'WrapStyle: 0',
    'ScaledBorderAndShadow: yes',
    'YCbCr Matrix: TV.709',
    '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    `Style: Default,${style.join(',')}`,
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...inOrder(cues).map(
      ({ from, to, lines }) => `Dialogue: 0,${centiseconds(from)},${centiseconds(to)},Default,,0,0,0,,${lines.map(assLine).join('\\N')}`,
    ),
    '',
  ].join('\n');
}

const TAGS = /<(\/?)([ib])>/g;

function inOrder(cues: readonly Cue[]): Cue[] {
  return cues.filter(({ from, to }) => to > from).toSorted((one, other) => one.from - other.from || one.to - other.to);
}

/** Only `<i>` and `<b>` are marks; what else could be taken for one is text, and an empty line would end the cue. */
function vttLine(line: string): string {
  const marks: string[] = [];
  const bare = line.replace(TAGS, (mark) => `\ue000${marks.push(mark) - 1}\ue000`);
  const safe = bare.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe.replace(/\ue000(\d+)\ue000/g, (_, at: string) => marks[Number(at)] as string) || '\u00a0';
}

/** In ASS braces hold commands, and a backslash begins one. */
function assLine(line: string): string {
  const marks: string[] = [];
  const bare = line.replace(TAGS, (_, end: string, name: string) => `\ue000${marks.push(`{\\${name}${end ? 0 : 1}}`) - 1}\ue000`);
  const safe = bare.replaceAll('\\', '\\\u2060').replaceAll('{', '\\{').replaceAll('}', '\\}');
  return safe.replace(/\ue000(\d+)\ue000/g, (_, at: string) => marks[Number(at)] as string);
}

function clock(at: number, mark: '.' | ','): string {
  const ms = Math.round(at * 1000);
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${mark}${String(ms % 1000).padStart(3, '0')}`;
}

function centiseconds(at: number): string {
  const hundredths = Math.round(at * 100);
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  return `${Math.floor(hundredths / 360_000)}:${two((hundredths / 6000) % 60)}:${two((hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
