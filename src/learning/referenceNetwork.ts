import { allClasses } from './allClasses.ts';
import { BatchCursor } from './batchCursor.ts';
import { epochOrder } from './batches.ts';
import type { Progress, Snapshot } from './engine.ts';
import { entryAt } from './entryAt.ts';
import { featureMatrix } from './features.ts';
import { chunkRows } from './network/denseLayer.ts';
import { FieldInputs } from './network/fieldInputs.ts';
import { type InputSet, NetworkPass } from './network/networkPass.ts';
import { ParameterUpdate } from './network/parameterUpdate.ts';
import type { Samples, SetName, Window } from './samples.ts';
import type {
  NetworkSpecification,
  Specification,
  TrainingSpecification,
} from './specification.ts';

/**
 * The arithmetic that every engine must agree with, in double precision throughout. Only snapshots
 * are rounded to single precision.
 *
 * It trusts its arguments: specifications are validated at the border, lengths by the engines.
 */
export class ReferenceNetwork {
  readonly network: NetworkSpecification;
  readonly #pass: NetworkPass;
  readonly #update: ParameterUpdate;
  readonly #fieldInputs: FieldInputs;
  readonly #sets = { training: emptySet(), evaluation: emptySet() };
  readonly #cursor = new BatchCursor();
  #order: Uint32Array = new Uint32Array();
  #orderEpoch = -1;

  constructor(specification: Specification, parameters: ArrayLike<number>) {
    this.network = specification.network;
    this.#pass = new NetworkPass(specification.network);
    this.#update = new ParameterUpdate(specification);
    this.#update.setParameters(parameters);
    this.#fieldInputs = new FieldInputs(specification.network.features);
  }

  get training(): TrainingSpecification {
    return this.#update.training;
  }

  get progress(): Progress {
    return this.#cursor.progress;
  }

  /** A copy of all parameters. */
  get parameters(): Float64Array {
    return this.#update.values.slice();
  }

  /** A copy of the updater's slots, one after the other. */
  get updaterState(): Float64Array {
    return Float64Array.from(this.#update.state);
  }

  setParameters(parameters: ArrayLike<number>): void {
    this.#update.setParameters(parameters);
  }

  /** 0 before samples are loaded. */
  sampleCount(set: SetName): number {
    return this.#sets[set].labels.length;
  }

  /** Replaces a set. Another training set ends an epoch that is under way. */
  load(set: SetName, { points, labels }: Samples): void {
    const inputs = featureMatrix(this.network.features, points);
    this.#sets[set] = { inputs, labels };
    if (set !== 'training') return;
    this.#orderEpoch = -1;
    this.#cursor.load(labels.length);
  }

  configure(training: TrainingSpecification): void {
    const another = this.#update.configure(training);
    if (another) this.#cursor.updates = 0;
  }

  /** Makes that many updates from the training set, which must not be empty. */
  train(steps: number): void {
    for (let step = 0; step < steps; step++) this.#step();
  }

  snapshot(): Snapshot {
    return {
      progress: this.progress,
      parameters: Float32Array.from(this.#update.values),
      updaterState: Float32Array.from(this.#update.state),
    };
  }

  restore({ progress, parameters, updaterState }: Snapshot): void {
    this.#cursor.progress = progress;
    this.#update.setParameters(parameters);
    this.#update.setState(updaterState);
  }

  /** Mean negative log likelihood of a set, without penalties; NaN for an empty set. */
  loss(set: SetName): number {
    const { inputs, labels } = this.#sets[set];
    let sum = 0;
    for (let first = 0; first < labels.length; first += chunkRows) {
      const rows = Math.min(chunkRows, labels.length - first);
      this.#pass.take(inputs, first, rows);
      sum += this.#pass.lossSum(this.#update.values, labels.subarray(first, first + rows));
    }
    return sum / labels.length;
  }

  /** Mean gradient of the negative log likelihood over those samples of the training set. */
  gradient(indices: Uint32Array): Float64Array {
    const gradient = new Float64Array(this.#update.values.length);
    this.#addGradient(gradient, indices, { first: 0, count: indices.length, dropout: 0 });
    return gradient;
  }

  /** n×K class probabilities of a set. */
  probabilities(set: SetName): Float32Array {
    return this.#probabilities(this.#sets[set].inputs);
  }

  /** n×K class probabilities of n×2 points. */
  predict(points: Float32Array): Float32Array {
    return this.#probabilities(featureMatrix(this.network.features, points));
  }

  /** A plane of probabilities for each of the classes, at the cells that `fieldPoints` gives. */
  field(
    window: Window,
    resolution: number,
    classes: readonly number[] = allClasses(this.network.classes),
  ): Float32Array {
    const stride = this.network.classes;
    const cells = resolution * resolution;
    const field = new Float32Array(classes.length * cells);
    this.#eachChunk(this.#fieldInputs.of(window, resolution), (first, rows) => {
      const probabilities = this.#pass.probabilities(this.#update.values);
      classes.forEach((label, plane) => {
        const start = plane * cells + first;
        for (let row = 0; row < rows; row++) {
          field[start + row] = probabilities[row * stride + label] ?? NaN;
        }
      });
    });
    return field;
  }

  /** Activations of n×2 points: per hidden layer n×units. */
  activations(points: Float32Array): Float32Array[] {
    const inputs = featureMatrix(this.network.features, points);
    const { hidden } = this.network;
    const activations = hidden.map(({ units }) => new Float32Array((points.length / 2) * units));
    this.#eachChunk(inputs, (first, rows) => {
      const chunk = this.#pass.activations(this.#update.values);
      hidden.forEach(({ units }, i) => {
        const values = entryAt(chunk, i).subarray(0, rows * units);
        entryAt(activations, i).set(values, first * units);
      });
    });
    return activations;
  }

