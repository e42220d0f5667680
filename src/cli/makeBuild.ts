import { relative, resolve } from 'node:path';
import { buildApplication } from './build/buildApplication.ts';

const root = resolve(import.meta.dirname, '../..');
const ending = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => ending.abort());
}
try {
  const announce = () => void process.stdout.write('Building the application …\n');
  const folder = await buildApplication(root, announce, ending.signal);
  process.stdout.write(`The application is in ${relative(root, folder)}/.\n`);
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = ending.signal.aborted ? 130 : 1;
}
