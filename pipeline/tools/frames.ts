/** sharp: the frame of a picture, before crop and size: masked, turned, straightened and cropped; runs in the picture process. */
import sharp from 'sharp';
import type { Framing } from '../model/correction.ts';
import { unreachable } from '../model/finding.ts';
import { openPicture, toScreen } from './picture-open.ts';
import { type Raw, sharpInput } from './renditions.ts';

/** @param files masks, in the order of the job's inputs after the picture */
export async function frame(source: Raw, steps: readonly Framing[], files: readonly string[], limitPixels: number): Promise<Raw> {
  let picture = source;
  for (const step of steps) picture = await framed(picture, step, files, limitPixels);
  return picture;
}

async function framed(picture: Raw, step: Framing, files: readonly string[], limitPixels: number): Promise<Raw> {
  switch (step.step) {
    case 'mask':
      return cutOut(picture, files[step.input - 1] ?? '', limitPixels);
    case 'rotate':
      return given(sharpInput(picture).rotate(step.degrees));
    case 'straighten': {
      const { degrees, width, height } = step;
      const angle = (degrees * Math.PI) / 180;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      // About the middle, clockwise; sharp's own rotate would soften, for it weighs two pixels and not four.
      const turned = await given(
        sharpInput(picture).affine(
          [
            [cosine, -sine],
            [sine, cosine],
          ],
          { interpolator: sharp.interpolators.bicubic, background: '#000000' },
        ),
      );
      const [left, top] = [Math.round((turned.raw.width - width) / 2), Math.round((turned.raw.height - height) / 2)];
      return given(sharpInput(turned).extract({ left, top, width, height }));
    }
    case 'crop': {
      const { left, top, width, height } = step;
      return given(sharpInput(picture).extract({ left, top, width, height }));
    }
    default:
      return unreachable(step);
  }
}

async function given(picture: ReturnType<typeof sharpInput>): Promise<Raw> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/** What is black or see-through in the mask becomes see-through; what was so already stays so. */
async function cutOut({ data, raw }: Raw, maskPath: string, limitPixels: number): Promise<Raw> {
  const metadata = await (await openPicture(maskPath, limitPixels)).metadata();
  const { width, height, channels } = raw;
  const mask = await toScreen(await openPicture(maskPath, limitPixels), metadata)
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#000000' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const out = Buffer.alloc(width * height * 4);
  const isGrey = channels < 3;
  for (let at = 0, from = 0, to = 0; at < width * height; at++, from += channels, to += 4) {
    for (let channel = 0; channel < 3; channel++) out[to + channel] = data[from + (isGrey ? 0 : channel)] as number;
    const own = channels % 2 === 0 ? (data[from + channels - 1] as number) : 255;
    out[to + 3] = Math.round((own * (mask.data[at * mask.info.channels] as number)) / 255);
  }
  return { data: out, raw: { width, height, channels: 4 } };
}
