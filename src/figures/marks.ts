import {
  type Path,
  pathRound,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  type SymbolType,
  symbolWye,
} from 'd3';
import { classes } from '../learning/classes.ts';
import { entryAt } from '../learning/entryAt.ts';
import { tenth } from './plotSquare.ts';

/** The symbols that a class may have. */
const symbols: Readonly<Record<(typeof classes)[number]['symbol'], SymbolType>> = {
  circle: symbolCircle,
  square: symbolSquare,
  triangle: symbolTriangle,
  diamond: symbolDiamond,
  star: symbolStar,
  wye: symbolWye,
  cross: symbolCross,
};

/** An SVG path of marks, each the symbol of a class around its place, all of the same area. */
export class MarksPath {
  readonly #path = new ShiftedPath();
  readonly #area: number;

  /** `radius`: of a circle, in pixels; rounded as the path is, or arcs would not close. */
  constructor(radius: number) {
    this.#area = Math.PI * tenth(radius) ** 2;
  }

  /**
   * Adds the mark of a class at a place in pixels. After the last class the symbols begin again.
   */
  add(label: number, x: number, y: number): void {
    this.#path.shiftTo(tenth(x), tenth(y));
    const { symbol } = entryAt(classes, label % classes.length);
    symbols[symbol].draw(this.#path, this.#area);
  }

  toString(): string {
    return this.#path.toString();
  }
}

/** A d3 path, in tenths of a pixel, whose origin can be moved while it is drawn. */
class ShiftedPath implements CanvasPath {
  readonly #path: Path = pathRound(1);
  #x = 0;
  #y = 0;

  shiftTo(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(this.#x + x, this.#y + y);
  }

  lineTo(x: number, y: number): void {
    this.#path.lineTo(this.#x + x, this.#y + y);
  }

  arc(...[x, y, radius, start, end, counterclockwise]: Parameters<CanvasPath['arc']>): void {
    this.#path.arc(this.#x + x, this.#y + y, radius, start, end, counterclockwise);
  }

  arcTo(...[x1, y1, x2, y2, radius]: Parameters<CanvasPath['arcTo']>): void {
    this.#path.arcTo(this.#x + x1, this.#y + y1, this.#x + x2, this.#y + y2, radius);
  }

  quadraticCurveTo(...[cx, cy, x, y]: Parameters<CanvasPath['quadraticCurveTo']>): void {
    this.#path.quadraticCurveTo(this.#x + cx, this.#y + cy, this.#x + x, this.#y + y);
  }

  bezierCurveTo(...[ax, ay, bx, by, x, y]: Parameters<CanvasPath['bezierCurveTo']>): void {
    const left = this.#x;
    const top = this.#y;
    this.#path.bezierCurveTo(left + ax, top + ay, left + bx, top + by, left + x, top + y);
  }

  rect(...[x, y, width, height]: Parameters<CanvasPath['rect']>): void {
    this.#path.rect(this.#x + x, this.#y + y, width, height);
  }

  closePath(): void {
    this.#path.closePath();
  }

  ellipse(): never {
    throw new Error('A path of d3 has no ellipses.');
  }

  roundRect(): never {
    throw new Error('A path of d3 has no rounded rectangles.');
  }

  toString(): string {
    return this.#path.toString();
  }
}
