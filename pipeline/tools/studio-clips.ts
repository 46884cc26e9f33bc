/** What ingest needs to read and measure clips: ffmpeg and ffprobe, one measuring at a time, every failure as data. */
import type { ClipFacts, ClipMeasures, ClipType } from '../model/clip.ts';
import { MissingProgram } from '../model/finding.ts';
import type { Digest } from '../model/key.ts';
import type { FfmpegProgram, FfprobeProgram } from './ffmpeg-find.ts';
import { installAdvice } from './programs.ts';

/** Raise it when the same headers and packets give other facts. */
const READER = 3;
/** Raise it when the same clip gives other measures. */
const MEASURER = 3;

export interface ClipOptions {
  readonly ffmpeg: FfmpegProgram | undefined;
  /** Asked when the first clip comes. */
  readonly findFfprobe: () => Promise<FfprobeProgram | undefined>;
  readonly blobPath: (digest: Digest) => string;
  readonly signal: AbortSignal;
}

type NotRead = { readonly reason: string; readonly passing?: boolean } | { readonly program: string; readonly advice: string };
export type ClipEffects = ReturnType<typeof clipEffects>;

export function clipEffects({ ffmpeg, findFfprobe, blobPath, signal }: ClipOptions) {
  let found: Promise<FfprobeProgram | undefined> | undefined;
  const ffprobe = (): Promise<FfprobeProgram | undefined> => {
    found ??= findFfprobe();
    return found;
  };
  // A measuring takes two threads: a second one beside it would only take its memory.
  let last: Promise<unknown> = Promise.resolve();

  return {
    async versions() {
      const version = (await ffprobe())?.version ?? 'none';
      return {
        reader: `ffprobe ${version}, reader ${READER}`,
        measurer: `ffprobe ${version}, ffmpeg ${ffmpeg?.version ?? 'none'}, reader ${READER}, measurer ${MEASURER}`,
      };
    },
    async read(digest: Digest, type: ClipType): Promise<{ readonly facts: ClipFacts } | NotRead> {
      const program = await ffprobe();
      if (!program) return { program: 'ffprobe', advice: installAdvice('ffmpeg') };
      const { probeClip } = await import('./ffprobe.ts');
      const read = await probeClip(program, blobPath(digest), type, signal);
      return 'reason' in read && MAY_PASS.test(read.reason) ? { ...read, passing: true } : read;
    },
    async measure(
      digest: Digest,
      type: ClipType,
      facts: ClipFacts,
      limits: { readonly pixels: number; readonly onProgress: (share: number) => void },
    ): Promise<{ readonly measures: ClipMeasures } | NotRead> {
      if (!ffmpeg) return { program: 'ffmpeg', advice: installAdvice('ffmpeg') };
      const { measureClip } = await import('./clip-measure.ts');
      const turn = last.then(() => measureClip(ffmpeg, blobPath(digest), type, facts, { ...limits, signal }));
      last = turn.catch(() => undefined);
      try {
        return { measures: await turn };
      } catch (error) {
        if (signal.aborted || !(error instanceof Error)) throw error;
        if (error instanceof MissingProgram) return { program: error.program, advice: error.advice };
        const reason = error.message.replaceAll(`file:${blobPath(digest)}`, '').replace(/^: /, '');
        const isPassing = error.name === 'TimeoutError' || MAY_PASS.test(reason) || /allocate memory/i.test(reason);
        return isPassing ? { reason, passing: true } : { reason };
      }
    },
  };
}

/** Of the machine, not of the file. */
const MAY_PASS = /^timeout|killed with signal|ENOENT|EACCES|EAGAIN|ENOMEM/i;
