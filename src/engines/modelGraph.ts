import type { LayerGraph, LayerName } from '../learning/layerGraph.ts';
import type { AxisScaling, Scaling } from '../learning/scaling/scaling.ts';

/** A layer as model.json describes it. */
interface LayerJson {
  readonly name: LayerName;
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes: readonly (readonly Inbound[])[];
}

/** Which output of which use of a layer comes in: always the first of the only one. */
type Inbound = readonly [LayerName, 0, 0, Readonly<Record<string, never>>];

/** A weight of a layer, in the order in which weights stand in the file. */
interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** A dense layer: its units, its activation and its parameters as the flat vector has them. */
export interface DenseLayer {
  readonly name: string;
  readonly inputs: number;
  readonly units: number;
  /** By the name that tfjs has for it. */
  readonly activation: string;
  /** Weights [input][unit] row-major. */
  readonly kernel: ArrayLike<number>;
  readonly bias?: ArrayLike<number>;
}

const input = 'xy';

/** Collects the layers of a functional model whose input is n×2: x and y. */
export class ModelGraph implements LayerGraph {
  readonly #layers: LayerJson[] = [];
  readonly #weights: Weight[] = [];
  readonly #missing = new Set<string>();
  /** What the network takes for x and y. */
  #xy: LayerName = input;

  constructor() {
    const config = { batch_input_shape: [null, 2], dtype: 'float32', sparse: false };
    this.#add(input, 'InputLayer', config, []);
  }

  /** Both coordinates. */
  get xy(): LayerName {
    return this.#xy;
  }

  /** From now on x and y are the scaled coordinates. */
  scaleCoordinates({ x, y }: Scaling): void {
    if ([x, y].every(({ shift, size }) => shift === 0 && size === 1)) return;
    // In this order, because single precision subtracts numbers that are close without a loss.
    const scaled = (column: LayerName, { shift, size }: AxisScaling) =>
      this.scaled(this.scaled(column, 1, -shift), 1 / size, 0);
    this.#xy = this.joined([
      scaled(this.#column('rawX', [1, 0]), x),
      scaled(this.#column('rawY', [0, 1]), y),
    ]);
  }

  get x(): LayerName {
    return this.#column('x', [1, 0]);
  }

  get y(): LayerName {
    return this.#column('y', [0, 1]);
  }

  /** Names of activations that tfjs lacks. */
  get missing(): readonly string[] {
    return Array.from(this.#missing);
  }

  get weights(): readonly Weight[] {
    return this.#weights;
  }

  dense(layer: DenseLayer, from: LayerName): LayerName {
    const { name, inputs, units, activation, kernel, bias } = layer;
    this.#weights.push({ name: `${name}/kernel`, shape: [inputs, units], values: kernel });
    if (bias) this.#weights.push({ name: `${name}/bias`, shape: [units], values: bias });
    const config = { units, activation, use_bias: bias !== undefined };
    return this.#add(name, 'Dense', config, [from]);
  }

  activated(z: LayerName, activation: string): LayerName {
    return this.#addNumbered('Activation', { activation }, [z]);
  }

  leaky(z: LayerName, slope: number): LayerName {
    return this.#addNumbered('LeakyReLU', { alpha: slope }, [z]);
  }

  scaled(z: LayerName, scale: number, offset: number): LayerName {
    return this.#addNumbered('Rescaling', { scale, offset }, [z]);
  }

  product(...factors: readonly LayerName[]): LayerName {
    return this.#addNumbered('Multiply', {}, this.#eachOnce(factors));
  }

  sine(z: LayerName): LayerName {
    this.#missing.add('sine');
    return this.activated(z, 'sine');
  }

  /** Side by side. */
  joined(columns: readonly LayerName[]): LayerName {
    const [only] = columns;
    if (columns.length === 1 && only !== undefined) return only;
    return this.#addNumbered('Concatenate', { axis: -1 }, columns);
  }

  /** What model.json says of the layers, with this one as the output. */
  topology(output: LayerName) {
    return {
      class_name: 'Model',
      config: {
        name: 'edgewise',
        layers: this.#layers,
        input_layers: [[input, 0, 0]],
        output_layers: [[output, 0, 0]],
      },
    };
  }

  /** One coordinate; made when it is first asked for. */
  #column(name: string, kernel: readonly number[]): LayerName {
    if (this.#layers.some((layer) => layer.name === name)) return name;
    return this.dense({ name, inputs: 2, units: 1, activation: 'linear', kernel }, this.#xy);
  }

  /** Copies in place of repetitions: tfjs 4.22 frees too early what comes into a layer twice. */
  #eachOnce(layers: readonly LayerName[]): readonly LayerName[] {
    return layers.map((layer, i) => (layers.indexOf(layer) < i ? this.scaled(layer, 1, 0) : layer));
  }

  #addNumbered(className: string, config: object, from: readonly LayerName[]): LayerName {
    const same = this.#layers.filter((layer) => layer.class_name === className);
    return this.#add(`${className.toLowerCase()}${same.length + 1}`, className, config, from);
  }

  #add(name: string, className: string, config: object, from: readonly LayerName[]): LayerName {
    const inbound = from.map((layer): Inbound => [layer, 0, 0, {}]);
    this.#layers.push({
      name,
      class_name: className,
      config: { name, trainable: className === 'Dense', dtype: 'float32', ...config },
      inbound_nodes: inbound.length > 0 ? [inbound] : [],
    });
    return name;
  }
}
