import { expect, it } from 'vitest';
import { DrawingHand, type HandPointer } from '../../../src/state/drawing/drawingHand.ts';

const finger = (pointerId: number, size = 20): HandPointer => ({
  ...{ pointerId, pointerType: 'touch', button: 0, width: size, height: size },
});
const pen: HandPointer = { ...finger(9), pointerType: 'pen' };
const mouse = (button: number): HandPointer => ({ ...finger(1), pointerType: 'mouse', button });

it('draws with one finger; a second one moves the view, a third and a palm do nothing', () => {
  const hand = new DrawingHand();
  expect(hand.down(finger(5, 120))).toBe('nothing');
  expect(hand.down(finger(1))).toBe('draw');
  expect(hand.down(finger(2))).toBe('cancel');
  expect(hand.down(finger(3))).toBe('nothing');
  for (const id of [1, 2, 3]) hand.up(finger(id));
  expect(hand.down(finger(4))).toBe('draw');
});

it('draws with the pen once there is one; then fingers move the view, and rest beside the pen', () => {
  const hand = new DrawingHand();
  expect(hand.down(finger(1))).toBe('draw');
  expect(hand.down(pen)).toBe('draw');
  expect(hand.down(finger(2))).toBe('nothing');
  hand.up(pen);
  hand.up(finger(1));
  expect(hand.down(finger(3))).toBe('view');
});

it('draws with the main button of a mouse only', () => {
  const hand = new DrawingHand();
  expect([0, 1, 2].map((button) => hand.down(mouse(button)))).toEqual([
    'draw',
    'nothing',
    'nothing',
  ]);
});
