import { activations } from '../../../learning/activations/activations.ts';
import { updaters } from '../../../learning/updaters/updaters.ts';
import { activationSource } from './activationSource.ts';
import { recordSource } from './recordSource.ts';
import { tileSource } from './tileSource.ts';
import { updaterSource } from './updaterSource.ts';

/** The kernel's generated modules: AssemblyScript by path from the folder of the engine. */
export function kernelModules(): ReadonlyMap<string, string> {
  return new Map([
    ['generated/activations.ts', activationSource(activations)],
    ['generated/records.ts', recordSource()],
    ['generated/tiles.ts', tileSource()],
    ['generated/updaters.ts', updaterSource(updaters)],
  ]);
}
