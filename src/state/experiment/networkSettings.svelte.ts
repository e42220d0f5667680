import { parameterCount } from '../../learning/parameters.ts';
import type { LayerSpecification, NetworkSpecification } from '../../learning/specification.ts';
import { networkFields } from '../../learning/settings/networkFields.ts';
import { withNetwork } from '../../learning/withNetwork.ts';
import { type OpenWish, openWishes } from './openWishes.ts';
import type { SettingsHistory } from './settingsHistory.svelte.ts';

/** The layer that follows where there is none to be like. */
const firstLayer: LayerSpecification = { units: 4, activation: 'relu' };

/** The network of an experiment, to be changed. Each change is another network. */
export class NetworkSettings {
  readonly #settings: SettingsHistory;
  /** Layers that were taken off the end, the first one that comes back last. */
  #taken: readonly LayerSpecification[] = [];

  constructor(settings: SettingsHistory) {
    this.#settings = settings;
  }

  get specification(): NetworkSpecification {
    return this.#settings.current.configuration.network;
  }

  /** The activation of all hidden layers; undefined where they differ. */
  get commonActivation(): string | undefined {
    const [first, ...rest] = this.specification.hidden.map((layer) => layer.activation);
    return rest.every((activation) => activation === first) ? first : undefined;
  }

  get parameterCount(): number {
    return parameterCount(this.specification);
  }

  /** What the data set wants otherwise. */
  get wishes(): OpenWish[] {
    return openWishes(this.#settings, ['hidden']);
  }

  set(change: Partial<NetworkSpecification>, topic?: string): void {
    const { source, configuration } = this.#settings.current;
    const network = { ...configuration.network, ...change };
    const next = withNetwork(configuration, network);
    this.#settings.change({ source, configuration: next }, topic);
  }

  /** Another seed: other weights and another order of the samples. */
  newWeights(): void {
    this.set({ seed: (this.specification.seed + 1) % 2 ** 32 });
  }

  /** Takes layers off the end, or adds those taken off, then more like the last one. */
  setLayerCount(count: number): void {
    const { hidden } = this.specification;
    const layers = hidden.slice(0, count);
    this.#taken = [...this.#taken, ...hidden.slice(count).reverse()];
    while (layers.length < Math.min(count, networkFields.layers.max)) {
      layers.push(this.#taken.at(-1) ?? layers.at(-1) ?? firstLayer);
      this.#taken = this.#taken.slice(0, -1);
    }
    this.set({ hidden: layers });
  }

  setLayer(index: number, change: Partial<LayerSpecification>): void {
    const hidden = this.specification.hidden.map((layer, each) =>
      each === index ? { ...layer, ...change } : layer,
    );
    this.set({ hidden }, `layer ${index} ${Object.keys(change).join()}`);
  }

  /** The activation of all hidden layers. */
  setActivation(activation: string): void {
    this.set({ hidden: this.specification.hidden.map((layer) => ({ ...layer, activation })) });
  }

  /** Switches an input on or off; the last one stays on. */
  toggleFeature(name: string): void {
    const { features } = this.specification;
    const without = features.filter((feature) => feature !== name);
    if (without.length === features.length) this.set({ features: [...features, name] });
    else if (without.length > 0) this.set({ features: without });
  }
}
