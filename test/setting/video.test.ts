/** A picture that moves as a video: what can be held has controls and can be reached, what ends soon is a picture. */
import { expect, test } from 'vitest';
import { planVideo } from '../../pipeline/jobs/video.ts';
import type { ImageFacts } from '../../pipeline/model/asset.ts';
import { videoHtml } from '../../pipeline/setting/video.ts';
import { asset } from '../support/assets.ts';

test.each([
  ['ends within five seconds', { frames: 4, seconds: 1, loop: 3 }, '', /aria-hidden="true" autoplay muted playsinline/],
  ['goes on for ever', { frames: 4, seconds: 1, loop: 0 }, '', /poster="[^"]+" autoplay muted loop controls playsinline/],
  ['plays longer than that', { frames: 60, seconds: 6, loop: 1 }, 'De zee', /aria-label="De zee" autoplay muted controls playsinline/],
])('what %s', (_name, animation, alt, expected) => {
  const sea = asset('sea');
  const facts: ImageFacts = { ...(sea.facts as ImageFacts), usesAlpha: false, animation };
  const wish = {
    widths: [60],
    formats: ['jpeg' as const],
    encoders: { avif: { quality: 60 }, webp: { quality: 90 }, jpeg: { quality: 80 }, png: { quality: 100 } },
  };
  const picture = { ...sea, facts };
  const html = videoHtml(picture, [planVideo(picture, wish, { sharp: 's', ffmpeg: 'f' })], { alt, folder: '/img/' });
  expect(html).toMatch(expected);
});
