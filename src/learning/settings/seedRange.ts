/** A seed has 32 bits. */
export const seedRange = { min: 0, max: 2 ** 32 - 1, integer: true } as const;
