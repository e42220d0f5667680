import { expect, onTestFinished } from 'vitest';
import type { Engine, EngineFactory, Snapshot } from '../../src/learning/engine.ts';
import { ReferenceNetwork } from '../../src/learning/referenceNetwork.ts';
import type { Samples } from '../../src/learning/samples.ts';
import type { Specification, TrainingSpecification } from '../../src/learning/specification.ts';
import { someParameters, someSamples } from '../support/networks.ts';
import { expectClose, type Tolerance } from '../support/tolerance.ts';

export interface ContractTolerances {
  /** Of parameters, updater state and losses after up to 80 steps. */
  readonly trained: Tolerance;
  /** Of probabilities, losses, gradients and activations of given parameters. */
  readonly computed: Tolerance;
}

/** How to make the engine under test, and how far it may be from the reference. */
export interface Contract {
  readonly create: EngineFactory;
  readonly tolerances: ContractTolerances;
}

/** Mini-batches of 16 out of 70: four whole ones and one of 6 in an epoch. */
export const trainingSize = 70;
export const evaluationSize = 37;

/** Makes an engine that is disposed of when the test ends. */
export async function startEngine(
  { create }: Contract,
  specification: Specification,
  parameters: Float32Array = someParameters(specification.network),
): Promise<Engine> {
  const engine = await create(specification, parameters);
  onTestFinished(() => engine.dispose());
  return engine;
}

/** An engine and the reference with the same network, which get the same calls. */
export class EnginePair {
  readonly engine: Engine;
  readonly reference: ReferenceNetwork;

  constructor(engine: Engine, reference: ReferenceNetwork) {
    this.engine = engine;
    this.reference = reference;
  }

  async load(set: 'training' | 'evaluation', samples: Samples): Promise<void> {
    this.reference.load(set, samples);
    await this.engine.load(set, samples);
  }

  async train(steps: number): Promise<void> {
    this.reference.train(steps);
    await this.engine.train(steps);
  }

  async configure(training: TrainingSpecification): Promise<void> {
    this.reference.configure(training);
    await this.engine.configure(training);
  }

  async restore(snapshot: Snapshot): Promise<void> {
    this.reference.restore(snapshot);
    await this.engine.restore(snapshot);
  }

  /** Expects the parameters, updater state, losses and progress of the reference. */
  async expectAgreement(tolerance: Tolerance): Promise<void> {
    const { engine, reference } = this;
    const { parameters, updaterState } = await engine.snapshot();
    expectClose(parameters, reference.parameters, tolerance);
    expectClose(updaterState, reference.updaterState, tolerance);
    const losses = [await engine.loss('training'), await engine.loss('evaluation')];
    expectClose(losses, [reference.loss('training'), reference.loss('evaluation')], tolerance);
    expect(engine.progress()).toEqual(reference.progress);
  }
}

/** A pair with samples in both sets. */
export async function startPair(
  contract: Contract,
  specification: Specification,
  sizes: { readonly training: number; readonly evaluation: number } = {
    training: trainingSize,
    evaluation: evaluationSize,
  },
): Promise<EnginePair> {
  const { classes } = specification.network;
  const parameters = someParameters(specification.network);
  const engine = await startEngine(contract, specification, parameters);
  const pair = new EnginePair(engine, new ReferenceNetwork(specification, parameters));
  await pair.load('training', someSamples(sizes.training, classes, 6));
  await pair.load('evaluation', someSamples(sizes.evaluation, classes, 7));
  return pair;
}
