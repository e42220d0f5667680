import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';

/**
 * As in tfjs, a step is divided by the s of the steps before it. Zeiler and DL4J take the new s,
 * whose first step is √(ε / ((1 − ρ)·g² + ε))·g and not the whole g.
 */
export const adadelta: Updater = {
  name: 'adadelta',
  label: 'AdaDelta',
  formula: [
    'd ← g·√(u + ε) / √(s + ε)',
    's ← ρ·s + (1 − ρ)·g²',
    'u ← ρ·u + (1 − ρ)·d²',
    'w ← w − r·d',
  ],
  source: 'Zeiler, ADADELTA: An Adaptive Learning Rate Method, 2012, in the order of tfjs',
  defaultRate: 0.1,
  hyperparameters: [
    {
      name: 'decay',
      label: 'decay ρ',
      default: 0.95,
      min: 0,
      max: 0.9999,
      meaning: 'How much of the running means of both squares is kept in each step.',
    },
    common.epsilon,
  ],
  slots: ['s', 'u'],
  apply({ parameters, gradient, state: [s, u], rate, hyperparameters: { decay, epsilon } }) {
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i];
      const d = (Math.sqrt(u[i] + epsilon) / Math.sqrt(s[i] + epsilon)) * g;
      s[i] = decay * s[i] + (1 - decay) * g * g;
      u[i] = decay * u[i] + (1 - decay) * d * d;
      parameters[i] -= rate * d;
    }
  },
  factors: ({ decay }) => ({ share: 1 - decay }),
  glsl: `
    {
      float delta = sqrt(u + epsilon) / sqrt(s + epsilon) * g;
      s += share * (g * g - s);
      u += share * (delta * delta - u);
      w -= rate * delta;
    }`,
};
