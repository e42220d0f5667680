/** A piece of the memory, in bytes. */
interface Piece {
  address: number;
  bytes: number;
}

const alignment = 16;
const pageBytes = 65536;

/**
 * Hands out pieces of a WebAssembly memory: the first that is large enough, cut to size. What is
 * handed back grows together with what is free beside it. The memory grows when nothing fits.
 */
export class Heap {
  readonly #memory: WebAssembly.Memory;
  readonly #used = new Map<number, number>();
  /** By address; no two touch. */
  readonly #free: Piece[] = [];

  /** What lies in the memory so far stays as it is. */
  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** Bytes handed out. */
  get usedBytes(): number {
    let sum = 0;
    for (const bytes of this.#used.values()) sum += bytes;
    return sum;
  }

  /**
   * The address of that many bytes, a multiple of 16; their content is whatever was there.
   * @throws RangeError where the memory cannot grow any more.
   */
  allocate(bytes: number): number {
    const size = Math.max(alignment, Math.ceil(bytes / alignment) * alignment);
    let index = this.#free.findIndex((piece) => piece.bytes >= size);
    if (index < 0) index = this.#grow(size);
    const piece = this.#free[index];
    const { address } = piece;
    piece.address += size;
    piece.bytes -= size;
    if (piece.bytes === 0) this.#free.splice(index, 1);
    this.#used.set(address, size);
    return address;
  }

  /** Takes back what `allocate` gave; 0 stands for nothing. */
  release(address: number): void {
    if (address === 0) return;
    const bytes = this.#used.get(address);
    if (bytes === undefined) throw new RangeError(`expected an address in use, got ${address}`);
    this.#used.delete(address);
    this.#insert({ address, bytes });
  }

  /** Index of a free piece of at least that size. */
  #grow(size: number): number {
    const end = this.#memory.buffer.byteLength;
    const address = Math.max(end, alignment); // 0 stands for nothing
    const pages = Math.ceil((address - end + size) / pageBytes);
    try {
      this.#memory.grow(pages);
    } catch (error) {
      const sentence = `memory: expected room for ${size} bytes more, beyond ${end} there is none`;
      throw new RangeError(sentence, { cause: error });
    }
    return this.#insert({ address, bytes: end + pages * pageBytes - address });
  }

  /** Joins a piece with the free ones that it touches; gives its index. */
  #insert(piece: Piece): number {
    const after = this.#free.findIndex(({ address }) => address > piece.address);
    const index = after < 0 ? this.#free.length : after;
    this.#free.splice(index, 0, piece);
    this.#join(index);
    return index > 0 && this.#join(index - 1) ? index - 1 : index;
  }

  /** Joins that piece with the next one if they touch. */
  #join(index: number): boolean {
    const piece = this.#free[index];
    const next = this.#free.at(index + 1);
    if (piece.address + piece.bytes !== next?.address) return false;
    piece.bytes += next.bytes;
    this.#free.splice(index + 1, 1);
    return true;
  }
}
