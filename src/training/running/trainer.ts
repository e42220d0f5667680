import type { StopRules } from '../../learning/configuration.ts';
import type { Progress } from '../../learning/engine.ts';
import type { EngineKeeper } from '../session/engineKeeper.ts';
import { stepsToEpoch, stepsToEpochEnd } from './epochSteps.ts';
import { lossAndAccuracy } from './lossAndAccuracy.ts';
import type { SampleSets, StartCommand } from '../protocol/messages.ts';
import { Pace } from './pace.ts';
import { Speedometer } from './speedometer.ts';
import { StopWatch } from './stopRules.ts';

/** How a piece of training ended; `reason` as in the phase report. */
export interface Ending {
  readonly phase: 'paused' | 'finished';
  readonly reason: string;
}

/** Where training is to rest, whichever comes first. */
interface Goal {
  readonly step: number;
  readonly epoch: number;
  /** Whether the speed counts and the stop rules may end it before. */
  readonly open: boolean;
}

/** Makes the steps of a run, in pieces short enough to let messages in between. */
export class Trainer {
  readonly #samples: SampleSets;
  readonly #now: () => number;
  readonly #pace: Pace;
  readonly #speedometer = new Speedometer();
  #watch: StopWatch;
  /** Undefined at rest. */
  #goal: Goal | undefined;

  constructor(start: StartCommand, epoch: number, now: () => number) {
    this.#samples = start.samples;
    this.#now = now;
    this.#pace = new Pace(start.stepsPerFrame);
    this.#watch = new StopWatch(start.configuration.stopping, epoch);
  }

  get busy(): boolean {
    return this.#goal !== undefined;
  }

  get stepsPerSecond(): number {
    return this.#speedometer.stepsPerSecond(this.#now());
  }

  set stepsPerFrame(stepsPerFrame: number) {
    this.#pace.stepsPerFrame = stepsPerFrame;
  }

  /** Trains until a stop rule ends it. */
  goOn({ epoch }: Progress): void {
    this.#watch.resume(epoch);
    this.#head({ step: Infinity, epoch: Infinity, open: true });
  }

  /** One more than the single steps still to be made; in an epoch under way it is one of its own. */
  makeStep({ step }: Progress): void {
    if (this.#goal && this.#goal.epoch < Infinity) return;
    const asked = this.#goal?.step ?? Infinity;
    this.#head({ step: (asked < Infinity ? asked : step) + 1, epoch: Infinity, open: false });
  }

  /** The rest of this epoch, or one more than the epochs still to be finished. */
  finishEpoch({ epoch }: Progress): void {
    const asked = this.#goal?.epoch ?? Infinity;
    this.#head({ step: Infinity, epoch: (asked < Infinity ? asked : epoch) + 1, open: false });
  }

  rest(): void {
    this.#goal = undefined;
  }

  /** Other stop rules; rules that stay the same keep what they have seen. */
  setStopping(rules: StopRules, epoch: number): void {
    const before = this.#watch.rules;
    const same =
      rules.epochs === before.epochs &&
      rules.loss === before.loss &&
      rules.accuracy === before.accuracy &&
      rules.plateau === before.plateau;
    if (!same) this.#watch = new StopWatch(rules, epoch);
  }

  /** The run was set back to that epoch: what the stop rules have seen no longer counts. */
  setBack(epoch: number): void {
    this.#watch = new StopWatch(this.#watch.rules, epoch);
  }

  /** Steps cost something else from now on. */
  forget(): void {
    this.#pace.forget();
  }

  /** Makes the steps that are due: how it ended, or milliseconds until more are due. */
  async work(keeper: EngineKeeper): Promise<Ending | number> {
    const goal = this.#goal;
    if (!goal) return Infinity;
    const begun = this.#now();
    const due = goal.open ? this.#pace.due(begun) : this.#pace.bearable;
    if (due === 0) return this.#pace.wait();

    const made = await keeper.use(async (engine) => {
      const before = engine.progress();
      await engine.train(Math.min(due, this.#stepsLeft(goal, before, keeper)));
      return engine.progress().step - before.step;
    });
    const now = this.#now();
    this.#pace.made(made, now - begun);
    this.#speedometer.add(made, now);
    return (await this.#ending(goal, keeper)) ?? 0;
  }

  #head(goal: Goal): void {
    if (!this.#goal) {
      this.#pace.restart(this.#now());
      this.#speedometer.restart(this.#now());
    }
    this.#goal = goal;
  }

  /** Never beyond a place where something must be looked at. */
  #stepsLeft(goal: Goal, progress: Progress, keeper: EngineKeeper): number {
    const { batchSize } = keeper.specification.training;
    const size = this.#samples.training.labels.length;
    const epoch = goal.open ? this.#watch.epochLimit : goal.epoch;
    return Math.min(
      goal.step - progress.step,
      stepsToEpoch(epoch, progress, size, batchSize),
      goal.open && this.#watch.needsEvaluation
        ? stepsToEpochEnd(progress, size, batchSize)
        : Infinity,
    );
  }

  async #ending(goal: Goal, keeper: EngineKeeper): Promise<Ending | undefined> {
    const { step, epoch, position } = keeper.progress();
    if (!goal.open) {
      const reached = step >= goal.step || epoch >= goal.epoch;
      return reached ? { phase: 'paused', reason: '' } : undefined;
    }
    if (position !== 0) return undefined;
    const { loss, accuracy } = await this.#evaluate(keeper);
    const reason = this.#watch.check(epoch, loss, accuracy);
    return reason === undefined ? undefined : { phase: 'finished', reason };
  }

  /** NaN where no rule asks for it. */
  async #evaluate(keeper: EngineKeeper): Promise<{ loss: number; accuracy: number }> {
    if (!this.#watch.needsEvaluation) return { loss: NaN, accuracy: NaN };
    const { labels } = this.#samples.evaluation;
    return keeper.use((engine) => lossAndAccuracy(engine, labels));
  }
}
