/** Sums that run side by side, each with its own product: as many as the registers hold. */
export const peakSums = 7;

/** Rounds of them in one turn of the loop. */
export const peakRounds = 2;

/** Floating point operations of a turn: a product and a sum in each of four lanes. */
export const operationsPerTurn = peakRounds * peakSums * 4 * 2;
