/** Watches a film for flashes while it is decoded, second by second, as WCAG 2.2 counts them (success criterion 2.3.1). */
import { BYTE_LINEAR } from './light.ts';

/*
 * As in `flashes.ts`, for films that are too long to be kept: light or saturated red that goes one way and back, over a quarter
 * of any 341 × 256 px of a player that fills 1024 × 768 (w3.org/TR/WCAG22, October 2023). More than three in a second count.
 */
const CHANGE = 0.1;
const DARKER = 0.8;
const RED_CHANGE = 20;
const RED_SHARE = 0.8;
/** Changes of more than three flashes: there and back are two. */
const TOO_MANY = 8;

/** Size of what is watched; a cell stands for 16 × 16 px of the player. */
export interface Grid {
  readonly across: number;
  readonly down: number;
}

const CELL = 16;
const PLAYER = [1024, 768] as const;
const FIELD = { across: Math.floor(341 / CELL), down: Math.floor(256 / CELL) } as const;
const QUARTER = (341 * 256) / 4 / (CELL * CELL);

/** @param size of the picture as it is seen; only its shape counts */
export function gridOf([width, height]: readonly [number, number]): Grid {
  const scale = Math.min(PLAYER[0] / width, PLAYER[1] / height) / CELL;
  return { across: Math.max(1, Math.round(width * scale)), down: Math.max(1, Math.round(height * scale)) };
}

export interface FlashWatch {
  /** @param frame three bytes for each cell, sRGB; @param at in s */
  readonly see: (frame: Uint8Array, at: number) => void;
  /** From the first change to the last of every stretch that flashes too often. */
  readonly spans: () => readonly (readonly [from: number, to: number])[];
}

export function watchFlashes(grid: Grid): FlashWatch {
  const cells = grid.across * grid.down;
  const kinds = [countChanges(grid, CHANGE), countChanges(grid, RED_CHANGE)] as const;
  const spans: [number, number][] = [];
  return {
    see(frame, at) {
      const [light, red] = kinds;
      for (let cell = 0; cell < cells; cell++) {
        const r = BYTE_LINEAR[frame[cell * 3] as number] as number;
        const g = BYTE_LINEAR[frame[cell * 3 + 1] as number] as number;
        const b = BYTE_LINEAR[frame[cell * 3 + 2] as number] as number;
        light.see(cell, 0.2126 * r + 0.7152 * g + 0.0722 * b, at, (one, other) => Math.min(one, other) < DARKER);
        const saturated = r > 0 && r / (r + g + b) >= RED_SHARE;
        red.see(cell, Math.max(0, (r - g - b) * 320), at, (_one, _other, was) => was || saturated, saturated);
      }
      for (const kind of kinds) {
        const now = kind.tooMany(at);
        if (!now) continue;
        const last = spans.at(-1);
        // Stretches that touch are one.
        if (last && now[0] <= last[1]) spans[spans.length - 1] = [Math.min(last[0], now[0]), Math.max(last[1], now[1])];
        else spans.push(now);
      }
    },
    spans: () => spans.map(([from, to]) => [Math.round(from * 1000) / 1000, Math.round(to * 1000) / 1000]),
  };
}

/** Of each cell: its last turning point, and when its last changes were. */
function countChanges(grid: Grid, least: number) {
  const cells = grid.across * grid.down;
  const extreme = new Float32Array(cells);
  const direction = new Int8Array(cells);
  const wasSaturated = new Uint8Array(cells);
  // The last TOO_MANY changes of each cell, the oldest to be overwritten next.
  const times = new Float64Array(cells * TOO_MANY).fill(Number.NEGATIVE_INFINITY);
  const next = new Uint8Array(cells);
  let isFirst = true;
  let seen = 0;
  return {
    see(
      cell: number,
      value: number,
      at: number,
      counts: (value: number, extreme: number, wasSaturated: boolean) => boolean,
      saturated = false,
    ): void {
      if (isFirst) {
        extreme[cell] = value;
        wasSaturated[cell] = saturated ? 1 : 0;
        if (++seen === cells) isFirst = false;
        return;
      }
      const rise = value - (extreme[cell] as number);
      const going = direction[cell] as number;
      if (going !== 0 && Math.sign(rise) === going) {
        extreme[cell] = value;
        wasSaturated[cell] = saturated ? 1 : 0;
        return;
      }
      if (Math.abs(rise) < least) return;
      if (counts(value, extreme[cell] as number, wasSaturated[cell] === 1)) {
        times[cell * TOO_MANY + (next[cell] as number)] = at;
        next[cell] = ((next[cell] as number) + 1) % TOO_MANY;
      }
      direction[cell] = Math.sign(rise);
      extreme[cell] = value;
      wasSaturated[cell] = saturated ? 1 : 0;
    },
    /** From the first to the last of the changes in the second before `at`; undefined when they are not too many. */
    tooMany(at: number): [from: number, to: number] | undefined {
      const hits = new Uint8Array(cells);
      let count = 0;
      let [first, last] = [at, 0];
      for (let cell = 0; cell < cells; cell++) {
        const after = next[cell] as number;
        const oldest = times[cell * TOO_MANY + after] as number;
        if (oldest <= at - 1) continue;
        hits[cell] = 1;
        count++;
        first = Math.min(first, oldest);
        last = Math.max(last, times[cell * TOO_MANY + ((after + TOO_MANY - 1) % TOO_MANY)] as number);
      }
      return count >= QUARTER && fillsField(hits, grid) ? [first, last] : undefined;
    },
  };
}

/** Whether the cells that flash take a quarter of any field of view. */
function fillsField(hits: Uint8Array, { across, down }: Grid): boolean {
  const field = { across: Math.min(across, FIELD.across), down: Math.min(down, FIELD.down) };
  const sums = new Uint32Array((across + 1) * (down + 1));
  const sumAt = (x: number, y: number): number => sums[y * (across + 1) + x] as number;
  for (let y = 1; y <= down; y++) {
    for (let x = 1; x <= across; x++) {
      const hit = hits[(y - 1) * across + x - 1] as number;
      sums[y * (across + 1) + x] = hit + sumAt(x - 1, y) + sumAt(x, y - 1) - sumAt(x - 1, y - 1);
    }
  }
  for (let top = 0; top + field.down <= down; top++) {
    for (let left = 0; left + field.across <= across; left++) {
      const [right, bottom] = [left + field.across, top + field.down];
      if (sumAt(right, bottom) - sumAt(left, bottom) - sumAt(right, top) + sumAt(left, top) >= QUARTER) return true;
    }
  }
  return false;
}
