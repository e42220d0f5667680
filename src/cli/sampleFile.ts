import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSamples } from '../learning/csv/readSamples.ts';
import { SampleFileError } from '../learning/csv/sampleFileError.ts';
import type { Samples } from '../learning/samples.ts';
import { fileTrouble } from './fileTrouble.ts';
import { UsageError } from './usageError.ts';

/** Reads a CSV file of samples. @throws UsageError that says what is wrong in which line. */
export function readSampleFile(folder: string, file: string): Samples {
  try {
    return readSamples(readFileSync(resolve(folder, file), 'utf8'), file);
  } catch (error) {
    if (error instanceof SampleFileError) throw new UsageError(error.message);
    throw new UsageError(`${file}: ${fileTrouble(error)}`);
  }
}
