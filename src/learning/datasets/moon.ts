import type { Dataset } from './dataset.ts';

export const moon: Dataset = {
  name: 'moon',
  label: 'Moon',
  description: 'Two half moons that interlock and overlap a little.',
  source: 'jasonbaldridge/try-tf, simdata/generate_moon_data.py, after make_moons of scikit-learn',
  classes: 2,
  balance: 'even',
  centre: { x: 0.5, y: 0.25 },
  radius: 1,
  noise: 0.2,
  training: 2000,
  evaluation: 1000,
  hidden: [20],
  rate: 0.005,
  epochs: 100,
  draw(random, label, scatter) {
    const angle = Math.PI * random.uniform();
    const x = label === 0 ? Math.cos(angle) : 1 - Math.cos(angle);
    const y = label === 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
    return { x: x + scatter * random.normal(), y: y + scatter * random.normal() };
  },
};
