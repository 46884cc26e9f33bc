/** What `house.yaml` may say of supplied film and sound, and of captions, under `rules.clip` and `rules.captions`. */
import * as z from 'zod';
import { CAPTION_RULES } from './caption-rules.ts';
import { CLIP_RULES } from './clip-rules.ts';

const { leastBits, ...defaults } = CLIP_RULES;
const share = (value: number) => z.number().min(0).max(1).default(value);
const seconds = (value: number) => z.number().nonnegative().default(value);
const side = (value: number) => z.number().int().positive().default(value);
const level = z.number().min(-70).max(0);

export const clipRules = z
  .strictObject({
    missingShare: share(defaults.missingShare).describe('Of its stated length that a clip may lack before it is unusable'),
    missingSeconds: seconds(defaults.missingSeconds).describe('The same in s; whichever is passed first counts'),
    leastSide: side(defaults.leastSide).describe('Shorter side in px below which a clip is unusable'),
    wantedSide: side(defaults.wantedSide).describe('Shorter side in px below which it is told to be soft'),
    enlarged: z.number().min(1).default(defaults.enlarged).describe('Times that a cut may enlarge a clip before it is told'),
    largestSide: side(defaults.largestSide),
    interlaced: share(defaults.interlaced).describe('Share of interlaced frames from which on it is deinterlaced'),
    edge: seconds(defaults.edge).describe('Black, frozen or silent head or tail in s that is told'),
    blackInside: seconds(defaults.blackInside),
    frozenInside: seconds(defaults.frozenInside),
    silentInside: seconds(defaults.silentInside),
    bars: share(defaults.bars).describe('Of height or width'),
    flatFactor: z.number().nonnegative().default(defaults.flatFactor).describe('ffmpeg’s astats; above it the sound was cut off'),
    loudness: z
      .tuple([level, level])
      .refine(([least, most]) => least < most, 'two levels, the lower first')
      .default([...defaults.loudness])
      .describe('LUFS outside which the loudness of a clip is told'),
    quietest: level.default(defaults.quietest).describe('LUFS below which noise would rise with the sound'),
    truePeak: level.default(defaults.truePeak).describe('dBTP'),
    cancels: z.number().min(-1).max(1).default(defaults.cancels).describe('Correlation of left and right below which mono loses sound'),
    same: z.number().min(-1).max(1).default(defaults.same),
    leastBits: z
      .record(z.string(), z.number().positive())
      .default({})
      .transform((own) => ({ ...leastBits, ...own }))
      .describe('Bits per pixel of a frame by codec, such as h264: 0.03'),
    blur: z.number().positive().default(defaults.blur),
    blocks: z.number().positive().default(defaults.blocks),
  })
  .prefault({});

const { lineLength, lines, speed, mostSpeed, shortest, longest, gap } = CAPTION_RULES;
const count = z.number().int().positive();
const pace = z.number().positive();

export const captionRules = z
  .strictObject({
    lineLength: count.default(lineLength).describe('Characters in a line'),
    lines: count.default(lines).describe('Lines at once'),
    speed: pace.default(speed).describe('Characters a second from which on it is told'),
    mostSpeed: pace.default(mostSpeed).describe('Characters a second from which on it is warned of'),
    shortest: seconds(shortest).describe('Seconds that a caption stands at least'),
    longest: seconds(longest).describe('Seconds that a caption stands at most'),
    gap: seconds(gap).describe('Seconds between two that do not follow at once'),
  })
  .prefault({});
