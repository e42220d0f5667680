import { createEdgewise, type Edgewise } from '../../elements/edgewise.ts';
import { Theme } from '../../state/page/theme.svelte.ts';
import TrainingWorker from '../../training/worker.ts?worker&inline';
import { followDevice } from '../devicePreference.ts';
import { createWorkerServices } from '../workerServices.ts';
import '../../views/edgewise.css';

/*
 * The file `edgewise.js` that is saved with a notebook, for a page without Edgewise: one file, with its
 * styles and its worker.
 */

const { matches: calm } = matchMedia('(prefers-reduced-motion: reduce)');
const services = createWorkerServices((name) => new TrainingWorker({ name }));
const theme = new Theme(undefined, false);
if (document.documentElement.dataset.theme !== undefined) {
  followDevice('(prefers-color-scheme: dark)', (dark) => theme.setDeviceIsDark(dark));
}

/** All that cells may import, as one object. */
export const { module: edgewise } = createEdgewise({ ...services, calm }, theme);

const {
  trainer,
  plot,
  lossChart,
  statistics,
  confusionMatrix,
  roc,
  precisionRecall,
  networkDiagram,
  controls,
  guess,
  samples,
  evaluate,
  stats,
  ...missing
}: Edgewise = edgewise;
// One that is not exported below does not compile here.
missing satisfies Record<string, never>;
export {
  trainer,
  plot,
  lossChart,
  statistics,
  confusionMatrix,
  roc,
  precisionRecall,
  networkDiagram,
  controls,
  guess,
  samples,
  evaluate,
  stats,
};
