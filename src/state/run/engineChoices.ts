import { engineNames } from '../../engines/engineNames.ts';
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
  ...engineNames.map(({ name, title: label, description }) => ({ name, label, description })),
];
