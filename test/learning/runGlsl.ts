import { runInThisContext } from 'node:vm';
import { defined } from '../../src/learning/defined.ts';

const builtIns = {
  abs: Math.abs,
  clamp: (x: number, low: number, high: number) => Math.min(Math.max(x, low), high),
  exp: (x: number) => singlePrecision('exp', x, Math.exp(x)),
  floor: Math.floor,
  log: Math.log,
  max: Math.max,
  min: Math.min,
  sign: Math.sign,
  sqrt: Math.sqrt,
  tanh(x: number) {
    // A driver may form e^2x.
    singlePrecision('tanh', x, Math.exp(2 * Math.abs(x)));
    return Math.tanh(x);
  },
};

const largestFloat = (2 - 2 ** -23) * 2 ** 127;

/** Names of GLSL that the families' expressions and statements may use. */
export const glslNames: readonly string[] = ['float', ...Object.keys(builtIns)];

/**
 * Runs GLSL statements over floats, which read as JavaScript once `float` reads `let`, in double
 * precision. Returns the variables as they are afterwards.
 * @throws RangeError where an exponential would overflow in single precision.
 */
export function runGlsl(
  statements: string,
  variables: Readonly<Record<string, number>>,
): Record<string, number> {
  const names = Object.keys(variables).join(', ');
  const body = `${statements.replaceAll('float ', 'let ')}; return { ${names} };`;
  const source = `({ ${Object.keys(builtIns).join(', ')} }, { ${names} }) => { ${body} }`;
  return (runInThisContext(source) as GlslFunction)(builtIns, variables);
}

type GlslFunction = (
  functions: typeof builtIns,
  variables: Readonly<Record<string, number>>,
) => Record<string, number>;

/** The value of a GLSL expression over floats; see `runGlsl`. */
export function evaluateGlsl(
  expression: string,
  variables: Readonly<Record<string, number>>,
): number {
  const { result } = runGlsl(`result = (${expression})`, { ...variables, result: NaN });
  return defined(result, 'result');
}

/** All identifiers in a piece of GLSL, each once. */
export function glslIdentifiers(glsl: string): string[] {
  return [...new Set(glsl.match(/(?<![\w.])[a-zA-Z_]\w*/g))];
}

/** All numbers in it that GLSL would take for integers. */
export function glslIntegers(glsl: string): string[] {
  return glsl.match(/(?<![\w.])\d+(?![\w.])/g) ?? [];
}

function singlePrecision(name: string, argument: number, result: number): number {
  if (result <= largestFloat || Number.isNaN(result)) return result;
  throw new RangeError(`${name}: expected no overflow in single precision, got ${argument}`);
}
