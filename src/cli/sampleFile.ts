import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { encodingOf } from '../learning/csv/encodingOf.ts';
import { type ReadOptions, SampleReader } from '../learning/csv/readSamples.ts';
import { SampleFileError } from '../learning/csv/sampleFileError.ts';
import type { SampleTable } from '../learning/csv/sampleTable.ts';
import { shownName } from '../learning/quoted.ts';
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
 * Reads a file of samples, in pieces.
 * @throws UsageError that says what is wrong with it, and where.
 * @throws InterruptedError
 */
export async function readSampleFile(
  { folder, name }: SampleFile,
  interrupted: AbortSignal,
  options: ReadOptions = {},
): Promise<SampleTable> {
  const path = resolve(folder, name);
  try {
    const { size } = statSync(path);
    checkSize(name, size);
    const reader = new SampleReader(name, { ...options, bytes: size });
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
): Promise<SampleTable> {
  let decoder: TextDecoder | undefined;
  let size = 0;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    size += piece.length;
    checkSize(name, size);
    reader.push(decoder.decode(piece, { stream: true }));
    if (reader.gaveUp) break;
  }
  if (decoder) reader.push(decoder.decode());
  return reader.end();
}

function checkSize(name: string, size: number): void {
  if (size <= largestFile) return;
  throw new UsageError(`${shownName(name)}: expected at most ${largestFile / 1e6} MB, got more.`);
}
