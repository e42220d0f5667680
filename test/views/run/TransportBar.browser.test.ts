import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import TransportBar from '../../../src/views/run/TransportBar.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountBar() {
  const { session, experiment } = steeredExperiment();
  const asked: string[] = [];
  const { within } = mountView(TransportBar, {
    run: experiment.run,
    evaluation: experiment.evaluation,
    onreset: () => void asked.push('reset'),
    onnewweights: () => void asked.push('new weights'),
  });
  const bar = within.getByRole('contentinfo', { name: 'training' });
  return { session, asked, bar, button: (name: string) => bar.getByRole('button', { name }) };
}

it('trains and pauses with one button', async () => {
  const { session, button } = mountBar();
  session.phase('ready');
  await button('Train').click();
  session.phase('training');
  await button('Pause').click();
  session.phase('paused');
  await expect.element(button('Train')).toBeEnabled();
  expect(session.kinds).toEqual(['start', 'train', 'pause']);
});

it('makes one step, or the rest of an epoch, while it does not train', async () => {
  const { session, button } = mountBar();
  session.phase('ready');
  await button('Step').click();
  await button('Epoch').click();
  expect(session.of('step').map(({ unit }) => unit)).toEqual(['step', 'epoch']);
  session.phase('paused');
  await button('Train').click();
  await expect.element(button('Step')).toBeDisabled();
  await expect.element(button('Epoch')).toBeDisabled();
});

it('offers only a new start to a run that has failed', async () => {
  const { session, asked, button } = mountBar();
  session.phase('failed', 'There is no engine.');
  await expect.element(button('Train')).toBeDisabled();
  await expect.element(button('Step')).toBeDisabled();
  await button('Reset').click();
  await button('New weights').click();
  expect(asked).toEqual(['reset', 'new weights']);
});

it('changes the speed', async () => {
  const { session, bar } = mountBar();
  bar.getByRole('slider', { name: 'speed' }).element().focus();
  await userEvent.keyboard('{End}');
  expect(session.of('changeSpeed')).toMatchObject([{ stepsPerFrame: Infinity }]);
});

it('goes as far as its epochs', async () => {
  const { session, bar } = mountBar();
  session.frame();
  await expect.element(bar.getByRole('progressbar')).toHaveAttribute('max', '30');
});
