import type { Dataset } from './dataset.ts';

const planetRadius = 5;
const ringRadius = 10;

export const saturn: Dataset = {
  name: 'saturn',
  label: 'Saturn',
  description: 'A planet and the ring around it: no straight line can separate them.',
  source: 'jasonbaldridge/try-tf, simdata/generate_saturn_data.R',
  classes: 2,
  balance: 'coin',
  centre: { x: 0, y: 0 },
  radius: ringRadius,
  noise: 0.1,
  training: 500,
  evaluation: 100,
  hidden: [20],
  rate: 0.005,
  epochs: 30,
  draw(random, label, scatter) {
    const angle = 2 * Math.PI * random.uniform();
    const radius =
      label === 0 ? planetRadius * random.uniform() : ringRadius + scatter * random.normal();
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  },
};
