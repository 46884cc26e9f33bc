/** Spots of a picture: connected pixels that are all lighter, or all darker, than what surrounds them. */

/** Luma 0–255, row by row. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

/** `right` and `bottom` lie just outside. */
export interface Spot {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** In px. */
  area: number;
  /** Sides of pixels between it and what is not of it. */
  rim: number;
  /** Sums of its luma, and of the squares of that. */
  sum: number;
  squares: number;
}

/** Luma above the mean of its neighbourhood from which a pixel belongs to a spot. */
const STANDS_OUT = 14;

/** @param sign 1 looks for light spots, -1 for dark ones */
export function marksOf({ luma }: Plane, mean: Uint8Array, sign: 1 | -1): Uint8Array {
  const marks = new Uint8Array(luma.length);
  for (let at = 0; at < marks.length; at++) if (sign * ((luma[at] as number) - (mean[at] as number)) > STANDS_OUT) marks[at] = 1;
  return marks;
}

/** Runs of marks, joined with those that they touch in the row above. */
export function spotsOf({ width, height, luma }: Plane, marks: Uint8Array): Spot[] {
  const spots: Spot[] = [];
  const joined: number[] = [];
  const first = (label: number): number => {
    let root = label;
    while (joined[root] !== root) root = joined[root] = joined[joined[root] as number] as number;
    return root;
  };
  let above: number[] = [];
  for (let y = 0; y < height; y++) {
    const runs: number[] = [];
    const line = y * width;
    let seek = 0;
    for (let x = 0; x < width; x++) {
      if (!marks[line + x]) continue;
      const run: Spot = { left: x, top: y, right: x, bottom: y + 1, area: 0, rim: 2, sum: 0, squares: 0 };
      for (; x < width && marks[line + x]; x++) {
        const value = luma[line + x] as number;
        run.sum += value;
        run.squares += value * value;
        if (!marks[line + x - width]) run.rim++;
        if (!marks[line + x + width]) run.rim++;
      }
      run.right = x;
      run.area = x - run.left;
      let label = spots.length;
      spots.push(run);
      joined.push(label);
      while (seek < above.length && (above[seek + 1] as number) <= run.left) seek += 3;
      for (let one = seek; one < above.length && (above[one] as number) < x; one += 3) {
        const other = first(above[one + 2] as number);
        if (other === label) continue;
        const [into, from] = [Math.min(other, label), Math.max(other, label)];
        joined[from] = into;
        merge(spots[into] as Spot, spots[from] as Spot);
        label = into;
      }
      runs.push(run.left, x, label);
    }
    above = runs;
  }
  return spots.filter((_, label) => joined[label] === label);
}

function merge(into: Spot, from: Spot): void {
  into.left = Math.min(into.left, from.left);
  into.top = Math.min(into.top, from.top);
  into.right = Math.max(into.right, from.right);
  into.bottom = Math.max(into.bottom, from.bottom);
  into.area += from.area;
  into.rim += from.rim;
  into.sum += from.sum;
  into.squares += from.squares;
}

/** Mean luma of the square that reaches `near` px to every side. */
export function meansOf({ width, height, luma }: Plane, near: number): Uint8Array {
  const means = new Uint8Array(luma.length);
  const columns = new Int32Array(width);
  let rows = 0;
  const add = (y: number, sign: 1 | -1): void => {
    if (y < 0 || y >= height) return;
    rows += sign;
    for (let x = 0, at = y * width; x < width; x++, at++) columns[x] = (columns[x] as number) + sign * (luma[at] as number);
  };
  for (let y = 0; y < near; y++) add(y, 1);
  for (let y = 0; y < height; y++) {
    add(y + near, 1);
    add(y - near - 1, -1);
    let sum = 0;
    for (let x = 0; x < Math.min(near, width); x++) sum += columns[x] as number;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (x + near < width) sum += columns[x + near] as number;
      if (x > near) sum -= columns[x - near - 1] as number;
      const across = (x + near < width ? x + near + 1 : width) - (x > near ? x - near : 0);
      means[at] = sum / (across * rows);
    }
  }
  return means;
}

/** Half as wide and high. */
export function halved({ width, height, luma }: Plane): Plane {
  const [wide, tall] = [width >> 1, height >> 1];
  const half = new Uint8Array(wide * tall);
  for (let y = 0, to = 0; y < tall; y++) {
    for (let x = 0, at = 2 * y * width; x < wide; x++, to++, at += 2) {
      const below = at + width;
      half[to] = ((luma[at] as number) + (luma[at + 1] as number) + (luma[below] as number) + (luma[below + 1] as number) + 2) >> 2;
    }
  }
  return { width: wide, height: tall, luma: half };
}
