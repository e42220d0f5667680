import { describe, expect, it } from 'vitest';
import { Speedometer } from '../../../src/training/running/speedometer.ts';

describe('Speedometer', () => {
  it('reads 0 before the first step', () => {
    const speedometer = new Speedometer();
    expect(speedometer.stepsPerSecond(0)).toBe(0);
    speedometer.restart(100);
    expect(speedometer.stepsPerSecond(100)).toBe(0);
    expect(speedometer.stepsPerSecond(200)).toBe(0);
  });

  it('divides the steps by the time since training began', () => {
    const speedometer = new Speedometer();
    speedometer.restart(100);
    speedometer.add(10, 150);
    speedometer.add(30, 200);
    // 40 steps in 100 ms; 100 ms without a step count as well.
    expect(speedometer.stepsPerSecond(200)).toBe(400);
    expect(speedometer.stepsPerSecond(300)).toBe(200);
  });

  it('forgets what is more than about a second ago', () => {
    const speedometer = new Speedometer();
    speedometer.restart(0);
    for (let now = 100; now <= 2000; now += 100) speedometer.add(100, now);
    for (let now = 2100; now <= 4000; now += 100) speedometer.add(5, now);
    expect(speedometer.stepsPerSecond(4000)).toBe(50);
  });

  it('begins anew with a restart', () => {
    const speedometer = new Speedometer();
    speedometer.restart(0);
    speedometer.add(1000, 100);
    speedometer.restart(200);
    speedometer.add(5, 300);
    expect(speedometer.stepsPerSecond(300)).toBe(50);
  });
});
