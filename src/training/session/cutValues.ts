import type { Mask } from '../../learning/heldParameters.ts';

/**
 * What cut parameters were before they were cut, so that they have it again when they are cut no
 * more; those of a run that began with them cut have their initial value.
 */
export class CutValues {
  readonly #initial: Float32Array;
  readonly #values = new Map<number, number>();

  constructor(initial: Float32Array) {
    this.#initial = initial;
  }

  /**
   * The parameters under another mask: those not cut any more have what they were. Undefined where
   * the masks cut the same.
   * @param parameters under the mask before.
   */
  follow(parameters: Float32Array, before: Mask, after: Mask): Float32Array | undefined {
    const [old, now] = [new Set(before.cut), new Set(after.cut)];
    const next = parameters.slice();
    let changes = 0;
    for (const index of now) {
      if (old.has(index)) continue;
      this.#values.set(index, parameters[index] ?? 0);
      next[index] = 0;
      changes++;
    }
    for (const index of old) {
      if (now.has(index)) continue;
      next[index] = this.#values.get(index) ?? this.#initial[index] ?? 0;
      this.#values.delete(index);
      changes++;
    }
    return changes > 0 ? next : undefined;
  }
}
