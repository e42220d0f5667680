import type { Configuration } from '../../learning/configuration.ts';
import { validateConfiguration } from '../../learning/validation/validateConfiguration.ts';
import { divergenceReason } from '../running/divergenceReason.ts';
import { EngineKeeper, messageOf } from './engineKeeper.ts';
import { FrameMaker } from '../frames/frameMaker.ts';
import type { EngineChoice, Order, Phase, StartCommand } from '../protocol/messages.ts';
import { copyOf, fittedSnapshot, initialSnapshot } from './snapshots.ts';
import type { Surroundings } from './surroundings.ts';
import { Trainer } from '../running/trainer.ts';
import { buffersOf } from '../transferable.ts';

/** Milliseconds between snapshots while training. */
const snapshotInterval = 1000;

type RunOrder = Exclude<Order, StartCommand>;
type Kind<Name extends RunOrder['kind']> = Extract<RunOrder, { kind: Name }>;

/** One training run from its start to the next: obeys orders and works in small pieces. */
export class ActiveRun {
  readonly #surroundings: Surroundings;
  readonly #keeper: EngineKeeper;
  readonly #trainer: Trainer;
  readonly #frames: FrameMaker;
  #configuration: Configuration;
  #phase: Phase = 'starting';
  #keptAt = 0;

  /** Throws a RangeError with a sentence for what cannot be trained. */
  constructor(start: StartCommand, surroundings: Surroundings) {
    this.#configuration = validateConfiguration(start.configuration);
    if (start.samples.training.labels.length === 0) {
      throw new RangeError('expected at least 1 sample to train on, got none.');
    }
    const { network, training } = this.#configuration;
    const specification = { network, training };
    const snapshot = start.snapshot
      ? fittedSnapshot(start.snapshot, specification)
      : initialSnapshot(specification);
    const { samples, findings } = start;
    const parts = { specification, samples, snapshot, findings };
    this.#surroundings = surroundings;
    this.#keeper = new EngineKeeper(parts, surroundings.chooseEngine, surroundings.report);
    this.#trainer = new Trainer(start, snapshot.progress.epoch, surroundings.now);
    this.#frames = new FrameMaker(start, surroundings);
  }

  /** Rejects when not even the SIMD engine can be had. */
  async begin(choice: EngineChoice): Promise<void> {
    this.#enter('starting');
    await this.#keeper.open(choice);
    this.#reportKept();
    this.#enterRest();
  }

  /** Rejects when no engine is left that could do it. */
  async obey(order: RunOrder): Promise<void> {
    const objection = this.#objectionTo(order);
    if (objection !== undefined) {
      this.#refuse(order, objection);
      return;
    }
    switch (order.kind) {
      case 'train': {
        this.#train();
        return;
      }
      case 'pause':
        return this.#pause();
      case 'step': {
        this.#step(order);
        return;
      }
      case 'configure':
        return this.#configure(order);
      case 'speed':
        this.#trainer.stepsPerFrame = order.stepsPerFrame;
        return;
      case 'engine':
        return this.#switchTo(order);
      case 'view': {
        this.#frames.lookAt(order.view);
        return;
      }
      case 'restore':
        return this.#restore(order);
      case 'save':
        return this.#save(order);
      case 'painted': {
        this.#frames.painted();
        return;
      }
    }
  }

  /**
   * Does the next piece of work: a frame, a snapshot or some steps. Gives the milliseconds until
   * there is more, Infinity when there is nothing to do before the next order.
   */
  async work(): Promise<number> {
    if (this.#phase === 'failed') return Infinity;
    if (this.#frames.isDue(this.#keeper.progress().step)) {
      await this.#show();
      return 0;
    }
    if (!this.#trainer.busy) return Infinity;
    if (this.#snapshotIsDue) {
      await this.#keep();
      return 0;
    }
    const outcome = await this.#trainer.work(this.#keeper);
    if (typeof outcome === 'number') return outcome;
    await this.#end(outcome.phase, outcome.reason);
    return 0;
  }

  /** The run is over, unless another engine is chosen. */
  fail(error: unknown): void {
    this.#trainer.rest();
    this.#keeper.dispose();
    this.#enter('failed', `Training cannot go on: ${messageOf(error)}`);
  }

  dispose(): void {
    this.#keeper.dispose();
  }

  get #snapshotIsDue(): boolean {
    const moved = this.#keeper.progress().step !== this.#keeper.kept.progress.step;
    return moved && this.#surroundings.now() - this.#keptAt >= snapshotInterval;
  }

  #objectionTo({ kind }: RunOrder): string | undefined {
    if (this.#phase === 'failed' && !['engine', 'speed', 'view', 'painted'].includes(kind)) {
      return 'This run has failed and can do nothing more; choose another engine, or reset it.';
    }
    if (this.#phase === 'diverged' && (kind === 'train' || kind === 'step')) {
      return 'This run has diverged and cannot go on; go back to its last good state, or reset it.';
    }
    return undefined;
  }

