import { beforeEach, expect, it } from 'vitest';
import type { PointerPlace } from '../../../src/views/controls/pointerPlace.ts';
import { reading } from '../../../src/views/controls/reading.ts';

let figure: HTMLElement;
let acts: (string | PointerPlace)[];

beforeEach(() => {
  acts = [];
  figure = document.createElement('div');
  Object.assign(figure, {
    ...reading({
      point: (place) => void acts.push(place),
      key: (key, shift) => {
        acts.push(shift ? `shift ${key}` : key);
        return key === 'n';
      },
      leave: () => void acts.push('leave'),
    }),
  });
  figure.style.cssText = 'position: fixed; left: 10px; top: 20px; width: 100px; height: 50px';
  document.body.append(figure);
  return () => figure.remove();
});

const pointer = (type: string, pointerType: string) =>
  figure.dispatchEvent(new PointerEvent(type, { clientX: 35, clientY: 30, pointerType }));

/** Whether the figure took the key. */
const press = (init: KeyboardEventInit) =>
  !figure.dispatchEvent(new KeyboardEvent('keydown', { cancelable: true, ...init }));

it('reads where a pointer is, also in an element that is scaled', () => {
  pointer('pointermove', 'mouse');
  figure.style.transform = 'scale(2)';
  figure.style.transformOrigin = '0 0';
  pointer('pointerdown', 'touch');
  expect(acts).toEqual([
    { across: 0.25, up: 0.8 },
    { across: 0.125, up: 0.9 },
  ]);
});

it('is left by a mouse, not by a finger, and by the focus', () => {
  pointer('pointerleave', 'touch');
  expect(acts).toEqual([]);
  pointer('pointerleave', 'mouse');
  figure.dispatchEvent(new FocusEvent('blur'));
  expect(acts).toEqual(['leave', 'leave']);
});

it('takes its own keys, and leaves those with Control and all others to the page', () => {
  expect(press({ key: 'n' })).toBe(true);
  expect(press({ key: 'e', shiftKey: true })).toBe(false);
  expect(press({ key: 'n', ctrlKey: true })).toBe(false);
  expect(press({ key: 'Escape' })).toBe(false);
  expect(acts).toEqual(['n', 'shift e', 'leave']);
});
