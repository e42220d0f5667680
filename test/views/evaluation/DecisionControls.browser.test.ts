import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Decision } from '../../../src/state/evaluation/decision.svelte.ts';
import DecisionControls from '../../../src/views/evaluation/DecisionControls.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountControls(classes: number) {
  const decision = new Decision({ threshold: 0.5, positiveClass: 1 });
  const { within } = mountView(DecisionControls, { decision, classes });
  const group = within.getByRole('radiogroup', { name: 'positive class' });
  return { within, decision, group };
}

it('chooses the positive class and the threshold of two classes', async () => {
  const { within, decision, group } = mountControls(2);
  await expect.element(group.getByRole('radio', { name: 'blue' })).toBeChecked();
  await group.getByRole('radio', { name: 'red' }).click();
  await within.getByRole('textbox', { name: 'threshold' }).fill('0.7');
  await userEvent.keyboard('{Enter}');
  expect(decision.settings).toEqual({ threshold: 0.7, positiveClass: 0 });
});

it('chooses among three classes, which have no threshold', async () => {
  const { within, decision, group } = mountControls(3);
  await group.getByRole('radio').last().click();
  expect(decision.positiveClass).toBe(2);
  expect(group.getByRole('radio').elements()).toHaveLength(3);
  expect(within.getByRole('slider').elements()).toEqual([]);
});
