import { shortNumber } from '../entry/numberEntry.ts';
import type { InsideNetwork } from './insideNetwork.svelte.ts';

/** What the mouse is at in the diagram: a node with its bias, or a weight; undefined if it is elsewhere. */
export function pointedWords(inside: InsideNetwork): string | undefined {
  const { pointed } = inside;
  if (!pointed) return undefined;
  const { column, index, part = 'bias' } = pointed;
  const name = inside.nameOf(pointed);
  if (column === 0) return `${name}: ${inside.isOn(index) ? 'on' : 'off'}`;
  const value = inside.valueOf({ column, index, part });
  const text = value === undefined ? '' : ` ${shortNumber(value)}`;
  if (part === 'bias') return `${name}, bias${text}`;
  return `weight${text} from ${inside.nameOf({ column: column - 1, index: part })}`;
}