  #step(): void {
    this.#cursor.take(this.training.batchSize);
    const { epoch, first, count, updates } = this.#cursor;
    const { gradient } = this.#update;
    gradient.fill(0);
    this.#addGradient(gradient, this.#epochOrder(epoch), {
      first,
      count,
      dropout: this.training.dropout,
    });
    this.#update.apply(epoch, updates + 1);
    this.#cursor.leave();
  }

  /** Adds the mean gradient over a mini-batch: order[first] … order[first + count − 1]. */
  #addGradient(
    gradient: Float64Array,
    order: Uint32Array,
    batch: { readonly first: number; readonly count: number; readonly dropout: number },
  ): void {
    const { first, count, dropout } = batch;
    const { step } = this.#cursor;
    for (let firstRow = 0; firstRow < count; firstRow += chunkRows) {
      const rows = Math.min(chunkRows, count - firstRow);
      this.#pass.gather(this.#sets.training, order, first + firstRow, rows);
      const part = { share: 1 / count, dropout, step, firstRow };
      this.#pass.addGradient(this.#update.values, gradient, part);
    }
  }

  #epochOrder(epoch: number): Uint32Array {
    if (epoch !== this.#orderEpoch) {
      this.#order = epochOrder(this.network.seed, epoch, this.sampleCount('training'));
      this.#orderEpoch = epoch;
    }
    return this.#order;
  }

  #probabilities(inputs: Float32Array): Float32Array {
    const { features, classes } = this.network;
    const probabilities = new Float32Array((inputs.length / features.length) * classes);
    this.#eachChunk(inputs, (first, rows) => {
      const chunk = this.#pass.probabilities(this.#update.values);
      probabilities.set(chunk.subarray(0, rows * classes), first * classes);
    });
    return probabilities;
  }

  /** Takes the rows of a matrix n×F in, chunk by chunk. */
  #eachChunk(inputs: Float32Array, work: (first: number, rows: number) => void): void {
    const count = inputs.length / this.network.features.length;
    for (let first = 0; first < count; first += chunkRows) {
      const rows = Math.min(chunkRows, count - first);
      this.#pass.take(inputs, first, rows);
      work(first, rows);
    }
  }
}

function emptySet(): InputSet {
  return { inputs: new Float32Array(), labels: new Uint8Array() };
}
