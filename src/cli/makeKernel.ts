// Compiles the SIMD engine's kernel and writes it as a module.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel } from './compileKernel.ts';
import { kernelModule } from './kernelModule.ts';

const file = join(import.meta.dirname, '../engines/simd/kernelBinary.ts');

const binary = await compileKernel();
writeFileSync(file, kernelModule(binary));
console.log(`${file}: ${binary.length} bytes of WebAssembly`);
