import { describe, expect, it } from 'vitest';
import { articleStart, SteeredSession } from '../../support/steeredSession.ts';

const endless = {
  configuration: {
    ...articleStart.configuration,
    stopping: { epochs: 0, loss: 0, accuracy: 0, plateau: 0 },
  },
};

describe('back-pressure', () => {
  it('sends no frame before the last one was painted, and trains on', async () => {
    const steered = new SteeredSession();
    steered.paints = false;
    await steered.start(endless);
    await steered.order({ kind: 'train' });
    await steered.clock.pass(3000);
    expect(steered.frames).toHaveLength(1);
    // Snapshots tell that training went on: 0.5 ms a step and nothing else to do.
    expect(steered.snapshot.progress.step).toBeGreaterThan(3900);
    await steered.order({ kind: 'painted', buffers: [] });
    await steered.clock.pass(100);
    expect(steered.frames).toHaveLength(2);
  });

  it('computes no field that it cannot send', async () => {
    const steered = new SteeredSession();
    steered.paints = false;
    await steered.start(endless);
    await steered.order({ kind: 'train' });
    await steered.clock.pass(1000);
    expect(steered.engine.calls.field).toBe(1);
  });

  it('begins anew with a new run', async () => {
    const steered = new SteeredSession();
    steered.paints = false;
    await steered.start();
    steered.run = 2;
    await steered.start();
    expect(steered.frames).toHaveLength(2);
  });

  it('owes the state at rest until it can be sent', async () => {
    const steered = new SteeredSession();
    await steered.start(endless);
    steered.paints = false;
    await steered.order({ kind: 'train' });
    await steered.clock.pass(200);
    await steered.order({ kind: 'pause' });
    const { step } = steered.snapshot.progress;
    expect(steered.frame.progress.step).toBeLessThan(step);
    await steered.order({ kind: 'painted', buffers: [] });
    expect(steered.frame.progress.step).toBe(step);
    expect(steered.frame.resolution).toBe(8);
  });
});

describe('frames', () => {
  it('come about as often as the screen is painted while they are cheap', async () => {
    const steered = new SteeredSession();
    await steered.start(endless);
    await steered.order({ kind: 'train' });
    const before = steered.frames.length;
    await steered.clock.pass(1000);
    // Pieces of 12 to 16 ms, a frame after each.
    expect(steered.frames.length - before).toBeGreaterThanOrEqual(60);
    expect(steered.frames.length - before).toBeLessThanOrEqual(85);
  });

  it('leave half of the time to training where they are dear', async () => {
    const steered = new SteeredSession();
    // 16 × 16 cells of 0.5 ms: 128 ms, and the engine cannot halve 16.
    steered.costs = { step: 1, cell: 0.5 };
    const view = { ...articleStart.view, resolution: 16, restResolution: 16 };
    await steered.start({ ...endless, view });
    await steered.order({ kind: 'train' });
    const { step } = steered.frame.progress;
    await steered.clock.pass(10_000);
    const trained = steered.frame.progress.step - step;
    expect(trained).toBeGreaterThan(4500);
    expect(trained).toBeLessThan(6000);
  });

  it('have a coarser field while training on a slow engine, the wished one at rest', async () => {
    const steered = new SteeredSession();
    steered.costs = { step: 1, cell: 0.02 };
    const view = { ...articleStart.view, resolution: 96, restResolution: 192 };
    await steered.start({ ...endless, view });
    await steered.order({ kind: 'train' });
    await steered.clock.pass(3000);
    // 25 ms buy 1250 cells: 24 × 24 is the half of the half of 96 × 96.
    expect(steered.frame.resolution).toBe(24);
    await steered.order({ kind: 'pause' });
    await steered.clock.pass(3000);
    expect(steered.frame.resolution).toBe(192);
    expect(steered.frame.field).toHaveLength(192 * 192);
  });

  it('follow the view, at rest and while training', async () => {
    const steered = new SteeredSession();
    await steered.start(endless);
    const window = { left: 0, right: 1, bottom: 0, top: 1 };
    await steered.order({ kind: 'view', view: { ...articleStart.view, window } });
    expect(steered.frame.window).toEqual(window);
    await steered.order({ kind: 'train' });
    await steered.order({
      kind: 'view',
      view: { ...articleStart.view, resolution: 2 },
    });
    await steered.clock.pass(100);
    expect(steered.frame.window).toEqual(articleStart.view.window);
    expect(steered.frame.resolution).toBe(2);
  });

  it('give way to an order that comes meanwhile', async () => {
    const steered = new SteeredSession();
    // 29,698 parameters at about the price that is guessed before anything is measured.
    steered.costs = { step: 0.1, cell: 0.03 };
    const { configuration, view } = articleStart;
    const hidden = Array.from({ length: 8 }, () => ({ units: 64, activation: 'relu' }));
    await steered.start({
      configuration: { ...configuration, network: { ...configuration.network, hidden } },
      view: { ...view, resolution: 32, restResolution: 64 },
    });
    // The field at rest takes 123 ms in pieces of 256 cells: the first frame is still being made.
    expect(steered.frames).toHaveLength(0);
    await steered.order({ kind: 'train' });
    expect(steered.phase).toBe('training');
    expect(steered.frames.map(({ resolution }) => resolution)).not.toContain(64);
    expect(steered.engine.longestCall).toBeLessThan(30);
  });
});
