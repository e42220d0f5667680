import { onTestFinished } from 'vitest';
import { importFrom } from '../../src/notebook/importModules.ts';
import { packages } from '../../src/notebook/kit/packages.ts';
import { OpenNotebook } from '../../src/state/notebook/openNotebook.svelte.ts';

type CellText = string | { readonly type: string; readonly text: string };

/** A notebook with these cells, JavaScript where it does not say otherwise, that runs on the page. */
export function startNotebook(...cells: readonly CellText[]): OpenNotebook {
  const scripts = cells.map((cell) => {
    const { type, text } = typeof cell === 'string' ? { type: 'module', text: cell } : cell;
    return `<script type="${type}">\n${text}\n</script>`;
  });
  const notebook = new OpenNotebook(
    `<!doctype html><notebook><title>Test</title>${scripts.join('')}</notebook>`,
  );
  const root = document.createElement('main');
  root.append(...notebook.cells.map(({ place }) => place.root));
  document.body.append(root);
  onTestFinished(() => {
    notebook.dispose();
    root.remove();
  });
  notebook.start({
    root,
    importModule: (specifier) => importFrom({ packages, files: {} }, specifier),
    fileAddress: () => undefined,
  });
  return notebook;
}

/** What each cell displays, or its problem. */
export function shown(notebook: OpenNotebook): string[] {
  return notebook.cells.map(({ problem, place }) => problem || place.root.innerText.trim());
}
