import type { Hyperparameters } from '../../src/learning/hyperparameter.ts';

/*
 * The updates of other libraries, from their own documentation and in their own order, configured as
 * docs/conventions.md says: torch.optim of PyTorch 2, keras.optimizers of Keras 3, and the
 * optimizers of scikit-learn's MLPClassifier. One parameter at a time.
 */

/** The parameter after the update t = 1, 2, 3, … by a gradient. */
export type Rule = (w: number, g: number, t: number) => number;

/** A rule that begins anew, for a rate and our hyperparameters. */
export type MakeRule = (rate: number, hyperparameters: Hyperparameters) => Rule;

const descent: MakeRule = (rate) => (w, g) => w - rate * g;

/** PyTorch's SGD: the buffer begins as the first gradient and does not contain the rate. */
const torchMomentum =
  (nesterov: boolean): MakeRule =>
  (rate, { momentum = NaN }) => {
    let buffer = 0;
    return (w, g, t) => {
      buffer = t === 1 ? g : momentum * buffer + g;
      return w - rate * (nesterov ? g + momentum * buffer : buffer);
    };
  };

/** SGD of Keras and scikit-learn: the velocity contains the rate. */
const velocityWithRate =
  (nesterov: boolean): MakeRule =>
  (rate, { momentum = NaN }) => {
    let velocity = 0;
    return (w, g) => {
      velocity = momentum * velocity - rate * g;
      return nesterov ? w + momentum * velocity - rate * g : w + velocity;
    };
  };

/** PyTorch's Adagrad with initial_accumulator_value = s₀ + ε and eps = 0. */
const torchAdagrad: MakeRule = (rate, { initial = NaN, epsilon = NaN }) => {
  let sum = initial + epsilon;
  return (w, g) => {
    sum += g * g;
    return w - (rate * g) / (Math.sqrt(sum) + 0);
  };
};

const kerasAdagrad: MakeRule = (rate, { initial = NaN, epsilon = NaN }) => {
  let accumulator = initial;
  return (w, g) => {
    accumulator += g * g;
    return w - (rate * g) / Math.sqrt(accumulator + epsilon);
  };
};

/** `outside`: ε added to the root, as PyTorch does, instead of under it. */
const rmsprop =
  (outside: boolean): MakeRule =>
  (rate, { decay = NaN, epsilon = NaN }) => {
    let mean = 0;
    return (w, g) => {
      mean = decay * mean + (1 - decay) * g * g;
      return w - (rate * g) / (outside ? Math.sqrt(mean) + epsilon : Math.sqrt(mean + epsilon));
    };
  };

const adadelta: MakeRule = (rate, { decay = NaN, epsilon = NaN }) => {
  let squares = 0;
  let changes = 0;
  return (w, g) => {
    squares = decay * squares + (1 - decay) * g * g;
    const change = (Math.sqrt(changes + epsilon) / Math.sqrt(squares + epsilon)) * g;
    changes = decay * changes + (1 - decay) * change * change;
    return w - rate * change;
  };
};

/** Adam, AMSGrad and AdamW of PyTorch: ε is added after the correction. */
const torchAdam =
  (amsgrad: boolean): MakeRule =>
  (rate, { beta1 = NaN, beta2 = NaN, epsilon = NaN, weightDecay = 0 }) => {
    let [m, v, largest] = [0, 0, 0];
    return (w, g, t) => {
      const decayed = w * (1 - rate * weightDecay);
      m += (g - m) * (1 - beta1);
      v = v * beta2 + (1 - beta2) * g * g;
      largest = Math.max(largest, v);
      const root = Math.sqrt(amsgrad ? largest : v) / Math.sqrt(1 - beta2 ** t);
      return decayed - (rate / (1 - beta1 ** t)) * (m / (root + epsilon));
    };
  };

