import { fstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { sep } from 'node:path';
import { shownName } from '../learning/quoted.ts';
import { checkOutputFile, type OutputFile } from './outputFile.ts';
import { isSameFile, isSamePlace, realPlace, statusOf } from './realPlace.ts';
import { UsageError } from './usageError.ts';

/** A file that is read. */
export interface InputFile {
  /** What the user called it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/**
 * Throws a UsageError for an output that could not be written or would be written over an input,
 * over another output or over what this program prints.
 */
export function checkOutputs(outputs: readonly OutputFile[], inputs: readonly InputFile[]): void {
  for (const output of outputs) checkOutputFile(output);
  outputs.forEach((output, i) => {
    const place = realPlace(output.path);
    for (const input of inputs) {
      if (leadsTo(input.path, place)) refuse(output, `${shownName(input.name)} holds samples`);
    }
    for (const other of outputs.slice(0, i)) {
      if (!isInTheWay(place, realPlace(other.path))) continue;
      refuse(output, `--${other.option} writes ${shownName(other.name)}`);
    }
    if (isPrintedTo(place)) refuse(output, `the result is printed to ${shownName(output.name)}`);
  });
}

function refuse({ option }: OutputFile, reason: string): never {
  throw new UsageError(`--${option}: expected another place, because ${reason}.`);
}

/** False for a path that leads nowhere: reading it says so. */
function leadsTo(path: string, place: string): boolean {
  try {
    return isSamePlace(realPlace(path), place);
  } catch {
    return false;
  }
}

/** Whether two files cannot both be there: one place, or one a folder of the other. */
function isInTheWay(first: string, second: string): boolean {
  return (
    isSamePlace(first, second) || first.startsWith(second + sep) || second.startsWith(first + sep)
  );
}

/** Standard output or standard error may be a file. */
function isPrintedTo(place: string): boolean {
  const found = statusOf(place);
  return [1, 2].some((descriptor) => isSameFile(found, statusOfDescriptor(descriptor)));
}

function statusOfDescriptor(descriptor: number): Stats | undefined {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined; // closed
  }
}
