/** What templates are given of banner units, and what came of rendering them and the pages of a site. */
import type { Ask } from './ask.ts';

export interface RenderedTemplate {
  readonly url: string;
  readonly path: string;
  /** Relative to the workspace. */
  readonly source: string;
  readonly html: string;
}

export interface TemplateFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly detail: string;
}

export interface Rendering {
  readonly pages: readonly RenderedTemplate[];
  readonly asks: readonly Ask[];
  readonly fault?: TemplateFault;
  /** Of single units, by id. */
  readonly faults?: Readonly<Record<string, TemplateFault>>;
}

/** What a template is told of a unit. */
export interface UnitToRender {
  readonly id: string;
  readonly size: readonly [number, number];
  readonly family: string;
  readonly language: string;
  readonly version: Readonly<Record<string, string>>;
  readonly hidden: readonly string[];
  readonly text: Readonly<Record<string, string>>;
  /** Slot: name of the picture. */
  readonly images: Readonly<Record<string, string>>;
}