  #train(): void {
    this.#trainer.goOn(this.#keeper.progress());
    this.#enter('training');
  }

  #step({ unit }: Kind<'step'>): void {
    const progress = this.#keeper.progress();
    if (unit === 'step') {
      this.#trainer.makeStep(progress);
      return;
    }
    this.#trainer.finishEpoch(progress);
    this.#enter('training');
  }

  async #pause(): Promise<void> {
    if (!this.#trainer.busy) return;
    this.#trainer.rest();
    this.#enter('paused');
    this.#frames.request();
    await this.#keep();
  }

  async #configure(order: Kind<'configure'>): Promise<void> {
    const { training, stopping } = order;
    const checked = this.#checked(order, () =>
      validateConfiguration({ ...this.#configuration, training, stopping }),
    );
    if (!checked) return;
    this.#configuration = checked;
    if (await this.#keeper.configure(checked.training)) this.#frames.forget();
    this.#trainer.setStopping(checked.stopping, this.#keeper.progress().epoch);
    this.#trainer.forget();
    this.#reportKept();
    this.#frames.request();
  }

  async #switchTo({ engine, findings }: Kind<'engine'>): Promise<void> {
    const before = this.#phase;
    if (findings) this.#keeper.noteFindings(findings);
    if (!(await this.#keeper.switchTo(engine))) return;
    this.#trainer.forget();
    this.#frames.forget();
    this.#frames.request();
    if (before === 'failed') this.#enterRest();
  }

  async #restore(order: Kind<'restore'>): Promise<void> {
    const snapshot = this.#checked(order, () =>
      fittedSnapshot(order.snapshot, this.#keeper.specification),
    );
    if (!snapshot) return;
    await this.#keeper.goBack(snapshot);
    this.#trainer.setBack(snapshot.progress.epoch);
    this.#reportKept();
    this.#frames.request();
    if (!this.#trainer.busy) this.#enterRest();
  }

  /** What the check gives; undefined when it throws, and the order is refused. */
  #checked<Value>(order: RunOrder, check: () => Value): Value | undefined {
    try {
      return check();
    } catch (error) {
      this.#refuse(order, messageOf(error));
      return undefined;
    }
  }

  async #save(order: Kind<'save'>): Promise<void> {
    const parameters = await this.#keeper.use((engine) => engine.parameters());
    const { modelFiles, report } = this.#surroundings;
    try {
      const { modelJson, weights } = await modelFiles(
        this.#keeper.specification.network,
        parameters,
      );
      report({ kind: 'model', modelJson, weights }, [weights]);
    } catch (error) {
      this.#refuse(order, `The model could not be saved: ${messageOf(error)}`);
    }
  }

  async #show(): Promise<void> {
    const { busy, stepsPerSecond } = this.#trainer;
    const losses = await this.#frames.show(this.#keeper, busy ? stepsPerSecond : undefined);
    // The loss of an empty set is NaN, so the evaluation set is not asked.
    if (losses && Number.isNaN(losses.training)) this.#diverge();
  }

  async #end(phase: 'paused' | 'finished', reason: string): Promise<void> {
    this.#trainer.rest();
    this.#frames.request();
    if (await this.#keep()) this.#enter(phase, reason);
  }

  /** Keeps a snapshot and reports it; false when there is none to keep, for the run diverged. */
  async #keep(): Promise<boolean> {
    this.#keptAt = this.#surroundings.now();
    const sound = await this.#keeper.keep();
    if (sound) this.#reportKept();
    else this.#diverge();
    return sound;
  }

  #diverge(): void {
    if (this.#phase === 'diverged') return;
    const { training } = this.#keeper.specification;
    this.#trainer.rest();
    this.#frames.request();
    this.#enter('diverged', divergenceReason(training, this.#keeper.progress().step));
  }

  #reportKept(): void {
    const snapshot = copyOf(this.#keeper.kept);
    const buffers = buffersOf(snapshot.parameters, snapshot.updaterState);
    this.#surroundings.report({ kind: 'snapshot', snapshot }, buffers);
  }

  #enterRest(): void {
    this.#enter(this.#keeper.progress().step === 0 ? 'ready' : 'paused');
  }

  #enter(phase: Phase, reason = ''): void {
    this.#phase = phase;
    this.#surroundings.report({ kind: 'phase', phase, reason });
  }

  #refuse({ kind }: RunOrder, message: string): void {
    this.#surroundings.report({ kind: 'refused', command: kind, message });
  }
}
