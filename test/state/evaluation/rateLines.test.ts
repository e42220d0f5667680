import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/learning/evaluation/evaluate.ts';
import { rateLines } from '../../../src/state/evaluation/rateLines.ts';

/** Four samples, of which the two blue ones have the first and the third highest probability. */
const blue = [0.9, 0.6, 0.4, 0.2];
const set = (threshold: number) =>
  evaluate(Float32Array.from(blue.flatMap((p) => [1 - p, p])), Uint8Array.of(1, 0, 1, 0), 2, {
    threshold,
  });

/** The area below a line by trapezoids, or below steps that hold up to the next point. */
function areaBelow(across: Float64Array, up: Float64Array, stepped: boolean): number {
  return across.reduce((sum, x, i) => {
    if (i === 0) return 0;
    const height = stepped ? (up[i] ?? NaN) : ((up[i] ?? NaN) + (up[i - 1] ?? NaN)) / 2;
    return sum + (x - (across[i - 1] ?? NaN)) * height;
  }, 0);
}

describe('rateLines', () => {
  // Worked by hand: of the pairs (blue, red) three of four are in order; precision is 1, 1/2 and
  // 2/3 where recall reaches 1/2, 1/2 and 1.
  it.each([
    ['roc', 3 / 4, { across: 0.5, up: 0.5 }],
    ['precisionRecall', 5 / 6, { across: 0.5, up: 0.5 }],
  ] as const)('draws the %s whose area it states', (kind, area, now) => {
    const { lines, stepped, caption } = rateLines(kind, {
      training: set(0.5),
      evaluation: undefined,
    });
    expect(lines.map(({ name }) => name)).toEqual(['training']);
    for (const line of lines) {
      expect(areaBelow(line.across, line.up, stepped)).toBeCloseTo(area, 12);
      expect(line.now).toEqual(now);
    }
    expect(caption).toBe(`area ${area.toFixed(3)} (training)`);
  });

  it('moves along the curve with the threshold', () => {
    const at = (threshold: number) =>
      rateLines('roc', { training: set(threshold), evaluation: undefined }).lines[0]?.now;
    expect(at(0.95)).toEqual({ across: 0, up: 0 });
    expect(at(0.3)).toEqual({ across: 0.5, up: 1 });
  });

  it('has neither line nor area without samples', () => {
    const none = evaluate(new Float32Array(), new Uint8Array(), 2);
    const { lines, caption } = rateLines('precisionRecall', {
      training: undefined,
      evaluation: none,
    });
    expect([lines, caption]).toEqual([[], '']);
  });
});
