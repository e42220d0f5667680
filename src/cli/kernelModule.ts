const lineLength = 96;

/** The text of `kernelBinary.ts` for this WebAssembly. */
export function kernelModule(binary: Uint8Array): string {
  const base64 = Buffer.from(binary).toString('base64');
  const lines = base64.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return `// Written by "npm run kernel" from kernel/ and source/; a test holds it against them.

/** The kernel's WebAssembly, in base64. */
export const kernelBinary = \`
${lines.join('\n')}\`;
`;
}
