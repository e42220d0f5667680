import { named } from '../named.ts';
import { evaluationNotes } from './evaluationNotes.ts';
import type { Metric } from './metric.ts';
import { type ClassMetricName, type MetricName, metrics } from './metrics.ts';
import { Predictions } from './predictions.ts';

/** The metrics of one set. Each is computed when first read and then remembered. */
export class Evaluation extends Predictions {
  readonly #values = new Map<string, number>();
  #notes: readonly string[] | undefined;

  /** Sentences that say where a number is not what it seems. */
  get notes(): readonly string[] {
    return (this.#notes ??= evaluationNotes(this));
  }

  /** A metric of all samples, or of the positive class. */
  value(name: MetricName): number {
    return this.#reported(name, this.positiveClass);
  }

  /** A metric of one class against the rest. */
  ofClass(name: ClassMetricName, ofClass: number): number {
    return this.#reported(name, ofClass);
  }

  /** The mean over the classes, leaving out those whose value is 0/0; of none, as `ifUndefined`. */
  macro(name: ClassMetricName): number {
    const values = Array.from({ length: this.classes }, (_, c) => this.#raw(name, c));
    const defined = values.filter((value) => !Number.isNaN(value));
    const mean = defined.reduce((sum, value) => sum + value, 0) / defined.length;
    return Number.isNaN(mean) ? metricNamed(name).ifUndefined : mean;
  }

  #reported(name: MetricName, ofClass: number): number {
    const value = this.#raw(name, ofClass);
    return Number.isNaN(value) ? metricNamed(name).ifUndefined : value;
  }

  #raw(name: MetricName, ofClass: number): number {
    const key = `${name} ${ofClass}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = metricNamed(name).value(this, ofClass);
    this.#values.set(key, value);
    return value;
  }
}

function metricNamed(name: MetricName): Metric {
  return named('metric', metrics, name);
}
