/** What is wrong with one line of a file. */
export interface LineFault {
  /** The first line is 1. */
  readonly line: number;
  /** What was expected, and what came. */
  readonly problem: string;
}

export const listedFaults = 10;

/** A file that cannot be taken, as a message of one line per fault, up to 10 of them. */
export class SampleFileError extends Error {
  override readonly name = 'SampleFileError';
  readonly fileName: string;
  /** The first 10 faults; none where the file as a whole is at fault. */
  readonly faults: readonly LineFault[];
  /** How many lines are faulty in all. */
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
