import { type EngineName, engineTitles } from '../../learning/engine.ts';
import type { EngineChoice } from '../../training/protocol/commands.ts';

/** What may do the arithmetic, as the screen offers it. */
export const engineChoices: readonly {
  readonly name: EngineChoice;
  readonly label: string;
  readonly description: string;
}[] = [
  {
    name: 'auto',
    label: 'Automatic',
    description: 'WebGL where a graphics processor answers, WebAssembly elsewhere.',
  },
  {
    name: 'webgl',
    label: engineTitles.webgl,
    description: 'TensorFlow.js on the graphics processor, with programs made for this network.',
  },
  {
    name: 'simd',
    label: engineTitles.simd,
    description:
      'On the processor, four numbers at a time (SIMD). Needs no graphics processor; fastest for small networks.',
  },
];

/** What people call an engine. */
export function engineTitle(name: EngineName): string {
  return engineTitles[name];
}
