import { expect, it } from 'vitest';
import { qrPath } from '../../src/figures/qrPath.ts';

const { path, side } = qrPath('http://192.168.1.5:4173/class/#room=AB23CD');
const dark = new Set(Array.from(path.matchAll(/M(\d+),(\d+)/g), ([, x, y]) => `${x},${y}`));
const isDark = (x: number, y: number) => dark.has(`${x},${y}`);

// ISO/IEC 18004: finder patterns of 7×7 in three corners, within a quiet zone of 4 modules.
it.each([
  ['top left', 4, 4],
  ['top right', side - 11, 4],
  ['bottom left', 4, side - 11],
])('has a finder pattern at the %s', (_, left, top) => {
  for (let y = 0; y < 7; y++) {
    for (let x = 0; x < 7; x++) {
      const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
      expect(isDark(left + x, top + y)).toBe(ring !== 2);
    }
  }
});

it('leaves the quiet zone empty', () => {
  for (let i = 0; i < side; i++) {
    for (let edge = 0; edge < 4; edge++) {
      expect([isDark(i, edge), isDark(edge, i), isDark(i, side - 1 - edge)]).toEqual([
        false,
        false,
        false,
      ]);
    }
  }
});
