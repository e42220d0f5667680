/** What a key can do with the cell that has the focus. */
export type CellAct = 'above' | 'below' | 'up' | 'down' | 'delete';

/** With Alt and Shift; by the key's place for letters, which Alt changes on some keyboards. */
const acts: Readonly<Record<string, CellAct>> = {
  KeyA: 'above',
  KeyB: 'below',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Delete: 'delete',
  Backspace: 'delete',
};

/** What a key press asks for; undefined where it is none of ours. */
export function cellAct({ altKey, shiftKey, ctrlKey, metaKey, code }: KeyboardEvent) {
  return altKey && shiftKey && !ctrlKey && !metaKey ? acts[code] : undefined;
}
