import type { Engine } from '../../learning/engine.ts';
import { evaluate } from '../../learning/evaluation/evaluate.ts';
import type { Samples, Window } from '../../learning/samples.ts';
import { CentralRun } from './centralRun.ts';
import { type ClassOptions, type RoundReport, SimulatedClass } from './simulatedClass.ts';

/** What a run is made of. */
export interface ClassRunOptions extends ClassOptions {
  /** What the class is evaluated on after each round, at least one sample. */
  readonly evaluation: Samples;
  /** Whether the same network is trained in one place as well. */
  readonly central: boolean;
}

/** On the evaluation set. */
export interface Scores {
  readonly loss: number;
  readonly accuracy: number;
}

/** A round, and what the network is worth after it. */
export interface ClassRound extends RoundReport, Scores {
  /** Of the network that is trained in one place; undefined where none is. */
  readonly central: Scores | undefined;
  /** Whether numbers that are not finite came from the class or from one of its clients. */
  readonly diverged: boolean;
}

/** A simulated class that is evaluated after each round, beside the same network in one place. */
export class ClassRun {
  readonly simulated: SimulatedClass;
  readonly #engine: Engine;
  readonly #labels: Uint8Array;
  readonly #central: CentralRun | undefined;

  private constructor(simulated: SimulatedClass, engine: Engine, options: ClassRunOptions) {
    const { samples, parameters, settings, central, evaluation } = options;
    const size = samples.labels.length;
    this.simulated = simulated;
    this.#engine = engine;
    this.#labels = evaluation.labels;
    this.#central = central ? new CentralRun(engine, { size, parameters, settings }) : undefined;
  }

  static async create(options: ClassRunOptions): Promise<ClassRun> {
    const { createEngine, specification, parameters, samples, evaluation } = options;
    const engine = await createEngine(specification, parameters);
    await engine.load('training', samples);
    await engine.load('evaluation', evaluation);
    return new ClassRun(await SimulatedClass.create(options), engine, options);
  }

  async round(): Promise<ClassRound> {
    const report = await this.simulated.round();
    const alone = this.#central;
    await alone?.round();
    const scores = await this.scores();
    const central = alone && (await this.#scoresOf(alone.parameters));
    const diverged = !Number.isFinite(scores.loss) || report.refused > 0;
    return { ...report, ...scores, central, diverged };
  }

  /** What the class is worth now. */
  scores(): Promise<Scores> {
    return this.#scoresOf(this.simulated.parameters);
  }

  /** As `Engine.field`, of a network with these parameters. */
  field(parameters: Float32Array, window: Window, resolution: number): Promise<Float32Array> {
    const { classes } = this.#engine.specification.network;
    const shown = classes === 2 ? [1] : undefined;
    return this.#borrow(parameters, () => this.#engine.field(window, resolution, shown));
  }

  #scoresOf(parameters: Float32Array): Promise<Scores> {
    return this.#borrow(parameters, () => this.#evaluate());
  }

  async #evaluate(): Promise<Scores> {
    const { probabilities, loss } = await this.#engine.probabilitiesAndLoss('evaluation');
    const { classes } = this.#engine.specification.network;
    const evaluation = evaluate(probabilities, this.#labels, classes, { loss });
    return { loss, accuracy: evaluation.value('accuracy') };
  }

  /** The engine trains the central network, and has its parameters again afterwards. */
  async #borrow<T>(parameters: Float32Array, use: () => Promise<T>): Promise<T> {
    const kept = this.#central?.parameters;
    await this.#engine.setParameters(parameters);
    const result = await use();
    if (kept) await this.#engine.setParameters(kept);
    return result;
  }
}
