import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { fieldPoints } from '../../../src/learning/fieldPoints.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import type { Window } from '../../../src/learning/samples.ts';
import { largeShape, type Shape, specificationOf, type Subject } from '../benchCases.ts';
import { operationsPerStep } from '../multiplyAdds.ts';
import { operationsPerTurn } from '../peakOperations.ts';
import { createLearner, type Learner } from './learners.ts';
import { median, type Timing, timing } from './timing.ts';

export interface EngineCase {
  readonly subject: Subject;
  readonly shape: Shape;
}

export interface EngineCost {
  readonly microsecondsPerStep: Timing;
  /** Time for a field of 256 × 256 cells. */
  readonly fieldMilliseconds: Timing;
}

/** Milliseconds of the SIMD engine for all points of a grid of 256 × 256. */
export interface GridCost {
  readonly field: Timing;
  readonly predictions: Timing;
  /** Of all hidden units at once. */
  readonly activations: Timing;
}

/** Of the SIMD engine with the large network, and of multiply-adds alone, on the same thread. */
export interface Throughput {
  readonly microsecondsPerStep: Timing;
  readonly peakMicrosecondsPerTurn: Timing;
  readonly operationsPerStep: number;
  readonly operationsPerTurn: number;
}

const window: Window = { left: -2, right: 2, bottom: -2, top: 2 };
const resolution = 256;

async function measureEngine({ subject, shape }: EngineCase): Promise<EngineCost> {
  const learner = await createLearner(subject, shape);
  const microsecondsPerStep = await timeSteps(learner, shape, 300);
  const fieldMilliseconds = await timeCalls(() => learner.field(window, resolution));
  return { microsecondsPerStep, fieldMilliseconds };
}

async function measureGrid(shape: Shape): Promise<GridCost> {
  const { network, training } = specificationOf(shape);
  const parameters = Float32Array.from(initialParameters(network));
  const engine = await createSimdEngine({ network, training }, parameters);
  const points = fieldPoints(window, resolution);
  return {
    field: await timeCalls(() => engine.field(window, resolution, [1])),
    predictions: await timeCalls(() => engine.predict(points)),
    activations: await timeCalls(() => engine.activations(points)),
  };
}

function timeCalls(call: () => Promise<unknown>): Promise<Timing> {
  return timing(async (count) => {
    for (let i = 0; i < count; i++) await call();
  }, 300);
}

async function measureSteps(shape: Shape): Promise<Timing> {
  return timeSteps(await createLearner('simd', shape), shape, 100);
}

/** Whole epochs, so that the time of shuffling is included. */
async function timeSteps(learner: Learner, shape: Shape, duration: number): Promise<Timing> {
  const steps = Math.ceil(shape.samples / shape.batch);
  const epochs = await timing((count) => learner.train(count * steps), duration);
  return scaled(epochs, 1000 / steps);
}

const rounds = 6;
const goes = 60;
const turns = 10_000;

/** Measures both in turns and in short runs, so that both get the processor at its full speed. */
async function measureThroughput(): Promise<Throughput> {
  const learner = await createLearner('simd', largeShape);
  const peak = await loadPeakKernel();
  const steps: Timing[] = [];
  const peaks: Timing[] = [];
  for (let round = 0; round < rounds; round++) {
    steps.push(scaled(await timing((count) => learner.train(count), 4, goes), 1000));
    peaks.push(scaled(await timing((count) => peak(count * turns), 4, goes), 1000 / turns));
  }
  const { network } = specificationOf(largeShape);
  return {
    microsecondsPerStep: together(steps),
    peakMicrosecondsPerTurn: together(peaks),
    operationsPerStep: operationsPerStep(network, largeShape.batch),
    operationsPerTurn,
  };
}

async function loadPeakKernel(): Promise<(turns: number) => void> {
  const binary = await (await fetch('/peak.wasm')).arrayBuffer();
  const { instance } = await WebAssembly.instantiate(binary);
  const multiplyAdds = instance.exports.multiplyAdds as (turns: number, factor: number) => void;
  return (count) => multiplyAdds(count, 1);
}

function scaled({ shortest, median }: Timing, factor: number): Timing {
  return { shortest: factor * shortest, median: factor * median };
}

function together(timings: readonly Timing[]): Timing {
  return {
    shortest: Math.min(...timings.map(({ shortest }) => shortest)),
    median: median(timings.map((one) => one.median)),
  };
}

/** All measurements that a worker of the bench can make. */
export const measures = {
  engine: measureEngine,
  grid: measureGrid,
  steps: measureSteps,
  throughput: measureThroughput,
};

export type Measures = typeof measures;
export type MeasureName = keyof Measures;
export type Given<Name extends MeasureName> = Parameters<Measures[Name]>[0];
export type Found<Name extends MeasureName> = Awaited<ReturnType<Measures[Name]>>;
