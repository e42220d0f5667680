import { afterEach, describe, expect, it } from 'vitest';
import { actionFor, releaseKeys } from '../../../src/app/play/keyboard.ts';

function press(
  key: string,
  markup = '',
  { presenting, ...options }: KeyboardEventInit & { presenting?: boolean } = {},
) {
  document.body.innerHTML = markup;
  const target = document.querySelector('[data-here]') ?? document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
  let action: ReturnType<typeof actionFor>;
  const listener = (each: KeyboardEvent) => (action = actionFor(each, presenting));
  addEventListener('keydown', listener);
  target.dispatchEvent(event);
  removeEventListener('keydown', listener);
  return action;
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('actionFor', () => {
  it.each([
    [' ', 'train'],
    ['ArrowRight', 'step'],
    ['e', 'epoch'],
    ['R', 'reset'],
    ['?', 'help'],
    ['x', undefined],
  ])('takes %j for %s', (key, action) => {
    expect(press(key)).toBe(action);
  });

  it.each([
    ['PageDown', 'train'],
    ['PageUp', 'reset'],
    ['.', 'blank'],
    ['F5', 'nothing'],
    ['Escape', 'back'],
    ['e', 'epoch'],
  ])('takes %s of a clicker for %s, in a presentation only', (key, action) => {
    expect(press(key, '', { presenting: true })).toBe(action);
    if (key !== 'e') expect(press(key)).toBeUndefined();
    expect(press(key, '<input type="text" data-here>', { presenting: true })).toBeUndefined();
  });

  it('leaves all keys to a field that is typed in, and to a dialog', () => {
    for (const markup of [
      '<input type="text" data-here>',
      '<input type="number" data-here>',
      '<input data-here>',
      '<textarea data-here></textarea>',
      '<select data-here></select>',
      '<dialog open><button data-here></button></dialog>',
    ]) {
      for (const key of [' ', 'ArrowRight', 'r', '?']) expect(press(key, markup)).toBeUndefined();
    }
  });

  it('takes undo and redo of every platform, but not from a field that is typed in', () => {
    expect(press('z', '', { ctrlKey: true })).toBe('undo');
    expect(press('z', '', { metaKey: true })).toBe('undo');
    expect(press('Z', '', { ctrlKey: true, shiftKey: true })).toBe('redo');
    expect(press('y', '', { ctrlKey: true })).toBe('redo');
    expect(press('z', '<button data-here></button>', { ctrlKey: true })).toBe('undo');
    expect(press('z', '<input type="text" data-here>', { ctrlKey: true })).toBeUndefined();
    expect(press('z', '', { ctrlKey: true, altKey: true })).toBeUndefined();
    expect(press('z')).toBeUndefined();
  });

  it('trains by Space in a number field, of which a space is never a part', () => {
    const field = '<input type="text" inputmode="decimal" data-here>';
    expect(press(' ', field)).toBe('train');
    expect(press('r', field)).toBeUndefined();
  });

  it('leaves none to a dialog that has just closed', () => {
    expect(press(' ', '<dialog><button data-here></button></dialog>')).toBe('train');
  });

  it('leaves Space to what it presses, but not the letters', () => {
    for (const markup of ['<button data-here></button>', '<input type="checkbox" data-here>']) {
      expect(press(' ', markup)).toBeUndefined();
      expect(press('r', markup)).toBe('reset');
    }
  });

  it('leaves arrows to what they move, but not Space', () => {
    for (const markup of [
      '<input type="range" data-here>',
      '<svg role="application" data-here></svg>',
    ]) {
      expect(press('ArrowRight', markup)).toBeUndefined();
      expect(press(' ', markup)).toBe('train');
    }
  });

  it('takes no key with a modifier, and of held keys only the step', () => {
    expect(press('r', '', { ctrlKey: true })).toBeUndefined();
    expect(press(' ', '', { repeat: true })).toBeUndefined();
    expect(press('ArrowRight', '', { repeat: true })).toBe('step');
  });
});

describe('releaseKeys', () => {
  /** Presses the first control of that markup; whether the focus is still in it a moment later. */
  async function keepsFocus(markup: string, pointerType: string): Promise<boolean> {
    document.body.innerHTML = markup;
    const control = document.querySelector<HTMLElement>('button, input, select');
    const options = { bubbles: true, pointerType };
    addEventListener('click', releaseKeys, { capture: true });
    control?.focus();
    control?.dispatchEvent(new PointerEvent('click', options));
    removeEventListener('click', releaseKeys, { capture: true });
    await new Promise((resolve) => setTimeout(resolve));
    return document.activeElement === control;
  }

  it('leaves what a mouse or a finger has pressed', async () => {
    expect(await keepsFocus('<button>Step</button>', 'mouse')).toBe(false);
    expect(await keepsFocus('<button>Step</button>', 'touch')).toBe(false);
    expect(await keepsFocus('<input type="radio">', 'touch')).toBe(false);
  });

  it('stays where somebody types, chooses, came by keyboard, or is in a dialog', async () => {
    expect(await keepsFocus('<button>Step</button>', '')).toBe(true);
    expect(await keepsFocus('<input type="text">', 'mouse')).toBe(true);
    expect(await keepsFocus('<select></select>', 'mouse')).toBe(true);
    expect(await keepsFocus('<dialog open><button>Close</button></dialog>', 'mouse')).toBe(true);
  });
});
