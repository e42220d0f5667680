/** Keys that older links use, and today's keys of the same settings. */
export const formerKeys: ReadonlyMap<string, string> = new Map([
  ['samples', 'training'],
  ['held-out', 'evaluation'],
  ['weightDecay', 'weight-decay'],
  ['clip', 'clipping'],
]);
