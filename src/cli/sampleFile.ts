import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { looksLikeUtf16 } from '../learning/csv/looksLikeUtf16.ts';
import { createSampleReader, type SampleReader } from '../learning/csv/readSamples.ts';
import { SampleFileError } from '../learning/csv/sampleFileError.ts';
import { shownName } from '../learning/quoted.ts';
import type { Samples } from '../learning/samples.ts';
import { filePieces } from './filePieces.ts';
import { fileTrouble } from './fileTrouble.ts';
import { InterruptedError } from './interruptedError.ts';
import { UsageError } from './usageError.ts';

/** Bytes that a file of samples may have: about 11 million samples, which need 400 MB of memory. */
export const largestFile = 200_000_000;

/** A file of samples that the user named. */
export interface SampleFile {
  /** What relative paths start from. */
  readonly folder: string;
  /** As the user wrote it. */
  readonly name: string;
}

/**
 * Reads a CSV file of samples, in pieces.
 * @throws UsageError that says what is wrong with it, and where.
 * @throws InterruptedError
 */
export async function readSampleFile(
  { folder, name }: SampleFile,
  interrupted: AbortSignal,
): Promise<Samples> {
  const path = resolve(folder, name);
  try {
    const { size } = statSync(path);
    checkSize(name, size);
    const reader = createSampleReader(name, size);
    return await readPieces(name, reader, filePieces(path, interrupted));
  } catch (error) {
    if (interrupted.aborted) {
      throw new InterruptedError(interrupted, `while reading ${shownName(name)}`);
    }
    if (error instanceof UsageError) throw error;
    if (error instanceof SampleFileError) throw new UsageError(error.message);
    throw new UsageError(`${shownName(name)}: ${fileTrouble(error)}`);
  }
}

async function readPieces(
  name: string,
  reader: SampleReader,
  pieces: AsyncIterable<Uint8Array>,
): Promise<Samples> {
  const decoder = new TextDecoder();
  let size = 0;
  for await (const piece of pieces) {
    if (size === 0 && looksLikeUtf16(piece)) {
      throw new UsageError(`${shownName(name)}: expected text in UTF-8, got UTF-16.`);
    }
    size += piece.length;
    checkSize(name, size);
    reader.push(decoder.decode(piece, { stream: true }));
    if (reader.gaveUp) break;
  }
  reader.push(decoder.decode());
  return reader.end();
}

function checkSize(name: string, size: number): void {
  if (size <= largestFile) return;
  throw new UsageError(`${shownName(name)}: expected at most ${largestFile / 1e6} MB, got more.`);
}
