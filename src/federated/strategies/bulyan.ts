import { chooseByKrum } from './chooseByKrum.ts';
import { closestMean } from './closestMean.ts';
import { coordinatewise } from './coordinatewise.ts';
import { middle } from './median.ts';
import { faulty } from './serverHyperparameters.ts';
import type { ClientUpdate, Strategy } from './strategy.ts';

export const bulyan: Strategy = {
  name: 'bulyan',
  label: 'Bulyan',
  formula: [
    'S ← n − 2f changes, chosen by Krum one after the other',
    'w ← w + mean of the n − 4f of S that are closest to their median, parameter by parameter',
  ],
  source:
    'El Mhamdi, Guerraoui and Rouault, The Hidden Vulnerability of Distributed Learning in Byzantium, ICML 2018',
  meaning: 'Chooses changes that are like the others, and for each parameter the middle of these.',
  hyperparameters: [faulty],
  slots: [],
  local: 'none',
  takesMean: false,
  objection(count, { faulty: f = NaN }) {
    const least = 4 * f + 3;
    if (count >= least) return undefined;
    return `Bulyan against ${f} faulty clients needs at least ${least} updates (n ≥ 4f + 3), got ${count}.`;
  },
  apply({ parameters, updates, hyperparameters: { faulty: f = NaN } }) {
    const chosen = chooseRepeatedly(updates, f, updates.length - 2 * f);
    const kept = chosen.length - 2 * f;
    coordinatewise(parameters, chosen, (ascending) =>
      closestMean(ascending, middle(ascending), kept),
    );
  },
};

/** Takes the update that Krum chooses away, and lets it choose again. */
function chooseRepeatedly(
  updates: readonly ClientUpdate[],
  f: number,
  count: number,
): ClientUpdate[] {
  let rest = updates;
  return Array.from({ length: count }, () => {
    const [chosen] = chooseByKrum(rest, f, 1);
    rest = rest.filter((update) => update !== chosen);
    return chosen;
  }).filter((update) => update !== undefined);
}
