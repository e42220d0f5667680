/** A piece of the memory, in bytes. */
interface Piece {
  address: number;
  bytes: number;
}

function touches(piece: Piece, next: Piece): boolean {
  return piece.address + piece.bytes === next.address;
}

const alignment = 16;
const pageBytes = 65536;

/**
 * Allocates pieces of a WebAssembly memory: the first free one that is large enough, cut to size. A
 * released piece is joined with free neighbours. The memory grows when nothing fits.
 */
export class Heap {
  readonly #memory: WebAssembly.Memory;
  readonly #used = new Map<number, number>();
  /** By address; no two touch. */
  readonly #free: Piece[] = [];

  /** What the memory holds already stays as it is. */
  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** Bytes that are allocated. */
  get usedBytes(): number {
    let sum = 0;
    for (const bytes of this.#used.values()) sum += bytes;
    return sum;
  }

  /**
   * The address of that many bytes, a multiple of 16. Their content is not cleared.
   * @throws RangeError when the memory cannot grow any more.
   */
  allocate(bytes: number): number {
    const size = Math.max(alignment, Math.ceil(bytes / alignment) * alignment);
    const piece = this.#free.find(({ bytes }) => bytes >= size) ?? this.#grow(size);
    const { address } = piece;
    piece.address += size;
    piece.bytes -= size;
    if (piece.bytes === 0) this.#free.splice(this.#free.indexOf(piece), 1);
    this.#used.set(address, size);
    return address;
  }

  /** Frees what `allocate` gave; the address 0 is ignored. */
  release(address: number): void {
    if (address === 0) return;
    const bytes = this.#used.get(address);
    if (bytes === undefined) throw new RangeError(`expected an address in use, got ${address}`);
    this.#used.delete(address);
    this.#insert({ address, bytes });
  }

  /** Makes a free piece of at least that size. */
  #grow(size: number): Piece {
    const end = this.#memory.buffer.byteLength;
    const address = Math.max(end, alignment); // the address 0 is never used
    const pages = Math.ceil((address - end + size) / pageBytes);
    try {
      this.#memory.grow(pages);
    } catch (error) {
      const sentence = `memory: expected room for ${size} bytes more, beyond ${end} there is none`;
      throw new RangeError(sentence, { cause: error });
    }
    return this.#insert({ address, bytes: end + pages * pageBytes - address });
  }

  /** Adds a free piece and joins it with those that it touches; returns the joined piece. */
  #insert(piece: Piece): Piece {
    const after = this.#free.findIndex(({ address }) => address > piece.address);
    const index = after < 0 ? this.#free.length : after;
    const before = index > 0 ? this.#free.at(index - 1) : undefined;
    const next = this.#free.at(index);
    const joined = before && touches(before, piece) ? before : piece;
    if (joined === piece) this.#free.splice(index, 0, piece);
    else joined.bytes += piece.bytes;
    if (next && touches(joined, next)) {
      joined.bytes += next.bytes;
      this.#free.splice(this.#free.indexOf(next), 1);
    }
    return joined;
  }
}
