import { type Cell, newCell } from './notebookFile.ts';

/** A cell that the reader has changed: what it was, and what it is. */
export interface Change {
  readonly from: string;
  readonly to: string;
  readonly mode?: Cell['mode'];
}

/** A cell that the reader has added. */
export type AddedCell = Pick<Cell, 'mode' | 'value'>;

/** The ids of the cells from top to bottom. */
type Order = readonly number[];

/** What a reader has made of a notebook, by the ids of its cells. */
export interface OwnVersion {
  readonly changes: ReadonlyMap<number, Change>;
  readonly added: ReadonlyMap<number, AddedCell>;
  /** How the cells stood when the reader last changed something, and how they stand since. */
  readonly order?: { readonly from: Order; readonly to: Order };
}

export const unchanged: OwnVersion = { changes: new Map(), added: new Map() };

/** A cell at its place in the reader's version. */
export interface PlacedCell {
  /** As the author has it now; where the reader added it, as the reader did. */
  readonly cell: Cell;
  readonly own: boolean;
  readonly change?: Change;
}

/**
 * The reader's version of these cells, which may be others than those it began from. What the author has
 * added since is below the cell that is above it in the author's order; what the author has removed
 * remains where the reader had changed it.
 */
export function placeCells(cells: readonly Cell[], version: OwnVersion): PlacedCell[] {
  const authors = new Map(cells.map((cell) => [cell.id, cell]));
  const placed: PlacedCell[] = [];
  let newId = Math.max(0, ...authors.keys(), ...version.added.keys(), ...version.changes.keys());
  const placeOwn = (id: number, { mode, value }: AddedCell) =>
    placed.push({ cell: newCell(authors.has(id) ? ++newId : id, mode, value), own: true });
  const { from, to } = orderOf([...authors.keys()], version);
  for (const id of to) {
    const author = authors.get(id);
    const change = version.changes.get(id);
    const added = version.added.get(id);
    if (added) placeOwn(id, added);
    else if (author) placed.push({ cell: author, own: false, ...(change && { change }) });
    else if (change) placeOwn(id, { mode: 'js', ...change, value: change.to });
  }
  let below = 0;
  for (const cell of cells) {
    const at = placed.findIndex((each) => !each.own && each.cell.id === cell.id);
    if (at >= 0) below = at + 1;
    else if (!from.has(cell.id)) placed.splice(below++, 0, { cell, own: false });
  }
  return placed;
}

/** The author's order today, where the reader has not changed that of before. */
function orderOf(today: Order, { order, changes }: OwnVersion) {
  if (order && String(order.from) !== String(order.to)) {
    return { from: new Set(order.from), to: order.to };
  }
  const removed = [...changes.keys()].filter((id) => !today.includes(id));
  return { from: new Set(today), to: [...today, ...removed] };
}
