import { describe, expect, it } from 'vitest';
import { FrameGate } from '../../../src/training/frames/frameGate.ts';

/** A gate whose first frame was made from 0 to `cost` and acknowledged. */
function gateAfterFrame(cost: number): FrameGate {
  const gate = new FrameGate();
  gate.send(0, cost);
  gate.acknowledge(1);
  return gate;
}

describe('FrameGate', () => {
  it('wants the first frame at once, and numbers frames from 1', () => {
    const gate = new FrameGate();
    expect(gate.isDue(0, false)).toBe(true);
    expect(gate.send(0, 1)).toBe(1);
    gate.acknowledge(1);
    expect(gate.send(2, 3)).toBe(2);
  });

  it('waits for the acknowledgement of the last frame, requested or not', () => {
    const gate = new FrameGate();
    gate.send(0, 1);
    gate.request();
    for (const other of [0, 2, NaN]) gate.acknowledge(other);
    expect(gate.isDue(1000, true)).toBe(false);
    gate.acknowledge(1);
    expect(gate.isDue(1000, true)).toBe(true);
    gate.send(1000, 1001);
    gate.acknowledge(1);
    expect(gate.isDue(2000, true)).toBe(false);
  });

  it('wants no frame where nothing has moved, unless it is requested', () => {
    const gate = gateAfterFrame(1);
    expect(gate.isDue(100, false)).toBe(false);
    expect(gate.isDue(100, true)).toBe(true);
    gate.request();
    expect(gate.isDue(100, false)).toBe(true);
  });

  it('leaves as much time to training as a dear frame took', () => {
    const gate = gateAfterFrame(100);
    expect(gate.isDue(199, true)).toBe(false);
    expect(gate.isDue(200, true)).toBe(true);
    expect(gateAfterFrame(25).isDue(25, true)).toBe(true);
  });

  it('does not make a request wait, nor the first frame on another engine', () => {
    const gate = gateAfterFrame(100);
    gate.request();
    expect(gate.isDue(101, true)).toBe(true);
    const another = gateAfterFrame(100);
    another.forgetCosts();
    expect(another.isDue(101, true)).toBe(true);
  });
});
