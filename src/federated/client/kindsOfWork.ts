import type { WorkPlan } from './localWork.ts';

interface KindOfWork {
  readonly name: WorkPlan['kind'];
  readonly label: string;
}

/** What a client can do in a round. */
export const kindsOfWork: readonly KindOfWork[] = [
  { name: 'epochs', label: 'local epochs (FedAvg)' },
  { name: 'gradient', label: 'gradient (FedSGD)' },
];
