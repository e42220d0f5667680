import { className } from '../classes.ts';
import { shownName } from '../quoted.ts';
import { columnTitle } from './fileForm.ts';
import type { SampleTable } from './sampleTable.ts';

/** What was recognised in a file, in a sentence or more that begin with its name. */
export function describeForm(table: SampleTable): string {
  return `${shownName(table.fileName)}: ${formWords(table)}`;
}

/** `60 samples, with commas; label in "class" (a is red, b is blue), x in "x1", y in "x2".` */
export function formWords({ form, classNames, labels, leftOut }: SampleTable): string {
  const marks = form.decimal === ',' ? ' and decimal commas' : '';
  const title = (column: number) => columnTitle(form, column);
  const left = `Left out: ${leftOut} incomplete ${leftOut === 1 ? 'row' : 'rows'}.`;
  const sentences = [
    `${labels.length} ${labels.length === 1 ? 'sample' : 'samples'}, ` +
      `with ${form.separator.label}${marks}; ` +
      `label in ${title(form.label)} (${classNames.map(withColour).join(', ')}), ` +
      `x in ${title(form.x)}, y in ${title(form.y)}.`,
    leftOut === 0 ? '' : left,
    form.doubt,
  ];
  return sentences.filter(Boolean).join(' ');
}

function withColour(name: string, label: number): string {
  const colour = className(label);
  return name.toLowerCase() === colour ? name : `${shownName(name)} is ${colour}`;
}
