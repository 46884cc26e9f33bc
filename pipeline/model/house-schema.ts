/** What `house.yaml` and a banner's `template.yaml` may say. */
import * as z from 'zod';
import { captionRules, clipRules } from './clip-schema.ts';
import { houseCorrections, treatment } from './correction-schema.ts';
import { FONT_LICENCES } from './font.ts';
import type { HouseStyle } from './house.ts';
import { REPAIR_MINUTES, REPAIR_SHARE } from './repair.ts';

const format = z.enum(['avif', 'webp', 'jpeg', 'png']);
const pair = z.tuple([z.number().positive(), z.number().positive()]);
const quality = z.number().int().min(1).max(100);
const target = z
  .number()
  .min(0.3)
  .max(6)
  .describe('How far a rendition of 40 kB may lie from its original by butteraugli: 1 is hardly to be told apart, 2 is seen');
const encoder = z.strictObject({
  quality: quality.optional(),
  target: target.optional(),
  effort: z.number().int().min(0).max(9).optional(),
  chroma: z.enum(['4:2:0', '4:4:4']).optional(),
  mozjpeg: z.boolean().optional(),
  least: quality.optional(),
  most: quality.optional(),
});
const axis = z.union([z.number(), z.tuple([z.number(), z.number()])]);

const widths = z
  .array(z.number().int().positive())
  .min(1)
  .transform((all) => [...new Set(all)].sort((a, b) => a - b));

const crop = z.strictObject({
  media: z
    .string()
    .refine(isMediaQuery, 'a media query such as (max-width: 40rem)')
    .describe('Condition under which this crop is taken instead of the slot’s own'),
  ratio: pair,
  widths: widths.optional(),
  sizes: z.string().optional(),
});

/** A query that no browser understands never holds, and the crop would never be seen. */
function isMediaQuery(text: string): boolean {
  const feature = /\([\w-]+(\s*(:|[<>]=?|=)\s*[^()]+)?\)/;
  const bare = text.replaceAll(new RegExp(feature, 'g'), '(x)');
  return /^((only |not )?(screen|all|print) and )?(not )?\(x\)( (and|or) (not )?\(x\))*(, ?\(x\)( and \(x\))*)*$/.test(bare.trim());
}
const colourWay = {
  intent: z
    .enum(['perceptual', 'relative', 'saturation', 'absolute'])
    .optional()
    .describe('Rendering intent for colours that do not fit; perceptual unless said'),
  blackPoint: z.boolean().optional().describe('Black point compensation: darkest lies on darkest'),
};

const slot = z.strictObject({
  ratio: pair.optional(),
  crops: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name such as phone'), crop)
    .optional()
    .describe('Other crops by name, the first whose condition holds is taken'),
  widths,
  formats: z.array(format).min(1).default(['avif', 'webp', 'jpeg']),
  sizes: z.string().default('100vw'),
  loading: z.enum(['eager', 'lazy']).default('lazy'),
  corrections: houseCorrections.optional(),
  animation: z
    .enum(['keep', 'video', 'still'])
    .default('still')
    .describe('Of a picture that moves: keep its frames as WebP and GIF, play them as a silent video (needs ffmpeg), or show the first'),
  treatment: z.string().optional(),
  target: target.optional(),
  maxBytes: z.number().int().positive().optional(),
  gamut: z.enum(['srgb', 'p3']).optional().describe('p3 offers Display P3 beside sRGB where a picture truly uses it'),
  hdr: z.enum(['flatten', 'keep']).optional().describe('keep offers the gain map of UltraHDR photos to screens with light to spare'),
  colour: z.strictObject(colourWay).optional().describe('Goes before images.colour'),
});

