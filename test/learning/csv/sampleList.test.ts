import { describe, expect, test } from 'vitest';
import { SampleList } from '../../../src/learning/csv/sampleList.ts';

describe.each([0, 1000, 100_000])('with room for %i', (room) => {
  test.each([0, 1, 255, 256, 257, 65_536, 65_537, 100_000, 200_000])(
    'gives back %i samples in their order',
    (count) => {
      const list = new SampleList(room);
      for (let i = 0; i < count; i++) list.add({ label: i % 10, x: i, y: -i });
      const { points, labels } = list.toSamples();
      expect([list.length, points.length, labels.length]).toEqual([count, 2 * count, count]);
      expect(labels.every((label, i) => label === i % 10)).toBe(true);
      const coordinate = (i: number) => (i % 2 === 0 ? i / 2 : -(i - 1) / 2);
      expect(points.every((value, i) => value === coordinate(i))).toBe(true);
    },
  );
});
