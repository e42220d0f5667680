import { mount } from 'svelte';
import { Theme } from '../../state/page/theme.svelte.ts';
import { followDevice } from '../devicePreference.ts';
import { pageStorage } from '../pageStorage.ts';
import ClassPage from './ClassPage.svelte';
import '../app.css';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no element with the id "app" to be shown in.');

const theme = new Theme(pageStorage(), false);
followDevice('(prefers-color-scheme: dark)', (dark) => theme.setDeviceIsDark(dark));
const words = target.firstElementChild;
mount(ClassPage, { target, props: { theme } });
words?.remove(); // those of a page that could not start
