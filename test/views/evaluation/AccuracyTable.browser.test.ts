import type { ComponentProps } from 'svelte';
import { expect, it } from 'vitest';
import AccuracyTable from '../../../src/views/evaluation/AccuracyTable.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

it('has a row of both accuracies, and one of the run before where there was one', async () => {
  const initial: ComponentProps<typeof AccuracyTable> = { now: { training: 0.5, evaluation: NaN } };
  const { within, props } = mountView(AccuracyTable, initial);
  const scores = (name: string) => {
    const [header] = within.getByRole('rowheader', { name, exact: true }).elements();
    const cells = header?.parentElement?.querySelectorAll('td') ?? [];
    return [...cells].map(({ textContent }) => textContent);
  };
  expect(scores('accuracy')).toEqual(['0.500', '–']);
  expect(scores('before')).toEqual([]);
  props.before = { training: 0.958, evaluation: undefined };
  await expect.poll(() => scores('before')).toEqual(['0.958', '–']);
  expect(scores('accuracy')).toEqual(['0.500', '–']);
});
