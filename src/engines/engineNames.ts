/** An engine as the screen and the address name it; plain data. */
export interface EngineDescription {
  /** In addresses, options and messages. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** What it runs on and what it needs, in full sentences. */
  readonly description: string;
}

/**
 * All engines in order of preference. Each needs less of the device than the one before it; the
 * last one needs no graphics processor and no download. What they do is in `engines.ts`, in this
 * order.
 */
export const engineNames: readonly EngineDescription[] = [
  {
    name: 'webgl',
    title: 'WebGL',
    description: 'TensorFlow.js on the graphics processor, with programs made for this network.',
  },
  {
    name: 'simd',
    title: 'WebAssembly',
    description:
      'On the processor, four numbers at a time (SIMD). Needs no graphics processor; fastest for small networks.',
  },
];

/** What people call the engine of that name; the name itself where the table does not have it. */
export function engineTitle(name: string): string {
  return engineNames.find((engine) => engine.name === name)?.title ?? name;
}
