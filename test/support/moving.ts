/** A picture that moves: a red bar at 0, 30, 60 and 90 of 120 px, for 100, 200, 300 and 400 ms, three times over. */
import sharp from 'sharp';

const [WIDTH, HEIGHT, FRAMES] = [120, 90, 4];

/** @returns the path it was written to */
export async function movingPicture(path: string, format: 'gif' | 'webp'): Promise<string> {
  const data = Buffer.alloc(WIDTH * HEIGHT * FRAMES * 3);
  for (let at = 0; at < WIDTH * HEIGHT * FRAMES; at++) {
    const frame = Math.floor(at / (WIDTH * HEIGHT));
    const inBar = Math.floor((at % WIDTH) / 30) === frame;
    data.set(inBar ? [230, 20, 20] : [20, 60, 120], at * 3);
  }
  const strip = sharp(data, { raw: { width: WIDTH, height: HEIGHT * FRAMES, channels: 3, pageHeight: HEIGHT } });
  const time = { delay: [100, 200, 300, 400], loop: 3 };
  await (format === 'gif' ? strip.gif({ ...time, keepDuplicateFrames: true }) : strip.webp({ ...time, quality: 95 })).toFile(path);
  return path;
}
