import { shownName } from '../quoted.ts';

/** What is wrong with one line of a file. */
export interface LineFault {
  /** The first line is 1; 0 is the file as a whole. */
  readonly line: number;
  /** What was expected, and what the line holds. */
  readonly problem: string;
}

export const listedFaults = 10;

/** After this many faulty lines a reader takes no more. */
export const countedFaults = 1000;

/** A file that cannot be used; the message has a line for each of the first 10 faults. */
export class SampleFileError extends Error {
  override readonly name = 'SampleFileError';
  readonly fileName: string;
  /** The first 10 faults. */
  readonly faults: readonly LineFault[];
  /** The number of faulty lines; where it is 1,000, the rest of the file was not read. */
  readonly faultCount: number;

  constructor(fileName: string, faults: readonly LineFault[], faultCount: number) {
    super(messageOf(shownName(fileName), faults, faultCount));
    this.fileName = fileName;
    this.faults = faults;
    this.faultCount = faultCount;
  }
}

function messageOf(name: string, faults: readonly LineFault[], count: number): string {
  const lines = faults.map(
    ({ line, problem }) => `${name}${line > 0 ? `, line ${line}` : ''}: ${problem}`,
  );
  const more = count - faults.length;
  const atLeast = count < countedFaults ? '' : 'at least ';
  if (more > 0) lines.push(`and ${atLeast}${more} more faulty ${more === 1 ? 'line' : 'lines'}`);
  return lines.join('\n');
}
