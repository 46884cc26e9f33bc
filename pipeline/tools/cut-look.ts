/** Reads and measures a film that was made, as it would be if somebody had supplied it. */
import type { ClipType } from '../model/clip.ts';
import type { MadeClipFacts, TitledLook } from '../model/facts.ts';
import { measureClip } from './clip-measure.ts';
import type { CutPrograms } from './cut-make.ts';
import { probeClip } from './ffprobe.ts';
import { contrastsOf, stillsFor } from './title-look.ts';

/** Ours are as large as channels take them: 4K at most. */
const PIXELS = 10_000_000;

/** @throws why it cannot be read or measured */
export async function lookAtClip(
  { ffmpeg, ffprobe }: CutPrograms,
  path: string,
  type: ClipType,
  titled: TitledLook | undefined,
  signal?: AbortSignal,
): Promise<MadeClipFacts> {
  const read = await probeClip(ffprobe, path, type, signal);
  if ('reason' in read) throw new Error(read.reason);
  const { facts } = read;
  const stills = titled && stillsFor(titled, facts);
  const limits = { ...(signal ? { signal } : {}), pixels: PIXELS };
  const measured = await measureClip(ffmpeg, path, type, facts, { ...limits, ...(stills ? { stills } : {}) });
  const titles = titled && stills ? { titles: await contrastsOf(ffmpeg, titled, facts, signal) } : {};
  return { what: 'clip', type, facts: { ...facts, measured }, ...titles };
}
