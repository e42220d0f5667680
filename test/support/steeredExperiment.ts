import { onTestFinished } from 'vitest';
import type { Point } from '../../src/learning/datasets/dataset.ts';
import { negativeLogLikelihood } from '../../src/learning/negativeLogLikelihood.ts';
import type { Samples, Window } from '../../src/learning/samples.ts';
import type { OwnSource } from '../../src/learning/sampleSource.ts';
import { createExperiment } from '../../src/state/experiment/createExperiment.ts';
import type { Experiment } from '../../src/state/experiment/experiment.svelte.ts';
import type { Picture, Watch } from '../../src/training/protocol/watches.ts';
import { SessionDouble } from './sessionDouble.ts';

/** The probabilities of all K classes at a place: what a network predicts there. */
export type Predict = (place: Point) => readonly number[];

/** An experiment whose session is in the hands of the test. */
export interface SteeredExperiment {
  readonly session: SessionDouble;
  readonly experiment: Experiment;
  /** Waits for the watches of what is shown, and delivers a frame with a picture for each. */
  readonly show: (predict: Predict) => Promise<void>;
}

/** Makes an experiment with the default settings; it ends with the running test. */
export function steeredExperiment(): SteeredExperiment {
  const session = new SessionDouble();
  const experiment = createExperiment({ connect: session.connect });
  onTestFinished(() => experiment.dispose());
  const show = async (predict: Predict) => {
    await watchesSent();
    const pictures = session.watches.map((watch) => {
      return [watch.id, pictureOf(watch, predict, experiment)] as const;
    });
    session.frame({ pictures: Object.fromEntries(pictures) });
  };
  return { session, experiment, show };
}

/** Samples of one's own, the same in both sets: x, y and label of each. */
export function ownSamples(rows: readonly (readonly [number, number, number])[]): OwnSource {
  const samples = {
    points: Float32Array.from(rows.flatMap(([x, y]) => [x, y])),
    labels: Uint8Array.from(rows.map(([, , label]) => label)),
  };
  return { kind: 'own', name: 'own', samples: { training: samples, evaluation: samples } };
}

/** Watches are sent in a microtask after the effects that read them. */
const watchesSent = () => new Promise((resolve) => setTimeout(resolve));

/** Cells along each side of a field. */
const resolution = 24;

function pictureOf(watch: Watch, predict: Predict, { samples, network }: Experiment): Picture {
  if (watch.kind === 'probabilities') {
    const { set } = watch;
    const values = Float32Array.from(placesOf(samples.sets[set]).flatMap(predict));
    const loss = negativeLogLikelihood(values, samples.sets[set].labels);
    return { kind: 'probabilities', set, values, loss };
  }
  if (watch.kind === 'points') {
    const [x = NaN, y = NaN] = watch.points;
    return { kind: 'points', values: Float32Array.from(predict({ x, y })) };
  }
  if (watch.kind === 'parameters')
    return { kind: 'parameters', values: ramp(network.parameterCount) };
  if (watch.kind === 'activations') {
    const { layer, unit } = watch;
    return { kind: 'activations', layer, unit, values: new Float32Array([0, 0, 1, 3]) };
  }
  if (watch.kind === 'units') {
    const { window } = watch;
    const units = network.specification.hidden.map((layer) => layer.units);
    const values = units.flatMap((count) => Array.from({ length: count }, () => plane(window, 1)));
    return {
      ...{ kind: 'units', window, resolution, units },
      values: Float32Array.from(values.flatMap((each) => [...each])),
    };
  }
  if (watch.kind === 'unit') {
    const { layer, unit, window } = watch;
    return { kind: 'unit', layer, unit, window, resolution, values: plane(window, -1) };
  }
  const { class: ofClass, window } = watch;
  const values = Float32Array.from(cellCentres(window).map((at) => predict(at)[ofClass] ?? NaN));
  return { kind: 'field', class: ofClass, window, resolution, values };
}

/** Of a unit: `sign` at the right half of the window, 0 at the left. */
function plane(window: Window, sign: number): Float32Array {
  const middle = (window.left + window.right) / 2;
  return Float32Array.from(cellCentres(window).map(({ x }) => (x > middle ? sign : 0)));
}

/** −1, …, 1 in even steps. */
function ramp(length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => (2 * i) / (length - 1) - 1);
}

function placesOf({ points, labels }: Samples): Point[] {
  return Array.from(labels, (_, i) => ({ x: points[2 * i] ?? NaN, y: points[2 * i + 1] ?? NaN }));
}

/** Row by row, the lowest first. */
function cellCentres({ left, right, bottom, top }: Window): Point[] {
  const share = (index: number) => (index + 0.5) / resolution;
  return Array.from({ length: resolution ** 2 }, (_, i) => ({
    x: left + share(i % resolution) * (right - left),
    y: bottom + share(Math.floor(i / resolution)) * (top - bottom),
  }));
}
