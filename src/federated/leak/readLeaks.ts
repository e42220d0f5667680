import type { Samples } from '../../learning/samples.ts';
import { leakCases } from './leakCases.ts';
import { type LeakAttempt, LeakProbe, type LeakSubject } from './leakProbe.ts';
import { type LeakMeasure, measureLeak } from './measureLeak.ts';

/** What a curious server reads of one kind of update. */
export interface LeakReading {
  /** In the table of cases. */
  readonly name: string;
  /** One update of the kind. */
  readonly attempt: LeakAttempt;
  /** Over many of them. */
  readonly measure: LeakMeasure;
}

/** Updates of each kind that are measured. */
const updates = 40;

/** All cases that the subject has enough samples for; each number shows other updates. */
export async function readLeaks(subject: LeakSubject, number: number): Promise<LeakReading[]> {
  const extent = sampleExtent(subject.samples);
  const possible = leakCases.filter(
    ({ samples, devices }) => samples * devices <= subject.samples.labels.length,
  );
  const probe = await LeakProbe.create(subject);
  try {
    const readings: LeakReading[] = [];
    for (const leakCase of possible) {
      const attempt = await probe.attempt(leakCase, updates + number);
      const measure = await measureLeak(probe, leakCase, { updates, extent });
      readings.push({ name: leakCase.name, attempt, measure });
    }
    return readings;
  } finally {
    probe.dispose();
  }
}

/** The longer side of the rectangle that the samples fill. */
function sampleExtent({ points }: Samples): number {
  const side = (axis: number) => {
    const values = points.filter((_, i) => i % 2 === axis);
    return (
      values.reduce((most, v) => Math.max(most, v), -Infinity) -
      values.reduce((least, v) => Math.min(least, v), Infinity)
    );
  };
  return Math.max(side(0), side(1));
}
