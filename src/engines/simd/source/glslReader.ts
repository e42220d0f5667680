import { tokensOf } from './tokens.ts';

/** Builds values from values; a value is any representation of a vector of four floats. */
export interface Operations<Value> {
  readonly number: (literal: string) => Value;
  readonly variable: (name: string) => Value;
  readonly apply: (operation: string, operands: readonly Value[]) => Value;
}

/** How tightly binary operators bind; all are left-associative. */
const binding: Readonly<Record<string, number>> = {
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
};

/**
 * Reads the GLSL of the families (expressions of floats; assignments, declarations and blocks), and
 * translates it into operations. Names of operations are the operators, `negate`, `select`
 * (condition, then, else) and GLSL's functions.
 * @throws SyntaxError for what is not in this part of GLSL.
 */
export class GlslReader<Value> {
  readonly #tokens: readonly string[];
  readonly #operations: Operations<Value>;
  readonly #assign: (name: string, value: Value) => void;
  #next = 0;

  constructor(
    glsl: string,
    operations: Operations<Value>,
    assign: (name: string, value: Value) => void = () => undefined,
  ) {
    this.#tokens = tokensOf(glsl);
    this.#operations = operations;
    this.#assign = assign;
  }

  /** The value of a whole text that is one expression. */
  expression(): Value {
    const value = this.#choice();
    if (this.#peek() !== undefined) this.#refuse('the end');
    return value;
  }

  /** Executes a whole text of statements, in their order. */
  statements(): void {
    while (this.#peek() !== undefined) this.#statement();
  }

  #statement(): void {
    if (this.#take('{')) {
      while (!this.#take('}')) this.#statement();
      return;
    }
    if (this.#take('float')) {
      const name = this.#name();
      this.#expect('=');
      this.#assign(name, this.#choice());
    } else {
      this.#assignment();
    }
    this.#expect(';');
  }

  #assignment(): void {
    const name = this.#name();
    if (this.#take('=')) {
      this.#assign(name, this.#choice());
      return;
    }
    const operator = ['+', '-', '*', '/'].find((one) => this.#take(`${one}=`));
    if (operator === undefined) this.#refuse('an assignment');
    const before = this.#operations.variable(name);
    this.#assign(name, this.#operations.apply(operator, [before, this.#choice()]));
  }

  #choice(): Value {
    const condition = this.#binary(1);
    if (!this.#take('?')) return condition;
    const chosen = this.#choice();
    this.#expect(':');
    return this.#operations.apply('select', [condition, chosen, this.#choice()]);
  }

  #binary(loosest: number): Value {
    let left = this.#unary();
    for (;;) {
      const operator = this.#peek() ?? '';
      const tightness = binding[operator] ?? 0;
      if (tightness < loosest) return left;
      this.#next++;
      left = this.#operations.apply(operator, [left, this.#binary(tightness + 1)]);
    }
  }

  #unary(): Value {
    if (this.#take('-')) return this.#operations.apply('negate', [this.#unary()]);
    if (this.#take('(')) {
      const value = this.#choice();
      this.#expect(')');
      return value;
    }
    const token = this.#peek() ?? '';
    if (!/^[\d.]/.test(token)) return this.#nameOrCall();
    this.#next++;
    return this.#operations.number(token);
  }

  #nameOrCall(): Value {
    const name = this.#name();
    if (!this.#take('(')) return this.#operations.variable(name);
    const operands = [this.#choice()];
    while (this.#take(',')) operands.push(this.#choice());
    this.#expect(')');
    return this.#operations.apply(name, operands);
  }

  #name(): string {
    const token = this.#peek();
    if (token === undefined || !/^[a-zA-Z_]/.test(token)) this.#refuse('a name');
    this.#next++;
    return token;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#next++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) this.#refuse(`"${token}"`);
  }

  #refuse(expected: string): never {
    const found = this.#peek();
    const got = found === undefined ? 'the end' : `"${found}"`;
    throw new SyntaxError(`expected ${expected}, got ${got} in GLSL: ${this.#tokens.join(' ')}`);
  }
}
