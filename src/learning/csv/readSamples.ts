import { quoted } from '../quoted.ts';
import type { Samples } from '../samples.ts';
import { namedColumns, usualColumns } from './columns.ts';
import { createLineSplitter } from './lineSplitter.ts';
import { parseSample } from './parseSample.ts';
import { type LineFault, listedFaults, SampleFileError } from './sampleFileError.ts';
import { splitFields } from './splitFields.ts';

/** A faulty line is shown up to this length. */
const shownCharacters = 60;

/** Reads a file that comes in pieces. */
export interface SampleReader {
  /** Takes the next piece of the text, which may begin and end anywhere in a line. */
  push(chunk: string): void;
  /** Ends the text. Throws a SampleFileError for faulty lines, or where there is no sample. */
  end(): Samples;
}

/**
 * Reads CSV: three numbers a line, `label,x,y`, or in the order of a header with these names. Blank
 * lines are skipped; line numbers in messages count them.
 */
export function createSampleReader(fileName: string): SampleReader {
  const points: number[] = [];
  const labels: number[] = [];
  const faults: LineFault[] = [];
  let faultCount = 0;
  let columns = usualColumns;
  let lineNumber = 0;
  let mayBeHeader = true;
  const lines = createLineSplitter(takeLine);

  function takeLine(line: string): void {
    lineNumber++;
    // trim() removes a byte order mark, too.
    const text = line.trim();
    if (text === '') return;
    const fields = splitFields(text);
    const header = mayBeHeader ? namedColumns(fields) : undefined;
    mayBeHeader = false;
    if (header) columns = header;
    else takeSample(fields, text);
  }

  function takeSample(fields: string[], text: string): void {
    const sample = parseSample(fields, columns);
    if (typeof sample === 'string') {
      faultCount++;
      if (faults.length < listedFaults) {
        faults.push({
          line: lineNumber,
          problem: `${sample}, got ${quoted(text, shownCharacters)}`,
        });
      }
      return;
    }
    labels.push(sample.label);
    points.push(sample.x, sample.y);
  }

  function end(): Samples {
    lines.end();
    if (faultCount > 0 || labels.length === 0) {
      throw new SampleFileError(fileName, faults, faultCount);
    }
    return { points: new Float32Array(points), labels: new Uint8Array(labels) };
  }

  return { push: (chunk) => lines.push(chunk), end };
}

/** Reads a whole text. Throws as `SampleReader.end` does. */
export function readSamples(text: string, fileName: string): Samples {
  const reader = createSampleReader(fileName);
  reader.push(text);
  return reader.end();
}
