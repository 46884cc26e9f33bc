/** A second look at clips that seem interlaced: stretches of whole frames from all over the clip, compared with one another. */
import type { ClipFacts, ClipMeasures, ClipType } from '../model/clip.ts';
import { countFields, type FieldVerdict, fieldsOf } from '../pixels/fields.ts';
import { type FieldTotals, interlacedBy, TELLING } from './clip-measures.ts';
import { type FfmpegLimits, runFfmpeg } from './ffmpeg.ts';
import type { FfmpegProgram } from './ffmpeg-find.ts';

/** Stretches of frames that are looked at, and frames in each: at 1080p a tenth of a GB in all, never more than one at once. */
const STRETCHES = 10;
const FRAMES = 6;
/** Below this share of what idet sees, nobody would act on it. */
const SUSPECT = 0.03;
/** No system weaves more frames a second (ITU-R BT.601, BT.709: 25 and 29.97, 30). */
const FASTEST = 31;

/**
 * ffmpeg's idet takes hard edges of one pixel for fields: drawn graphics, recordings of screens (4 of
 * 19 whole test clips, November 2026). What it finds is believed where the second look cannot tell.
 */
export async function interlacedIn(
  program: FfmpegProgram,
  { path, type, facts, counted }: { path: string; type: ClipType; facts: ClipFacts; counted: FieldTotals },
  limits: FfmpegLimits,
): Promise<ClipMeasures['interlaced']> {
  const seen = interlacedBy(counted);
  const { picture } = facts;
  if (!picture || seen.share < SUSPECT) return seen;
  const [count, per] = picture.averageRate;
  if (per > 0 && count / per > FASTEST && !['top', 'bottom'].includes(picture.fieldOrder)) return { share: 0, first: seen.first };
  const verdicts: FieldVerdict[] = [];
  for (const from of startsOf(picture.frames, picture.seconds)) {
    const pieces: Buffer[] = [];
    const [width, height] = picture.coded;
    await runFfmpeg(
      program,
      {
        inputs: [{ path, type, options: ['-noautorotate', ...(from > 0 ? ['-ss', from.toFixed(3)] : [])] }],
        outputs: [
          {
            onData: (piece) => void pieces.push(Buffer.from(piece)),
            options: ['-map', '0:V:0', '-frames:v', String(FRAMES), '-vf', 'extractplanes=y,format=gray', '-f', 'rawvideo'],
          },
        ],
      },
      limits,
    );
    verdicts.push(...fieldsOf({ data: Buffer.concat(pieces), width, height }));
  }
  const counts = countFields(verdicts);
  return counts.top + counts.bottom + counts.progressive >= TELLING ? interlacedBy(counts) : seen;
}

/** In s: spread evenly, one after another where the clip is short. */
function startsOf(frames: number, seconds: number): number[] {
  const count = Math.max(1, Math.min(STRETCHES, Math.floor(frames / FRAMES)));
  return Array.from({ length: count }, (_, at) => (at * seconds) / count);
}
