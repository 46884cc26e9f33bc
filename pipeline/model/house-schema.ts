/** What `house.yaml` and a banner's `template.yaml` may say. */
import { z } from 'zod';
import { REPAIR_MINUTES, REPAIR_SHARE } from './repair.ts';

const format = z.enum(['avif', 'webp', 'jpeg', 'png']);
const pair = z.tuple([z.number().positive(), z.number().positive()]);
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as #0B1B2B or a token such as {colour.kade}');
const encoder = z.strictObject({ quality: z.number().int().min(1).max(100), effort: z.number().int().min(0).max(9).optional() });
const axis = z.union([z.number(), z.tuple([z.number(), z.number()])]);

const slot = z.strictObject({
  ratio: pair.optional(),
  widths: z
    .array(z.number().int().positive())
    .min(1)
    .transform((widths) => [...new Set(widths)].sort((a, b) => a - b)),
  formats: z.array(format).min(1).default(['avif', 'webp', 'jpeg']),
  sizes: z.string().default('100vw'),
  loading: z.enum(['eager', 'lazy']).default('lazy'),
  animation: z.enum(['keep', 'still']).default('still'),
  treatment: z.string().optional(),
});

// AVIF effort 4 costs five times effort 3 for about the same bytes (measured November 2026, sharp 0.35.5);
// quality 60 is the visual match of WebP and JPEG 80 by butteraugli.
const ENCODERS = { avif: { quality: 60, effort: 3 }, webp: { quality: 80, effort: 4 }, jpeg: { quality: 80 }, png: { quality: 100 } };

const repairable = z.enum(Object.keys(REPAIR_MINUTES) as (keyof typeof REPAIR_MINUTES)[]);

const SEVERITIES = z.enum(['warning', 'info', 'error']);

export const houseSchema = z.strictObject({
  languages: z.array(z.string()).default([]),
  images: z
    .strictObject({
      encoders: z
        .partialRecord(format, encoder)
        .default({})
        .transform((own) => ({ ...ENCODERS, ...own })),
      treatments: z.record(z.string(), z.strictObject({ duotone: z.tuple([colour, colour]) })).default({}),
      slots: z.record(z.string(), slot).default({}),
    })
    .prefault({}),
  fonts: z
    .array(
      z.strictObject({
        family: z.string(),
        package: z.string(),
        file: z.string(),
        style: z.enum(['normal', 'italic']).default('normal'),
        axes: z.record(z.string(), axis).default({}),
      }),
    )
    .default([]),
  rules: z
    .strictObject({
      // The strictest common profile of ad platforms: 150 kB, 15 s with at most 3 loops, backup 40 kB (read November 2026).
      banner: z
        .strictObject({
          zipBytes: z.number().int().positive().default(153_600),
          backupBytes: z.number().int().positive().default(40_960),
          seconds: z.number().positive().default(15),
          loops: z.number().int().positive().default(3),
        })
        .prefault({}),
      severity: z.record(z.string(), SEVERITIES).default({}),
    })
    .prefault({}),
  repair: z
    .strictObject({
      share: z.number().min(0).max(1).default(REPAIR_SHARE),
      minutes: z
        .partialRecord(repairable, z.number().nonnegative())
        .default({})
        .transform((own) => ({ ...REPAIR_MINUTES, ...own })),
    })
    .prefault({}),
});

export const bannerTemplateSchema = z.strictObject({
  quality: z.number().int().min(1).max(100).default(76),
  families: z.record(z.string(), z.strictObject({ ratio: pair })),
  slots: z.record(
    z.string(),
    z.strictObject({
      kind: z.enum(['image', 'text']),
      required: z.boolean().default(true),
      box: z.record(z.string(), pair).default({}),
      limit: z.record(z.string(), z.number().int().positive()).default({}),
    }),
  ),
});
