import { describe, expect, it, vi } from 'vitest';
import { Presentation } from '../../../src/state/page/presentation.svelte.ts';

function presenting(refuses = false) {
  const answer = () => (refuses ? Promise.reject(new TypeError('Not here.')) : Promise.resolve());
  const screen = { fill: vi.fn(answer), leave: vi.fn(answer) };
  const presentation = new Presentation(screen);
  return { screen, presentation };
}

describe('a presentation', () => {
  it('takes the whole screen, and gives it back', () => {
    const { screen, presentation } = presenting();
    presentation.begin();
    expect(presentation.on).toBe(true);
    expect(screen.fill).toHaveBeenCalledOnce();
    presentation.end();
    presentation.end();
    expect(presentation.on).toBe(false);
    expect(screen.leave).toHaveBeenCalledOnce();
  });

  // Vitest fails by a rejection that nobody catches.
  it('goes on in the window where the browser refuses', async () => {
    const { presentation } = presenting(true);
    presentation.begin();
    await Promise.resolve();
    expect(presentation.on).toBe(true);
    presentation.end();
    await Promise.resolve();
    expect(presentation.on).toBe(false);
  });

  it('shows one panel at a time', () => {
    const { presentation } = presenting();
    presentation.begin();
    presentation.togglePanel('data');
    presentation.togglePanel('updater');
    expect(presentation.panel).toBe('updater');
    presentation.togglePanel('updater');
    expect(presentation.panel).toBeUndefined();
  });

  it('goes back one thing at a time', () => {
    const { presentation } = presenting();
    presentation.begin();
    presentation.togglePanel('data');
    presentation.setBlank(true);
    const seen: unknown[] = [];
    for (let press = 0; press < 3; press++) {
      presentation.back();
      seen.push([presentation.blank, presentation.panel, presentation.on]);
    }
    expect(seen).toEqual([
      [false, 'data', true],
      [false, undefined, true],
      [false, undefined, false],
    ]);
  });

  it('is black only while it is on, and begins anew without panel', () => {
    const { presentation } = presenting();
    presentation.setBlank(true);
    expect(presentation.blank).toBe(false);
    presentation.begin();
    presentation.togglePanel('network');
    presentation.setBlank(true);
    presentation.end();
    presentation.begin();
    expect([presentation.blank, presentation.panel]).toEqual([false, undefined]);
  });
});
