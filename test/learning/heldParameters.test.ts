import { expect, it } from 'vitest';
import { heldParameters, withCuts } from '../../src/learning/heldParameters.ts';

it('lists what is frozen and what is cut in one order of numbers', () => {
  expect(heldParameters({ frozen: [3, 20], cut: [1, 100] })).toEqual(Uint32Array.of(1, 3, 20, 100));
});

it('sets what is cut to 0 in a copy', () => {
  const parameters = Float32Array.of(1, 2, 3);
  expect(withCuts(parameters, { frozen: [0], cut: [1] })).toEqual(Float32Array.of(1, 0, 3));
  expect(parameters).toEqual(Float32Array.of(1, 2, 3));
});
