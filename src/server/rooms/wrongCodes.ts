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

  /** To be called for each wrong one; false: the address has to wait before it may ask again. */
  note(address: string, at: number): boolean {
    this.#forget(at);
    const { triesPerAddress } = serverLimits;
    let bucket = this.#byAddress.get(address);
    if (!bucket) {
      bucket = new TokenBucket({ perSecond: triesPerAddress / 60, burst: triesPerAddress }, at);
      this.#byAddress.set(address, bucket);
    }
    const own = bucket.take(at);
    return this.#all.take(at) && own;
  }

  #forget(at: number): void {
    if (this.#byAddress.size < 1000) return;
    for (const [address, bucket] of this.#byAddress) {
      if (bucket.isFull(at)) this.#byAddress.delete(address);
    }
  }
}
