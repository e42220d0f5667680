import type { Updater } from './updater.ts';

export const nesterovs: Updater = {
  name: 'nesterovs',
  label: 'Nesterovs',
  formula: ['v ← μ·v + g', 'w ← w − r·(g + μ·v)'],
  source: 'Nesterov (1983), in the form of Bengio et al., Advances in Optimizing Recurrent Networks, 2012',
  defaultRate: 0.01,
  hyperparameters: [
    {
      name: 'momentum',
      label: 'momentum μ',
      default: 0.9,
      min: 0,
      max: 0.999,
      meaning: 'How much of the last velocity is kept in each step.',
    },
  ],
  slots: ['v'],
  apply({ parameters, gradient, state: [v], rate, hyperparameters: { momentum } }) {
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i];
      v[i] = momentum * v[i] + g;
      parameters[i] -= rate * (g + momentum * v[i]);
    }
  },
  factors: () => ({}),
  glsl: `
    v = momentum * v + g;
    w -= rate * (g + momentum * v);`,
};
