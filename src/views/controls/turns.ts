import { getContext, setContext } from 'svelte';
import type { Turns } from '../../state/page/turns.ts';

const key = Symbol('turns');

/** Lets what is `InTurn` in this component and in those in it begin by these turns. */
export function provideTurns(turns: Turns): void {
  setContext(key, turns);
}

/** Undefined where nobody provides them. */
export function providedTurns(): Turns | undefined {
  return getContext<Turns | undefined>(key);
}
