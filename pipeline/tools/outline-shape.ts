/** Draws texts with the letters of a font: shaped by HarfBuzz as browsers shape them, each word a path of its own. */
import type { DrawnText, DrawnWord, OutlineFace, OutlineText, Run } from '../model/outline.ts';
import { type Command, pathOf } from './outline-path.ts';

type HarfBuzz = typeof import('harfbuzzjs');

/** Thousandths of an em, and of each as many parts while shaping as rounding needs to be out of sight. */
const EM = 1000;
const FINE = 64;
/** Slope of letters that a browser slants itself: Skia draws a quarter (SkFont, November 2026). */
const SLANT = 0.25;
/** Skia emboldens by a 24th of the size up to 9 px, by a 32nd from 36 px on. */
const BOLDER = { least: [9, 1 / 24], most: [36, 1 / 32] } as const;

/** @param sfnt the whole font @throws what is wrong with it */
export async function drawTexts(sfnt: Uint8Array, face: OutlineFace, texts: readonly OutlineText[]): Promise<readonly DrawnText[]> {
  const hb = await import('harfbuzzjs');
  const font = new hb.Font(new hb.Face(new hb.Blob(sfnt)));
  font.setScale(EM * FINE, EM * FINE);
  const known = font.face.getAxisInfos();
  return texts.map((text) => {
    const axes = axesOf(face, text, known);
    font.setVariations(Object.entries(axes).map(([tag, value]) => new hb.Variation(tag, value)));
    return drawText(hb, font, face, text);
  });
}

interface Axis {
  readonly min: number;
  readonly default: number;
  readonly max: number;
}

/** What CSS asks of each axis, within what the house keeps of it and what the font has. */
export function axesOf({ axes }: OutlineFace, text: OutlineText, known: Readonly<Record<string, Axis>>): Record<string, number> {
  const asked: Record<string, number> = {
    wght: text.weight,
    wdth: text.stretch,
    ...(text.isOptical ? { opsz: text.px } : {}),
    ...text.variations,
  };
  return Object.fromEntries(
    Object.entries(known).map(([tag, { min, default: usual, max }]) => {
      const kept = axes[tag];
      if (typeof kept === 'number') return [tag, kept];
      const [low, high] = kept ?? [min, max];
      return [tag, Math.min(Math.max(asked[tag] ?? usual, low, min), high, max)];
    }),
  );
}

function drawText(hb: HarfBuzz, font: InstanceType<HarfBuzz['Font']>, face: OutlineFace, text: OutlineText): DrawnText {
  const { ascender, descender, lineGap } = font.hExtents();
  const spacing = text.letterSpacing * EM;
  const space = font.glyph(0x20);
  const blank = space === undefined ? EM / 4 : font.glyphHAdvance(space) / FINE;
  const runs = text.runs.map((run) => scripts(text.shown, run).flatMap((part) => shapeRun(hb, font, text, part)));
  const ink = { up: 0, down: 0 };
  const slant = text.isItalic ? SLANT : 0;
  const glyphsIn = ({ from, to }: { readonly from: number; readonly to: number }): Glyph[] => {
    const parts = runs.map((run) => run.filter(({ cluster }) => cluster >= from && cluster < to));
    // Side by side as they are seen.
    return (text.isRight ? parts.toReversed() : parts).flat();
  };
  const words = text.tokens.flatMap((token, index): DrawnWord[] => {
    if (token.what !== 'word') return [];
    const seen = glyphsIn(token);
    const commands: Command[] = [];
    let pen = 0;
    for (const [at, { id, x, y, advance, cluster }] of seen.entries()) {
      for (const { type, values } of font.glyphToJson(id)) {
        const moved = values.map((value, place) => (place % 2 === 0 ? value / FINE + pen + x : -(value / FINE + y)));
        commands.push({ type, values: moved.map((value, place) => (place % 2 === 0 ? value - slant * (moved[place + 1] ?? 0) : value)) });
        for (const [place, value] of moved.entries()) {
          if (place % 2 === 0) continue;
          ink.up = Math.max(ink.up, -value);
          ink.down = Math.max(ink.down, value);
        }
      }
      pen += advance + (seen[at + 1]?.cluster === cluster ? 0 : spacing);
    }
    // Where the font sets a space closer or wider beside a letter, the word before it takes the difference.
    const next = text.tokens[index + 1];
    const beside = next?.what === 'space' ? glyphsIn(next).reduce((sum, { advance }) => sum + advance - blank, 0) : 0;
    return [
      { width: Math.round(pen + (Math.abs(beside) < EM / 4 ? beside : 0)), path: pathOf(commands), lacks: seen.some(({ id }) => id === 0) },
    ];
  });
  const bolder = boldness(face, text);
  return {
    words,
    space: blank / EM + text.letterSpacing + text.wordSpacing,
    ascent: ascender / FINE / EM,
    descent: -descender / FINE / EM,
    gap: lineGap / FINE / EM,
    up: ink.up / EM,
    down: ink.down / EM,
    ...(bolder ? { bolder } : {}),
  };
}

/** A browser makes letters bold itself where they are asked bold and the face is not. */
function boldness({ axes }: OutlineFace, { weight, px }: OutlineText): number | undefined {
  const kept = axes['wght'] ?? 400;
  const heaviest = typeof kept === 'number' ? kept : kept[1];
  if (weight < 600 || heaviest >= 600) return undefined;
  const [[small, most], [large, least]] = [BOLDER.least, BOLDER.most];
  const share = Math.min(1, Math.max(0, (px - small) / (large - small)));
  return Math.round((most + (least - most) * share) * EM);
}

interface Glyph {
  readonly id: number;
  /** Of its first letter in the text. */
  readonly cluster: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
}

/** From left to right. */
function shapeRun(hb: HarfBuzz, font: InstanceType<HarfBuzz['Font']>, text: OutlineText, run: Run): Glyph[] {
  const buffer = new hb.Buffer();
  buffer.addText(text.shown, run.from, run.to - run.from);
  buffer.guessSegmentProperties();
  buffer.setDirection(run.isRight ? hb.Direction.RTL : hb.Direction.LTR);
  if (text.language) buffer.setLanguage(text.language);
  hb.shape(
    font,
    buffer,
    Object.entries(text.features).map(([tag, value]) => new hb.Feature(tag, value)),
  );
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint: id, cluster }, at) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    return { id, cluster, x: xOffset / FINE, y: yOffset / FINE, advance: xAdvance / FINE };
  });
}

const SCRIPTS = 'Latin Greek Cyrillic Arabic Hebrew Armenian Georgian Devanagari Bengali Tamil Thai Lao Khmer Han Hiragana Katakana Hangul'
  .split(' ')
  .map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));

/** Scripts have rules of their own; what belongs to none goes with the letters before it. In the order in which it is read from left to right. */
function scripts(text: string, run: Run): Run[] {
  const parts: { from: number; to: number; isRight: boolean; script: number }[] = [];
  let at = run.from;
  for (const letter of text.slice(run.from, run.to)) {
    const script = SCRIPTS.findIndex((one) => one.test(letter));
    const last = parts.at(-1);
    if (last && (script === -1 || last.script === -1 || last.script === script)) {
      last.to = at + letter.length;
      if (last.script === -1) last.script = script;
    } else parts.push({ from: at, to: at + letter.length, isRight: run.isRight, script });
    at += letter.length;
  }
  return run.isRight ? parts.reverse() : parts;
}
