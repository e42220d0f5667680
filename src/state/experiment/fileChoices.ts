import type { FileChoice, FileForm } from '../../learning/csv/fileForm.ts';
import { separators } from '../../learning/csv/separators.ts';
import { scalings } from '../../learning/scaling/scalings.ts';
import type { Choice } from './choices.ts';

export const separatorChoices: readonly Choice[] = separators.map(({ name, label }) => {
  return { name, label };
});

export const scalingChoices: readonly Choice[] = scalings.map(({ name, label }) => {
  return { name, label };
});

export const decimalChoices: readonly Choice[] = [
  { name: '.', label: 'point' },
  { name: ',', label: 'comma' },
];

export const headerChoices: readonly Choice[] = [
  { name: 'yes', label: 'names of columns' },
  { name: 'no', label: 'a sample' },
];

export const incompleteChoices: readonly Choice[] = [
  { name: 'refuse', label: 'refuse the file' },
  { name: 'skip', label: 'leave out' },
];

/** Which column is read as what; by their numbers from 1. */
export interface ColumnChoice {
  readonly label: string;
  readonly x: string;
  readonly y: string;
}

/** The columns of a form, or what was chosen where no form was recognised. */
export function columnsOf(form: FileForm | undefined, choice: FileChoice): ColumnChoice {
  if (form) {
    const number = (column: number) => String(column + 1);
    return { label: number(form.label), x: number(form.x), y: number(form.y) };
  }
  const [x = '', y = ''] = choice.columns ?? [];
  return { label: choice.label ?? '', x, y };
}

/** The choice that gives a column another use; the column that had it gets the other one's. */
export function withColumn(
  columns: ColumnChoice,
  use: keyof ColumnChoice,
  column: string,
): FileChoice {
  const uses = ['label', 'x', 'y'] as const;
  const other = uses.find((each) => each !== use && columns[each] === column);
  const next: ColumnChoice = { ...columns, [use]: column };
  const { label, x, y }: ColumnChoice = other ? { ...next, [other]: columns[use] } : next;
  return {
    ...(label !== '' && { label }),
    ...(x !== '' && y !== '' && { columns: [x, y] as const }),
  };
}
