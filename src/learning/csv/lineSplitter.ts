/** Longer lines are cut and end in '…', so that a file without line ends cannot fill the memory. */
const longestLine = 1000;

/** Takes text in chunks, which may begin and end anywhere in a line. */
export interface LineSplitter {
  push(chunk: string): void;
  /** Passes on the last line if it has no line end. */
  end(): void;
}

/** Calls `take` with each line, without its line end: LF, CR LF or CR. */
export function createLineSplitter(take: (line: string) => void): LineSplitter {
  let partial = '';
  let afterReturn = false;

  function keep(piece: string): void {
    if (partial.length > longestLine) return;
    partial += piece;
    if (partial.length > longestLine) partial = `${partial.slice(0, longestLine)}…`;
  }

  function push(chunk: string): void {
    if (chunk === '') return;
    const start = afterReturn && chunk.startsWith('\n') ? 1 : 0;
    afterReturn = chunk.endsWith('\r');
    const pieces = chunk.slice(start).split(/\r\n|\n|\r/);
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      keep(piece);
      take(partial);
      partial = '';
    }
    keep(last);
  }

  function end(): void {
    if (partial !== '') take(partial);
    partial = '';
  }

  return { push, end };
}
