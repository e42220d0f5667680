import { expect, test } from 'vitest';
import { datasets } from '../../../src/learning/datasets/datasets.ts';
import { balanceField } from '../../../src/state/experiment/balanceField.ts';

test('blue is spoken of only where there is nothing but red and blue', () => {
  for (const { name, classes } of datasets) {
    expect(balanceField(name).label === 'share of blue', name).toBe(classes === 2);
  }
});
