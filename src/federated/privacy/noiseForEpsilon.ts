import { PrivacyAccountant } from './privacyAccountant.ts';

/** What is to be kept. */
export interface PrivacyGoal {
  readonly epsilon: number;
  readonly delta: number;
  /** q of every round. */
  readonly sampling: number;
  readonly rounds: number;
}

/** Halvings of the interval, which leave less than 1e-9 of it. */
const halvings = 40;

/** The smallest noise multiplier z, from 0.1 to 1000, that keeps a goal; undefined where none does. */
export function noiseForEpsilon({ epsilon, delta, sampling, rounds }: PrivacyGoal) {
  const keeps = (noiseMultiplier: number) => {
    const accountant = new PrivacyAccountant();
    accountant.add({ noiseMultiplier, sampling }, rounds);
    return accountant.loss(delta).epsilon <= epsilon;
  };
  let [low, high] = [0.1, 1000];
  if (!keeps(high)) return undefined;
  for (let i = 0; i < halvings; i++) {
    const middle = Math.sqrt(low * high);
    if (keeps(middle)) high = middle;
    else low = middle;
  }
  return high;
}
