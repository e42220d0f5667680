import { className } from '../../learning/classes.ts';
import type { LayerSpecification } from '../../learning/specification.ts';
import { countText, plainNumber } from '../entry/numberEntry.ts';

/** What the plot shows, as far as its caption speaks of it. */
export interface PlotFacts {
  readonly hidden: readonly LayerSpecification[];
  /** Whether the network has not learned yet. */
  readonly untrained: boolean;
  /** Samples that are shown, and those of them that are classified wrongly. */
  readonly total: number;
  readonly wrong: number;
  /** K. */
  readonly classes: number;
  readonly threshold: number;
  readonly positiveClass: number;
}

/** One sentence in three parts; the first and the last may be left out where there is no room. */
export interface PlotSentence {
  readonly network: string;
  readonly result: string;
  readonly line: string;
}

/** What the network is, how many it gets wrong, and what the line means. */
export function plotSentence(facts: PlotFacts): PlotSentence {
  const network = networkWords(facts.hidden);
  if (facts.untrained) {
    return { network: `${network}, `, result: 'untrained: these lines are chance', line: '' };
  }
  return { network: `${network}: `, result: resultWords(facts), line: `; ${lineWords(facts)}` };
}

/** `20 units`, `2 layers of 8 units`, `layers of 16, 8 and 4 units`, `no hidden layer` */
function networkWords(hidden: readonly LayerSpecification[]): string {
  const sizes = hidden.map(({ units }) => units);
  const [first] = sizes;
  if (first === undefined) return 'no hidden layer';
  const units = first === 1 ? 'unit' : 'units';
  if (sizes.length === 1) return `${first} ${units}`;
  if (sizes.every((size) => size === first)) return `${sizes.length} layers of ${first} ${units}`;
  return `layers of ${sizes.slice(0, -1).join(', ')} and ${sizes.at(-1) ?? ''} units`;
}

function resultWords({ wrong, total }: PlotFacts): string {
  if (total === 0) return 'no samples are shown';
  return `${wrong === 0 ? 'none' : countText(wrong)} of ${countText(total)} wrong`;
}

function lineWords({ classes, threshold, positiveClass }: PlotFacts): string {
  if (classes > 2) return 'on the bold lines two classes tie';
  if (threshold === 0.5) return 'on the bold line it is undecided';
  const name = className(positiveClass);
  return `it predicts ${name} where P(${name}) ≥ ${plainNumber(threshold)}`;
}
