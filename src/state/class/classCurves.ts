import type { ClassRound, Scores } from '../../federated/simulation/classRun.ts';

/** What curves are drawn against. */
export const curveAxes = [
  { name: 'rounds', label: 'rounds' },
  { name: 'bytes', label: 'bytes' },
] as const;
export type CurveAxis = (typeof curveAxes)[number]['name'];

/** One measure of the class, with its scale. */
export interface CurveOptions {
  /** Of each point along the axis. */
  readonly values: readonly number[];
  /** Of the network in one place; empty where it has no place on the axis. */
  readonly central: readonly number[];
  /** What the scale begins and ends with. */
  readonly low: number;
  readonly high: number;
}

/** The accuracies, from 0.4, which is below chance for two classes. */
export function accuracyCurve(points: readonly CurvePoint[], axis: CurveAxis): CurveOptions {
  return { ...curveOf(points, axis, ({ accuracy }) => accuracy), low: 0.4, high: 1 };
}

/** The losses, from 0 to above the largest that is finite. */
export function lossCurve(points: readonly CurvePoint[], axis: CurveAxis): CurveOptions {
  const curve = curveOf(points, axis, ({ loss }) => loss);
  const largest = [...curve.values, ...curve.central].reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, value) : most),
    0.1,
  );
  return { ...curve, low: 0, high: Math.ceil(largest * 5) / 5 };
}

/** The class before its first round or after one. */
export interface CurvePoint extends Scores {
  readonly central: Scores | undefined;
  readonly round: number;
  /** Kilobytes of all updates and models so far. */
  readonly kilobytes: number;
}

/** The start, and each round. */
export function curvePoints(
  start: Scores | undefined,
  rounds: readonly ClassRound[],
): CurvePoint[] {
  if (!start) return [];
  let kilobytes = 0;
  const after = rounds.map((round) => {
    kilobytes += (round.bytesUp + round.bytesDown) / 1000;
    return { ...round, kilobytes };
  });
  return [{ ...start, central: start, round: 0, kilobytes: 0 }, ...after];
}

function curveOf(
  points: readonly CurvePoint[],
  axis: CurveAxis,
  of: (scores: Scores) => number,
): Pick<CurveOptions, 'values' | 'central'> {
  const hasCentral = axis === 'rounds';
  return {
    values: points.map(of),
    central: hasCentral ? points.map(({ central }) => (central ? of(central) : NaN)) : [],
  };
}
