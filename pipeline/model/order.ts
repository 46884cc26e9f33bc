/** The production order: what is supplied, what is wanted, by when, within which budget. */
import * as z from 'zod';
import { orderCorrections } from './correction-schema.ts';
import { type AudioWish, audioWish, suppliedCaptions, type VideoWish, videoWish } from './cut-schema.ts';
import { language, name, share } from './schema-parts.ts';

const perLanguage = z.record(language, z.string()).describe('One text per language');
const day = z.iso.date().describe('A day, written 2027-04-01');
const size = z
  .string()
  .regex(/^[1-9]\d{0,3}x[1-9]\d{0,3}$/, 'a size in px such as 300x250')
  .describe('Width x height in px, such as 300x250');

/** Shares are written with few decimals, so a sum may run a little over; numbers that are no shares are told one by one. */
function isBox([left, top, width, height]: readonly [number, number, number, number]): boolean {
  if (Math.max(left, top, width, height) > 1 || Math.min(left, top, width, height) < 0) return true;
  return width > 0 && height > 0 && left + width <= 1.001 && top + height <= 1.001;
}

const framing = {
  focus: z
    .tuple([share, share])
    .optional()
    .describe('Point that crops are laid round, as shares of width and height; left out: what draws the eye, as Kader measures it'),
  safe: z
    .tuple([share, share, share, share])
    .refine(isBox)
    .optional()
    .describe('Part that no crop may cut: left, top, width and height as shares of the upright picture'),
};
const crops = z
  .record(z.string(), z.strictObject(framing))
  .optional()
  .describe(
    'Another focus or safe box in one place: a slot (hero), a breakpoint of it (hero/phone), a picture of a banner (headline/background), one size of it (headline/background/160x600)',
  );

const rights = z
  .strictObject({
    creator: z.string().optional().describe('Who made it'),
    credit: z.string().optional().describe('How it must be credited'),
    copyright: z.string().optional().describe('Copyright notice, such as © 2026 Studio Getij'),
    licence: z.string().optional().describe('Licence or agreement it is used under'),
    page: z.url().optional().describe('Web page that tells the licence'),
    until: day.optional().describe('Last day on which it may be published'),
    releases: z.array(z.string()).optional().describe('Model and property releases that are on file'),
  })
  .describe('Rights of the material');

const print = z
  .strictObject({
    width: z.number().positive().describe('Width on paper, in mm'),
    height: z.number().positive().optional().describe('Height on paper, in mm; leave out when the picture keeps its shape'),
    class: z.enum(['magazine', 'newspaper', 'sheet', 'digital', 'packaging', 'large-format']).default('magazine').describe('Kind of print'),
    distance: z.number().positive().optional().describe('Large format: from how far it is looked at, in m'),
  })
  .describe('Size and kind of print that is planned for the picture');

const supplied = z.strictObject({
  name,
  file: z.string().min(1).describe('Path inside the production folder, or a pattern such as photos/*.jpg'),
  alt: perLanguage.optional().describe('What the picture shows, per language; empty text for a decorative picture'),
  ...framing,
  crops,
  each: z
    .record(name, z.strictObject({ ...framing, crops }))
    .optional()
    .describe('With a pattern: focus, safe and crops of single files, by what follows the slash in their name'),
  corrections: orderCorrections.optional(),
  captions: suppliedCaptions.optional(),
  transparent: z.boolean().optional().describe('It must have no background of its own, such as a logo'),
  print: print.optional(),
  rights: rights.optional(),
});

const texts = z.record(language, z.record(z.string(), z.string())).describe('Per language: template slot: text');
const landing = z.union([z.url(), z.record(language, z.url())]).describe('Page the click opens');
const images = z.record(name, z.string()).describe('Template slot: name of supplied material');
const utm = z
  .record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'a name such as utm_source'), z.string())
  .describe('Added to the landing page: name: text with {template} {size} {width} {height} {language} {target} {name} or any axis');

/** What one value of an axis says otherwise. */
const variant = z.strictObject({
  text: texts.optional(),
  images: images.optional(),
  landing: landing.optional(),
  utm: utm.optional(),
});

const target = z.union([
  name,
  z.strictObject({ platform: name, publisher: name.optional() }).describe('Platform it runs on, and the publisher whose sheet counts too'),
]);

