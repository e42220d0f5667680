import { classCount } from '../../learning/classes.ts';
import { labelTitle } from '../../learning/csv/labelTitle.ts';
import { writeSamples } from '../../learning/csv/writeSamples.ts';
import type { Samples, SetName } from '../../learning/samples.ts';
import type { AxisScaling } from '../../learning/scaling/scaling.ts';
import { unscaledPlace } from '../../learning/scaling/unscaledPlace.ts';
import { fileStem } from './fileStem.ts';
import type { SampleSourceState } from './sampleSource.svelte.ts';

/** A text file for the user. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Of the samples of an experiment, what is written. */
type Written = Pick<SampleSourceState, 'source' | 'sets' | 'scaling'>;

/** Both sets as tables with a header, in the coordinates that they came with. */
export function sampleFiles(samples: Written): TextFile[] {
  const { source } = samples;
  const start = fileStem(source.kind === 'own' ? source.name : source.recipe.set);
  const title = titleFor(samples);
  const file = (set: SetName, ending: string) => {
    return { name: `${start}-${ending}.csv`, text: tableOf(samples, samples.sets[set], title) };
  };
  const both = [file('training', 'train'), file('evaluation', 'eval')];
  return both.filter((_, i) => i === 0 || samples.sets.evaluation.labels.length > 0);
}

/** A coordinate of a file, rounded to what its scaled form in single precision can tell. */
function rounded(value: number, { size }: AxisScaling): number {
  const digits = 6 - Math.floor(Math.log10(size));
  return Number(value.toFixed(Math.min(100, Math.max(0, digits))));
}

/** Tells K where a set lacks a class, so that the others keep their numbers when it is read. */
function titleFor({ source, sets: { training, evaluation } }: Written): string {
  const own = source.kind === 'own' ? (source.classes ?? 2) : 2;
  const count = Math.max(own, classCount(training.labels, evaluation.labels));
  const sets = [training, evaluation].filter(({ labels }) => labels.length > 0);
  const whole = sets.every(({ labels }) => new Set(labels).size === count);
  return labelTitle(whole || count === 2 ? undefined : count);
}

function tableOf({ scaling }: Written, samples: Samples, title: string): string {
  const header = `${title},x,y\n`;
  if (!scaling) return header + writeSamples(samples);
  const { points, labels } = samples;
  const rows = Array.from(labels, (label, i) => {
    const place = { x: points[2 * i] ?? NaN, y: points[2 * i + 1] ?? NaN };
    const { x, y } = unscaledPlace(place, scaling);
    return `${label},${rounded(x, scaling.x)},${rounded(y, scaling.y)}\n`;
  });
  return header + rows.join('');
}
