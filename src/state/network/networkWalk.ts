/** A node of the diagram, and the bias or weight that was chosen of it. */
export interface Place {
  /** From the inputs, 0, to the outputs. */
  readonly column: number;
  readonly index: number;
  /** Of a weight: the node of the column before from which it comes. */
  readonly part?: number | 'bias';
}

interface Walk {
  /** Nodes of each column. */
  readonly counts: readonly number[];
  /** What up and down go through, after the node itself; none where they go to other nodes. */
  readonly parts: readonly (number | 'bias')[];
}

/** The bias of a node, and its weights; inputs have neither. */
export function partsOf(
  column: number,
  counts: readonly number[],
  inputs: readonly number[],
): readonly (number | 'bias')[] {
  if (column === 0) return [];
  const before =
    column === 1 ? inputs : Array.from({ length: counts[column - 1] ?? 0 }, (_, i) => i);
  return ['bias', ...before];
}

/** Where a key leads; undefined where it is none of these keys. It stays where there is no way. */
export function step(key: string, place: Place, { counts, parts }: Walk): Place | undefined {
  const { column, index, part } = place;
  const last = (counts[column] ?? 1) - 1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return sideways(place, counts, key === 'ArrowLeft' ? -1 : 1);
    case 'ArrowUp':
    case 'ArrowDown': {
      const way = key === 'ArrowUp' ? -1 : 1;
      if (parts.length === 0) return { column, index: Math.max(0, Math.min(last, index + way)) };
      const at = part === undefined ? -1 : parts.indexOf(part);
      const next = parts[Math.min(parts.length - 1, at + way)];
      return at + way < 0 || next === undefined ? { column, index } : { column, index, part: next };
    }
    case 'Home':
      return { column, index: 0 };
    case 'End':
      return { column, index: last };
    default:
      return undefined;
  }
}

/** To the node of the next column that is at about the same height. */
function sideways({ column, index }: Place, counts: readonly number[], way: number): Place {
  const next = Math.max(0, Math.min(counts.length - 1, column + way));
  if (next === column) return { column, index };
  const height = (index + 0.5) / (counts[column] ?? 1);
  return { column: next, index: Math.floor(height * (counts[next] ?? 1)) };
}
