import { expect, it } from 'vitest';
import { OpenNotebook } from '../../../src/state/notebook/openNotebook.svelte.ts';
import { NotebookEditor } from '../../../src/state/notebook/notebookEditor.svelte.ts';
import { OwnChanges } from '../../../src/state/notebook/ownChanges.ts';
import { shown, startNotebook as start } from '../../support/startNotebook.ts';

function rewrite(notebook: OpenNotebook, index: number, source: string): void {
  const cell = notebook.cells[index];
  if (!cell) throw new Error(`Expected a cell with the index ${index}.`);
  cell.write(source);
  notebook.run(cell);
}

const soon = (notebook: OpenNotebook) => expect.poll(() => shown(notebook));

it('displays JavaScript, Markdown, HTML and formulas', async () => {
  const notebook = start(
    'const a = 6 * 7;',
    { type: 'text/markdown', text: '# Answer\n\nIt is **${a}**.' },
    { type: 'text/html', text: '<p>Half of it is <i>${a / 2}</i>.</p>' },
    { type: 'application/x-tex', text: 'a = ${a}' },
    'a + 1',
  );
  await soon(notebook).toEqual([
    '',
    'Answer\n\nIt is 42.',
    'Half of it is 21.',
    expect.stringContaining('a=42'),
    '43',
  ]);
  const [, markdown, , formula] = notebook.cells.map(({ place }) => place.root);
  expect(markdown?.querySelector('strong')?.textContent).toBe('42');
  expect(formula?.querySelector('math')).not.toBeNull();
  expect(await notebook.value('a')).toBe(42);
});

it('names cell and line of what goes wrong, and the rest runs', async () => {
  const notebook = start(
    'const a = 1;\nconst b = [',
    '\nconst c = 2;\nnull.x;',
    'import {range} from "npm:d3";\n\nconst d = range(3);\nd.reach();',
    'display(1);\nthrow new Error("on purpose");',
    'missing + 1',
    '"fine"',
  );
  await soon(notebook).toEqual([
    'Cell 1, line 2: Unexpected token.',
    expect.stringMatching(/^Cell 2, line 3: Cannot read/),
    'Cell 3, line 4: d.reach is not a function.',
    'Cell 4, line 2: on purpose.',
    'Cell 5: missing is not defined.',
    '"fine"',
  ]);
  expect(notebook.cells.map(({ status }) => status)).toEqual([
    ...['failed', 'failed', 'failed', 'failed', 'failed'],
    'fulfilled',
  ]);
});

it('says what is wrong with a value that fails later, and with a name defined twice', async () => {
  const notebook = start(
    'const a = Promise.reject(new Error("late"));',
    'const b = 1;',
    'const b = 2;',
  );
  await soon(notebook).toEqual([
    expect.stringContaining('late.'),
    'Cell 2: b is defined more than once.',
    'Cell 3: b is defined more than once.',
  ]);
});

it('refuses what is not in the build', async () => {
  const notebook = start('import _ from "npm:lodash";', {
    type: 'text/x-python',
    text: 'print(1)',
  });
  await soon(notebook).toEqual([
    expect.stringContaining('"npm:lodash" cannot be imported here; there are npm:'),
    'Cell 2: a cell of the type "python" cannot be run here.',
  ]);
});

it('lets what refers to a cell follow it', async () => {
  const notebook = start('const a = 1;', 'a * 10');
  await soon(notebook).toEqual(['', '10']);
  rewrite(notebook, 0, 'const a = 2;');
  await soon(notebook).toEqual(['', '20']);
  rewrite(notebook, 0, 'const b = 3;');
  await soon(notebook).toEqual(['', 'Cell 2: a is not defined.']);
  rewrite(notebook, 0, 'const a = 4;');
  await soon(notebook).toEqual(['', '40']);
});

it('lets an expression become another one', async () => {
  const notebook = start('1 + 1', '"b"');
  await soon(notebook).toEqual(['2', '"b"']);
  for (const [source, text] of [
    ['html`<b>4</b>`', '4'],
    ['display(5);', '5'],
    ['6', '6'],
  ] as const) {
    rewrite(notebook, 0, source);
    await soon(notebook).toEqual([text, '"b"']);
  }
});

it('stops a loop that never ends', async () => {
  const notebook = start('for (;;);', '"b"');
  await soon(notebook).toEqual([
    'Cell 1, line 1: a loop ran for more than 3 seconds and was stopped.',
    '"b"',
  ]);
});

it('lets a control steer what refers to it', async () => {
  const notebook = start('const x = view(Inputs.range([0, 9], {step: 1, value: 4}));', {
    type: 'text/markdown',
    text: '**${x * x}**',
  });
  await expect.poll(() => shown(notebook)[1]).toBe('16');
  const input = notebook.cells[0]?.place.root.querySelector<HTMLInputElement>('[type=range]');
  if (!input) throw new Error('Expected a range.');
  input.value = '5';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => shown(notebook)[1]).toBe('25');
});

it('writes what was changed', () => {
  const notebook = start('1');
  rewrite(notebook, 0, 'html`<script>1</script>`');
  const again = new OpenNotebook(notebook.text);
  expect(again.cells.map(({ source }) => source)).toEqual(['html`<script>1</script>`']);
  expect(notebook.cells[0]?.changed).toBe(true);
});

it('keeps the reader’s changes, and tells when the author has changed the cell since', () => {
  const texts = new Map<string, string>();
  const own = () =>
    new OwnChanges(
      {
        getItem: (key) => texts.get(key) ?? null,
        setItem: (key, text) => void texts.set(key, text),
        removeItem: (key) => void texts.delete(key),
      },
      'test',
    );
  const file = (text: string) =>
    `<!doctype html><notebook><title>Test</title><script type="module">\n${text}\n</script></notebook>`;
  const first = new OpenNotebook(file('1'), own());
  rewrite(first, 0, '2');
  first.dispose();
  const [again] = new OpenNotebook(file('1'), own()).cells;
  expect([again?.source, again?.changed, again?.outdated]).toEqual(['2', true, false]);
  const changed = new OpenNotebook(file('3'), own());
  expect(changed.cells.map(({ source, outdated }) => [source, outdated])).toEqual([['2', true]]);
  new NotebookEditor(changed).resetAll();
  expect(changed.cells.map(({ source, outdated }) => [source, outdated])).toEqual([['3', false]]);
  expect(changed.changed).toBe(false);

  rewrite(changed, 0, 'for (;;);');
  const afterwards = new OpenNotebook(file('3'), own()); // as after a page that hung
  expect([afterwards.setAside, afterwards.cells[0]?.source]).toEqual([true, '3']);
  afterwards.takeBack();
  expect([afterwards.setAside, afterwards.cells[0]?.source]).toEqual([false, 'for (;;);']);
});
