import { expect, it } from 'vitest';
import RunPosition from '../../../src/views/run/RunPosition.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountPosition(lastEpoch: number) {
  const { session, experiment } = steeredExperiment();
  // Wide enough for all of its words.
  const room = { width: 700, height: 100 };
  const view = mountView(RunPosition, { state: experiment.run.state, lastEpoch }, room);
  return { ...view, session, bar: view.within.getByRole('progressbar') };
}

/** In the middle of the third epoch of 1,000 samples. */
const progress = { step: 1250, epoch: 2, position: 500, updates: 1250 };

it('tells epoch, step and the share that is done', async () => {
  const { session, root, bar } = mountPosition(10);
  await expect.element(bar).toHaveAttribute('value', '0');
  session.phase('training');
  session.frame({ progress });
  await expect.element(bar).toHaveAttribute('value', '2.5');
  await expect.element(bar).toHaveAttribute('max', '10');
  expect(root.textContent).toMatch(/epoch 2\s+of 10/);
  expect(root.textContent).toMatch(/step 1.250/);
  expect(root.textContent).toContain('#1250');
});

it('has no end and no share where no rule ends the training', async () => {
  const { session, root, bar } = mountPosition(0);
  session.frame({ progress });
  await expect.poll(() => root.textContent).toContain('epoch 2');
  expect(root.textContent).not.toContain(' of ');
  await expect.element(bar).toHaveAttribute('value', '0');
});

it('is not beyond its end after single steps', async () => {
  const { session, bar } = mountPosition(2);
  session.frame({ progress });
  await expect.element(bar).toHaveAttribute('value', '2');
});
