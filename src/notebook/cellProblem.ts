/** Where to find the line of an error. */
interface Place {
  /** The cell in which it was seen; the error's own stack may name another one. */
  readonly id: number;
  /** Lines of compiled cells above their first line, by the cell's id. */
  readonly linesAbove: ReadonlyMap<number, number>;
}

/** What went wrong, in a sentence that names the cell and, where it is known, the line. */
export function cellProblem(error: unknown, place: Place): string {
  const { message, at } = located(error, place);
  const text = /[.!?]$/.test(message) ? message : `${message}.`;
  return `${at}: ${text}`;
}

function located(error: unknown, { id, linesAbove }: Place): { message: string; at: string } {
  const message = messageOf(error);
  // As acorn reports it.
  const syntax = error instanceof SyntaxError && /^(.*) \((\d+):\d+\)$/s.exec(message);
  if (syntax) return { message: syntax[1] ?? '', at: `Cell ${id}, line ${syntax[2] ?? ''}` };
  const [, cell, line] = /\bcell-(\d+)\.js:(\d+):\d+/.exec(stackOf(error)) ?? [];
  const above = linesAbove.get(Number(cell));
  if (above === undefined) return { message, at: `Cell ${id}` };
  return { message, at: `Cell ${cell ?? ''}, line ${Number(line) - above}` };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || error.name;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : '';
}
