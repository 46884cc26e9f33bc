/** Repair time: what it costs a studio to mend or replace what was supplied, reckoned from the findings. */
import type { Finding } from './finding.ts';
import type { Order } from './order.ts';

/**
 * Minutes per picture, clip or place for each finding that somebody must act on. Kader's own estimates (November 2026), for a
 * studio to replace by its timesheets: to ask again and look at what comes takes ten minutes, to look something up five,
 * and what a retoucher does by hand is counted as such.
 */
export const REPAIR_MINUTES = {
  'material-missing': 10,
  'material-outside': 2,
  'material-empty': 5,
  'file-unreadable': 10,
  'pdf-locked': 10,
  'illustrator-without-pdf': 10,
  'file-wrong-type': 10,
  'format-not-supported': 10,
  // Somebody asks for the development, or makes it.
  'raw-preview-used': 15,
  'image-too-large': 5,
  'image-too-small': 10,
  // Another frame has to be found and chosen.
  'image-unsharp': 15,
  'image-overcompressed': 10,
  // One crop in an editor.
  'image-bars': 3,
  // A click in an editor.
  'image-turned-twice': 2,
  // Another picture, and a talk about it.
  'image-ai-made': 20,
  'image-print-coarse': 10,
  'image-untagged-cmyk': 5,
  // Asked again, with the raw file or in 16 bits.
  'image-banding': 10,
  // Cut out by hand when nobody has the drawing.
  'image-on-ground': 15,
  'image-vanishes': 10,
  // Film and sound: asked again, and looked at or listened to from beginning to end.
  'clip-incomplete': 10,
  'clip-damaged': 15,
  'clip-too-small': 10,
  'clip-starved': 10,
  // Made good by machine; somebody looks whether it came out well.
  'clip-variable-rate': 5,
  'clip-interlaced': 5,
  'clip-matrix-unlikely': 5,
  'clip-one-sided': 5,
  'clip-bars': 3,
  // Another in or out point, after a talk about it.
  'clip-black': 10,
  'clip-frozen': 10,
  // Cut anew round the flashes.
  'clip-flashes': 20,
  // By hand in an editor of sound, or asked again.
  'clip-clipped': 20,
  'clip-quiet': 10,
  'clip-phase': 10,
  'rights-expired': 15,
  'rights-missing': 5,
  // Somebody writes to the photographer, and the client decides.
  'rights-unreleased': 15,
  // To look, and to write a sentence.
  'alt-missing': 3,
} as const satisfies Readonly<Record<string, number>>;

export interface RepairRules {
  /** Part of the budgeted hours that repair may take, 0–1. */
  readonly share: number;
  readonly minutes: Readonly<Record<string, number>>;
}

/** When a quarter of the hours goes into mending what came, the price was made for other material. */
export const REPAIR_SHARE = 0.25;

export interface Repair {
  readonly minutes: number;
  /** Of the order's budget; absent where it states none. */
  readonly budget?: number;
}

/** What is only told costs nothing; one fault of one picture is mended once, in however many places it shows. */
export function repairOf(findings: readonly Finding[], rules: RepairRules, budget: Order['budget']): Repair {
  const faults = new Map<string, number>();
  for (const { code, severity, where } of findings) {
    if (severity === 'info') continue;
    faults.set(`${code} ${where.asset ?? where.file ?? where.page ?? where.deliverable ?? ''}`, rules.minutes[code] ?? 0);
  }
  const minutes = [...faults.values()].reduce((sum, one) => sum + one, 0);
  return { minutes, ...(budget ? { budget: budget.hours * 60 } : {}) };
}
