/** Effective resolutions that print asks for, by kind of print: dated data with sources. */
import type { PrintWish } from '../model/order.ts';

export interface PrintNeed {
  /** Effective ppi that a picture must exceed, and that up to which it cannot be printed. */
  readonly least: number;
  readonly poor: number;
}

/**
 * GWG 2022, rule R0031: colour and grey pictures must exceed this many ppi, rounded to whole ones (official workbook, parsed
 * November 2026). The workbook keeps one value; that errors begin at two thirds of it is GWG 2015's way (149 of 224, 99 of 149).
 */
const LEAST: Readonly<Record<Exclude<PrintWish['class'], 'large-format'>, number>> = {
  magazine: 224,
  newspaper: 149,
  sheet: 224,
  digital: 149,
  packaging: 299,
};

/** What is read from nearer is no large format: this is GWG 2022's value for it, and what an eye can tell apart at 0.3 m. */
const LEAST_NEAR = 299;
/** In m: the least that the Ghent Workgroup's specification for sign and display reckons with (1 to 75 m; read November 2026). */
const DISTANCE = 1;
/** Two points a minute of arc apart are told apart by a good eye. */
const MINUTE = Math.PI / 180 / 60;
const MM_PER_INCH = 25.4;

export function printNeed({ class: kind, distance = DISTANCE }: Pick<PrintWish, 'class' | 'distance'>): PrintNeed {
  const least =
    kind === 'large-format' ? Math.min(LEAST_NEAR, Math.round(MM_PER_INCH / (distance * 1000 * Math.tan(MINUTE)))) : LEAST[kind];
  return { least, poor: Math.floor((least * 2) / 3) };
}
