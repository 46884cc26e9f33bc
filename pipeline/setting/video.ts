/** The HTML of a picture that moves as a silent video: what plays it, and the still for who wants less motion. */

import { movesOn } from '../jobs/animation.ts';
import type { Picture } from '../jobs/correct.ts';
import { codecName, type PlannedVideo } from '../jobs/video.ts';
import { escapeHtml } from '../model/html.ts';
import { both, type PictureOptions } from './picture.ts';

/** One crop as video; `media`: the condition under which it is taken. */
export type VideoVariant = PlannedVideo & { readonly media?: string };

/** Sources are tried only where motion is not unwanted: without one that plays, the poster stands (all browsers since 2023). */
const MOVING = '(prefers-reduced-motion: no-preference)';

/** @param variants the most exact condition first; the last has none, and its first frame is the poster */
export function videoHtml(
  { facts }: Picture,
  variants: readonly VideoVariant[],
  { alt, class: className, folder }: Pick<PictureOptions, 'alt' | 'class' | 'folder'>,
): string {
  const last = variants.at(-1);
  const [poster] = last?.posters ?? [];
  const [video] = last?.videos ?? [];
  if (!poster || !video) throw new Error('Internal error: a video without its own crop');
  const { width, height } = video.recipe.frame;
  const sources = variants.flatMap(({ media, videos }) =>
    videos.map(
      ({ recipe, file }) =>
        `<source src="${folder}${file}" type="video/mp4; codecs=${codecName(recipe)}" media="${escapeHtml(both(media, MOVING))}">`,
    ),
  );
  const placeholder = facts.placeholder === '' ? '' : ` style="background:${facts.dominant} url(${facts.placeholder}) center/cover"`;
  const lasts = movesOn(facts);
  // What ends soon has nothing to hear and nothing to hold: for who cannot see it, it is a picture. What can be held must be reached.
  const name = alt !== '' ? ` aria-label="${escapeHtml(alt)}"` : lasts ? '' : ' aria-hidden="true"';
  const loop = facts.animation?.loop === 0 ? ' loop' : '';
  return (
    `<video${className ? ` class="${escapeHtml(className)}"` : ''} width="${width}" height="${height}" poster="${folder}${poster.file}"` +
    `${name} autoplay muted${loop}${lasts ? ' controls' : ''} playsinline disablepictureinpicture disableremoteplayback${placeholder}>${sources.join('')}</video>`
  );
}
