/** What is wrong with one line of a file. */
export interface LineFault {
  /** The first line is 1. */
  readonly line: number;
  /** What was expected, and what the line holds. */
  readonly problem: string;
}

export const listedFaults = 10;

/** A file that cannot be used; the message has a line for each of the first 10 faults. */
export class SampleFileError extends Error {
  override readonly name = 'SampleFileError';
  readonly fileName: string;
  /** The first 10 faults; empty where the file has no samples at all. */
  readonly faults: readonly LineFault[];
  /** The number of all faulty lines. */
  readonly faultCount: number;

  constructor(fileName: string, faults: readonly LineFault[], faultCount: number) {
    super(faultCount === 0 ? emptyFile(fileName) : faultyLines(fileName, faults, faultCount));
    this.fileName = fileName;
    this.faults = faults;
    this.faultCount = faultCount;
  }
}

function emptyFile(fileName: string): string {
  return `${fileName}: expected at least one line of 3 numbers "label,x,y", got none`;
}

function faultyLines(fileName: string, faults: readonly LineFault[], count: number): string {
  const lines = faults.map(({ line, problem }) => `${fileName}, line ${line}: ${problem}`);
  const more = count - faults.length;
  if (more > 0) lines.push(`and ${more} more faulty ${more === 1 ? 'line' : 'lines'}`);
  return lines.join('\n');
}
