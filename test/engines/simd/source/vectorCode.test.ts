import { describe, expect, test } from 'vitest';
import { activationSource } from '../../../../src/engines/simd/source/activationSource.ts';
import { updaterSource } from '../../../../src/engines/simd/source/updaterSource.ts';
import { VectorCode } from '../../../../src/engines/simd/source/vectorCode.ts';
import { relu } from '../../../../src/learning/activations/relu.ts';
import { sgd } from '../../../../src/learning/updaters/sgd.ts';

describe('vector code', () => {
  test('does the same operation on the same operands once', () => {
    const code = new VectorCode({ z: 'z' });
    const result = code.expression('exp(-z) / (1.0 + exp(-z))');
    expect(code.numbers).toEqual(['const c0 = f32x4.splat(1.0);']);
    expect(code.lines).toEqual([
      'const t0 = f32x4.neg(z);',
      'const t1 = exp(t0);',
      'const t2 = f32x4.add(c0, t1);',
      'const t3 = f32x4.div(t1, t2);',
    ]);
    expect(result).toBe('t3');
  });

  test('knows which value a variable has after its assignments', () => {
    const code = new VectorCode({ m: 'm0', g: 'g0' });
    code.statements('m += g; m = m * m;');
    expect(code.lines).toEqual(['const t0 = f32x4.add(m0, g0);', 'const t1 = f32x4.mul(t0, t0);']);
    expect([code.variable('m'), code.variable('g')]).toEqual(['t1', 'g0']);
  });

  test.each([
    ['q', 'expected one of the variables z, got "q"'],
    ['cosh(z)', 'got cosh with 1'],
    ['max(z)', 'got max with 1'],
  ])('refuses %s', (glsl, message) => {
    expect(() => new VectorCode({ z: 'z' }).expression(glsl)).toThrow(message);
  });
});

describe('a member of a family that vectors cannot compute stops the build:', () => {
  test('an activation', () => {
    expect(() => activationSource([{ ...relu, glslValue: 'mix(z, 0.0, 0.5)' }])).toThrow(/got mix/);
    expect(() => activationSource([{ ...relu, glslSlope: '' }])).toThrow(/got the end/);
  });

  test('an updater', () => {
    expect(() => updaterSource([{ ...sgd, glsl: 'w -= speed * g;' }])).toThrow(/got "speed"/);
  });
});
