import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import NetworkDetails from '../../../src/views/network/NetworkDetails.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountDetails() {
  const { session, experiment } = steeredExperiment();
  const { network, training } = experiment;
  const { within } = mountView(NetworkDetails, { network, training });
  const started = () => session.of('start').at(-1)?.configuration.network;
  return { session, network, within, started };
}

it('switches inputs on and off, but not the last one', async () => {
  const { within, started } = mountDetails();
  const input = (name: string) => within.getByRole('button', { name, exact: true });
  await input('x²').click();
  expect(started()?.features).toEqual(['x', 'y', 'xx']);
  for (const name of ['x', 'y', 'x²']) await input(name).click();
  expect(started()?.features).toEqual(['xx']);
  await expect.element(input('x²')).toHaveAttribute('aria-pressed', 'true');
});

it('chooses an activation for each layer once there are two', async () => {
  const { network, within, started } = mountDetails();
  expect(within.getByRole('combobox', { name: /layer/ }).elements()).toEqual([]);
  network.setLayerCount(2);
  await within.getByRole('combobox', { name: 'layer 2' }).selectOptions('tanh');
  expect(started()?.hidden.map(({ activation }) => activation)).toEqual(['relu', 'tanh']);
});

it('changes the start of the network', async () => {
  const { within, started } = mountDetails();
  await within.getByRole('textbox', { name: 'seed' }).fill('7');
  await userEvent.keyboard('{Enter}');
  const initializer = within.getByRole('combobox', { name: 'initializer' });
  await initializer.selectOptions('he');
  expect(started()).toMatchObject({ seed: 7, initializer: 'he' });
});

it('changes penalties and dropout of the same network', async () => {
  const { session, within } = mountDetails();
  for (const [name, text] of [
    ['L1', '0.1'],
    ['L2', '0.2'],
    ['dropout', '0.5'],
  ] as const) {
    await within.getByRole('textbox', { name, exact: true }).fill(text);
    await userEvent.keyboard('{Enter}');
  }
  expect(session.of('changeTraining').at(-1)?.training).toMatchObject({
    l1: 0.1,
    l2: 0.2,
    dropout: 0.5,
  });
  expect(session.of('start')).toHaveLength(1);
});
