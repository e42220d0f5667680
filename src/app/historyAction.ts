/** Of inputs, those without text. */
const textless = '[type=range], [type=checkbox], [type=radio], [type=file], [type=button]';
/** Where all keys are the control's own. */
export const typing = `input:not(${textless}), textarea, select, dialog[open], [contenteditable]`;

/** Undo and redo as every platform has them, but for text that is being typed. */
export function historyAction(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (event.defaultPrevented || altKey || ctrlKey === metaKey) return undefined;
  if (target instanceof Element && target.closest(typing)) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return shiftKey ? 'redo' : 'undo';
  return key === 'y' && !shiftKey ? 'redo' : undefined;
}
