import { expect, it } from 'vitest';
import { encodings } from '../../../src/federated/encodings/encodings.ts';
import { layoutOf } from '../../../src/federated/layout.ts';
import { deviceLedger } from '../../../src/federated/ledger/deviceLedger.ts';
import { breakEven, sampleBytes, updateSize } from '../../../src/federated/ledger/updateSize.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';

const layout = layoutOf(articleConfiguration.network);
const sizes = encodings.map((encoding) => updateSize(encoding, layout, 1));

it('has the sizes of the protocol, and breaks even at 49, 17 and 11 samples', () => {
  expect(sizes).toEqual([
    { bytes: 440, numbers: 102 },
    { bytes: 150, numbers: 102 },
    { bytes: 98, numbers: 11 },
  ]);
  expect(sizes.map(breakEven)).toEqual([49, 17, 11]);
});

it('breaks even at the first number of samples that has more bytes than the update', () => {
  for (const size of sizes) {
    expect(breakEven(size) * sampleBytes).toBeGreaterThan(size.bytes);
    expect((breakEven(size) - 1) * sampleBytes).toBeLessThanOrEqual(size.bytes);
  }
});

it('adds up what has left a device', () => {
  const ledger = deviceLedger(100, 30, { bytes: 440, numbers: 102 });
  const expected = { updates: 30, bytes: 13_200, numbers: 3060, rawSamples: 0, dataBytes: 900 };
  expect(ledger).toEqual(expected);
});
