import type { StopRules } from '../../learning/configuration.ts';

/** What is known at the end of an epoch. */
interface EpochEnd {
  /** Epochs finished. */
  readonly epoch: number;
  /** Loss and accuracy of the evaluation set; NaN when it is empty. */
  readonly loss: number;
  readonly accuracy: number;
  /** Epochs since the loss was lowest. */
  readonly stale: number;
}

interface EvaluationRule {
  readonly name: Exclude<keyof StopRules, 'epochs'>;
  /** Why training ends here, a full sentence; undefined when it continues. */
  check(limit: number, end: EpochEnd): string | undefined;
}

const evaluationRules: readonly EvaluationRule[] = [
  {
    name: 'loss',
    check: (limit, { loss, epoch }) =>
      loss <= limit
        ? `After ${counted(epoch)} the evaluation loss is ${shown(loss)}, at most ${limit} as asked.`
        : undefined,
  },
  {
    name: 'accuracy',
    check: (limit, { accuracy, epoch }) =>
      accuracy >= limit
        ? `After ${counted(epoch)} the accuracy on the evaluation set is ${shown(accuracy)}, at least ${limit} as asked.`
        : undefined,
  },
  {
    name: 'plateau',
    check: (limit, { stale, epoch }) =>
      stale >= limit
        ? `After ${counted(epoch)} the evaluation loss has not fallen for ${counted(stale)}.`
        : undefined,
  },
];

/**
 * Checks the stop rules of a run. They are checked where an epoch ends and nowhere else, so that a
 * run ends at the same step at any speed.
 *
 * Training always ends at a multiple of `epochs`: 30 means at 30, and when it is continued at 60, and
 * so on. A loss or accuracy rule ends training once; a plateau is counted again from its end.
 */
export class StopRuleChecker {
  readonly rules: StopRules;
  #epochLimit = Infinity;
  #lowestLoss = Infinity;
  #lowestEpoch = 0;
  #checkedEpoch = 0;
  /** Rules that are switched on and have not ended training yet. */
  #active: readonly EvaluationRule[] = [];

  /** `epoch`: epochs finished so far. */
  constructor(rules: StopRules, epoch: number) {
    this.rules = rules;
    this.resume(epoch);
    this.forget(epoch);
  }

  /** The epoch at whose end training ends; Infinity without that rule. */
  get epochLimit(): number {
    return this.#epochLimit;
  }

  /** Whether the losses are needed at the end of every epoch. */
  get needsLosses(): boolean {
    return this.#active.length > 0;
  }

  get needsAccuracy(): boolean {
    return this.#active.some(({ name }) => name === 'accuracy');
  }

  /** Training begins or continues there: sets the next epoch limit. */
  resume(epoch: number): void {
    const { epochs } = this.rules;
    this.#epochLimit = epochs === 0 ? Infinity : epochs * (Math.floor(epoch / epochs) + 1);
  }

  /** Forgets all losses seen, and which rules have ended training; the epoch limit stays. */
  forget(epoch: number): void {
    this.#lowestLoss = Infinity;
    this.#lowestEpoch = epoch;
    this.#checkedEpoch = epoch;
    this.#active = evaluationRules.filter(({ name }) => this.rules[name] > 0);
  }

  /**
   * Why training ends with this epoch, a full sentence; undefined when it continues. Losses may be
   * NaN where no rule needs them.
   */
  check(epoch: number, loss: number, accuracy: number): string | undefined {
    // An engine was lost, and the run went back to the last snapshot.
    if (epoch < this.#checkedEpoch) this.forget(epoch);
    this.#checkedEpoch = epoch;
    this.#observe(epoch, loss);
    const end = { epoch, loss, accuracy, stale: epoch - this.#lowestEpoch };
    for (const rule of this.#active) {
      const reason = rule.check(this.rules[rule.name], end);
      if (reason === undefined) continue;
      if (rule.name === 'plateau') this.#lowestEpoch = epoch;
      else this.#active = this.#active.filter((other) => other !== rule);
      return reason;
    }
    return epoch >= this.#epochLimit ? doneReason(epoch) : undefined;
  }

  #observe(epoch: number, loss: number): void {
    if (loss < this.#lowestLoss) {
      this.#lowestLoss = loss;
      this.#lowestEpoch = epoch;
    }
  }
}

function doneReason(epochs: number): string {
  return epochs === 1 ? '1 epoch is done.' : `${epochs} epochs are done.`;
}

function counted(epochs: number): string {
  return epochs === 1 ? '1 epoch' : `${epochs} epochs`;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}
