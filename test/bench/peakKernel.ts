import { compileKernel } from '../../src/cli/compileKernel.ts';
import { peakRounds, peakSums } from './peakOperations.ts';

/**
 * Compiles WebAssembly that only multiplies and adds, as fast as the processor can: s += p; p *= x.
 * The two do not depend on each other, so half as many hide the latency of each. With x = 1 all
 * values stay finite. WebAssembly SIMD has no fused operation.
 */
export function compilePeakKernel(): Promise<Uint8Array> {
  const pairs = Array.from({ length: peakSums }, (_, i) => ({ s: `s${i}`, p: `p${i}`, i }));
  const round = pairs.map(({ s, p }) => `${s} = f32x4.add(${s}, ${p}); ${p} = f32x4.mul(${p}, x);`);
  const rounds = Array.from({ length: peakRounds }, () => round).flat();
  const source = `
const results = memory.data(${16 * peakSums}, 16);
export function multiplyAdds(times: i32, factor: f32): void {
  const x = f32x4.splat(factor);
  ${pairs.map(({ s, p, i }) => `let ${s} = v128.load(results), ${p} = f32x4.splat(factor + ${i});`).join('\n  ')}
  for (let i = 0; i < times; i++) {
    ${rounds.join('\n    ')}
  }
  ${pairs.map(({ s, i }) => `v128.store(results + ${16 * i}, ${s});`).join('\n  ')}
}`;
  return compileKernel('peak.ts', new Map([['peak.ts', source]]));
}
