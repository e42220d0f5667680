import type { Hyperparameters } from '../hyperparameter.ts';

/**
 * The factors of the updaters with two running means, in update t = 1, 2, 3, …: `share1` = 1 − β₁
 * and `share2` = 1 − β₂, the weight of the new gradient in the means; `correction1` = 1 − β₁^t and
 * `correction2` = 1 − β₂^t, the sum of these weights so far, by which the means are divided because
 * they started at 0 (Kingma and Ba, section 3).
 */
export function biasCorrections({ beta1, beta2 }: Hyperparameters, t: number) {
  return {
    share1: 1 - beta1,
    share2: 1 - beta2,
    correction1: 1 - beta1 ** t,
    correction2: 1 - beta2 ** t,
  };
}
