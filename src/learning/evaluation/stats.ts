import type { Evaluation } from './evaluation.ts';

const nameWidth = 18;
const numberWidth = 9;

/**
 * An evaluation as text in the shape that users of DL4J know. Where DL4J prints one precision under
 * one label, it is the positive class's here and the macro average beside it.
 */
export function stats(evaluation: Evaluation): string {
  return [
    heading('Evaluation'),
    ...scoreLines(evaluation),
    '',
    heading('Confusion matrix'),
    ...matrixLines(evaluation),
    'Rows: actual class. Columns: predicted class.',
    ...(evaluation.notes.length > 0 ? [''] : []),
    ...evaluation.notes,
  ].join('\n');
}

function scoreLines(evaluation: Evaluation): string[] {
  const { positiveClass, macro } = evaluation;
  const positive = evaluation.perClass[positiveClass];
  return [
    row('# of classes:', String(evaluation.classes)),
    row('# of samples:', String(evaluation.samples)),
    row('Accuracy:', decimal(evaluation.accuracy)),
    row('', `class ${positiveClass}`, 'macro'),
    row('Precision:', decimal(positive.precision), decimal(macro.precision)),
    row('Recall:', decimal(positive.recall), decimal(macro.recall)),
    row('F1 Score:', decimal(positive.f1), decimal(macro.f1)),
    row('MCC:', decimal(evaluation.mcc)),
    row('False pos. rate:', decimal(evaluation.falsePositiveRate)),
    row('False neg. rate:', decimal(evaluation.falseNegativeRate)),
    row('Log loss:', decimal(evaluation.logLoss)),
    row('Brier score:', decimal(evaluation.brier)),
    row('Area under ROC:', decimal(evaluation.areaUnderRoc)),
    row('Area under PR:', decimal(evaluation.areaUnderPrecisionRecall)),
    decisionLine(evaluation),
    'Macro: mean over the classes, without those whose value is 0/0.',
  ];
}

function decisionLine({ classes, positiveClass, threshold }: Evaluation): string {
  const positive = `Positive class: ${positiveClass}`;
  if (classes > 2) return `${positive}. Predicted: the most probable class.`;
  return `${positive}, predicted from a probability of ${Number(threshold.toFixed(4))} on.`;
}

function matrixLines({ confusion, classes }: Evaluation): string[] {
  const width = Math.max(4, ...Array.from(confusion, (count) => String(count).length + 1));
  const cells = (values: readonly (number | string)[]) =>
    values.map((value) => String(value).padStart(width)).join('');
  const names = Array.from({ length: classes }, (_, c) => c);
  const head = `    ${cells(names)}`;
  const rows = names.map((c) => {
    const counts = [...confusion.subarray(c * classes, (c + 1) * classes)];
    return `${String(c).padStart(3)}|${cells(counts)}`;
  });
  return [head, '-'.repeat(head.length), ...rows];
}

function heading(title: string): string {
  const side = '='.repeat(Math.floor((50 - title.length) / 2) - 1);
  return `${side} ${title} ${side}`;
}

function row(name: string, ...values: readonly string[]): string {
  const columns = values.map((value) => value.padEnd(numberWidth)).join('');
  return ` ${name.padEnd(nameWidth)}${columns}`.trimEnd();
}

function decimal(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(4);
}
