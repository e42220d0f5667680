import { named } from '../../../learning/named.ts';
import { addTool } from './addTool.ts';
import { askTool } from './askTool.ts';
import { eraseTool } from './eraseTool.ts';
import { flipTool } from './flipTool.ts';
import { lassoTool } from './lassoTool.ts';
import { lookTool } from './lookTool.ts';
import { moveTool } from './moveTool.ts';
import { sprayTool } from './sprayTool.ts';
import type { Tool } from './tool.ts';

/** The tools in the order of the bar; the first is the one that a page begins with. */
export const tools: readonly Tool[] = [
  lookTool,
  askTool,
  addTool,
  eraseTool,
  sprayTool,
  moveTool,
  flipTool,
  lassoTool,
];

/** @throws RangeError for a name that is not in the table. */
export function toolNamed(name: string): Tool {
  return named('tool', tools, name);
}
