import { named } from '../named.ts';
import type { Activation } from './activation.ts';
import { elu } from './elu.ts';
import { gelu } from './gelu.ts';
import { leakyRelu } from './leakyRelu.ts';
import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { sine } from './sine.ts';
import { softplus } from './softplus.ts';
import { swish } from './swish.ts';
import { tanh } from './tanh.ts';

/** All activations, in the order in which the screen offers them. */
export const activations: readonly Activation[] = [
  relu,
  tanh,
  sigmoid,
  linear,
  leakyRelu,
  elu,
  softplus,
  swish,
  gelu,
  sine,
];

/** Throws a RangeError for a name that is not in the table. */
export function activationNamed(name: string): Activation {
  return named('activation', activations, name);
}
