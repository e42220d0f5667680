import type { Configuration, StopRules } from '../configuration.ts';
import { limits } from './limits.ts';
import { validateNetwork } from './validateNetwork.ts';
import { validateTraining } from './validateTraining.ts';
import { number, record, whole } from './validators.ts';

const stopping = record<StopRules>({
  epochs: whole(limits.stopping.epochs),
  loss: number(limits.stopping.loss),
  accuracy: number(limits.stopping.accuracy),
  plateau: whole(limits.stopping.plateau),
});

const configuration = record<Configuration>({
  network: validateNetwork,
  training: validateTraining,
  stopping,
});

/**
 * Takes plain data from outside (an address, a file, a message) and returns the same as a
 * configuration in which everything is known and in range.
 * @throws SpecificationError that names field, range and value: `network.hidden[1].units: expected a
 * whole number from 1 to 256, got 0`.
 */
export function validateConfiguration(value: unknown): Configuration {
  return configuration(value, 'configuration', '');
}
