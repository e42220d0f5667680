import { serverLimits } from './serverLimits.ts';
import { TokenBucket } from './tokenBucket.ts';

/** Counts wrong codes, so that nobody finds a room by trying. */
export class WrongCodes {
  readonly #all: TokenBucket;
  readonly #byAddress = new Map<string, TokenBucket>();

  constructor(at: number) {
    const { triesPerSecond } = serverLimits;
    this.#all = new TokenBucket({ perSecond: triesPerSecond, burst: triesPerSecond }, at);
  }

  /** Whether the address may try a code. */
  mayTry(address: string, at: number): boolean {
    return this.#all.hasOne(at) && this.#byAddress.get(address)?.hasOne(at) !== false;
  }

  /** To be called for each wrong code. */
  note(address: string, at: number): void {
    this.#forget(at);
    const { triesPerAddress } = serverLimits;
    let bucket = this.#byAddress.get(address);
    if (!bucket) {
      bucket = new TokenBucket({ perSecond: triesPerAddress / 60, burst: triesPerAddress }, at);
      this.#byAddress.set(address, bucket);
    }
    bucket.take(at);
    this.#all.take(at);
  }

  #forget(at: number): void {
    if (this.#byAddress.size < 1000) return;
    for (const [address, bucket] of this.#byAddress) {
      if (bucket.isFull(at)) this.#byAddress.delete(address);
    }
  }
}