// AVIF effort 4 costs five times effort 3 for 3 % fewer bytes at the same butteraugli, and half the colour saves a sixth of the
// time and 1 % of the bytes (measured November 2026, sharp 0.35.5, five camera photographs). The bounds keep a
// picture that is all noise from being written at any price, and one without detail from falling into blocks. WebP and JPEG are
// for browsers that read no AVIF, a few in a hundred: their slower ways (effort 4: 4 % fewer bytes, mozjpeg: 15 %) cost more
// time than they are worth, unless a house thinks otherwise.
const ENCODERS: Readonly<Record<z.output<typeof format>, z.output<typeof encoder>>> = {
  avif: { effort: 3, chroma: '4:2:0', least: 35, most: 80 },
  webp: { effort: 2, least: 55, most: 94 },
  jpeg: { least: 55, most: 94 },
  png: { quality: 100 },
};

const repairable = z.enum(Object.keys(REPAIR_MINUTES) as (keyof typeof REPAIR_MINUTES)[]);

const SEVERITIES = z.enum(['warning', 'info', 'error']);

export const houseSchema = z.strictObject({
  languages: z.array(z.string()).default([]),
  images: z
    .strictObject({
      target: target.default(1.2),
      encoders: z.partialRecord(format, encoder).default({}),
      treatments: z.record(z.string(), treatment).default({}),
      colour: z
        .strictObject({
          ...colourWay,
          cmyk: z
            .string()
            .optional()
            .describe('Profile that untagged CMYK is read with, such as profiles/coated.icc in the folder of the house'),
        })
        .optional(),
      slots: z.record(z.string(), slot).default({}),
    })
    .superRefine(({ slots, treatments }, context) => {
      for (const [name, { treatment: wanted }] of Object.entries(slots)) {
        if (wanted === undefined || Object.hasOwn(treatments, wanted)) continue;
        const known = Object.keys(treatments).join(', ') || 'none';
        context.addIssue({
          code: 'custom',
          path: ['slots', name, 'treatment'],
          message: `no treatment is called ${wanted}; there is ${known}`,
        });
      }
    })
    .prefault({})
    .transform(({ target, encoders, ...images }) => ({ ...images, encoders: encodersOf(target, encoders) })),
  fonts: z
    .array(
      z.strictObject({
        family: z.string(),
        package: z.string(),
        file: z.string(),
        style: z.enum(['normal', 'italic']).default('normal'),
        axes: z.record(z.string(), axis).default({}),
        licence: z
          .enum(FONT_LICENCES)
          .optional()
          .describe(
            'What the owner allows in writing: granted for web use and subsets whatever the file is marked with, site-only for pages but not inside HTML5 banners, outlines for pages and in banners drawn as shapes, never as a font; left out: the marks in the file count',
          ),
      }),
    )
    .default([]),
  rules: z
    .strictObject({
      banner: z
        .strictObject({
          zipBytes: z.number().int().positive().optional(),
          backupBytes: z.number().int().positive().optional(),
          seconds: z.number().positive().optional(),
          loops: z.number().int().positive().optional(),
        })
        .prefault({})
        .transform(bannerRules),
      clip: clipRules,
      captions: captionRules,
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

/** The strictest common profile of ad platforms (`channels/ads/common.ts`), for what a house does not state. */
const BANNER = { zipBytes: 150_000, backupBytes: 40_000, seconds: 15, loops: 3 };

function bannerRules(own: { readonly [name in keyof typeof BANNER]?: number | undefined }): HouseStyle['rules']['banner'] {
  const stated = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...BANNER, ...stated, stated };
}

/** A quality that the house fixes stands; every other is sought. */
function encodersOf(distance: number, own: Partial<typeof ENCODERS>): HouseStyle['encoders'] {
  const settings = format.options.map((name) => {
    const bounds = ENCODERS[name];
    // Whoever fixes a quality has measured for himself: nothing is added to what he says.
    const { quality, target, least = 1, most = 100, ...rest } = own[name]?.quality === undefined ? { ...bounds, ...own[name] } : own[name];
    return [name, { ...rest, quality: quality ?? { distance: target ?? distance, least, most } }] as const;
  });
  return Object.fromEntries(settings) as HouseStyle['encoders'];
}
