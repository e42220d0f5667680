import type { StopRules } from '../../learning/configuration.ts';

/** What is known at the end of an epoch. */
export interface EpochEnd {
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
  /** Why training ends here, a full sentence; undefined when it goes on. */
  check(limit: number, end: EpochEnd): string | undefined;
}

const evaluationRules: readonly EvaluationRule[] = [
  {
    name: 'loss',
    check: (limit, { loss, epoch }) =>
      loss <= limit
        ? `After ${counted(epoch)} the evaluation loss is ${shown(loss)}, at most ${limit} as wished.`
        : undefined,
  },
  {
    name: 'accuracy',
    check: (limit, { accuracy, epoch }) =>
      accuracy >= limit
        ? `After ${counted(epoch)} the accuracy on the evaluation set is ${shown(accuracy)}, at least ${limit} as wished.`
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
 * Watches the stop rules. They are looked at where an epoch ends, and nowhere else, so that a run
 * ends at the same step at any speed.
 *
 * Going on after the end: training always ends at a multiple of `epochs`, so 30 means at 30, then at
 * 60, and so on. A wished loss or accuracy that has ended training is spent; a plateau counts anew.
 */
export class StopWatch {
  readonly rules: StopRules;
  #epochLimit = Infinity;
  #lowestLoss = Infinity;
  #lowestEpoch = 0;
  #spent = new Set<EvaluationRule>();

  /** `epoch`: epochs finished so far. */
  constructor(rules: StopRules, epoch: number) {
    this.rules = rules;
    this.resume(epoch);
    this.#lowestEpoch = epoch;
  }

  /** The epoch at whose end training ends; Infinity without that rule. */
  get epochLimit(): number {
    return this.#epochLimit;
  }

  /** Whether the evaluation set must be looked at when an epoch ends. */
  get needsEvaluation(): boolean {
    return this.#active.length > 0;
  }

  /** Training begins, or goes on, with so many epochs finished. */
  resume(epoch: number): void {
    const { epochs } = this.rules;
    this.#epochLimit = epochs === 0 ? Infinity : epochs * (Math.floor(epoch / epochs) + 1);
  }

  /** Why training ends with this epoch, a full sentence; undefined when it goes on. */
  check(epoch: number, loss: number, accuracy: number): string | undefined {
    this.#observe(epoch, loss);
    const end = { epoch, loss, accuracy, stale: epoch - this.#lowestEpoch };
    for (const rule of this.#active) {
      const reason = rule.check(this.rules[rule.name], end);
      if (reason === undefined) continue;
      if (rule.name === 'plateau') this.#lowestEpoch = epoch;
      else this.#spent.add(rule);
      return reason;
    }
    return epoch >= this.#epochLimit ? doneReason(epoch) : undefined;
  }

  get #active(): EvaluationRule[] {
    return evaluationRules.filter((rule) => this.rules[rule.name] > 0 && !this.#spent.has(rule));
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
