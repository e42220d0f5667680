import { createSharedSimdEngines } from '../../../src/engines/simdEngine.ts';
import { defaultClass } from '../../../src/federated/settings/classFields.ts';
import type { ClassSettings } from '../../../src/federated/settings/classSettings.ts';
import { SimulatedClass } from '../../../src/federated/simulation/simulatedClass.ts';
import type {
  NetworkSpecification,
  TrainingSpecification,
} from '../../../src/learning/specification.ts';
import { smallSpecification, someParameters, someSamples } from '../../support/networks.ts';

/** What a test changes of the small network, its training and the default class. */
export interface Changes {
  readonly settings?: Partial<ClassSettings>;
  readonly network?: Partial<NetworkSpecification>;
  readonly training?: Partial<TrainingSpecification>;
}

export const classSamples = someSamples(200);

/** A class of 5 on 200 samples, unless changed. */
export async function createClass({ settings, network, training }: Changes = {}) {
  const specification = smallSpecification(network, training);
  const options = {
    settings: { ...defaultClass, clients: 5, ...settings },
    specification,
    parameters: someParameters(specification.network),
    samples: classSamples,
    createEngine: createSharedSimdEngines(),
  };
  return { options, simulated: await SimulatedClass.create(options) };
}

/** The class's parameters after so many rounds. */
export async function parametersAfter(rounds: number, changes: Changes = {}) {
  const { simulated } = await createClass(changes);
  for (let round = 0; round < rounds; round++) await simulated.round();
  return simulated.parameters;
}
