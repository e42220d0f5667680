import { classes } from '../learning/classes.ts';
import { tenth } from './plotSquare.ts';
import { type Outline, symbolOutlines } from './symbolOutlines.ts';

/** The path of a mark around a place in pixels. */
type Draw = (x: number, y: number) => string;

/** An SVG path of marks, each the symbol of a class around its place, all of the same area. */
export class MarksPath {
  /** By class. */
  readonly #symbols: readonly Draw[];
  #path = '';

  /** `radius`: of a circle, in pixels; rounded as the path is, or arcs would not close. */
  constructor(radius: number) {
    const rounded = tenth(radius);
    const area = Math.PI * rounded ** 2;
    this.#symbols = classes.map(({ symbol }) => {
      if (symbol === 'circle') return circle(rounded);
      return symbol === 'square' ? square(area) : polygon(symbolOutlines[symbol](area));
    });
  }

  /**
   * Adds the mark of a class at a place in pixels. After the last class the symbols begin again.
   */
  add(label: number, x: number, y: number): void {
    this.#path += this.#symbols[label % classes.length]?.(tenth(x), tenth(y)) ?? '';
  }

  toString(): string {
    return this.#path;
  }
}

/** Two half circles. */
function circle(radius: number): Draw {
  const half = `A${radius},${radius},0,1,1,`;
  return (x, y) => {
    const right = tenth(x + radius);
    return `M${right},${y}${half}${tenth(x - radius)},${y}${half}${right},${y}`;
  };
}

function square(area: number): Draw {
  const side = Math.sqrt(area);
  const rest = `h${tenth(side)}v${tenth(side)}h${-tenth(side)}Z`;
  return (x, y) => `M${tenth(x - side / 2)},${tenth(y - side / 2)}${rest}`;
}

function polygon(outline: Outline): Draw {
  return (x, y) => `M${outline.map(([dx, dy]) => `${tenth(x + dx)},${tenth(y + dy)}`).join('L')}Z`;
}
