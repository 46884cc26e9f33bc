/** Plans the deliverables of film and sound: their files, and what measures each film anew. */
import { planClipLook } from '../jobs/look-clip.ts';
import type { Deliverable, Job, Toolchain } from '../model/job.ts';
import type { LaidCut } from '../model/layout.ts';

/** @param measured false leaves out every measuring job */
export function planCuts(
  cuts: readonly LaidCut[],
  toolchain: Pick<Toolchain, 'ffmpeg'>,
  measured: boolean,
): { jobs: Job[]; deliverables: Deliverable[] } {
  const jobs: Job[] = [];
  const deliverables = cuts.map(({ name, cut, files, media, assets, soundOnly, titles }): Deliverable => {
    // The first is the largest: letters stand out as well in those that are scaled down from it.
    const over = (at: number) => (at === 0 ? titles : undefined);
    const looks = measured
      ? media.map(({ path, from }, at) => ({ look: planClipLook(path, from, toolchain.ffmpeg, over(at)), of: path }))
      : [];
    jobs.push(...looks.map(({ look }) => look));
    return {
      name,
      kind: cut.what,
      ...(cut.language === undefined ? {} : { language: cut.language }),
      files,
      measures: looks.map(({ look, of }) => ({ key: look.key, of })),
      assets,
      ...(soundOnly.length > 0 ? { soundOnly } : {}),
    };
  });
  return { jobs, deliverables };
}
