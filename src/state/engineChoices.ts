import type { EngineName } from '../learning/engine.ts';
import type { EngineChoice } from '../training/messages.ts';

/** What may do the arithmetic, as the screen offers it. */
export const engineChoices: readonly {
  readonly name: EngineChoice;
  readonly label: string;
  readonly description: string;
}[] = [
  {
    name: 'auto',
    label: 'Automatic',
    description: 'WebGL where a graphics processor answers, plain JavaScript elsewhere.',
  },
  {
    name: 'webgl',
    label: 'WebGL',
    description: 'TensorFlow.js on the graphics processor, with programs made for this network.',
  },
  {
    name: 'plain',
    label: 'Plain JavaScript',
    description: 'On the processor, in one thread. Works everywhere; fast for small networks.',
  },
];

export function engineLabel(name: EngineName): string {
  return engineChoices.find((choice) => choice.name === name)?.label ?? name;
}
