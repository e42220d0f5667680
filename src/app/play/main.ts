import { mount } from 'svelte';
import { Playground } from '../../state/experiment/playground.svelte.ts';
import { readSettings } from '../../state/page/settingsText.ts';
import { Shortcuts } from '../../state/page/shortcuts.svelte.ts';
import { Theme } from '../../state/page/theme.svelte.ts';
import { TrainingClient } from '../../training/client.ts';
import { examineInWorker } from '../../training/examineInWorker.ts';
import type { EngineFindings } from '../../training/protocol/messages.ts';
import { followAddress } from './address.svelte.ts';
import App from './App.svelte';
import '../app.css';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no element with the id "app" to be shown in.');

let examination: Promise<EngineFindings> | undefined;
const storage = pageStorage();
const theme = new Theme(storage, false);
followDevice('(prefers-color-scheme: dark)', (dark) => theme.setDeviceIsDark(dark));
const playground = new Playground(
  readSettings(location.hash),
  (receive) => new TrainingClient(createWorker, receive),
  examine,
);
followAddress(playground);
followDevice('(prefers-reduced-motion: reduce)', (calm) => playground.run.setCalm(calm));
mount(App, { target, props: { playground, theme, shortcuts: new Shortcuts(storage) } });

function createWorker(): Worker {
  return new Worker(new URL('../../training/worker.ts', import.meta.url), { type: 'module' });
}

/** Once for the whole page. */
function examine(): Promise<EngineFindings> {
  examination ??= examineInWorker(createExaminer);
  return examination;
}

function createExaminer(): Worker {
  return new Worker(new URL('../../training/worker.ts', import.meta.url), {
    type: 'module',
    name: 'examiner',
  });
}

/** The browser may forbid it; then nothing outlives the page. */
function pageStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Tells what the device wishes, now and whenever it changes. */
function followDevice(query: string, tell: (wished: boolean) => void): void {
  const wish = matchMedia(query);
  tell(wish.matches);
  wish.addEventListener('change', () => tell(wish.matches));
}
