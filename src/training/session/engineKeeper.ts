import type { ChosenEngine } from '../../engines/chooseEngine.ts';
import { checkSamples, checkTrainingSet } from '../../engines/engineChecks.ts';
import { type EngineFindings, lookAgain } from '../../engines/examineEngines.ts';
import { type Engine, engineTitles, type Snapshot } from '../../learning/engine.ts';
import type { Specification, TrainingSpecification } from '../../learning/specification.ts';
import { negativeLogLikelihood } from '../../learning/negativeLogLikelihood.ts';
import type { EngineChoice, SampleSets } from '../protocol/commands.ts';
import type { EventBody } from '../protocol/events.ts';
import { allFinite, copyOf, withEndedEpoch, withFreshUpdater } from './snapshots.ts';

/** Throws an Error with a sentence where no engine is left. */
export type ChooseEngine = (
  choice: EngineChoice,
  findings: EngineFindings | undefined,
  specification: Specification,
) => ChosenEngine;

/** What the engine of a run is made of. */
export interface EngineParts {
  readonly specification: Specification;
  readonly samples: SampleSets;
  /** The state to begin with. */
  readonly snapshot: Snapshot;
  readonly findings?: EngineFindings | undefined;
}

/**
 * Keeps one engine running: remembers the last good snapshot, and when the engine fails, goes on
 * from there on the SIMD engine and says so.
 */
export class EngineKeeper {
  readonly #chooseEngine: ChooseEngine;
  readonly #report: (report: EventBody) => void;
  #samples: SampleSets;
  #specification: Specification;
  #kept: Snapshot;
  #findings: EngineFindings | undefined;
  #choice: EngineChoice = 'auto';
  /** Of the choice that was made last. */
  #reason = '';
  #engine: Engine | undefined;

  constructor(
    { specification, samples, snapshot, findings }: EngineParts,
    chooseEngine: ChooseEngine,
    report: (report: EventBody) => void,
  ) {
    this.#specification = specification;
    this.#samples = samples;
    this.#kept = snapshot;
    this.#findings = findings && lookAgain(findings);
    this.#chooseEngine = chooseEngine;
    this.#report = report;
  }

  get specification(): Specification {
    return this.#specification;
  }

  /** The last snapshot whose loss was finite. */
  get kept(): Snapshot {
    return this.#kept;
  }

  /**
   * Begins from the kept snapshot on an engine of that choice; on the SIMD engine where the chosen
   * one cannot be had. Rejects when that one cannot either.
   */
  async open(choice: EngineChoice | 'safest'): Promise<void> {
    this.#choice = choice === 'safest' ? 'simd' : choice;
    await this.#begin(this.#choose(), this.#kept);
  }

  /** Takes new findings; they count from the next choice on. */
  noteFindings(findings: EngineFindings): void {
    this.#findings = lookAgain(findings);
  }

  /** Another engine for the same run, at the very state where it is. Tells whether it is another. */
  async switchTo(choice: EngineChoice): Promise<boolean> {
    this.#choice = choice;
    const chosen = this.#choose();
    if (chosen.name === this.#engine?.name) {
      this.#reportChoice(chosen);
      return false;
    }
    const snapshot = this.#engine && (await this.use((engine) => engine.snapshot()));
    await this.#begin(chosen, snapshot ?? this.#kept);
    return true;
  }

