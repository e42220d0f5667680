import { poisons } from '../../federated/poisons/poisons.ts';
import type { Choice } from '../experiment/choices.ts';

/** What a device of a room may be told to do, and to be honest again. */
export const poisonChoices: readonly Choice[] = [{ name: '', label: 'none' }, ...poisons];
