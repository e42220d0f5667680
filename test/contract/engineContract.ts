import { describe } from 'vitest';
import type { EngineFactory } from '../../src/learning/engine.ts';
import { argumentContract } from './argumentContract.ts';
import type { ContractTolerances } from './enginePair.ts';
import { extremeContract } from './extremeContract.ts';
import { maskContract } from './maskContract.ts';
import { outputContract } from './outputContract.ts';
import { snapshotContract } from './snapshotContract.ts';
import { trainingContract } from './trainingContract.ts';

/**
 * What every engine must do, in Node or in a browser: agree with the reference in double precision
 * within its tolerances, keep its promises exactly, and refuse impossible arguments.
 */
export function engineContract(
  name: string,
  create: EngineFactory,
  tolerances: ContractTolerances,
): void {
  describe(`the ${name} engine`, () => {
    const contract = { create, tolerances };
    trainingContract(contract);
    maskContract(contract);
    snapshotContract(contract);
    outputContract(contract);
    argumentContract(contract);
    extremeContract(contract);
  });
}
