import { expect, test } from 'vitest';
import { type PlotFacts, plotSentence } from '../../../src/state/plot/plotSentence.ts';

const usual: PlotFacts = {
  hidden: [{ units: 20, activation: 'relu' }],
  untrained: false,
  total: 1000,
  wrong: 5,
  classes: 2,
  threshold: 0.5,
  positiveClass: 1,
};
const textOf = (change: Partial<PlotFacts>) => {
  const { network, result, line } = plotSentence({ ...usual, ...change });
  return network + result + line;
};
const layers = (...sizes: number[]) => sizes.map((units) => ({ units, activation: 'relu' }));

test('says what the network is, how many are wrong, and what the line means', () => {
  expect(textOf({})).toBe('20 units: 5 of 1\u202f000 wrong; on the bold line it is undecided');
  expect(textOf({ wrong: 0 })).toContain('none of 1\u202f000 wrong');
  expect(textOf({ total: 0, wrong: 0 })).toContain('no samples are shown');
});

test('before the first step its lines are chance', () => {
  expect(textOf({ untrained: true, wrong: 505 })).toBe(
    '20 units, untrained: these lines are chance',
  );
});

test.each([
  [layers(), 'no hidden layer'],
  [layers(1), '1 unit'],
  [layers(8, 8), '2 layers of 8 units'],
  [layers(16, 8, 4), 'layers of 16, 8 and 4 units'],
])('names the layers %j', (hidden, words) => {
  expect(plotSentence({ ...usual, hidden }).network).toBe(`${words}: `);
});

test('speaks of the positive class where the threshold is not ½, and of no threshold of three', () => {
  expect(textOf({ threshold: 0.9, positiveClass: 0 })).toContain(
    'it predicts red where P(red) ≥ 0.9',
  );
  expect(textOf({ classes: 3, threshold: 0.9 })).not.toContain('0.9');
});