/** Adam, AMSGrad and AdamW of Keras, Adam of scikit-learn: ε is added before the correction. */
const kerasAdam =
  (amsgrad: boolean): MakeRule =>
  (rate, { beta1 = NaN, beta2 = NaN, epsilon = NaN, weightDecay = 0 }) => {
    let [m, v, largest] = [0, 0, 0];
    return (w, g, t) => {
      const decayed = w - w * weightDecay * rate;
      const alpha = (rate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
      m += (g - m) * (1 - beta1);
      v += (g * g - v) * (1 - beta2);
      largest = Math.max(largest, v);
      return decayed - (m * alpha) / (Math.sqrt(amsgrad ? largest : v) + epsilon);
    };
  };

/** `inside`: ε added to |g|, as PyTorch does, instead of to u. */
const adamax =
  (inside: boolean): MakeRule =>
  (rate, { beta1 = NaN, beta2 = NaN, epsilon = NaN }) => {
    let [m, u] = [0, 0];
    return (w, g, t) => {
      m += (g - m) * (1 - beta1);
      u = Math.max(beta2 * u, Math.abs(g) + (inside ? epsilon : 0));
      return w - (rate / (1 - beta1 ** t)) * (m / (u + (inside ? 0 : epsilon)));
    };
  };

/** PyTorch's NAdam: β₁ grows from step to step, all at once where momentum_decay is 1e9. */
const torchNadam: MakeRule = (rate, { beta1 = NaN, beta2 = NaN, epsilon = NaN }) => {
  const growth = 1e9;
  const share = (t: number) => beta1 * (1 - 0.5 * 0.96 ** (t * growth));
  let [m, v, product] = [0, 0, 1];
  return (w, g, t) => {
    product *= share(t);
    m += (g - m) * (1 - beta1);
    v = v * beta2 + (1 - beta2) * g * g;
    const divisor = Math.sqrt(v / (1 - beta2 ** t)) + epsilon;
    const next = share(t + 1);
    const fromGradient = ((rate * (1 - share(t))) / (1 - product)) * (g / divisor);
    return w - fromGradient - ((rate * next) / (1 - product * next)) * (m / divisor);
  };
};

/** Whether a library's update is ours: exactly; only where ε does not count; or never. */
export type Agreement = 'same' | 'same without ε' | 'none';

/** The update of a library under the name that our updater has. */
export interface LibraryRule {
  readonly agreement: Exclude<Agreement, 'none'>;
  readonly make: MakeRule;
}

const same = (make: MakeRule): LibraryRule => ({ agreement: 'same', make });
const sameWithoutEpsilon = (make: MakeRule): LibraryRule => ({
  agreement: 'same without ε',
  make,
});

/** By library and the name of our updater; what is not here has no counterpart. */
export const libraryRules: Readonly<Record<string, Readonly<Record<string, LibraryRule>>>> = {
  PyTorch: {
    sgd: same(descent),
    momentum: same(torchMomentum(false)),
    nesterovs: same(torchMomentum(true)),
    adagrad: same(torchAdagrad),
    rmsprop: sameWithoutEpsilon(rmsprop(true)),
    adadelta: same(adadelta),
    adam: same(torchAdam(false)),
    adamax: sameWithoutEpsilon(adamax(true)),
    nadam: same(torchNadam),
    amsgrad: same(torchAdam(true)),
    adamw: same(torchAdam(false)),
  },
  Keras: {
    sgd: same(descent),
    momentum: same(velocityWithRate(false)),
    nesterovs: same(velocityWithRate(true)),
    adagrad: same(kerasAdagrad),
    rmsprop: same(rmsprop(false)),
    adadelta: same(adadelta),
    adam: sameWithoutEpsilon(kerasAdam(false)),
    adamax: same(adamax(false)),
    amsgrad: sameWithoutEpsilon(kerasAdam(true)),
    adamw: sameWithoutEpsilon(kerasAdam(false)),
  },
  'scikit-learn': {
    sgd: same(descent),
    momentum: same(velocityWithRate(false)),
    nesterovs: same(velocityWithRate(true)),
    adam: sameWithoutEpsilon(kerasAdam(false)),
  },
};
