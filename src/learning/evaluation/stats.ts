import { capitalised } from '../capitalised.ts';
import { className } from '../classes.ts';
import type { Evaluation } from './evaluation.ts';
import { metrics } from './metrics.ts';

const nameWidth = 3 + Math.max(...metrics.map(({ label }) => label.length));
const numberWidth = 9;

const allMetrics = metrics.filter((metric) => metric.scope !== 'class');
const classMetrics = metrics.filter((metric) => metric.scope === 'class');

/**
 * An evaluation as text in the form that users of DL4J know. Where DL4J prints one precision, this
 * prints two: of the positive class, and the mean over the classes.
 */
export function stats(evaluation: Evaluation): string {
  return [
    heading('Evaluation'),
    ...scoreLines(evaluation),
    '',
    heading('Confusion matrix'),
    ...matrixLines(evaluation),
    'Rows: actual class. Columns: predicted class.',
    `Classes: ${classNumbers(evaluation).map(withName).join(', ')}.`,
    ...(evaluation.notes.length > 0 ? [''] : []),
    ...evaluation.notes,
  ].join('\n');
}

function scoreLines(evaluation: Evaluation): string[] {
  const { classes, samples, positiveClass } = evaluation;
  const single = (metric: (typeof allMetrics)[number]) =>
    row(metric.label, decimal(evaluation.value(metric.name)));
  return [
    row('# of classes', String(classes)),
    row('# of samples', String(samples)),
    ...allMetrics.filter(({ shown }) => shown === 'first').map(single),
    row('', className(positiveClass), 'macro'),
    ...classMetrics.map(({ name, label }) =>
      row(label, decimal(evaluation.value(name)), decimal(evaluation.macro(name))),
    ),
    ...allMetrics.filter(({ shown }) => shown !== 'first').map(single),
    decisionLine(evaluation),
    'Macro: mean over the classes, without those whose value is 0/0.',
  ];
}

function decisionLine({ classes, positiveClass, threshold }: Evaluation): string {
  const positive = `Positive class: ${className(positiveClass)}`;
  if (classes > 2) return `${positive}. Predicted: the most probable class.`;
  return `${positive}, predicted where its probability is at least ${Number(threshold.toFixed(4))}.`;
}

function matrixLines(evaluation: Evaluation): string[] {
  const { confusion, classes } = evaluation;
  const width = Math.max(4, ...Array.from(confusion, (count) => String(count).length + 1));
  const cells = (values: readonly number[]) =>
    values.map((value) => String(value).padStart(width)).join('');
  const numbers = classNumbers(evaluation);
  const head = `    ${cells(numbers)}`;
  const rows = numbers.map((c) => {
    const counts = [...confusion.subarray(c * classes, (c + 1) * classes)];
    return `${String(c).padStart(3)}|${cells(counts)}`;
  });
  return [head, '-'.repeat(head.length), ...rows];
}

function classNumbers({ classes }: Evaluation): number[] {
  return Array.from({ length: classes }, (_, c) => c);
}

function withName(label: number): string {
  return `${label} = ${className(label)}`;
}

function heading(title: string): string {
  const side = '='.repeat(Math.floor((50 - title.length) / 2) - 1);
  return `${side} ${title} ${side}`;
}

function row(name: string, ...values: readonly string[]): string {
  const title = name === '' ? '' : `${capitalised(name)}:`;
  const columns = values.map((value) => value.padEnd(numberWidth)).join('');
  return ` ${title.padEnd(nameWidth)}${columns}`.trimEnd();
}

function decimal(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(4);
}
