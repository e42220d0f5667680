import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { trainingFields } from '../../src/learning/settings/trainingFields.ts';
import { networkFields } from '../../src/learning/settings/networkFields.ts';
import { stoppingFields } from '../../src/learning/settings/stoppingFields.ts';
import { plainNumber, readNumber } from '../../src/state/entry/numberEntry.ts';
import { fuzz } from '../support/fuzz.ts';
import { hostileText, showable } from '../support/hostile.ts';

const range = fc.constantFrom(
  ...[trainingFields.rate, trainingFields.batchSize, trainingFields.dropout],
  ...[networkFields.units, networkFields.seed, stoppingFields.epochs],
);
const digits = fc.stringMatching(/^[0-9.,eE+\-− \u202f]{0,10}$/);

describe('a number field, whatever is typed,', () => {
  fuzz(
    'gives a number of its range that is typed the same again, or a sentence',
    { seed: 93, inputs: fc.tuple(range, fc.oneof(digits, hostileText)) },
    ([field, text]) => {
      const entry = readNumber(field.label, text, field);
      if ('problem' in entry) {
        expect(entry.problem).toMatch(showable);
        return;
      }
      const { value } = entry;
      expect(value).toBeGreaterThanOrEqual(field.min);
      expect(value).toBeLessThanOrEqual(field.max);
      expect('integer' in field && !Number.isInteger(value)).toBe(false);
      expect(readNumber(field.label, plainNumber(value), field)).toHaveProperty('value');
    },
  );
});
