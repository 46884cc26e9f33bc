/** The highest samples of sound from beginning to end, for a waveform. */
import { type InputType, runFfmpeg } from './ffmpeg.ts';
import type { FfmpegProgram } from './ffmpeg-find.ts';

export interface PeaksWish {
  readonly path: string;
  readonly type: string;
  readonly seconds: number;
  /** As the file holds them: the mean of them would hide one that is alone. */
  readonly channels: number;
  readonly columns: number;
}

/** Enough to see a beat, and a sixth of the work. */
const RATE = 8000;

/** One for each column, 0–1; what goes beyond full scale is 1. */
export async function readPeaks(
  program: FfmpegProgram,
  { path, type, seconds, channels, columns }: PeaksWish,
  signal?: AbortSignal,
): Promise<number[]> {
  const total = Math.max(1, Math.round(seconds * RATE) * channels);
  const peaks = new Array<number>(columns).fill(0);
  let at = 0;
  let left = Buffer.alloc(0);
  const onData = (piece: Buffer): void => {
    const all = left.length > 0 ? Buffer.concat([left, piece]) : piece;
    const whole = all.length - (all.length % 4);
    for (let byte = 0; byte < whole; byte += 4, at++) {
      const column = Math.min(columns - 1, Math.floor((at * columns) / total));
      const value = Math.min(1, Math.abs(all.readFloatLE(byte)));
      if (value > (peaks[column] as number)) peaks[column] = value;
    }
    left = Buffer.from(all.subarray(whole));
  };
  const options = ['-map', '0:a:0', '-af', `aformat=sample_fmts=fltp,aresample=${RATE}`, '-ac', String(channels), '-f', 'f32le'];
  await runFfmpeg(program, { inputs: [{ path, type: type as InputType, options: ['-vn'] }], outputs: [{ onData, options }] }, { signal });
  if (at === 0) throw new Error('there is no sound in the file');
  return peaks.map((peak) => Math.round(peak * 1000) / 1000);
}
