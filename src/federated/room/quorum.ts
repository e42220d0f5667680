/** Updates without which a round is abandoned: half of those who were asked, and at least 2. */
export function quorumOf(asked: number): number {
  return Math.max(2, Math.ceil(asked / 2));
}
