import { compileKernel } from '../../src/cli/compileKernel.ts';
import { peakSums } from './peakSums.ts';

/** WebAssembly that does nothing but multiply and add, as fast as the processor can. */
export function compilePeakKernel(): Promise<Uint8Array> {
  const sums = Array.from({ length: peakSums }, (_, i) => `s${i}`);
  // Each s is s·x + y: with x = ½ and y = 1 it tends to 2. WebAssembly SIMD has no fused operation.
  const source = `
const results = memory.data(${16 * peakSums}, 16);
export function multiplyAdds(times: i32): void {
  const x = f32x4.splat(0.5);
  const y = f32x4.splat(1);
  ${sums.map((sum) => `let ${sum} = v128.load(results);`).join('\n  ')}
  for (let i = 0; i < times; i++) {
    ${sums.map((sum) => `${sum} = f32x4.add(f32x4.mul(${sum}, x), y);`).join('\n    ')}
  }
  ${sums.map((sum, i) => `v128.store(results + ${16 * i}, ${sum});`).join('\n  ')}
}`;
  return compileKernel('peak.ts', new Map([['peak.ts', source]]));
}
