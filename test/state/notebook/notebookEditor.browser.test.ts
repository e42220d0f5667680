import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellModes } from '../../../src/notebook/notebookFile.ts';
import { NotebookEditor } from '../../../src/state/notebook/notebookEditor.svelte.ts';
import { OpenNotebook } from '../../../src/state/notebook/openNotebook.svelte.ts';
import { OwnChanges } from '../../../src/state/notebook/ownChanges.ts';
import { mapStorage } from '../../support/mapStorage.ts';
import { shown, startNotebook } from '../../support/startNotebook.ts';

const text = `<!doctype html>
<notebook theme="air">
  <title>Three</title>
  <script id="1" type="text/markdown">
    # One
  </script>
  <script id="2" type="module" pinned="">
    const two = 2;
  </script>
  <script id="7" type="application/x-tex">
    seven
  </script>
</notebook>
`;

const acts = ['add', 'up', 'down', 'delete', 'write', 'become', 'reset', 'resetAll'] as const;
const step = fc.record({ act: fc.constantFrom(...acts), at: fc.nat(9), mode: fc.nat(3) });

interface Step {
  readonly act: (typeof acts)[number];
  readonly at: number;
  readonly mode: number;
}

function take(editor: NotebookEditor, notebook: OpenNotebook, { act, at, mode }: Step): void {
  const cell = notebook.cells[at % Math.max(1, notebook.cells.length)];
  if (act === 'add') editor.add(at % (notebook.cells.length + 1), cellModes[mode]);
  else if (act === 'resetAll') editor.resetAll();
  else if (!cell) return;
  else if (act === 'up') editor.move(cell, -1);
  else if (act === 'down') editor.move(cell, 1);
  else if (act === 'delete') editor.delete(cell);
  else if (act === 'become' && cell.own) editor.become(cell, cellModes[mode] ?? 'js');
  else if (act === 'reset' && !cell.own) editor.reset(cell);
  else if (act === 'write') {
    cell.write(`text ${at}`);
    notebook.run(cell);
  }
}

it('undoes and does again any acts, and keeps what they made', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const shelf = mapStorage();
      const notebook = new OpenNotebook(text, new OwnChanges(shelf, 'three'));
      const editor = new NotebookEditor(notebook);
      for (const each of steps) take(editor, notebook, each);
      const made = notebook.text;
      notebook.keep();
      const own = new OwnChanges(shelf, 'three');
      own.endStart();
      expect(new OpenNotebook(text, own).text).toBe(made);
      while (editor.history.canUndo) editor.undo();
      const authors = notebook.cells.map(({ id }) => id);
      expect(authors).toEqual([1, 2, 7]);
      while (editor.history.canRedo) editor.redo();
      expect(notebook.text).toBe(made);
      editor.resetAll();
      expect([notebook.text, notebook.changed]).toEqual([text, false]);
    }),
  );
});

it('takes a deleted cell’s values from the others and gives them back', async () => {
  const notebook = startNotebook('const a = 6;', 'a * 7');
  const editor = new NotebookEditor(notebook);
  const [first] = notebook.cells;
  if (!first) throw new Error('Expected a cell.');
  await expect.poll(() => shown(notebook)).toEqual(['', '42']);
  editor.delete(first);
  await expect.poll(() => shown(notebook)).toEqual(['Cell 2: a is not defined.']);
  expect(editor.announcer.said.sentence).toBe('Cell 1 deleted.');
  editor.undo();
  await expect.poll(() => shown(notebook)).toEqual(['', '42']);
  expect(editor.announcer.said.sentence).toBe('Undone: cell 1 deleted.');
});

it('runs a cell that was added, of each kind and empty', async () => {
  const notebook = startNotebook('const a = 6;');
  const editor = new NotebookEditor(notebook);
  const cells = cellModes.map((mode) => editor.add(notebook.cells.length, mode));
  document.body.append(...cells.map(({ place }) => place.root));
  await expect.poll(() => notebook.cells.map(({ problem }) => problem)).toEqual(Array(5).fill(''));
  const [formula] = cells.slice(-1);
  formula?.write('${a}');
  if (formula) editor.become(formula, 'md');
  await expect.poll(() => shown(notebook).at(-1)).toBe('6');
  editor.undo();
  expect(formula?.mode).toBe('tex');
  for (const { place } of cells) place.root.remove();
});
