import { className } from '../../learning/classes.ts';
import type { SampleChoice } from '../../learning/evaluation/worstSamples.ts';
import type { SetName } from '../../learning/samples.ts';
import { countText } from '../entry/numberEntry.ts';

/** A number of the evaluation: which samples of which set it counts. */
export interface CountedSamples {
  readonly set: SetName;
  readonly choice: SampleChoice;
}

/** Whether two choices name the same samples. */
export function isSameChoice(a: SampleChoice, b: SampleChoice): boolean {
  if (a === 'wrong' || b === 'wrong') return a === b;
  return a.actual === b.actual && a.predicted === b.predicted;
}

/** `12 red samples of the evaluation set are predicted blue` */
export function countWords({ set, choice }: CountedSamples, count: number): string {
  const [samples, are] = count === 1 ? ['sample', 'is'] : ['samples', 'are'];
  const number = count === 0 ? 'No' : countText(count);
  if (choice === 'wrong') return `${number} ${samples} of the ${set} set ${are} wrong`;
  const { actual, predicted } = choice;
  const rightly = actual === predicted ? 'rightly ' : '';
  return `${number} ${className(actual)} ${samples} of the ${set} set ${are} ${rightly}predicted ${className(predicted)}`;
}
