import type { TrainingJob } from './prepareTraining.ts';
import type { Terminal } from './terminal.ts';

/** Prints what was recognised in the files of samples; beside JSON, only a warning, as an error. */
export function tellSamples(
  { sentences, warning }: Pick<TrainingJob, 'sentences' | 'warning'>,
  { json }: { readonly json: boolean },
  terminal: Terminal,
): void {
  if (json) {
    if (warning !== '') terminal.complain(`${warning}\n`);
    return;
  }
  for (const sentence of sentences) terminal.write(`${sentence}\n`);
  if (warning !== '') terminal.write(`${warning}\n`);
}
