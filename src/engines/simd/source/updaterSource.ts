import type { Updater } from '../../../learning/updaters/updater.ts';
import { factorNames } from '../../stepFactors.ts';
import { VectorCode } from './vectorCode.ts';

/**
 * AssemblyScript that makes an update by each of the updaters, by its index in the table: over
 * `bytes` of parameters, gradient and slots, which follow one another in `state`. `factors` holds
 * the numbers of `StepFactors`. Numbers next to 0 become 0.
 */
export function updaterSource(updaters: readonly Updater[]): string {
  const cases = updaters.map(
    ({ name }, i) => `case ${i}: return ${name}(parameters, gradient, state, factors, bytes);`,
  );
  return `
import { exp, flush, log, tanh } from '../kernel/vectorMath.ts';
${updaters.map(updateLoop).join('\n')}
export function update(
  place: u32, parameters: usize, gradient: usize, state: usize, factors: usize, bytes: usize
): void {
  switch (place) {
    ${cases.join('\n    ')}
  }
}`;
}

function updateLoop(updater: Updater): string {
  const { name, slots, glsl } = updater;
  const factors = factorNames(updater);
  const variables = ['w', 'g', ...slots, ...factors];
  const code = new VectorCode(Object.fromEntries(variables.map((one) => [one, one])));
  code.statements(glsl);
  const places = slots.map((slot, i) => ({ slot, address: `state + ${i} * bytes + i` }));
  return `
function ${name}(
  parameters: usize, gradient: usize, state: usize, factors: usize, bytes: usize
): void {
  ${factors.map((one, i) => `const ${one} = v128.load32_splat(factors + ${4 * i});`).join('\n  ')}
  ${code.numbers.join('\n  ')}
  for (let i: usize = 0; i < bytes; i += 16) {
    const w = v128.load(parameters + i);
    const g = v128.load(gradient + i);
    ${places.map(({ slot, address }) => `const ${slot} = v128.load(${address});`).join('\n    ')}
    ${code.lines.join('\n    ')}
    v128.store(parameters + i, flush(${code.variable('w')}));
    ${places
      .map(({ slot, address }) => `v128.store(${address}, flush(${code.variable(slot)}));`)
      .join('\n    ')}
  }
}`;
}
