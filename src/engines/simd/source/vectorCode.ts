import { GlslReader } from './glslReader.ts';

type Emit = (...operands: readonly string[]) => string;

const one = 'f32x4.splat(1)';
const zero = 'f32x4.splat(0)';

/**
 * The AssemblyScript of GLSL's operations on vectors of four floats. GLSL's max and min are
 * WebAssembly's pmax and pmin; exp, log and tanh are functions of the kernel.
 */
const operations: Readonly<Record<string, Emit | undefined>> = {
  '+': (a, b) => `f32x4.add(${a}, ${b})`,
  '-': (a, b) => `f32x4.sub(${a}, ${b})`,
  '*': (a, b) => `f32x4.mul(${a}, ${b})`,
  '/': (a, b) => `f32x4.div(${a}, ${b})`,
  '<': (a, b) => `f32x4.lt(${a}, ${b})`,
  '>': (a, b) => `f32x4.gt(${a}, ${b})`,
  '<=': (a, b) => `f32x4.le(${a}, ${b})`,
  '>=': (a, b) => `f32x4.ge(${a}, ${b})`,
  negate: (a) => `f32x4.neg(${a})`,
  select: (condition, a, b) => `v128.bitselect(${a}, ${b}, ${condition})`,
  abs: (a) => `f32x4.abs(${a})`,
  clamp: (a, low, high) => `f32x4.pmin(f32x4.pmax(${a}, ${low}), ${high})`,
  exp: (a) => `exp(${a})`,
  floor: (a) => `f32x4.floor(${a})`,
  log: (a) => `log(${a})`,
  max: (a, b) => `f32x4.pmax(${a}, ${b})`,
  min: (a, b) => `f32x4.pmin(${a}, ${b})`,
  sign: (a) =>
    `f32x4.sub(v128.and(f32x4.gt(${a}, ${zero}), ${one}), v128.and(f32x4.lt(${a}, ${zero}), ${one}))`,
  sqrt: (a) => `f32x4.sqrt(${a})`,
  tanh: (a) => `tanh(${a})`,
};

/**
 * Straight-line AssemblyScript over vectors. Each operation becomes a constant; the same operation
 * on the same operands is done once. Numbers are declared separately, to keep them out of loops.
 */
export class VectorCode {
  readonly #values = new Map<string, string>();
  readonly #numbers = new Map<string, string>();
  readonly #lines = new Map<string, string>();

  /** `variables`: names in GLSL, with the AssemblyScript name that holds the value. */
  constructor(variables: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(variables)) this.#values.set(name, value);
  }

  /** Declarations of the numbers. */
  get numbers(): string[] {
    return declarations(this.#numbers);
  }

  /** Declarations of everything else, in order. */
  get lines(): string[] {
    return declarations(this.#lines);
  }

  /** The name that holds the current value of that variable. */
  variable(name: string): string {
    const value = this.#values.get(name);
    if (value !== undefined) return value;
    const known = Array.from(this.#values.keys()).join(', ');
    throw new SyntaxError(`expected one of the variables ${known}, got "${name}"`);
  }

  /** The name that holds the value of the expression. */
  expression(glsl: string): string {
    return this.#reader(glsl).expression();
  }

  /** Executes statements; variables have their new values afterwards. */
  statements(glsl: string): void {
    this.#reader(glsl).statements();
  }

  assign(name: string, value: string): void {
    this.#values.set(name, value);
  }

  #reader(glsl: string): GlslReader<string> {
    return new GlslReader<string>(
      glsl,
      {
        number: (literal) => once(this.#numbers, 'c', `f32x4.splat(${literal})`),
        variable: (name) => this.variable(name),
        apply: (operation, operands) => this.#apply(operation, operands),
      },
      (name, value) => this.assign(name, value),
    );
  }

  #apply(operation: string, operands: readonly string[]): string {
    const emit = operations[operation];
    if (emit?.length === operands.length) {
      return once(this.#lines, 't', emit(...operands));
    }
    throw new SyntaxError(
      `expected one of ${Object.keys(operations).join(', ')} with as many operands as it takes, ` +
        `got ${operation} with ${operands.length}`,
    );
  }
}

/** The name of the constant that holds the code's value; a new one where there is none. */
function once(constants: Map<string, string>, prefix: string, code: string): string {
  const name = constants.get(code) ?? `${prefix}${constants.size}`;
  constants.set(code, name);
  return name;
}

function declarations(constants: ReadonlyMap<string, string>): string[] {
  return Array.from(constants, ([code, name]) => `const ${name} = ${code};`);
}
