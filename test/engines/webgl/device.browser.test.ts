import { env } from '@tensorflow/tfjs-core';
import { expect, it, onTestFinished } from 'vitest';
import { createDevice } from '../../../src/engines/webgl/device.ts';
import { borrowDevice, returnDevice } from '../../../src/engines/webgl/deviceShare.ts';
import { lookForWebgl, objectionTo } from '../../../src/engines/webgl/findings.ts';

it('is refused where tfjs would render in half precision', () => {
  const flag = 'WEBGL_RENDER_FLOAT32_ENABLED';
  const before = env().getBool(flag);
  onTestFinished(() => env().set(flag, before));
  env().set(flag, false);
  expect(createDevice).toThrow(
    'The graphics processor computes in half precision only, which is too coarse to train.',
  );
});

it('is shared until it is lost, and then a new one is made', () => {
  const one = borrowDevice();
  const other = borrowDevice();
  expect(other).toBe(one);
  one.gl.getExtension('WEBGL_lose_context')?.loseContext();
  const fresh = borrowDevice();
  expect(fresh).not.toBe(one);
  expect(() => fresh.check()).not.toThrow();
  for (const device of [one, other, fresh]) returnDevice(device);
});

it('is disposed of after 64 engines when nobody uses it, with their programs', () => {
  const first = borrowDevice();
  returnDevice(first);
  for (let i = 0; i < 64; i++) returnDevice(borrowDevice());
  const later = borrowDevice();
  expect(later).not.toBe(first);
  expect(() => first.check()).toThrow(/lost/);
  returnDevice(later);
});

it('is found, with a name', () => {
  const findings = lookForWebgl();
  expect(objectionTo(findings)).toBeUndefined();
  expect(findings.renderer).not.toBe('');
});
