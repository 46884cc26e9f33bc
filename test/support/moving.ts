/** Several pictures in one file: some that move, some that lie on pages. */
import sharp, { type Sharp } from 'sharp';

const [WIDTH, HEIGHT, FRAMES] = [120, 90, 4];

/** A red bar at 0, 30, 60 and 90 of 120 px. */
function strip(times = 1, isRough = false): Sharp {
  const [width, height] = [WIDTH * times, HEIGHT * times];
  const data = Buffer.alloc(width * height * FRAMES * 3);
  for (let at = 0; at < width * height * FRAMES; at++) {
    const frame = Math.floor(at / (width * height));
    const inBar = Math.floor((at % width) / (30 * times)) === frame;
    // The same texture in every frame, as of a still with something moving in it.
    const rough = isRough ? ((((at % (width * height)) * 2_654_435_761) >>> 24) & 63) - 20 : 0;
    data.set(inBar ? [230 - rough, 20, 20] : [20, 60 + rough, 120 + rough], at * 3);
  }
  return sharp(data, { raw: { width, height: height * FRAMES, channels: 3, pageHeight: height } });
}

/**
 * The bar stands for 100, 200, 300 and 400 ms, three times over.
 * @param isRough on a ground with texture, which lossy formats hold in fewer bytes than a GIF
 */
export function movingPicture(format: 'gif' | 'webp', isRough = false): Promise<Buffer> {
  const time = { delay: [100, 200, 300, 400], loop: 3 };
  return (
    format === 'gif' ? strip(1, isRough).gif({ ...time, keepDuplicateFrames: true }) : strip(1, isRough).webp({ ...time, quality: 95 })
  ).toBuffer();
}

/** As before, with the bar gone from the second frame: nothing stands there. */
export async function seeThroughPicture(): Promise<Buffer> {
  const { data, info } = await strip().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let at = WIDTH * HEIGHT; at < WIDTH * HEIGHT * 2; at++) if ((data[at * 4] as number) > 200) data[at * 4 + 3] = 0;
  const raw = { width: info.width, height: info.height, channels: 4 as const, pageHeight: HEIGHT };
  return sharp(data, { raw })
    .webp({ delay: [100, 200, 300, 400], loop: 0, quality: 95 })
    .toBuffer();
}

/** Four pages of 480 × 360 px. */
export function pagedPicture(): Promise<Buffer> {
  return strip(4).tiff().toBuffer();
}
