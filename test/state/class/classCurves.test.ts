import { expect, it } from 'vitest';
import { accuracyCurve, curvePoints, lossCurve } from '../../../src/state/class/classCurves.ts';

const round = (number: number, loss: number, accuracy: number) => ({
  round: number,
  loss,
  accuracy,
  clients: 2,
  bytesUp: 600,
  bytesDown: 400,
  refused: 0,
  activities: [],
  epsilon: undefined,
  abandoned: undefined,
  central: { loss: loss / 2, accuracy },
  diverged: false,
});
const points = curvePoints({ loss: 0.9, accuracy: 0.5 }, [round(1, 0.5, 0.8), round(2, NaN, 0.9)]);

it('begins before the first round, and adds up the bytes', () => {
  expect(points.map(({ kilobytes }) => kilobytes)).toEqual([0, 1, 2]);
  expect(accuracyCurve(points, 'rounds').values).toEqual([0.5, 0.8, 0.9]);
  expect(curvePoints(undefined, [])).toEqual([]);
});

it('has a scale above the largest loss that is finite', () => {
  const curve = lossCurve(points, 'rounds');
  expect([curve.low, curve.high]).toEqual([0, 1]);
  expect(curve.central).toEqual([0.9, 0.25, NaN]);
});

it('shows the network in one place only against rounds', () => {
  expect(lossCurve(points, 'bytes').central).toEqual([]);
});
