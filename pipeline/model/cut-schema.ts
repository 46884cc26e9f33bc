/** What an order says of film and sound that is cut from supplied clips. */
import * as z from 'zod';
import { language, name, share } from './schema-parts.ts';
import { TIME_PATTERN } from './time.ts';

/** Of moving previews. */
const PREVIEW_FORMATS = ['avif', 'mp4', 'webp', 'gif'] as const;
export type PreviewFormat = (typeof PREVIEW_FORMATS)[number];

/** Of supplied material; what a pattern matched is called `name/file`. */
const material = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9-]+)?$/, 'lower-case letters, digits and hyphens')
  .describe('Name of supplied material');

const time = z
  .union([z.number().nonnegative(), z.string().regex(TIME_PATTERN, 'a time such as 4.5, 00:04.5 or 00:00:04:12')])
  .describe(
    'Seconds (4.5), mm:ss.ms, hh:mm:ss.ms, or a timecode hh:mm:ss:ff (;ff for drop frame, @25 behind it for another rate than the clip’s)',
  );
const length = z.number().nonnegative();

const focus = z.tuple([share, share]).describe('Point that the frame is laid round, as shares of width and height');
const focusKeys = z
  .array(z.strictObject({ at: time.describe('Moment from the start of the part'), focus }))
  .min(1)
  .describe('The point at moments of the part; in between it moves evenly');

const focusOf = (whom: string) =>
  z.union([focus, focusKeys]).optional().describe(`Point that the frame of ${whom} is laid round; or the same at moments of the part`);

const fit = z
  .enum(['cover', 'contain', 'blur'])
  .describe('How it fills a frame of another shape: cut to it (cover), whole with bars (contain), or whole on itself, blurred (blur)');
const bars = z
  .enum(['cut', 'keep'])
  .optional()
  .describe(
    'Black bars that were measured round a clip: cut away before it is framed (cut), or left (keep); left out: left, or as the whole says',
  );
const span = {
  in: time.optional().describe('What is seen or heard first; left out: its start'),
  out: time.optional().describe('What is seen or heard no more; left out: its end'),
};
const fadeInto = length.optional().describe('Seconds in which it is mixed with the part before it; left out: it follows at once');

const listed = {
  edl: z.string().min(1).optional().describe('Cut list in CMX 3600, inside the production folder'),
  otio: z.string().min(1).optional().describe('Cut list in OpenTimelineIO (.otio), inside the production folder'),
  rate: z.number().positive().max(300).optional().describe('Frames per second of an EDL, such as 25 or 29.97; left out: of the clip'),
  reels: z
    .record(z.string(), material)
    .optional()
    .describe('Reel or clip of the list: name of supplied material; left out: what is called like it'),
};
const cutList = z.strictObject(listed).describe('A cut list that an editing program wrote: edl or otio');

const channel = z
  .union([name, z.array(name).min(1)])
  .describe('Where it goes, such as web, instagram-reel or podcast; several: one file for each (`kader rules`)');
const fade = z
  .tuple([length, length])
  .optional()
  .describe('Seconds at its start and its end: from and to silence, in a film from and to black');
const music = z
  .union([
    material,
    z.strictObject({
      clip: material,
      in: time.optional().describe('Where in the music it begins'),
      gain: z.number().min(-60).max(24).default(0).describe('dB louder or softer where nothing else is heard'),
      duck: z.number().min(0).max(60).default(12).describe('dB that it goes down where the parts are heard'),
    }),
  ])
  .optional()
  .describe('Name of supplied sound that lies under it, repeated or cut to its length');

const chapters = z
  .array(z.strictObject({ at: time.describe('From the start of the cut'), title: z.string().min(1) }))
  .optional()
  .describe('Where chapters begin, and what they are called');

/** LUFS as EBU R 128 counts; nothing that people listen to lies outside. */
const loudness = z.number().min(-40).max(-5).optional().describe('LUFS; left out: as the channel wants it');

