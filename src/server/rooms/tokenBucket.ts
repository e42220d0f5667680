/** How much may come: in the long run, and at once. */
export interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

/** Lets through what an allowance permits. Times are in milliseconds. */
export class TokenBucket {
  readonly #allowance: Allowance;
  #tokens: number;
  #at: number;

  constructor(allowance: Allowance, at: number) {
    this.#allowance = allowance;
    this.#tokens = allowance.burst;
    this.#at = at;
  }

  /** Takes one; false where there is none. */
  take(at: number): boolean {
    const tokens = this.#tokensAt(at);
    this.#at = at;
    this.#tokens = tokens < 1 ? tokens : tokens - 1;
    return tokens >= 1;
  }

  hasOne(at: number): boolean {
    return this.#tokensAt(at) >= 1;
  }

  /** Whether all of it is there again. */
  isFull(at: number): boolean {
    return this.#tokensAt(at) >= this.#allowance.burst;
  }

  #tokensAt(at: number): number {
    const { perSecond, burst } = this.#allowance;
    return Math.min(burst, this.#tokens + ((at - this.#at) / 1000) * perSecond);
  }
}
