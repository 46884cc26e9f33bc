/** Texts as outlines: what CSS gives each text of a unit, what is drawn of it, and why one cannot be drawn. */

/** Why a text cannot become outlines and look the same. */
export type OutlineRefusal =
  /** Underlined or struck through. */
  | 'decoration'
  /** Filled with something other than a colour. */
  | 'fill'
  /** Small capitals or other forms that a browser makes. */
  | 'caps'
  /** Set from top to bottom. */
  | 'vertical'
  /** Its first letter or line is set otherwise. */
  | 'first-letter'
  /** Written by a stylesheet. */
  | 'generated'
  /** Text inside a drawing. */
  | 'drawing'
  /** What a field holds. */
  | 'field'
  /** Cut off with dots. */
  | 'cut-off'
  /** A number that a script counts with. */
  | 'count';

/** Direction of a stretch of a text, in code units of the text as it is shown. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly isRight: boolean;
}

/** A part of a text that no line breaks, or what stands between two of them; places are in the text as it is shown. */
export type OutlineToken =
  | { readonly what: 'word'; readonly from: number; readonly to: number; readonly written: string }
  /** @property holds no line breaks here */
  | { readonly what: 'space'; readonly from: number; readonly to: number; readonly written: string; readonly holds: boolean }
  /** A line may break, and nothing is seen. */
  | { readonly what: 'gap' };

/** A text node as a browser sets it. Lengths without unit are in em. */
export interface OutlineText {
  /** Its place among the text nodes of the body. */
  readonly node: number;
  readonly slot: string;
  /** As it is shown: in its case, and its white space as it stands. */
  readonly shown: string;
  readonly tokens: readonly OutlineToken[];
  /** Stretches in the order of the text. */
  readonly runs: readonly Run[];
  /** The text runs from right to left. */
  readonly isRight: boolean;
  readonly language: string;
  readonly px: number;
  readonly weight: number;
  /** In percent. */
  readonly stretch: number;
  readonly isItalic: boolean;
  /** Axis: value, as the stylesheet asks. */
  readonly variations: Readonly<Record<string, number>>;
  readonly isOptical: boolean;
  readonly features: Readonly<Record<string, number>>;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  /** A factor, px, or `normal`. */
  readonly lineHeight: string;
  /** Where it is another than that of the text. */
  readonly fill?: string;
  readonly stroke?: { readonly px: number; readonly colour: string };
  /** As a filter draws it. */
  readonly shadow?: string;
}

/** What a browser says of all texts of a page. */
export interface OutlineReading {
  readonly texts: readonly OutlineText[];
  /** Text nodes that stay as they are, with the line height that they have. */
  readonly kept: readonly { readonly node: number; readonly lineHeight: string }[];
  /** Elements of the body, by place, whose lines only outlines make; -1 is the body. */
  readonly holders: readonly number[];
  /** Those of them whose own letters, though none are there, make their lines higher: with their line height. */
  readonly struts: readonly { readonly place: number; readonly lineHeight: string }[];
  /** Elements whose letters a script fitted, and the size that it gave them: with outlines they become no larger. */
  readonly fitted: readonly { readonly place: number; readonly px: number }[];
  readonly refused: readonly Refused[];
}

export type Refused = { readonly slot: string; readonly why: OutlineRefusal };

/** A word drawn: units are thousandths of an em, y downwards from the base line. */
export interface DrawnWord {
  readonly width: number;
  /** SVG path data; absent where the font lacks a letter: it stays a text. */
  readonly path: string;
  readonly lacks: boolean;
}

export interface DrawnText {
  /** For each token that is a word. */
  readonly words: readonly DrawnWord[];
  /** Of a space with all that is added to it, in em; ascent and descent of the font; reach of the letters from the base line. */
  readonly space: number;
  readonly ascent: number;
  readonly descent: number;
  readonly gap: number;
  readonly up: number;
  readonly down: number;
  /** Drawn heavier than the font can, in thousandths of an em. */
  readonly bolder?: number;
}

/** A face as it is drawn with: axes as the house keeps them. */
export type OutlineFace = {
  readonly family: string;
  readonly axes: Readonly<Record<string, number | readonly [number, number]>>;
};

/** What is to be outlined: places are those of the inputs. */
export type OutlineRecipe = {
  readonly face: OutlineFace;
  readonly width: number;
  readonly height: number;
  /** The page; it is served with the others beside it. */
  readonly page: number;
  readonly files: readonly { readonly path: string; readonly input: number }[];
  /** The font as the house has it, all letters. */
  readonly font: number;
  /** The letters that the page takes along where it cannot be outlined, and the rule that names them; absent: that is not allowed. */
  readonly instead?: { readonly input: number; readonly rule: string };
};

/** What became of it. */
export type OutlineFacts = { readonly what: 'outlines'; readonly refused: readonly Refused[]; readonly words: number };
