/** How much may come: in the long run, and at once. */
export interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

/** Lets through what an allowance permits. */
export class TokenBucket {
  readonly #allowance: Allowance;
  #tokens: number;
  #at: number;

  /** @param at the time in milliseconds, as all times here. */
  constructor(allowance: Allowance, at: number) {
    this.#allowance = allowance;
    this.#tokens = allowance.burst;
    this.#at = at;
  }

  /** Takes one; false where there is none. */
  take(at: number): boolean {
    const { perSecond, burst } = this.#allowance;
    this.#tokens = Math.min(burst, this.#tokens + ((at - this.#at) / 1000) * perSecond);
    this.#at = at;
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }

  /** Whether all of it is there again. */
  isFull(at: number): boolean {
    const { perSecond, burst } = this.#allowance;
    return this.#tokens + ((at - this.#at) / 1000) * perSecond >= burst;
  }
}
