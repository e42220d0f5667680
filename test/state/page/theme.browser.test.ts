import { describe, expect, it } from 'vitest';
import { Theme } from '../../../src/state/page/theme.svelte.ts';

function memory(initial: Record<string, string> = {}) {
  const values = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

describe('Theme', () => {
  it('follows the device until the user chooses', () => {
    const theme = new Theme(memory(), true);
    expect(theme.dark).toBe(true);
    theme.setDeviceIsDark(false);
    expect(theme.dark).toBe(false);
    theme.choose('dark');
    expect(theme.dark).toBe(true);
  });

  it('remembers the choice, and takes nothing else from the storage', () => {
    const storage = memory();
    new Theme(storage, false).choose('light');
    expect(new Theme(storage, true).choice).toBe('light');
    expect(new Theme(memory({ 'edgewise-theme': 'pink' }), true).choice).toBe('system');
  });

  it('works without a storage', () => {
    const theme = new Theme(undefined, false);
    theme.choose('dark');
    expect(theme.dark).toBe(true);
  });
});
