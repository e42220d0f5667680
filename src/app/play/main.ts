import { mount } from 'svelte';
import { createExperiment } from '../../state/experiment/createExperiment.ts';
import { Shortcuts } from '../../state/page/shortcuts.svelte.ts';
import { whenIdle } from '../../state/page/whenIdle.ts';
import { Theme } from '../../state/page/theme.svelte.ts';
import { followDevice } from '../devicePreference.ts';
import { pageStorage } from '../pageStorage.ts';
import { createTrainingServices } from '../trainingServices.ts';
import { followAddress, openAddress } from './address.svelte.ts';
import App from './App.svelte';
import { keepOwnSamples } from './keepOwnSamples.svelte.ts';
import { firstPicture } from './firstPicture.svelte.ts';
import '../app.css';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no element with the id "app" to be shown in.');

const storage = pageStorage();
const theme = new Theme(storage, false);
followDevice('(prefers-color-scheme: dark)', (dark) => theme.setDeviceIsDark(dark));
const { connect, examine } = createTrainingServices();
const experiment = createExperiment({
  connect,
  // After the panels, so that neither a worker's start nor a download delays those.
  examine: () => whenIdle().then(examine),
  ...openAddress(),
});
followAddress(experiment);
keepOwnSamples(experiment, storage);
followDevice('(prefers-reduced-motion: reduce)', (calm) => experiment.run.setCalm(calm));
const picture = firstPicture(experiment);
// When the worker has been told what to compute; in a task of its own, because a worker cannot start
// while its page is busy.
setTimeout(() => {
  const words = target.firstElementChild;
  const shortcuts = new Shortcuts(storage);
  mount(App, { target, props: { experiment, theme, shortcuts, firstPicture: picture } });
  words?.remove(); // those of a page that could not start
});