const banners = z.strictObject({
  template: name.describe('Banner template of the house: a folder in templates/<house>/banners/'),
  sizes: z
    .array(z.union([size, name.describe('A set of sizes such as core or be-nl')]))
    .min(1)
    .describe('Sizes in px, or sets of them; `kader rules --sizes` tells the sets'),
  languages: z.array(language).optional().describe('Leave out for all languages of the order'),
  images: images.optional(),
  text: texts.default({}),
  landing,
  utm: utm.optional(),
  axes: z
    .record(name, z.record(name, variant))
    .optional()
    .describe(
      'Versions: axis (audience, market, channel, product …): value: what it says otherwise; all are multiplied. An axis without values ({}) takes them from its column in the feed',
    ),
  feed: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Versions from rows: a CSV, XLSX or JSON file in the production folder, with the columns language, size, any axis, text.<slot> or <slot>, image.<slot>, landing and utm_…',
    ),
  exclude: z
    .array(z.record(name, z.union([z.string(), z.array(z.string())])))
    .optional()
    .describe('Versions that are not made: axis, language or size: value or values'),
  name: z
    .string()
    .min(1)
    .optional()
    .describe(
      'How units are called, with {template} {size} {width} {height} {language} or any axis; left out: {size}-{language} and the value of each axis',
    ),
  targets: z.array(target).optional().describe('Where they go, such as google-ads; left out: the strictest common profile'),
  rules: z
    .record(name, z.union([z.number(), z.boolean()]))
    .optional()
    .describe('Stricter limits of this order: rule: value'),
  captures: z
    .array(z.enum(['2x', 'gif', 'mp4', 'storyboard']))
    .optional()
    .describe('Made beside the backup image; 2x is a backup image with twice the pixels, for sharp screens'),
});

export const orderSchema = z.strictObject({
  client: z.string().min(1),
  title: perLanguage,
  house: name.describe('House style: a folder in templates/'),
  languages: z.array(language).min(1),
  deadline: day.optional(),
  budget: z
    .strictObject({ hours: z.number().positive(), rate: z.number().nonnegative(), currency: z.string().length(3).default('EUR') })
    .optional(),
  forbid: z
    .array(z.enum(['ai']))
    .optional()
    .describe('What may not be used: ai stands for pictures that a generator made or had a part in'),
  limits: z
    .strictObject({
      megapixels: z
        .number()
        .positive()
        .max(500)
        .optional()
        .describe(
          'Largest picture that is taken in, 100 when not said, and largest frame of film, 24 when not said; memory for each is 6.5 MB per megapixel',
        ),
    })
    .optional(),
  supplied: z.array(supplied).default([]),
  deliver: z.strictObject({
    site: z.strictObject({ url: z.url().describe('Where the site will stand') }).optional(),
    banners: z.array(banners).default([]),
    video: z.array(videoWish).optional().describe('Films that are cut from supplied clips, one file for each channel'),
    audio: z.array(audioWish).optional().describe('Sound that is cut from supplied clips, one file for each channel'),
  }),
});

type Parsed = z.output<typeof orderSchema>;
export type Supplied = Parsed['supplied'][number] & {
  /** Line of the entry in `order.yaml`, 1-based. */
  readonly line: number;
};
export type BannerTarget = z.output<typeof target>;
export type BannerVariant = z.output<typeof variant>;
export type BannerSet = Parsed['deliver']['banners'][number] & {
  /** Where its parts stand in `order.yaml`: `sizes[1]` → line and column, 1-based. */
  readonly places?: Readonly<Record<string, readonly [line: number, column: number]>>;
};
export type PrintWish = z.output<typeof print>;
export type Rights = z.output<typeof rights>;

export interface Order extends Omit<Parsed, 'supplied' | 'deliver'> {
  /** Name of the production: its folder in `assets/`. */
  readonly production: string;
  /** Line of `house` in `order.yaml`, 1-based. */
  readonly houseLine?: number;
  readonly supplied: readonly Supplied[];
  readonly deliver: Omit<Parsed['deliver'], 'banners' | 'video' | 'audio'> & {
    readonly banners: readonly BannerSet[];
    readonly video?: readonly VideoWish[];
    readonly audio?: readonly AudioWish[];
  };
}
