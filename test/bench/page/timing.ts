/** Milliseconds that one repetition of a task takes. */
export interface Timing {
  readonly shortest: number;
  readonly median: number;
}

/** Makes repetitions; resolves when they are computed, not only queued. */
type Task = (repetitions: number) => unknown;

/** Milliseconds after which three measurements are enough. */
const patience = 3000;

/** Measures up to `goes` times, at least `duration` milliseconds each, after a warm-up. */
export async function timing(task: Task, duration: number, goes = 8): Promise<Timing> {
  await task(1);
  let repetitions = 1;
  let sum = await clock(task, repetitions);
  while (sum < duration) {
    repetitions *= 2;
    sum = await clock(task, repetitions);
  }
  const times = [sum];
  while (times.length < goes && (sum < patience || times.length < 3)) {
    const time = await clock(task, repetitions);
    times.push(time);
    sum += time;
  }
  return { shortest: Math.min(...times) / repetitions, median: median(times) / repetitions };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

async function clock(task: Task, repetitions: number): Promise<number> {
  const begun = performance.now();
  await task(repetitions);
  return performance.now() - begun;
}
