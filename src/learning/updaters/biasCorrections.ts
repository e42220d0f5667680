import type { UpdaterFactors } from './updaterFactors.ts';

/**
 * The factors of the updaters with two running means, in update t = 1, 2, 3, …. `share1` = 1 − β₁
 * and `share2` = 1 − β₂, the weight of the new gradient in the means; `correction1` =
 * 1 / (1 − β₁^t) and `correction2` = 1 / (1 − β₂^t), one over the sum of these weights so far: the
 * means are multiplied by it because they started at 0 (Kingma and Ba, section 3).
 */
export const biasCorrections: UpdaterFactors = {
  names: ['share1', 'share2', 'correction1', 'correction2'],
  write(target, first, { beta1 = NaN, beta2 = NaN }, t) {
    target[first] = 1 - beta1;
    target[first + 1] = 1 - beta2;
    target[first + 2] = 1 / (1 - beta1 ** t);
    target[first + 3] = 1 / (1 - beta2 ** t);
  },
};
