import { expect, it } from 'vitest';
import { deviceLedger } from '../../../src/federated/ledger/deviceLedger.ts';
import { ledgerWords } from '../../../src/state/class/ledgerWords.ts';

const size = { bytes: 440, numbers: 102 };

it('says that bandwidth is saved only above 49 new samples an update', () => {
  const [words] = ledgerWords(deviceLedger(100, 0, size), size);
  expect(words).toMatch(/only if its device has at least 49 new samples/);
});

it.each([
  [2, 'So far the updates have cost 98 % of the bytes that'],
  [3, 'So far the updates have cost 1.5 times as many bytes as'],
  [60, 'So far the updates have cost 29 times as many bytes as'],
])('compares %i updates with 100 samples sent once', (updates, words) => {
  expect(ledgerWords(deviceLedger(100, updates, size), size)[0]?.startsWith(words)).toBe(true);
});