const title = z.strictObject({
  template: name.describe('Title template of the house: a folder in templates/<house>/video/'),
  at: z
    .union([time, z.literal('end')])
    .default(0)
    .describe('When it appears, from the start of the cut; end: so that it goes with the last frame'),
  for: z.number().positive().default(4).describe('Seconds that it stands'),
  text: z
    .record(language, z.record(z.string(), z.string()))
    .optional()
    .describe('Per language: template slot: text; left out: the title of the order in the slot title'),
  images: z.record(z.string(), material).optional().describe('Template slot: supplied picture'),
});

const captions = z
  .union([
    z.enum(['burned', 'track', 'none']),
    z.strictObject({
      show: z.enum(['burned', 'track', 'none']),
      languages: z.array(language).min(1).optional().describe('Of the captions; left out: those of the cut'),
    }),
  ])
  .optional()
  .describe('burned: in the picture, one film per language; track: in files beside it; none. Left out: track where captions are supplied');

const videoPart = z.strictObject({
  clip: material,
  ...span,
  fade: fadeInto,
  fit: fit.optional(),
  bars,
  focus: focusOf('the part'),
});
const audioPart = z.strictObject({ clip: material, ...span, fade: fadeInto });

export const videoWish = z.strictObject({
  name,
  from: z
    .union([material, z.array(videoPart).min(1), cutList])
    .describe('Name of supplied material, a list of parts of it, or a cut list of an editing program'),
  channel,
  in: span.in,
  out: span.out,
  fit: fit.default('cover'),
  bars,
  focus: focusOf('all parts that name none'),
  ratio: z
    .string()
    .regex(/^[1-9]\d{0,3}(\.\d+)?:[1-9]\d{0,3}(\.\d+)?$/, 'a ratio such as 9:16')
    .optional()
    .describe('Width to height, such as 9:16; left out: what the channel likes best'),
  captions,
  music,
  titles: z
    .union([name, z.array(z.union([name, title])).min(1)])
    .optional()
    .describe('Titles of the house laid over it: a template, or a list with times and texts'),
  logo: material.optional().describe('Name of a supplied picture that stands in a corner all through'),
  poster: time.optional().describe('Moment of the cut that stands for it; left out: the best frame is looked for'),
  fade,
  loudness,
  chapters,
  hls: z
    .boolean()
    .optional()
    .describe('On the channel web: also as an adaptive stream (HLS) of the same renditions, with a master playlist, beside them'),
  previews: z
    .array(z.enum(PREVIEW_FORMATS))
    .optional()
    .describe('On the channel web: three seconds that move, in these formats (GIF for mails); left out: AVIF and MP4; an empty list: none'),
  languages: z.array(language).min(1).optional().describe('Of titles and burned captions; left out: all languages of the order'),
});

export const audioWish = z.strictObject({
  name,
  from: z
    .union([material, z.array(audioPart).min(1), cutList])
    .describe('Name of supplied material, a list of parts of it, or a cut list of an editing program'),
  channel,
  in: span.in,
  out: span.out,
  music,
  fade,
  loudness,
  title: z.string().min(1).optional().describe('What players show; left out: the title of the order'),
  cover: material.optional().describe('Name of a supplied picture that players show'),
  chapters,
});

type Placed = {
  /** Where its parts stand in `order.yaml`: `from[1].in` → line and column, 1-based. */
  readonly places?: Readonly<Record<string, readonly [line: number, column: number]>>;
};
export type VideoWish = z.output<typeof videoWish> & Placed;
export type AudioWish = z.output<typeof audioWish> & Placed;
export type CutWish = VideoWish | AudioWish;
export type TitleWish = z.output<typeof title>;
export type MusicWish = NonNullable<VideoWish['music']>;
/** A part as a person wrote it. */
export type PartWish = z.output<typeof videoPart>;
export type ListWish = z.output<typeof cutList>;

/** Captions of supplied material: language: path. */
export const suppliedCaptions = z
  .record(language, z.string().min(1))
  .describe('Captions of a clip, per language: path of an SRT or WebVTT file inside the production folder');
