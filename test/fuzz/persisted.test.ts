import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { type ChoiceStorage, Persisted } from '../../src/state/page/persisted.svelte.ts';
import { Theme, themeChoices } from '../../src/state/page/theme.svelte.ts';
import { fuzz } from '../support/fuzz.ts';
import { hostileText } from '../support/hostile.ts';

const names = themeChoices.map(({ name }) => name);
const stored = fc.oneof(fc.constantFrom(null, ...names), hostileText);

/** What each call does: gives a text, or throws; undefined for a browser without storage. */
const storage = fc.option(fc.record({ stored, readable: fc.boolean(), writable: fc.boolean() }), {
  nil: undefined,
});

interface Behaviour {
  readonly stored: string | null;
  readonly readable: boolean;
  readonly writable: boolean;
}

function storageOf({ stored: text, readable, writable }: Behaviour): ChoiceStorage {
  let value = text;
  const refuse = (): never => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  return {
    getItem: () => (readable ? value : refuse()),
    setItem: (_key, choice) => (writable ? void (value = choice) : refuse()),
  };
}

describe('a choice that outlives the page, whatever is stored,', () => {
  fuzz(
    'is one of the choices, and can be made',
    { seed: 92, inputs: fc.tuple(storage, fc.constantFrom(...names), fc.boolean()) },
    ([behaviour, chosen, dark]) => {
      const services = behaviour && storageOf(behaviour);
      const theme = new Theme(services, dark);
      const known = names.find((name) => behaviour?.readable && name === behaviour.stored);
      expect(theme.choice).toBe(known ?? 'system');
      theme.choose(chosen);
      expect(theme.choice).toBe(chosen);
      const options = { key: 'edgewise-theme', choices: names, fallback: 'system' } as const;
      const kept = behaviour?.writable ? chosen : (known ?? 'system');
      const next = behaviour?.readable ? kept : 'system';
      expect(new Persisted(services, options).choice).toBe(next);
    },
  );
});
