import type { Snapshot } from './engine.ts';

/**
 * What makes a snapshot unusable by any network: progress that counts nothing, or a number that is
 * not finite. As a clause that says what was expected and what came; undefined where nothing does.
 */
export function snapshotFault(snapshot: Snapshot): string | undefined {
  const { step, epoch, position, updates } = snapshot.progress;
  for (const [name, count] of Object.entries({ step, epoch, position, updates })) {
    if (Number.isSafeInteger(count) && count >= 0) continue;
    return `${name}: expected a whole number from 0 to 2^53 − 1, got ${count}`;
  }
  return (
    finiteFault('parameter', snapshot.parameters) ??
    finiteFault('updater state', snapshot.updaterState)
  );
}

function finiteFault(name: string, values: Float32Array): string | undefined {
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index < 0) return undefined;
  return `${name} ${index}: expected a finite number, got ${values[index]}`;
}
