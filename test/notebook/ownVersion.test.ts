import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCell } from '../../src/notebook/notebookFile.ts';
import { type OwnVersion, placeCells, unchanged } from '../../src/notebook/ownVersion.ts';

/** Cells with these ids; the text of each is its id. */
const lesson = (...ids: readonly number[]) => ids.map((id) => newCell(id, 'md', String(id)));

/** Ids from top to bottom, with a + behind those of the reader and the changed text. */
function placed(ids: readonly number[], version: Partial<OwnVersion>): string[] {
  const cells = placeCells(lesson(...ids), { ...unchanged, ...version });
  return cells.map(
    ({ cell, own, change }) => `${cell.id}${own ? '+' : ''}${change ? `=${change.to}` : ''}`,
  );
}

const changes = new Map([[2, { from: '2', to: 'two', mode: 'md' as const }]]);
const added = new Map([[4, { mode: 'js' as const, value: '4' }]]);

describe('a lesson that is as it was', () => {
  it('has the reader’s order', () => {
    const order = { from: [1, 2, 3], to: [3, 4, 1] };
    expect(placed([1, 2, 3], { order, added })).toEqual(['3', '4+', '1']);
  });

  it('has the reader’s texts', () => {
    expect(placed([1, 2, 3], { changes })).toEqual(['1', '2=two', '3']);
  });
});

describe('a lesson that has changed since', () => {
  const order = { from: [1, 2, 3], to: [3, 2, 1] };

  it('has its new cells below those that are above them', () => {
    expect(placed([5, 1, 6, 7, 2, 3], { order })).toEqual(['5', '3', '2', '1', '6', '7']);
  });

  it('lacks its removed cells, but for those that the reader had changed', () => {
    expect(placed([1], { order, changes })).toEqual(['2+', '1']);
    expect(placed([1, 3], { changes })).toEqual(['1', '3', '2+']);
    const [kept] = placeCells(lesson(1), { ...unchanged, order, changes });
    expect(kept?.cell).toMatchObject({ mode: 'md', value: 'two' });
  });

  it('has its own new order where the reader moved nothing', () => {
    expect(placed([3, 1, 2], { order: { from: [1, 2, 3], to: [1, 2, 3] }, changes })).toEqual([
      ...['3', '1', '2=two'],
    ]);
  });

  it('keeps its numbers where a cell of the reader has the same', () => {
    const own = { order: { from: [1, 2], to: [1, 4, 2] }, added };
    expect(placed([1, 2, 4], own)).toEqual(['1', '5+', '2', '4']);
  });
});

it('never loses a cell of the author or gives a number twice', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 7 });
  const own = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 });
  fc.assert(
    fc.property(ids, ids, ids, own, (today, from, to, mine) => {
      const added = new Map(mine.map((id) => [id, { mode: 'js' as const, value: 'own' }]));
      const cells = placeCells(lesson(...today), { ...unchanged, order: { from, to }, added });
      const placedIds = cells.map(({ cell }) => cell.id);
      expect(new Set(placedIds).size).toBe(placedIds.length);
      const deleted = from.filter((id) => !to.includes(id));
      const expected = today.filter((id) => !deleted.includes(id) && !mine.includes(id));
      const authors = cells.filter((each) => !each.own).map(({ cell }) => cell.id);
      expect(authors).toEqual(expect.arrayContaining(expected));
    }),
  );
});
