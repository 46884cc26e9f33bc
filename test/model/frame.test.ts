/** Turns and cuts: where points of the supplied picture lie after them, and boxes after them on the supplied picture. */
import { describe, expect, test } from 'vitest';
import type { CorrectionWish } from '../../pipeline/model/correction.ts';
import { frameOf, onSupplied } from '../../pipeline/model/frame.ts';

const SIZE = { width: 1600, height: 1000 };
const cases: readonly (readonly [string, readonly CorrectionWish[]])[] = [
  ['nothing', []],
  ['a quarter turn', [{ step: 'rotate', degrees: 90 }]],
  ['half a turn', [{ step: 'rotate', degrees: 180 }]],
  ['three quarters', [{ step: 'rotate', degrees: 270 }]],
  ['a leaning horizon', [{ step: 'straighten', degrees: -3.2 }]],
  ['a cut', [{ step: 'crop', left: 0.1, top: 0.2, width: 0.5, height: 0.7 }]],
  [
    'all of them',
    [
      { step: 'rotate', degrees: 270 },
      { step: 'crop', left: 0.05, top: 0.1, width: 0.8, height: 0.8 },
      { step: 'straighten', degrees: 5 },
    ],
  ],
];

describe.each(cases)('after %s', (_, wishes) => {
  test('the outline of a box has its corners where the box has them', () => {
    const frame = frameOf(SIZE, wishes);
    const box = { left: 0.2 * frame.width, top: 0.1 * frame.height, width: 0.5 * frame.width, height: 0.3 * frame.height };
    const { left, top, width, height, degrees } = onSupplied(SIZE, frame, box);
    const angle = (degrees * Math.PI) / 180;
    const [middleX, middleY] = [(left + width / 2) * SIZE.width, (top + height / 2) * SIZE.height];
    for (const [across, down] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      // The corner as CSS turns it: clockwise about the middle.
      const [x, y] = [(across * width * SIZE.width) / 2, (down * height * SIZE.height) / 2];
      const corner = [middleX + x * Math.cos(angle) - y * Math.sin(angle), middleY + x * Math.sin(angle) + y * Math.cos(angle)] as const;
      const [shareX, shareY] = frame.place([corner[0] / SIZE.width, corner[1] / SIZE.height]);
      expect(shareX * frame.width).toBeCloseTo(box.left + (across > 0 ? box.width : 0), 6);
      expect(shareY * frame.height).toBeCloseTo(box.top + (down > 0 ? box.height : 0), 6);
    }
  });
});
