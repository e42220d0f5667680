import * as common from './commonHyperparameters.ts';
import { decayShare } from './decayShare.ts';
import type { Updater } from './updater.ts';

/**
 * In the order of the paper, as in DL4J. tfjs 4.22 divides by the s of the step before, so that u
 * and s stay equal from the first step and it becomes plain gradient descent.
 */
export const adadelta: Updater = {
  name: 'adadelta',
  label: 'AdaDelta',
  formula: [
    's ← ρ·s + (1 − ρ)·g²',
    'd ← g·√(u + ε) / √(s + ε)',
    'u ← ρ·u + (1 − ρ)·d²',
    'w ← w − r·d',
  ],
  source: 'Zeiler, ADADELTA: An Adaptive Learning Rate Method, 2012, where r = 1',
  defaultRate: 1,
  hyperparameters: [
    {
      name: 'decay',
      label: 'decay ρ',
      default: 0.95,
      min: 0,
      max: 0.9999,
      meaning: 'The share of the running means of both squares that each step keeps.',
    },
    {
      ...common.epsilon,
      default: 1e-6,
      meaning:
        'Sets the size of the first steps: a value 100 times larger makes them 10 times longer.',
    },
  ],
  slots: ['s', 'u'],
  apply({ parameters, gradient, state: [s, u], rate, hyperparameters }) {
    const { decay = NaN, epsilon = NaN } = hyperparameters;
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i] ?? 0;
      const uBefore = u[i] ?? 0;
      const sNow = decay * (s[i] ?? 0) + (1 - decay) * g * g;
      const d = (Math.sqrt(uBefore + epsilon) / Math.sqrt(sNow + epsilon)) * g;
      s[i] = sNow;
      u[i] = decay * uBefore + (1 - decay) * d * d;
      parameters[i] = (parameters[i] ?? 0) - rate * d;
    }
  },
  factors: decayShare,
  glsl: `
    {
      s = s - share * s + share * g * g;
      float delta = sqrt(u + epsilon) / sqrt(s + epsilon) * g;
      u = u - share * u + share * delta * delta;
      w -= rate * delta;
    }`,
};
