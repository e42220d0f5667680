import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel } from '../../../src/cli/compileKernel.ts';
import { kernelModule } from '../../../src/cli/kernelModule.ts';

const file = join(import.meta.dirname, '../../../src/engines/simd/kernelBinary.ts');

test('the kernel is what its sources compile to; if not: npm run kernel', async () => {
  expect(readFileSync(file, 'utf8')).toBe(kernelModule(await compileKernel()));
}, 120_000);

test('a kernel that does not compile is refused in the compiler’s words', async () => {
  const wrong = new Map([['entry.ts', 'export function f(): i32 { return nothing; }']]);
  await expect(compileKernel('entry.ts', wrong)).rejects.toThrow("Cannot find name 'nothing'");
});
