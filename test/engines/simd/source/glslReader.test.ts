import { describe, expect, test } from 'vitest';
import { GlslReader, type Operations } from '../../../../src/engines/simd/source/glslReader.ts';

/** Writes the operations that were read, as (name operand operand). */
const written: Operations<string> = {
  number: (literal) => literal,
  variable: (name) => name,
  apply: (operation, operands) => `(${[operation, ...operands].join(' ')})`,
};

const read = (glsl: string) => new GlslReader(glsl, written).expression();

function carryOut(glsl: string): string[] {
  const assignments: string[] = [];
  new GlslReader(glsl, written, (name, value) =>
    assignments.push(`${name}: ${value}`),
  ).statements();
  return assignments;
}

describe('expressions', () => {
  test.each([
    ['1.5', '1.5'],
    ['a + b * c', '(+ a (* b c))'],
    ['a * b + c', '(+ (* a b) c)'],
    ['a - b - c', '(- (- a b) c)'],
    ['a / b / c', '(/ (/ a b) c)'],
    ['(a - b) * c', '(* (- a b) c)'],
    ['-a * b', '(* (negate a) b)'],
    ['a - -b', '(- a (negate b))'],
    ['max(a, 0.0) + exp(-abs(z))', '(+ (max a 0.0) (exp (negate (abs z))))'],
    ['z > 0.0 ? z : 0.01 * z', '(select (> z 0.0) z (* 0.01 z))'],
    ['a < b ? c : d <= e ? f : g', '(select (< a b) c (select (<= d e) f g))'],
    ['1e-7 + 2.5E+3 + .5', '(+ (+ 1e-7 2.5E+3) .5)'],
  ])('%s', (glsl, meaning) => {
    expect(read(glsl)).toBe(meaning);
  });
});

describe('statements', () => {
  test('are executed in order, with blocks and declarations', () => {
    const glsl = `
      s += share * (g * g - s);
      { float d = sqrt(s); w -= rate * d; }
      u = d;`;
    expect(carryOut(glsl)).toEqual([
      's: (+ s (* share (- (* g g) s)))',
      'd: (sqrt s)',
      'w: (- w (* rate d))',
      'u: d',
    ]);
  });

  test.each(['*', '/', '+', '-'])('know the assignment %s=', (operator) => {
    expect(carryOut(`a ${operator}= b;`)).toEqual([`a: (${operator} a b)`]);
  });
});

describe('what is not in this part of GLSL is refused:', () => {
  test.each([
    ['a +', 'expected a name, got the end'],
    ['a b', 'expected the end, got "b"'],
    ['max(a', 'expected ")", got the end'],
    ['a ? b', 'expected ":", got the end'],
    ['a % b', 'expected GLSL, got "% b"'],
    ['a[0]', 'expected GLSL, got "[0]"'],
  ])('%s', (glsl, message) => {
    expect(() => read(glsl)).toThrow(message);
  });

  test.each([
    ['a = b', 'expected ";", got the end'],
    ['a;', 'expected an assignment, got ";"'],
    ['{ a = b;', 'expected a name, got the end'],
    ['int i = 1;', 'expected an assignment, got "i"'],
  ])('%s', (glsl, message) => {
    expect(() => carryOut(glsl)).toThrow(message);
  });
});
