/** Streets by daylight, drawn from a number: grey walls and asphalt from dark to light, a sky, a tree, a coloured car, noise. */
import sharp from 'sharp';

const WIDTH = 720;
const HEIGHT = 480;

type Colour = readonly [number, number, number];

/** Upright, neutral, well exposed; 8-bit PNG. */
export async function street(seed: number): Promise<Buffer> {
  const random = randomFrom(seed);
  const between = (low: number, high: number): number => low + random() * (high - low);
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  const fill = (left: number, top: number, right: number, bottom: number, colour: (x: number, y: number) => Colour): void => {
    for (let y = Math.max(0, Math.round(top)); y < Math.min(HEIGHT, Math.round(bottom)); y++) {
      for (let x = Math.max(0, Math.round(left)); x < Math.min(WIDTH, Math.round(right)); x++) data.set(colour(x, y), (y * WIDTH + x) * 3);
    }
  };
  const grey = (value: number): Colour => [value, value, value];
  const haze = between(0, 40);
  fill(0, 0, WIDTH, HEIGHT, (_, y) => [110 + haze + y / 6, 150 + haze / 2 + y / 8, Math.min(225, 205 + y / 12)]);
  const ground = HEIGHT * between(0.62, 0.76);
  for (let left = -between(0, 60); left < WIDTH; ) {
    const [width, height, wall] = [between(90, 190), between(0.45, 0.85) * ground, between(70, 215)];
    const top = ground - height;
    fill(left, top, left + width - 3, ground, (x) => grey(wall + (x - left) / 12));
    for (let row = top + 14; row < ground - 40; row += 46) {
      for (let column = left + 12; column < left + width - 30; column += 36) {
        const pane = between(18, 60);
        fill(column, row, column + 20, row + 30, (_, y) => grey(pane + (y - row)));
      }
    }
    if (random() < 0.4) fill(left + 8, ground - 26, left + width - 10, ground - 16, () => [170, 60 + between(0, 30), 50]);
    left += width;
  }
  fill(0, ground, WIDTH, HEIGHT, (_, y) => grey(70 + ((y - ground) / (HEIGHT - ground)) * 50));
  fill(0, ground, WIDTH, ground + 12, () => grey(188));
  const [tree, car] = [between(60, WIDTH - 120), between(60, WIDTH - 220)];
  fill(tree + 26, ground - 90, tree + 36, ground, () => [74, 56, 40]);
  for (let leaf = 0; leaf < 500; leaf++) {
    const [x, y, light] = [tree + between(0, 62), ground - 170 + between(0, 100), between(0.5, 1)];
    fill(x, y, x + 6, y + 5, () => [70 * light, 120 * light, 45 * light]);
  }
  const paint = (
    [
      [190, 40, 36],
      [36, 70, 160],
      [210, 170, 40],
      [40, 120, 90],
    ] as const
  )[Math.floor(random() * 4)] as Colour;
  fill(car, ground + 22, car + 150, ground + 62, () => paint);
  fill(car + 30, ground + 2, car + 115, ground + 24, () => grey(46));
  for (let at = 0; at < data.length; at += 3) {
    const noise = (random() + random() - 1) * 7;
    for (let channel = 0; channel < 3; channel++) data[at + channel] = Math.max(4, Math.min(250, (data[at + channel] as number) + noise));
  }
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .blur(0.5)
    .png()
    .toBuffer();
}

function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}
