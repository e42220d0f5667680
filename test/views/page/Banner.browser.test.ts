import { expect, it } from 'vitest';
import Banner from '../../../src/views/page/Banner.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

it('shows nothing while there is nothing to say', () => {
  const { experiment } = steeredExperiment();
  const { root } = mountView(Banner, { notices: experiment.notices });
  expect(root.children).toHaveLength(0);
});

it('shows each sentence until it is dismissed', async () => {
  const { experiment } = steeredExperiment();
  const { root, within } = mountView(Banner, { notices: experiment.notices });
  experiment.notices.add(['The address says rate=x.', 'WebGL has failed its test.']);
  await expect.element(within.getByText('The address says rate=x.')).toBeVisible();
  await expect.element(within.getByText('WebGL has failed its test.')).toBeVisible();
  await within.getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(() => root.textContent).toBe('');
  expect(experiment.notices.sentences).toEqual([]);
});

it('shows trouble that cannot be dismissed, and offers the way back where there is one', async () => {
  const { session, experiment } = steeredExperiment();
  let restored = 0;
  const { within, props } = mountView(Banner, {
    notices: experiment.notices,
    onrestore: undefined as (() => void) | undefined,
  });
  session.phase('diverged', 'The rate is too high.');
  await expect.element(within.getByText('The rate is too high.')).toBeVisible();
  expect(within.getByRole('button').elements()).toEqual([]);
  props.onrestore = () => (restored += 1);
  await within.getByRole('button').click();
  expect(restored).toBe(1);
});
