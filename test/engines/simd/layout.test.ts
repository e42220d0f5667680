import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryAt } from '../../../src/learning/entryAt.ts';
import {
  largestState,
  layOut,
  type Layout,
  mostFactors,
} from '../../../src/engines/simd/layout.ts';
import { layerFields, networkFields, recordBytes } from '../../../src/engines/simd/record.ts';
import { factorNames } from '../../../src/engines/stepFactors.ts';
import type { NetworkSpecification } from '../../../src/learning/specification.ts';
import { updaters } from '../../../src/learning/updaters/updaters.ts';
import { someNetworks } from './someSpecifications.ts';

test('there is room for the state and the factors of every updater', () => {
  for (const updater of updaters) {
    expect(updater.slots.length, updater.name).toBeLessThanOrEqual(largestState);
    expect(factorNames(updater).length, updater.name).toBeLessThanOrEqual(mostFactors);
  }
});

test('pieces do not overlap, are aligned to 16 bytes and lie within the whole', () => {
  fc.assert(
    fc.property(someNetworks, (network) => {
      const layout = layOut(network);
      expectApart(ownPieces(layout), layout.bytes);
      expectApart(spacePieces(network, layout), layout.spaceBytes);
    }),
  );
});

interface Piece {
  readonly offset: number;
  readonly bytes: number;
}

function ownPieces({ layers, parameterBytes, ...layout }: Layout): Piece[] {
  const records = recordBytes(networkFields) + layers.length * recordBytes(layerFields);
  return [
    { offset: 0, bytes: records },
    { offset: layout.factors, bytes: 4 * mostFactors },
    { offset: layout.parameters, bytes: parameterBytes },
    { offset: layout.gradient, bytes: parameterBytes },
    { offset: layout.state, bytes: largestState * parameterBytes },
  ];
}

function spacePieces({ features }: NetworkSpecification, layout: Layout): Piece[] {
  const { layers, rowLabels, rowInputs, results, chunkRows } = layout;
  const rows = (offset: number, units: number) => ({ offset, bytes: 4 * units * chunkRows });
  const widest = Math.max(...layers.map(({ outputs }) => outputs));
  return [
    rows(rowLabels, 1),
    rows(rowInputs, features.length),
    ...layers.map(({ values, outputs }) => rows(values, outputs)),
    ...layers.slice(0, -1).map(({ errors, outputs }) => rows(errors, outputs)),
    rows(results, widest),
  ];
}

function expectApart(pieces: readonly Piece[], whole: number): void {
  const sorted = pieces.toSorted((a, b) => a.offset - b.offset);
  const starts = [...sorted.slice(1).map(({ offset }) => offset), whole];
  sorted.forEach(({ offset, bytes }, i) => {
    expect(offset % 16).toBe(0);
    expect(offset + bytes).toBeLessThanOrEqual(entryAt(starts, i));
  });
}
