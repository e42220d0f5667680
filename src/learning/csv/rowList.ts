/** Rows that come one by one: two coordinates and a class each, 17 bytes a row. */
export class RowList {
  #points: Float64Array;
  #labels: Uint8Array;
  #length = 0;

  /** @param room rows that will come; with more than that, all are copied. */
  constructor(room = 0) {
    const size = Math.max(256, room);
    this.#points = new Float64Array(2 * size);
    this.#labels = new Uint8Array(size);
  }

  get length(): number {
    return this.#length;
  }

  add(label: number, x: number, y: number): void {
    if (this.#length === this.#labels.length) this.#grow();
    this.#points[2 * this.#length] = x;
    this.#points[2 * this.#length + 1] = y;
    this.#labels[this.#length] = label;
    this.#length++;
  }

  /** n×2, row-major. */
  get points(): Float64Array {
    return this.#points.subarray(0, 2 * this.#length);
  }

  get labels(): Uint8Array {
    return this.#labels.subarray(0, this.#length);
  }

  #grow(): void {
    const points = new Float64Array(2 * this.#points.length);
    const labels = new Uint8Array(2 * this.#labels.length);
    points.set(this.#points);
    labels.set(this.#labels);
    this.#points = points;
    this.#labels = labels;
  }
}
