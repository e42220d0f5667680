import { expect, it } from 'vitest';
import NetworkPanel from '../../../src/views/network/NetworkPanel.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountPanel() {
  const { session, experiment } = steeredExperiment();
  const { network, training } = experiment;
  const { within } = mountView(NetworkPanel, { network, training });
  const panel = within.getByRole('region', { name: 'Network' });
  const hidden = () => session.of('start').at(-1)?.configuration.network.hidden;
  return { session, network, panel, hidden };
}

it('adds layers like the last one, and changes the units of each', async () => {
  const { panel, hidden } = mountPanel();
  await panel.getByRole('button', { name: 'one layer more' }).click();
  const units = (layer: number) => panel.getByRole('textbox', { name: `units, layer ${layer}` });
  await expect.element(units(1)).toHaveValue('20');
  await panel.getByRole('button', { name: 'one unit in layer 2 less' }).click();
  await expect.element(units(2)).toHaveValue('19');
  expect(hidden()?.map((layer) => layer.units)).toEqual([20, 19]);
});

it('counts the parameters', async () => {
  const { panel, network } = mountPanel();
  // 2·20 + 20 weights and biases of the hidden layer, 20·2 + 2 of the output.
  await expect.element(panel).toHaveTextContent('102 parameters');
  network.setLayer(0, { units: 60 });
  await expect.element(panel).toHaveTextContent('302 parameters');
});

it('gives all layers one activation, and says where they differ', async () => {
  const { panel, network, hidden } = mountPanel();
  const activation = panel.getByRole('combobox', { name: 'activation' });
  await expect.element(activation).toHaveValue('relu');
  network.setLayerCount(2);
  network.setLayer(1, { activation: 'tanh' });
  await expect.element(activation).toHaveDisplayValue('per layer');
  await activation.selectOptions('sigmoid');
  expect(hidden()?.map((layer) => layer.activation)).toEqual(['sigmoid', 'sigmoid']);
});

it('has no activation to choose without a hidden layer', async () => {
  const { panel, hidden } = mountPanel();
  await panel.getByRole('button', { name: 'one layer less' }).click();
  expect(hidden()).toEqual([]);
  await expect.element(panel.getByRole('button', { name: 'one layer less' })).toBeDisabled();
  expect(panel.getByRole('combobox', { name: 'activation' }).elements()).toEqual([]);
});
