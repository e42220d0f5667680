import { historyAction, typing } from '../historyAction.ts';

/** What a single key can do. */
export type Action = 'train' | 'step' | 'epoch' | 'reset' | 'help' | 'undo' | 'redo' | Presenting;
/** What a key can do in a presentation only. */
type Presenting = 'blank' | 'back' | 'nothing';

const actions: Readonly<Record<string, Action>> = {
  ' ': 'train',
  ArrowRight: 'step',
  e: 'epoch',
  E: 'epoch',
  r: 'reset',
  R: 'reset',
  '?': 'help',
};

/**
 * What the keys of a clicker do in a presentation, as Logitech's R400 to R800 send them: forward, back,
 * black, and one that alternates between F5, which would load the page anew, and Escape.
 */
const clicker: Readonly<Record<string, Action>> = {
  PageDown: 'train',
  PageUp: 'reset',
  '.': 'blank',
  F5: 'nothing',
  Escape: 'back',
};

/** Where Space presses or switches something. */
const pressed = 'button, summary, a[href], input[type=checkbox], input[type=radio]';
/** Where arrows move something. */
const moved =
  'input[type=range], input[type=radio], [role=application], [role=tab], [role=tabpanel]';

/**
 * What a key press asks for; undefined where it is the focused control's own, or none of ours.
 * `presenting`: whether the keys of a clicker are, too.
 */
export function actionFor(event: KeyboardEvent, presenting = false): Action | undefined {
  const again = historyAction(event);
  if (again) return again;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined;
  const known: Readonly<Record<string, Action | undefined>> = presenting
    ? { ...actions, ...clicker }
    : actions;
  const action = known[event.key];
  const { target } = event;
  if (!action || !(target instanceof Element)) return action;
  if (event.repeat && action !== 'step') return undefined;
  // What was in a dialog keeps the focus until the next frame after it closed.
  if (target.closest('dialog:not([open])')) return action;
  // A space is never part of a number.
  if (action === 'train' && target.matches('input[inputmode=decimal]')) return action;
  if (target.closest(typing)) return undefined;
  if (action === 'train' && target.closest(pressed)) return undefined;
  if (action === 'step' && target.closest(moved)) return undefined;
  return action;
}

/**
 * Gives the keys back to the page once a mouse or a finger has pressed something, as Safari does by
 * itself: Space is to train then, not to press the same button again. Who comes by keyboard or with a
 * screen reader stays where they are.
 */
export function releaseKeys(event: MouseEvent): void {
  if (!(event instanceof PointerEvent) || event.pointerType === '') return;
  leavePressed(); // before a dialog opens, which would bring the focus back when it closes
  setTimeout(leavePressed); // and once a label has given it to its control
}

function leavePressed(): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement.closest('dialog')) return;
  if (activeElement.matches(pressed)) activeElement.blur();
}
