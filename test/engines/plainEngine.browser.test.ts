import { createPlainEngine } from '../../src/engines/plainEngine.ts';
import { engineContract } from '../contract/engineContract.ts';
import { plainTolerances } from './plainTolerances.ts';

engineContract('plain', createPlainEngine, plainTolerances);
