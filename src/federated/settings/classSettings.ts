import type { Hyperparameters } from '../../learning/hyperparameter.ts';

/** All that decides a simulated class besides its samples, its network and the training. */
export interface ClassSettings {
  readonly clients: number;
  readonly rounds: number;
  /** Name in the table of deals. */
  readonly deal: string;
  /** α of the deal `dirichlet`. */
  readonly alpha: number;
  /** Name in the table of strategies. */
  readonly strategy: string;
  /** Of that strategy; one that is missing has its default. */
  readonly strategyHyperparameters: Hyperparameters;
  /** Name in the table of kinds of work. */
  readonly work: string;
  /** Of `epochs`. */
  readonly localEpochs: number;
  /** Of `gradient`; 0 = all samples of the client as one. */
  readonly batches: number;
  /** Name in the table of encodings. */
  readonly encoding: string;
  /** C: largest Euclidean length of a change; 0 = no limit. */
  readonly clip: number;
  /** z: noise on the sum of a round, in units of C; 0 = none. */
  readonly noise: number;
  /** δ for which ε is computed. */
  readonly delta: number;
  /** Share of the clients that each round asks. */
  readonly fraction: number;
  /** Probability that a client that was asked leaves before it has sent anything. */
  readonly dropouts: number;
  /** Probability that a client sends too late. */
  readonly stragglers: number;
  /** Number of poisoned clients. */
  readonly poisoned: number;
  /** Name in the table of poisons. */
  readonly poison: string;
  /** Factor of the poison `amplify`. */
  readonly amplification: number;
}
