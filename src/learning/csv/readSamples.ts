import { quoted } from '../quoted.ts';
import type { Samples } from '../samples.ts';
import { namedColumns, usualColumns } from './columns.ts';
import { createLineSplitter } from './lineSplitter.ts';
import { parseSample } from './parseSample.ts';
import { countedFaults, type LineFault, listedFaults, SampleFileError } from './sampleFileError.ts';
import { SampleList } from './sampleList.ts';
import { splitFields } from './splitFields.ts';

/** A faulty line is shown up to this length. */
const shownCharacters = 60;

/** Bytes of `0,1,2` and a line end. */
const shortestLine = 6;

/** Reads a file that comes in pieces. */
export interface SampleReader {
  /** Takes the next piece of the text, which may begin and end anywhere in a line. */
  push(chunk: string): void;
  /** True once so many lines are faulty that the rest of the text is not looked at. */
  readonly gaveUp: boolean;
  /** Ends the text. Throws a SampleFileError for faulty lines, or where there is no sample. */
  end(): Samples;
}

/**
 * Reads CSV: three numbers a line, `label,x,y`, or in the order of a header with these names. Blank
 * lines are skipped; line numbers in messages count them.
 * @param bytes of the whole text, where they are known. Room for all its samples is then reserved at
 * once; the system provides it as it is used.
 */
export function createSampleReader(fileName: string, bytes = 0): SampleReader {
  const samples = new SampleList(Math.ceil(bytes / shortestLine));
  const faults: LineFault[] = [];
  let faultCount = 0;
  let columns = usualColumns;
  let lineNumber = 0;
  let mayBeHeader = true;
  const lines = createLineSplitter(takeLine);

  const gaveUp = () => faultCount >= countedFaults;

  function takeLine(line: string): void {
    if (gaveUp()) return;
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
        const problem = `${sample}, got ${quoted(text, shownCharacters)}`;
        faults.push({ line: lineNumber, problem });
      }
      return;
    }
    if (faultCount === 0) samples.add(sample);
  }

  function end(): Samples {
    lines.end();
    if (faultCount > 0 || samples.length === 0) {
      throw new SampleFileError(fileName, faults, faultCount);
    }
    return samples.toSamples();
  }

  return {
    push: (chunk) => lines.push(chunk),
    get gaveUp() {
      return gaveUp();
    },
    end,
  };
}

/** Reads a whole text. Throws as `SampleReader.end` does. */
export function readSamples(text: string, fileName: string): Samples {
  const reader = createSampleReader(fileName);
  reader.push(text);
  return reader.end();
}
