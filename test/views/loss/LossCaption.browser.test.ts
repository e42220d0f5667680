import { expect, it } from 'vitest';
import { LossCursor } from '../../../src/state/run/lossCursor.svelte.ts';
import LossCaption from '../../../src/views/loss/LossCaption.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { lossAt } from '../../support/sessionDouble.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

it('tells the newest losses, or those that the user points at', async () => {
  const { session, experiment } = steeredExperiment();
  const { curve } = experiment.run.state;
  const cursor = new LossCursor(curve);
  const { root } = mountView(LossCaption, { curve, cursor });
  const text = () => root.innerText.trim();
  expect(text()).toBe('');
  session.frame({ lossPoints: [lossAt(0, 0.7, 0.8), lossAt(1, 0.5, 0.6), lossAt(2, 0.25, 0.35)] });
  await expect.poll(text).toMatch(/2\.0.*0\.250.*0\.350/);
  cursor.pointAt(0.9);
  await expect.poll(text).toMatch(/1\.0.*0\.500.*0\.600/);
  cursor.leave();
  await expect.poll(text).toMatch(/2\.0/);
});
