import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import NumberRow from '../../../src/views/controls/NumberRow.svelte';

let taken: number[];
let row: object;

beforeEach(() => {
  taken = [];
  const props = {
    name: 'units',
    value: 20,
    range: { min: 1, max: 64, integer: true },
    onchange: (value: number) => taken.push(value),
  };
  row = mount(NumberRow, { target: document.body, props });
});

afterEach(() => unmount(row));

function field(): HTMLInputElement {
  const found = document.querySelector('input');
  if (!found) throw new Error('The row has no field.');
  return found;
}

function type(text: string): void {
  field().value = text;
  field().dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
}

describe('NumberRow', () => {
  it('hands on a number in range', () => {
    type('8');
    expect(taken).toEqual([8]);
    expect(document.querySelector('[role=alert]')?.textContent).toBe('');
  });

  it('refuses another one with range and value, and shows the old number again', () => {
    type('99');
    expect(taken).toEqual([]);
    expect(field().value).toBe('20');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const sentence = document.getElementById(field().getAttribute('aria-describedby') ?? '');
    expect(sentence?.textContent).toBe(
      'units: expected a whole number from 1 to 64, got "99". It stays 20.',
    );
  });

  it('is called by its label', () => {
    expect(field().labels?.[0].textContent).toBe('units');
  });
});
