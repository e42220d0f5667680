import { named } from '../../learning/named.ts';
import { byClass } from './byClass.ts';
import type { Deal } from './deal.ts';
import { dirichlet } from './dirichlet.ts';
import { region } from './region.ts';
import { share } from './share.ts';
import { size } from './size.ts';

/** All ways to deal, in the order in which they are offered. */
export const deals: readonly Deal[] = [share, region, byClass, size, dirichlet];

/** Throws a RangeError for a name that is not in the table. */
export function dealNamed(name: string): Deal {
  return named('deal', deals, name);
}
