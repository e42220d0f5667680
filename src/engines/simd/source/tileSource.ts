import { backwardTiles } from './backwardTiles.ts';
import { forwardTiles } from './forwardTiles.ts';
import { gradientTiles } from './gradientTiles.ts';

/**
 * AssemblyScript of the matrix products, computed in tiles that stay in registers: two vectors
 * (eight rows) of four units each, as 16 registers allow, and smaller ones where a matrix ends.
 * Matrices of rows are stored unit by unit, `stride` bytes apart; weights as [input][unit], `pitch`
 * bytes from one input to the next.
 */
export function tileSource(): string {
  return [
    ...[2, 1].map(forwardTiles), // for that many vectors of rows
    ...[2, 1].map(backwardTiles),
    gradientTiles(),
  ].join('\n');
}
