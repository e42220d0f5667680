import type { Edgewise } from '../../elements/edgewise.ts';
import { readNotebookIn } from '../../notebook/onePage.ts';
import { cellPlace, CellRuntime } from '../../notebook/cellRuntime.ts';
import { importFrom } from '../../notebook/importModules.ts';
import { packages } from '../../notebook/kit/packages.ts';
import type { Cell } from '../../notebook/notebookFile.ts';
import { readNotebook } from '../../notebook/notebookFile.ts';
import { followDevice } from '../devicePreference.ts';
import '../app.css';
import '../../views/notebook/notebook.css';

/*
 * Runs the notebook that is in the page, for pages that are saved as one file. It is not of the
 * application: its page may be opened from a disk, where there is neither storage nor a server.
 */

const root = document.getElementById('notebook');
if (!root) throw new Error('The page has no element with the id "notebook" to be shown in.');
followDevice('(prefers-color-scheme: dark)', (dark) => {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
});

const { notebook, edgewise } = readNotebookIn(document);
const address = URL.createObjectURL(new Blob([edgewise], { type: 'text/javascript' }));
const files = {
  'edgewise.js': async () => {
    const loaded = (await import(/* @vite-ignore */ address)) as { readonly edgewise: Edgewise };
    return loaded.edgewise;
  },
};
const runtime = new CellRuntime({
  root,
  importModule: (specifier) => importFrom({ packages, files }, specifier),
  fileAddress: () => undefined,
});
for (const cell of readNotebook(notebook).cells) show(cell, root);

/** Runs the cell in an element of its own, which also says what went wrong. */
function show(cell: Cell, parent: HTMLElement): void {
  const place = cellPlace();
  const section = document.createElement('section');
  const problem = document.createElement('p');
  problem.className = 'problem';
  problem.setAttribute('role', 'alert');
  section.append(place.root, problem);
  parent.append(section);
  section.dataset.cell = String(cell.id);
  const report = (status: string, sentence = '') => {
    section.dataset.status = status;
    problem.textContent = sentence;
  };
  runtime.run(cell, place, {
    pending: () => report('pending'),
    fulfilled: () => report('fulfilled'),
    rejected: (sentence) => report('failed', sentence),
  });
}
