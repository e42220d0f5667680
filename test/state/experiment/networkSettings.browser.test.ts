import { beforeEach, describe, expect, it } from 'vitest';
import { NetworkSettings } from '../../../src/state/experiment/networkSettings.svelte.ts';
import { defaultSettings } from '../../../src/state/experiment/settings.ts';
import { SettingsHistory } from '../../../src/state/experiment/settingsHistory.svelte.ts';

let network: NetworkSettings;

beforeEach(() => {
  network = new NetworkSettings(new SettingsHistory(defaultSettings.experiment, () => undefined));
});

describe('NetworkSettings', () => {
  it('counts the parameters', () => {
    expect(network.parameterCount).toBe(102);
  });

  it('adds layers like the last one, and takes them off the end', () => {
    network.setLayerCount(3);
    network.setLayer(1, { units: 7, activation: 'tanh' });
    expect(network.specification.hidden.map(({ units }) => units)).toEqual([20, 7, 20]);
    expect(network.commonActivation).toBeUndefined();
    network.setActivation('sine');
    expect(network.commonActivation).toBe('sine');
    network.setLayerCount(0);
    expect(network.specification.hidden).toEqual([]);
    network.setLayerCount(99);
    expect(network.specification.hidden).toHaveLength(8);
  });

  it('keeps at least one input', () => {
    network.toggleFeature('x');
    network.toggleFeature('y');
    expect(network.specification.features).toEqual(['y']);
    network.toggleFeature('xy');
    expect(network.specification.features).toEqual(['y', 'xy']);
  });

  it('counts seeds up, and from the largest on from 0', () => {
    network.set({ seed: 2 ** 32 - 1 });
    network.newWeights();
    expect(network.specification.seed).toBe(0);
  });
});