  /**
   * Asks the engine for something. When the engine fails, asks the SIMD engine for the same, begun
   * from the kept snapshot. Rejects when the SIMD engine itself fails.
   */
  async use<Answer>(task: (engine: Engine) => Promise<Answer>): Promise<Answer> {
    const engine = this.#running();
    try {
      return await task(engine);
    } catch (error) {
      if (engine.name === 'simd') throw error;
      await this.#fallBack(`The ${engineTitles[engine.name]} engine stopped`, error, this.#kept);
      return task(this.#running());
    }
  }

  progress(): Snapshot['progress'] {
    return this.#engine?.progress() ?? this.#kept.progress;
  }

  /**
   * Changes how the network is trained; another updater begins with its state at zero. Tells whether
   * another engine is better for it, and has taken the run over.
   */
  async configure(training: TrainingSpecification): Promise<boolean> {
    await this.keep();
    const before = this.#specification.training;
    this.#specification = { ...this.#specification, training };
    if (training.updater !== before.updater) {
      this.#kept = withFreshUpdater(this.#kept, this.#specification);
    }
    const chosen = this.#choose();
    if (chosen.name === this.#engine?.name) {
      if (chosen.reason !== this.#reason) this.#reportChoice(chosen);
      await this.use((engine) => engine.configure(training));
      return false;
    }
    await this.#begin(chosen, this.#kept);
    return true;
  }

  /**
   * Replaces the samples; weights and updater state stay. Another training set ends the running
   * epoch. Keeps a snapshot of this if its loss is finite; whether it is.
   * @throws RangeError with a sentence for samples that this network cannot learn from; then nothing
   * has changed.
   */
  async changeSamples(samples: SampleSets): Promise<boolean> {
    checkTrainingSet(samples.training.labels.length);
    checkSamples(this.#specification, samples.training);
    checkSamples(this.#specification, samples.evaluation);
    await this.keep();
    const another = samples.training !== this.#samples.training;
    this.#samples = samples;
    if (another) this.#kept = withEndedEpoch(this.#kept);
    await this.use(async (engine) => {
      await engine.load('evaluation', samples.evaluation);
      if (another) await engine.load('training', samples.training);
    });
    return this.keep();
  }

  async goBack(snapshot: Snapshot): Promise<void> {
    this.#kept = copyOf(snapshot);
    await this.use((engine) => engine.restore(snapshot));
  }

  /** Keeps a snapshot of now, if its loss is finite; whether it is. */
  async keep(): Promise<boolean> {
    const { labels } = this.#samples.training;
    const [snapshot, probabilities] = await this.use(async (engine) => [
      await engine.snapshot(),
      await engine.probabilities('training'),
    ]);
    const loss = negativeLogLikelihood(probabilities, labels);
    if (!Number.isFinite(loss) || !allFinite(snapshot.parameters)) return false;
    this.#kept = snapshot;
    return true;
  }

  dispose(): void {
    this.#engine?.dispose();
    this.#engine = undefined;
  }

  #running(): Engine {
    if (this.#engine) return this.#engine;
    throw new Error('No engine is running.');
  }

  #choose(): ChosenEngine {
    return this.#chooseEngine(this.#choice, this.#findings, this.#specification);
  }

  async #begin(chosen: ChosenEngine, snapshot: Snapshot): Promise<void> {
    try {
      await this.#make(chosen, snapshot);
    } catch (error) {
      if (chosen.name === 'simd') throw error;
      const trouble = `The ${engineTitles[chosen.name]} engine cannot run here`;
      return this.#fallBack(trouble, error, snapshot);
    }
    this.#reportChoice(chosen);
  }

  #reportChoice({ name, reason }: ChosenEngine): void {
    this.#reason = reason;
    this.#report({ kind: 'engine', engine: name, reason });
  }

  async #make({ factory }: ChosenEngine, snapshot: Snapshot): Promise<void> {
    const engine = await factory(this.#specification, snapshot.parameters.slice());
    try {
      await engine.load('training', this.#samples.training);
      await engine.load('evaluation', this.#samples.evaluation);
      await engine.restore(snapshot);
    } catch (error) {
      engine.dispose();
      throw error;
    }
    this.dispose();
    this.#engine = engine;
  }

  async #fallBack(trouble: string, error: unknown, snapshot: Snapshot): Promise<void> {
    this.dispose();
    this.#choice = 'simd'; // until the user chooses again
    const substitute = this.#choose();
    if (substitute.name !== 'simd') throw error;
    this.#reason = substitute.reason;
    await this.#make(substitute, snapshot);
    const { step } = snapshot.progress;
    const begun = step === 0 ? 'begins' : `goes on from step ${step}`;
    const reason = `${trouble} (${withoutStop(messageOf(error))}); training ${begun} in WebAssembly.`;
    this.#report({ kind: 'engine', engine: 'simd', reason, trouble: true });
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
