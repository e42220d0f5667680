import { describe, expect, it } from 'vitest';
import { Persisted } from '../../../src/state/page/persisted.svelte.ts';

const options = { key: 'size', choices: ['small', 'large'], fallback: 'small' } as const;

function memory() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

describe('Persisted', () => {
  it('remembers a choice under its key, and takes nothing else', () => {
    const storage = memory();
    new Persisted<'small' | 'large'>(storage, options).choose('large');
    expect(storage.getItem('size')).toBe('large');
    expect(new Persisted<'small' | 'large'>(storage, options).choice).toBe('large');
    storage.setItem('size', 'huge');
    expect(new Persisted<'small' | 'large'>(storage, options).choice).toBe('small');
  });

  it('lasts as long as the page where the storage refuses', () => {
    const refuse = (): never => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    const persisted = new Persisted<'small' | 'large'>(
      { getItem: refuse, setItem: refuse },
      options,
    );
    expect(persisted.choice).toBe('small');
    persisted.choose('large');
    expect(persisted.choice).toBe('large');
  });
});
