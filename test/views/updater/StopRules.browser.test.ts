import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { StopRules as Rules } from '../../../src/learning/configuration.ts';
import StopRules from '../../../src/views/updater/StopRules.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

it('changes one rule at a time', async () => {
  const changes: Partial<Rules>[] = [];
  const { within } = mountView(StopRules, {
    rules: { epochs: 30, loss: 0.3, accuracy: 0, plateau: 4 },
    onchange: (change: Partial<Rules>) => void changes.push(change),
  });
  const enter = async (name: RegExp, before: string, after: string) => {
    const field = within.getByRole('textbox', { name });
    await expect.element(field).toHaveValue(before);
    await field.fill(after);
    await userEvent.keyboard('{Enter}');
  };
  await enter(/^loss/, '0.3', '0.05');
  await enter(/^accuracy/, '0', '0.99');
  await enter(/^epochs/, '4', '10');
  expect(changes).toEqual([{ loss: 0.05 }, { accuracy: 0.99 }, { plateau: 10 }]);
});
