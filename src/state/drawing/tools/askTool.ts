import type { Tool } from './tool.ts';

/** The plot itself takes its taps. */
export const askTool: Tool = {
  name: 'ask',
  label: 'ask',
  does: 'A tap asks the model about that place; where it is wrong, you say what is right.',
  icon: 'M3 4h14v10h-8l-4 3v-3H3zM8.5 7.2c.3-1.6 3-1.5 3 .2 0 1.3-1.5 1.2-1.5 2.4M10 11.6v.4',
};
