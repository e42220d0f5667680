/** Number of sums at the same time, each with its own product: as many as the registers hold. */
export const peakSums = 7;

/** Rounds of all sums in one turn of the loop. */
export const peakRounds = 2;

/** Floating point operations of a turn: a product and a sum in each of the four lanes. */
export const operationsPerTurn = peakRounds * peakSums * 4 * 2;
