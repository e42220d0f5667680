import { expect, it } from 'vitest';
import { OpenNotebook } from '../../../src/state/notebook/openNotebook.svelte.ts';
import { OwnNotebooks } from '../../../src/state/notebook/ownNotebooks.svelte.ts';
import { mapStorage } from '../../support/mapStorage.ts';

const text = (title: string) =>
  `<!doctype html>\n<notebook theme="air">\n  <title>${title}</title>\n  <script id="1" type="module">\n    1\n  </script>\n</notebook>\n`;

/** Where everything is refused. */
const forbidden = {
  getItem: () => {
    throw new Error('forbidden');
  },
  setItem: () => {
    throw new Error('full');
  },
  removeItem: () => {
    throw new Error('forbidden');
  },
};

it('keeps notebooks, their titles and whether they may run, for the next visit', () => {
  const shelf = mapStorage();
  const own = new OwnNotebooks(shelf);
  const [a, b] = [own.add(text('A'), false), own.add(text('B'), true)];
  own.rename(a, ' Long ');
  own.trust(a);
  const later = new OwnNotebooks(shelf);
  expect(later.list).toEqual([
    { name: a, title: 'Long', trusted: true },
    { name: b, title: 'B', trusted: true },
  ]);
  expect([later.text(a), later.text(b)]).toEqual([text('Long'), text('B')]);
});

it('deletes and brings back at the same place, and gives no name twice', () => {
  const shelf = mapStorage();
  const own = new OwnNotebooks(shelf);
  const names = ['A', 'B', 'C'].map((title) => own.add(text(title), true));
  own.delete(names[1] ?? '');
  expect(new OwnNotebooks(shelf).list.map(({ title }) => title)).toEqual(['A', 'C']);
  own.undelete();
  expect(new OwnNotebooks(shelf).list.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
  expect(own.text(names[1] ?? '')).toBe(text('B'));
  own.delete(names[2] ?? '');
  expect(names).not.toContain(new OwnNotebooks(shelf).add(text('D'), true));
});

it('keeps what is changed in an open notebook', () => {
  const shelf = mapStorage();
  const own = new OwnNotebooks(shelf);
  const name = own.addEmpty();
  const notebook = new OpenNotebook(own.text(name) ?? '', own.keeper(name));
  const [first] = notebook.cells;
  first?.write('# Changed');
  notebook.keep();
  expect(new OwnNotebooks(shelf).text(name)).toBe(notebook.text);
  expect(notebook.text).toContain('# Changed');
});

it.each([[undefined], [forbidden]])('does without storage, as long as the page lasts', (shelf) => {
  const own = new OwnNotebooks(shelf);
  const [a, b] = [own.add(text('A'), true), own.addEmpty()];
  expect([own.kept, own.list.length, own.text(a)]).toEqual([false, 2, text('A')]);
  own.delete(b);
  own.undelete();
  expect(own.list.map(({ name }) => name)).toEqual([a, b]);
});

it.each(['{', '[]', '{"list":[{"name":"../x","title":"","trusted":true}]}', '{"list":7}'])(
  'takes a damaged list for an empty one: %s',
  (damaged) => {
    const shelf = mapStorage();
    shelf.setItem('edgewise-own-notebooks', damaged);
    expect(new OwnNotebooks(shelf).list).toEqual([]);
  },
);
