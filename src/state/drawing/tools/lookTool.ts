import type { Tool } from './tool.ts';

export const lookTool: Tool = {
  name: 'look',
  label: 'look',
  does: 'Reads the plot; a long press on a sample opens its menu.',
  icon: 'M10 2v5M10 13v5M2 10h5M13 10h5M10 9.5v1',
};
