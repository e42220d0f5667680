import type { Random } from '../../learning/random.ts';
import type { Samples } from '../../learning/samples.ts';

/** What is dealt, and to how many. */
export interface Dealing {
  /** At least as many as there are clients. */
  readonly samples: Samples;
  readonly clients: number;
  readonly random: Random;
  /** α of the Dirichlet distribution, > 0: the smaller, the less alike the clients are. */
  readonly alpha: number;
}

/** A way to divide samples among clients. */
export interface Deal {
  readonly name: string;
  readonly label: string;
  /** One sentence for the learner. */
  readonly meaning: string;
  /** Indices of samples, client by client: each sample once, and at least one for each client. */
  readonly deal: (dealing: Dealing) => Uint32Array[];
}
