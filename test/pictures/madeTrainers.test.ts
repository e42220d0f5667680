import { expect, it } from 'vitest';
import { newCell } from '../../src/notebook/notebookFile.ts';
import { madeTrainers } from '../../src/pictures/madeTrainers.ts';
import { samplesOf } from '../../src/learning/sampleSource.ts';

/** The hidden units of the trainers that these cells make. */
async function unitsOf(...texts: readonly string[]) {
  const made = await madeTrainers(texts.map((text, i) => newCell(i + 1, 'js', text)));
  return made.map(({ experiment }) =>
    experiment.configuration.network.hidden.map(({ units }) => units),
  );
}

const head = 'import {trainer, samples, guess} from "./edgewise.js";';

it('takes inputs by their first values, wherever the cells are', async () => {
  expect(
    await unitsOf(
      head,
      'const net = display(trainer({hidden: [units, more]}));',
      'const units = view(Inputs.range([1, 9], {label: "units", value: 3}));',
      'const more = 2 * units;',
    ),
  ).toEqual([[3, 6]]);
});

it('goes on where a cell asks for what only a page has', async () => {
  expect(
    await unitsOf(
      head,
      'import * as tf from "npm:@tensorflow/tfjs";\nawait tf.setBackend("cpu");\nconst four = 4;',
      'const sizes = [1, four].map((size) => trainer({hidden: [size]}));\ndocument.body.append("x");',
      'const last = trainer({hidden: [7]}); display(guess(last)); last.set({rate: 1}).reset();',
      'const run = Generators.input(last);',
    ),
  ).toEqual([[1], [4], [7]]);
});

it('draws samples as cells do', async () => {
  const cells = [
    head,
    'const all = samples({data: "moon", training: 30, evaluation: 10}).training;',
    'trainer({data: d3.sort(all, ({x}) => x).slice(0, 12)});',
  ];
  const [made] = await madeTrainers(cells.map((text, i) => newCell(i + 1, 'js', text)));
  const source = made && samplesOf(made.experiment.source);
  const xs = Array.from(source?.training.points ?? []).filter((_, i) => i % 2 === 0);
  expect(xs).toHaveLength(12);
  expect(xs).toEqual(xs.toSorted((a, b) => a - b));
});
