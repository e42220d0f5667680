import type { StopRules } from '../../learning/configuration.ts';
import type { Engine, Progress } from '../../learning/engine.ts';
import type { SampleSets } from '../protocol/commands.ts';
import { divergenceReason, largestCoordinate } from './divergenceReason.ts';
import type { EngineAccess } from './engineAccess.ts';
import { stepsToEpoch } from './epochSteps.ts';
import { type LossRecorder, nextRecordedEpoch } from './lossRecorder.ts';
import { type Losses, measureLosses } from './measureLosses.ts';
import { Speedometer } from './speedometer.ts';
import { pieceLength, StepBudget } from './stepBudget.ts';
import { StopRuleChecker } from './stopRuleChecker.ts';

/** How training came to rest. */
export interface Ending {
  readonly phase: 'paused' | 'finished' | 'diverged';
  /** A full sentence; empty where the user asked for it. */
  readonly reason: string;
}

/** What a loop begins with. */
export interface TrainingSetup {
  readonly samples: SampleSets;
  readonly stopping: StopRules;
  /** Epochs finished so far. */
  readonly epoch: number;
  /** Steps per frame at 60 frames a second, or Infinity. */
  readonly stepsPerFrame: number;
  /** Gets the losses at the ends of epochs. Without one, they are measured for the stop rules alone. */
  readonly recorder?: LossRecorder | undefined;
}

/** Where training is to rest, whichever comes first. */
interface Goal {
  readonly step: number;
  readonly epoch: number;
  /** Whether the speed counts and the stop rules may end training before. */
  readonly open: boolean;
}

const noLosses: Losses = { training: NaN, evaluation: NaN, accuracy: NaN };

/**
 * Makes the steps of a run, in pieces of a few milliseconds that may hold many epochs. Stops inside
 * a piece wherever losses are needed, so that what comes of a run does not depend on its speed.
 */
export class TrainingLoop {
  readonly #now: () => number;
  readonly #recorder: LossRecorder | undefined;
  readonly #budget: StepBudget;
  readonly #speedometer = new Speedometer();
  #samples: SampleSets;
  #checker: StopRuleChecker;
  /** Undefined at rest. */
  #goal: Goal | undefined;

  /** `now`: milliseconds. */
  constructor(setup: TrainingSetup, now: () => number) {
    this.#now = now;
    this.#recorder = setup.recorder;
    this.#budget = new StepBudget(setup.stepsPerFrame);
    this.#samples = setup.samples;
    this.#checker = new StopRuleChecker(setup.stopping, setup.epoch);
  }

  get busy(): boolean {
    return this.#goal !== undefined;
  }

  get samples(): SampleSets {
    return this.#samples;
  }

  get stepsPerSecond(): number {
    return this.#speedometer.stepsPerSecond(this.#now());
  }

  set stepsPerFrame(stepsPerFrame: number) {
    this.#budget.stepsPerFrame = stepsPerFrame;
  }

  /** Trains until a stop rule ends it. */
  train({ epoch }: Progress): void {
    this.#checker.resume(epoch);
    this.#aimAt({ step: Infinity, epoch: Infinity, open: true });
  }

