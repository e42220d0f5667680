/** Sums that run side by side: enough to hide how long an addition takes; they fit the registers. */
export const peakSums = 12;

/** Floating point operations of one turn of the loop: a product and a sum in each of four lanes. */
export const operationsPerTurn = peakSums * 4 * 2;
