/** Films a title frame by frame, with its alpha, to be laid over a film; and looks at it as it stands. */
/// <reference lib="dom" />
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CaptureWish } from '../model/capture.ts';
import type { CaptureFacts, TitleFacts } from '../model/facts.ts';
import { MissingProgram } from '../model/finding.ts';
import type { UnitOnStage } from './banner-measure.ts';
import { readMotion } from './banner-motion.ts';
import { openUnit, type Seat, type Staged, seekTo, shoot, sizeTo } from './banner-stage.ts';
import { measureFit, textsOn } from './banner-texts.ts';
import { STILL } from './banner-watch.ts';
import { findFfmpeg } from './ffmpeg-find.ts';
import { installAdvice } from './programs.ts';

type TitleWish = CaptureWish & { what: 'title' } & { readonly to: string };

/** Label that a designer gives the moment at which it stands whole; else it is looked at in the middle of its time. */
const STANDS = 'stands';

/**
 * PNG frames in QuickTime: nothing is lost, and what does not move between two frames is not drawn anew.
 * @throws MissingProgram without ffmpeg
 */
export async function filmTitle(seat: Seat, unit: UnitOnStage, { rate, frames, to }: TitleWish): Promise<CaptureFacts> {
  found ??= findFfmpeg(process.env);
  const program = await found;
  if (!program) throw new MissingProgram('ffmpeg', installAdvice('ffmpeg'));
  const { runFfmpeg } = await import('./ffmpeg.ts');
  const { page, session } = seat;
  const [count, per] = rate;
  const seconds = (frames * per) / count;
  await sizeTo(seat, unit);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await session.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
  try {
    const { visit, zero } = await openUnit(seat, STILL);
    const motion = await page.evaluate(readMotion, zero);
    const show = (at: number): Promise<void> => seekTo(page, at, { zero, end: seconds });
    const pictures = async function* (): AsyncGenerator<Buffer> {
      let last: Buffer | undefined;
      for (let frame = 0; frame < frames; frame++) {
        await show((frame * per) / count);
        if (!last || (await page.evaluate(hasStirred))) last = Buffer.from(await shoot(session), 'base64');
        yield last;
      }
    };
    const input = new PassThrough();
    // ffmpeg's own words say more than a broken pipe.
    const fed = pipeline(pictures(), input).catch((error: unknown) => error);
    const read = ['-f', 'png_pipe', '-framerate', `${count}/${per}`];
    const written = ['-an', '-map_metadata', '-1', '-c:v', 'copy', '-flags:v', '+bitexact', '-f', 'mov'];
    const wish = { inputs: [{ frames: input, options: read }], outputs: [{ path: resolve(to), options: written }] };
    const [, broken] = await Promise.all([runFfmpeg(program, { ...wish, needs: ['demux:png_pipe', 'mux:mov'] }), fed]);
    if (broken) throw broken;
    const title = await lookAtTitle(seat, unit, { motion, show, seconds });
    const { width, height } = unit;
    const facts = { width, height, fps: count / per, seconds };
    return { what: 'capture', format: 'mov', ...facts, title: { ...title, errors: [...visit.consoleErrors] } };
  } finally {
    await session.send('Emulation.setDefaultBackgroundColorOverride', {});
  }
}

/** In the page. */
function hasStirred(): boolean {
  return (window as unknown as Staged).kaderWatch?.stirred() ?? true;
}

interface Standing {
  readonly motion: ReturnType<typeof readMotion>;
  readonly show: (at: number) => Promise<void>;
  readonly seconds: number;
}

async function lookAtTitle(
  { page, session }: Seat,
  unit: UnitOnStage,
  { motion, show, seconds }: Standing,
): Promise<Omit<TitleFacts, 'errors'>> {
  await show(motion.labels.find(({ name, at }) => name === STANDS && at < seconds)?.at ?? seconds / 2);
  const { default: sharp } = await import('sharp');
  const { channels } = await sharp(Buffer.from(await shoot(session), 'base64')).stats();
  const { overflows } = await measureFit(page, unit);
  const { width, height } = unit;
  return {
    motion: motion.seconds,
    endless: motion.endless,
    isVisible: channels.length < 4 || (channels[3]?.max ?? 0) > 0,
    texts: (await textsOn(page)).map(({ slot, boxes }) => {
      const side = (at: number, pick: (...all: number[]) => number): number => pick(...boxes.map((box) => box[at] as number));
      const shares = [side(0, Math.min) / width, side(1, Math.min) / height, side(2, Math.max) / width, side(3, Math.max) / height];
      return { slot, box: shares.map((share) => Math.round(share * 1e4) / 1e4) as [number, number, number, number] };
    }),
    overflows,
  };
}

/** The same that stands in the keys. */
let found: ReturnType<typeof findFfmpeg> | undefined;
