import type { Dataset } from './dataset.ts';
import { scatteredAt } from './scatteredAt.ts';

const discRadius = 1;
const ringInner = 1.3;
const ringOuter = 2;

export const circle: Dataset = {
  name: 'circle',
  label: 'Circle',
  description: 'A filled disc inside a ring, both equally dense: the boundary is a circle.',
  source: 'own',
  classes: 2,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius: ringOuter,
  noise: 0.05,
  training: 1000,
  evaluation: 200,
  hidden: [20],
  rate: 0.01,
  epochs: 60,
  draw(random, label, scatter) {
    // The square root makes samples equally dense over the area.
    const inner = label === 0 ? 0 : ringInner ** 2;
    const outer = label === 0 ? discRadius ** 2 : ringOuter ** 2;
    const radius = Math.sqrt(inner + (outer - inner) * random.uniform());
    const angle = 2 * Math.PI * random.uniform();
    return scatteredAt(angle, radius, scatter, random);
  },
};
