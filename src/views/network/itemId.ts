import type { Place } from '../../state/network/networkWalk.ts';

/**
 * The id of the tree item of a node in the diagram of that id. It is another one for each weight, so
 * that screen readers read the item again.
 */
export function itemId(diagram: string, { column, index, part }: Place): string {
  return [diagram, column, index, ...(part === undefined ? [] : [part])].join('-');
}
