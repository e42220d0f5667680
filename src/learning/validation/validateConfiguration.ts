import type { Configuration, StopRules } from '../configuration.ts';
import { stoppingFields } from '../settings/stoppingFields.ts';
import { checkMask } from './validateMask.ts';
import { validateNetwork } from './validateNetwork.ts';
import { validateTraining } from './validateTraining.ts';
import { number, record } from './validators.ts';

const stopping = record<StopRules>({
  epochs: number(stoppingFields.epochs),
  loss: number(stoppingFields.loss),
  accuracy: number(stoppingFields.accuracy),
  plateau: number(stoppingFields.plateau),
});

const configuration = record<Configuration>({
  network: validateNetwork,
  training: validateTraining,
  stopping,
});

/**
 * Takes plain data from outside (a file, a message) and returns an equal configuration in which
 * every name is known and every number is in range.
 * @throws SpecificationError for the first field that is wrong: `units of layer 2: expected a whole
 * number from 1 to 256, got 0`.
 */
export function validateConfiguration(value: unknown): Configuration {
  const checked = configuration(value, 'configuration', '');
  checkMask(checked.training, checked.network);
  return checked;
}
