// First, so that the worker loads while the rest of this page is evaluated.
import { services } from './services.ts';
import { mount } from 'svelte';
import { createExperiment } from '../../state/experiment/createExperiment.ts';
import { readSettings } from '../../state/page/address/settingsText.ts';
import { Shortcuts } from '../../state/page/shortcuts.svelte.ts';
import { Theme } from '../../state/page/theme.svelte.ts';
import { followDevice } from '../devicePreference.ts';
import { pageStorage } from '../pageStorage.ts';
import { followAddress } from './address.svelte.ts';
import App from './App.svelte';
import '../app.css';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no element with the id "app" to be shown in.');

const storage = pageStorage();
const theme = new Theme(storage, false);
followDevice('(prefers-color-scheme: dark)', (dark) => theme.setDeviceIsDark(dark));
const experiment = createExperiment({
  ...services,
  ...readSettings(location.hash),
});
followAddress(experiment);
followDevice('(prefers-reduced-motion: reduce)', (calm) => experiment.run.setCalm(calm));
const words = target.firstElementChild;
mount(App, { target, props: { experiment, theme, shortcuts: new Shortcuts(storage) } });
words?.remove(); // those of a page that could not start
