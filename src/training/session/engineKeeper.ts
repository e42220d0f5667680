import type { ChooseEngine, ChosenEngine } from '../../engines/chooseEngine.ts';
import { type EngineFindings, lookAgain } from '../../engines/engineFindings.ts';
import { engineTitle } from '../../engines/engineNames.ts';
import type { Engine, Snapshot } from '../../learning/engine.ts';
import type { Specification, TrainingSpecification } from '../../learning/specification.ts';
import type { EngineChoice, SampleSets } from '../protocol/commands.ts';
import type { EventBody } from '../protocol/events.ts';
import { checkSampleSets } from './checkSampleSets.ts';
import { allFinite, copyOf, withEndedEpoch, withFreshUpdater } from './snapshots.ts';

/** What a run needs to make an engine. */
export interface EngineParts {
  readonly specification: Specification;
  readonly samples: SampleSets;
  /** The state to begin with. */
  readonly snapshot: Snapshot;
  readonly findings?: EngineFindings | undefined;
}

/** An engine that could not do its work, and how. */
interface Failure {
  readonly name: string;
  readonly kind: 'stopped' | 'cannot run here';
  readonly error: unknown;
}

/**
 * Keeps one engine running: remembers the last good snapshot, and when the engine fails, continues
 * from there on the next engine without objection, and reports that.
 */
export class EngineKeeper {
  readonly #chooseEngine: ChooseEngine;
  readonly #report: (report: EventBody) => void;
  #samples: SampleSets;
  #specification: Specification;
  #kept: Snapshot;
  #findings: EngineFindings | undefined;
  #choice: EngineChoice = 'auto';
  /** Names of the engines that have failed since the user chose last. */
  #failed: string[] = [];
  /** Why the engine that was chosen last was chosen. */
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
   * Begins from the kept snapshot on an engine of that choice, or on the next one where the chosen
   * one cannot be made. Rejects when none can.
   */
  async open(choice: EngineChoice): Promise<void> {
    this.#choice = choice;
    this.#failed = [];
    await this.#begin(this.#choose(), this.#kept);
  }

  /** Takes new findings; they count from the next choice on. */
  noteFindings(findings: EngineFindings): void {
    this.#findings = lookAgain(findings);
  }

  /**
   * Moves the run to the engine of that choice, in the state where it is. True if that is another
   * engine than before.
   */
  async switchTo(choice: EngineChoice): Promise<boolean> {
    this.#choice = choice;
    this.#failed = [];
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
   * Asks the engine for something. When the engine fails, asks the next one for the same, begun
   * from the kept snapshot. Rejects with the last error when no engine is left.
   */
  async use<Answer>(task: (engine: Engine) => Promise<Answer>): Promise<Answer> {
    const engine = this.#running();
    try {
      return await task(engine);
    } catch (error) {
      await this.#fallBack({ name: engine.name, kind: 'stopped', error }, this.#kept);
      return this.use(task);
    }
  }

  progress(): Snapshot['progress'] {
    return this.#engine?.progress() ?? this.#kept.progress;
  }

  /**
   * Changes how the network is trained; another updater begins with its state at zero. True if the
   * run has moved to another engine, which suits this training better.
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
    checkSampleSets(samples, this.#specification.network);
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

  /** Keeps a snapshot of now if its loss and its parameters are finite. True if they are. */
  async keep(): Promise<boolean> {
    const [snapshot, loss] = await this.use(async (engine) => [
      await engine.snapshot(),
      await engine.loss('training'),
    ]);
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
    return this.#chooseEngine(this.#choice, this.#findings, this.#specification, this.#failed);
  }

  async #begin(chosen: ChosenEngine, snapshot: Snapshot): Promise<void> {
    try {
      await this.#make(chosen, snapshot);
    } catch (error) {
      return this.#fallBack({ name: chosen.name, kind: 'cannot run here', error }, snapshot);
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

  /** Moves the run to the first engine that can be made of those that have not failed. */
  async #fallBack(failure: Failure, snapshot: Snapshot): Promise<void> {
    this.dispose();
    const { name, reason } = await this.#makeSubstitute(failure, snapshot);
    this.#reason = reason;
    const { step } = snapshot.progress;
    const continues = step === 0 ? 'begins' : `continues from step ${step}`;
    const notice = `${failureWords(failure)}; training ${continues} in ${engineTitle(name)}.`;
    this.#report({ kind: 'engine', engine: name, reason: notice, trouble: true });
  }

  async #makeSubstitute({ name, error }: Failure, snapshot: Snapshot): Promise<ChosenEngine> {
    this.#failed = [...this.#failed, name];
    const substitute = this.#chooseSubstitute(error);
    try {
      await this.#make(substitute, snapshot);
      return substitute;
    } catch (next) {
      const failure: Failure = { name: substitute.name, kind: 'cannot run here', error: next };
      return this.#makeSubstitute(failure, snapshot);
    }
  }

  /** Where no engine is left, the error that led here says more than that none is left. */
  #chooseSubstitute(error: unknown): ChosenEngine {
    try {
      return this.#choose();
    } catch {
      throw error;
    }
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failureWords({ name, kind, error }: Failure): string {
  const cause = messageOf(error).replace(/\.$/, '');
  return `The ${engineTitle(name)} engine ${kind} (${cause})`;
}
