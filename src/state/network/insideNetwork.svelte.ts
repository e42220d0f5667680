import { capitalised } from '../../learning/capitalised.ts';
import { features } from '../../learning/features.ts';
import { layerShapes } from '../../learning/parameters.ts';
import type { Window } from '../../learning/samples.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { UnitPlace, UnitsPicture } from '../../training/protocol/watches.ts';
import type { NetworkSettings } from '../experiment/networkSettings.svelte.ts';
import type { PlotZoom } from '../plot/plotZoom.svelte.ts';
import type { TrainingRun } from '../run/trainingRun.svelte.ts';
import { inputPicture, type PlanePicture } from './inputPicture.ts';
import { partsOf, type Place, step } from './networkWalk.ts';
import { nodeName } from './parameterPlaces.ts';
import type { Hold } from './hold.ts';
import type { WeightMask } from './weightMask.svelte.ts';

/** Cells along each side of a unit's small picture. */
const thumbnailResolution = 24;

/** Cells along each side of the picture of a unit that fills the plot. */
const resolution = 64;
const restResolution = 192;

/** What one sees inside the network, and the unit, weight or bias that was chosen there. */
export class InsideNetwork {
  /** Which weights and biases are frozen or cut. */
  readonly mask: WeightMask;
  readonly #run: TrainingRun;
  readonly #settings: NetworkSettings;
  readonly #zoom: PlotZoom;
  #place = $state.raw<Place>({ column: 1, index: 0 });
  #opened = $state(false);
  #pointed = $state.raw<Place | undefined>();
  readonly #inputPictures = $derived(
    features.map((_, index) => inputPicture(index, this.window, thumbnailResolution)),
  );

  constructor(run: TrainingRun, settings: NetworkSettings, zoom: PlotZoom, mask: WeightMask) {
    this.mask = mask;
    this.#run = run;
    this.#settings = settings;
    this.#zoom = zoom;
  }

  get network(): NetworkSpecification {
    return this.#settings.specification;
  }

  /** Of the small pictures: what holds all samples. */
  get window(): Window {
    return this.#zoom.whole;
  }

  /** Of the picture of the chosen unit: what the plot shows. */
  get plotWindow(): Window {
    return this.#zoom.window;
  }

  /** Nodes of each column: all inputs that there could be, the hidden units, the classes. */
  get counts(): readonly number[] {
    const { hidden, classes } = this.network;
    return [features.length, ...hidden.map(({ units }) => units), classes];
  }

  /** All weights and biases; undefined until they have come, or while they are of another network. */
  get parameters(): Float32Array | undefined {
    return this.#run.pictures.parameters()?.values;
  }

  /** The small pictures of all hidden units. */
  get units(): UnitsPicture | undefined {
    const { window } = this;
    return this.#run.pictures.units({ window, resolution: thumbnailResolution });
  }

  /** All inputs that there could be, in the order of the first column. */
  get inputPictures(): readonly PlanePicture[] {
    return this.#inputPictures;
  }

  /** Where the keyboard is. */
  get place(): Place {
    const { column, index, part } = this.#place;
    const within = Math.min(column, this.counts.length - 1);
    const node = { column: within, index: Math.min(index, (this.counts[within] ?? 1) - 1) };
    const isSame = node.column === column && node.index === index;
    return isSame && part !== undefined && this.parts.includes(part) ? { ...node, part } : node;
  }

  /** The unit or output that was chosen, with the bias or weight that was chosen of it. */
  get chosen(): Place | undefined {
    return this.#opened && this.#place.column < this.counts.length ? this.place : undefined;
  }

  /** The hidden unit that was chosen. */
  get chosenUnit(): UnitPlace | undefined {
    const { chosen } = this;
    if (!chosen || chosen.column === 0 || chosen.column > this.network.hidden.length) {
      return undefined;
    }
    return { layer: chosen.column - 1, unit: chosen.index };
  }

  /** What the mouse is at: a node or, with a `part`, a bias or weight. */
  get pointed(): Place | undefined {
    const { column = 0, index = 0 } = this.#pointed ?? {};
    return index < (this.counts[column] ?? 0) ? this.#pointed : undefined;
  }

  /** Says what the mouse is at, if anything. */
  point(place: Place | undefined): void {
    if (!isSame(place, this.#pointed)) this.#pointed = place;
  }

  /** What fills the plot: the input or hidden unit that the mouse is at or, of units, the chosen one. */
  get shown(): Pick<Place, 'column' | 'index'> | undefined {
    const { pointed, chosen } = this;
    const { length } = this.network.hidden;
    if (pointed && pointed.part === undefined && pointed.column <= length) return pointed;
    return this.chosenUnit && chosen;
  }

  /** The picture of what fills the plot; undefined until it has come. */
  get shownPicture(): PlanePicture | undefined {
    const { shown, plotWindow: window } = this;
    if (!shown) return undefined;
    if (shown.column === 0) return inputPicture(shown.index, window, restResolution);
    const unit = { layer: shown.column - 1, unit: shown.index };
    return this.#run.pictures.unit({ ...unit, window, resolution, restResolution });
  }

  /** What the chosen unit answers to samples of the training set. */
  get activations(): Float32Array | undefined {
    return this.chosenUnit && this.#run.pictures.activations(this.chosenUnit)?.values;
  }

  /** What can be chosen of the node at which the keyboard is: its bias, and its weights by input. */
  get parts(): readonly (number | 'bias')[] {
    return partsOf(this.#place.column, this.counts, this.#inputs);
  }

  isOn(feature: number): boolean {
    return this.#inputs.includes(feature);
  }

  /** The index in the parameters of a node's bias or of its weight from a node before. */
  parameterIndex({ column, index, part }: Place): number | undefined {
    const shape = layerShapes(this.network)[column - 1];
    if (!shape || part === undefined) return undefined;
    if (part === 'bias') return shape.biases + index;
    const input = column === 1 ? this.#inputs.indexOf(part) : part;
    return input < 0 ? undefined : shape.weights + input * shape.outputs + index;
  }

  /** The value of a bias or weight; undefined until it has come, or where there is no such one. */
  valueOf(place: Place): number | undefined {
    const index = this.parameterIndex(place);
    return index === undefined ? undefined : this.parameters?.[index];
  }

  /** Whether a bias or weight learns; of a node alone, whether the whole of it does. */
  holdOf(place: Place): Hold {
    if (place.part === undefined) return this.mask.holdOfNode(place);
    const index = this.parameterIndex(place);
    return index === undefined ? 'learns' : this.mask.holdOf(index);
  }

  /** Freezes or cuts a bias or weight, or a whole node, or lets it learn. */
  hold(place: Place, hold: Hold): void {
    const index = this.parameterIndex(place);
    if (index !== undefined) this.mask.set(index, hold);
    else if (place.part === undefined) this.mask.setNode(place, hold);
  }

  /** Gives a bias or weight another value. */
  setValue(place: Place, value: number): void {
    const index = this.parameterIndex(place);
    if (index !== undefined) this.#run.setParameter(index, value);
  }

  /** What a node is called. */
  nameOf({ column, index }: Pick<Place, 'column' | 'index'>): string {
    return nodeName(this.network, column, index);
  }

  /** The same as the beginning of a sentence. */
  titleOf(place: Pick<Place, 'column' | 'index'>): string {
    return place.column === 0 ? this.nameOf(place) : capitalised(this.nameOf(place));
  }

  choose(place: Place): void {
    this.#place = place;
    if (place.column > 0) this.#opened = true;
    else this.toggle(place.index);
  }

  /** Chooses nothing any more; the keyboard stays. */
  leave(): void {
    const { part, ...node } = this.#place;
    if (part === undefined) this.#opened = false;
    this.#place = node;
  }

  close(): void {
    const { column, index } = this.#place;
    this.#place = { column, index };
    this.#opened = false;
  }

  /** Switches an input on or off. */
  toggle(feature: number): void {
    const name = features[feature]?.name;
    if (name !== undefined) this.#settings.toggleFeature(name);
  }

  /** Acts on a key; says whether it is one of these. */
  key(key: string): boolean {
    if (key === 'Escape') {
      if (!this.#opened) return false;
      this.leave();
      return true;
    }
    if (key === 'Enter') {
      if (this.place.column > 0 && this.#opened) this.#place = { ...this.place, part: 'bias' };
      else this.choose(this.place);
      return true;
    }
    const next = step(key, this.place, {
      counts: this.counts,
      parts: this.#opened ? this.parts : [],
    });
    if (next) this.#place = next;
    return next !== undefined;
  }

  /** The inputs that are on, as indices of the table of features, in the network's order. */
  get #inputs(): readonly number[] {
    return this.network.features.map((name) => features.findIndex((each) => each.name === name));
  }
}

function isSame(a: Place | undefined, b: Place | undefined): boolean {
  return a?.column === b?.column && a?.index === b?.index && a?.part === b?.part;
}
