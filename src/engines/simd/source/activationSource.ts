import type { Activation } from '../../../learning/activations/activation.ts';
import { VectorCode } from './vectorCode.ts';

/** AssemblyScript that applies each of the activations, by its index in the table. */
export function activationSource(activations: readonly Activation[]): string {
  return [
    `import { exp, log, tanh } from '../kernel/vectorMath.ts';`,
    ...activations.flatMap(({ name, glslValue, glslSlope }) => {
      const value = new VectorCode({ z: 'z' });
      const result = value.expression(glslValue);
      const both = new VectorCode({ z: 'z' });
      both.assign('a', both.expression(glslValue));
      const slope = both.expression(glslSlope);
      return [
        loop(`${name}Values`, value, [`v128.store(values + i, ${result});`]),
        loop(`${name}Slopes`, both, [
          `v128.store(values + i, ${both.variable('a')});`,
          `v128.store(slopes + i, ${slope});`,
        ]),
      ];
    }),
    dispatch('activate', 'Values', activations),
    dispatch('activateWithSlopes', 'Slopes', activations),
  ].join('\n');
}

function loop(name: string, code: VectorCode, stores: readonly string[]): string {
  return `
function ${name}(values: usize, slopes: usize, bytes: usize): void {
  ${code.numbers.join('\n  ')}
  for (let i: usize = 0; i < bytes; i += 16) {
    const z = v128.load(values + i);
    ${[...code.lines, ...stores].join('\n    ')}
  }
}`;
}

function dispatch(name: string, kind: string, activations: readonly Activation[]): string {
  const cases = activations.map(
    (activation, i) => `case ${i}: return ${activation.name}${kind}(values, slopes, bytes);`,
  );
  return `
export function ${name}(place: u32, values: usize, slopes: usize, bytes: usize): void {
  switch (place) {
    ${cases.join('\n    ')}
  }
}`;
}