  /** So many steps more than those still to be made; none while an epoch is to be finished. */
  makeStep({ step }: Progress, count = 1): void {
    if (this.#goal && this.#goal.epoch < Infinity) return;
    const asked = this.#goal?.step ?? Infinity;
    this.#aimAt({ step: (asked < Infinity ? asked : step) + count, epoch: Infinity, open: false });
  }

  /**
   * So many epochs, the rest of the running one counted as the first; or so many more than those still
   * to be finished.
   */
  finishEpoch({ epoch }: Progress, count = 1): void {
    const asked = this.#goal?.epoch ?? Infinity;
    this.#aimAt({ step: Infinity, epoch: (asked < Infinity ? asked : epoch) + count, open: false });
  }

  rest(): void {
    this.#goal = undefined;
  }

  /** Other stop rules; rules that are the same keep what they have seen. */
  changeStopping(rules: StopRules, epoch: number): void {
    const before = this.#checker.rules;
    const same =
      rules.epochs === before.epochs &&
      rules.loss === before.loss &&
      rules.accuracy === before.accuracy &&
      rules.plateau === before.plateau;
    if (!same) this.#checker = new StopRuleChecker(rules, epoch);
  }

  /** Other samples: the stop rules forget the losses of those before. */
  changeSamples(samples: SampleSets, epoch: number): void {
    this.#samples = samples;
    this.#checker.forget(epoch);
    this.#budget.forgetCosts();
  }

  /** The run went back to that epoch: the stop rules forget what they have seen. */
  setBack(epoch: number): void {
    this.#checker = new StopRuleChecker(this.#checker.rules, epoch);
  }

  /** Forgets what steps cost: after a change of the engine or the batch size. */
  forgetCosts(): void {
    this.#budget.forgetCosts();
  }

  /**
   * Makes the steps that are due.
   * @returns how training ended, or the milliseconds until more steps are due; Infinity at rest.
   */
  async work(access: EngineAccess): Promise<Ending | number> {
    const goal = this.#goal;
    if (!goal) return Infinity;
    const begun = this.#now();
    const due = goal.open
      ? this.#budget.due(begun, access.progress().step)
      : this.#budget.affordable;
    if (due === 0) return this.#budget.wait();

    const { made, ending } = await access.use((engine) => this.#makeSteps(engine, goal, due));
    const now = this.#now();
    this.#budget.made(made, now - begun);
    this.#speedometer.add(made, now);
    return ending ?? 0;
  }

  #aimAt(goal: Goal): void {
    if (!this.#goal) {
      this.#budget.restart(this.#now());
      this.#speedometer.restart(this.#now());
    }
    this.#goal = goal;
  }

  async #makeSteps(engine: Engine, goal: Goal, due: number) {
    const latest = this.#now() + pieceLength;
    let made = 0;
    let ending: Ending | undefined;
    do {
      const { step } = engine.progress();
      await engine.train(Math.min(due - made, this.#stepsToStop(engine, goal)));
      made += engine.progress().step - step;
      ending = await this.#checkProgress(engine, goal);
    } while (!ending && made < due && this.#now() < latest);
    return { made, ending };
  }

  /** Steps to the next place where something must be looked at. */
  #stepsToStop(engine: Engine, goal: Goal): number {
    const progress = engine.progress();
    const { batchSize } = engine.specification.training;
    const epoch = Math.min(
      goal.open ? this.#checker.epochLimit : goal.epoch,
      goal.open && this.#checker.needsLosses ? progress.epoch + 1 : Infinity,
      this.#recorder ? nextRecordedEpoch(progress.epoch) : Infinity,
    );
    const size = this.#samples.training.labels.length;
    return Math.min(goal.step - progress.step, stepsToEpoch(epoch, progress, size, batchSize));
  }

  async #checkProgress(engine: Engine, goal: Goal): Promise<Ending | undefined> {
    const { step, epoch, position } = engine.progress();
    if (position === 0) {
      const losses = await this.#losses(engine, goal.open);
      if (losses && !Number.isFinite(losses.training)) {
        const largest = largestCoordinate(this.#samples.training.points);
        const reason = divergenceReason(engine.specification.training, step, largest);
        return { phase: 'diverged', reason };
      }
      if (goal.open) return this.#checkRules(epoch, losses ?? noLosses);
    }
    const reached = step >= goal.step || epoch >= goal.epoch;
    return reached ? { phase: 'paused', reason: '' } : undefined;
  }

  /** At the end of an epoch; undefined where nobody needs them. */
  async #losses(engine: Engine, open: boolean): Promise<Losses | undefined> {
    const { epoch } = engine.progress();
    const recorder = nextRecordedEpoch(epoch - 1) === epoch ? this.#recorder : undefined;
    if (!recorder && !(open && this.#checker.needsLosses)) return undefined;
    const { labels } = this.#samples.evaluation;
    const losses = await measureLosses(engine, this.#checker.needsAccuracy ? labels : undefined);
    const { training, evaluation } = losses;
    recorder?.add({ epoch, training, evaluation });
    return losses;
  }

  #checkRules(epoch: number, { evaluation, accuracy }: Losses): Ending | undefined {
    const reason = this.#checker.check(epoch, evaluation, accuracy);
    return reason === undefined ? undefined : { phase: 'finished', reason };
  }
}
