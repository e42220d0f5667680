import { newCell, writeNotebook } from '../../notebook/notebookFile.ts';
import { readSettings, writeSettings } from '../page/address/settingsText.ts';

const introduction = `# My experiment

This notebook has the experiment of the playground. Open the text of a cell (‹›), change a setting, and run it (Shift-Enter).`;

const accuracies = `After \${now.epoch} epochs, \${(100 * (now.trainingAccuracy ?? 0)).toFixed(1)} % of the training samples and \${(100 * (now.evaluationAccuracy ?? 0)).toFixed(1)} % of the evaluation samples are right.`;

/**
 * The text of a notebook with the experiment of these settings, as an address has them: a trainer, its
 * loss and its statistics. What cannot be used is left out.
 */
export function experimentNotebook(settings: string): string {
  const cells = [
    ['md', introduction],
    ['js', 'import {trainer, lossChart, statistics} from "./edgewise.js";'],
    ['js', `const net = display(trainer({${trainerOptions(settings)}}));`],
    ['js', 'const now = Generators.input(net);'],
    ['md', accuracies],
    ['js', 'display(lossChart(net));\ndisplay(statistics(net));'],
  ] as const;
  return writeNotebook({
    title: 'My experiment',
    theme: 'air',
    readOnly: false,
    cells: cells.map(([mode, text], index) => newCell(index + 1, mode, text)),
  });
}

/** The settings as the options of a trainer, in JavaScript, one a line. */
export function trainerOptions(text: string): string {
  const written = writeSettings(readSettings(text).settings);
  const lines = written.split('&').flatMap((pair) => {
    const [key = '', value = ''] = pair.split('=');
    // Which parts of the page to show is no matter of a trainer.
    return key === '' || key === 'hide' ? [] : [`\n  ${optionName(key)}: ${literal(value)}`];
  });
  return lines.length > 0 ? `${lines.join(',')}\n` : '';
}

function optionName(key: string): string {
  return key.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
}

/** A number, a list of numbers, or a text. */
function literal(value: string): string {
  const isNumber = (text: string) =>
    /^-?\d+(?:\.\d+)?$/.test(text) && String(Number(text)) === text;
  const parts = value.split(',');
  if (value !== '' && parts.every(isNumber))
    return parts.length > 1 ? `[${parts.join(', ')}]` : value;
  return JSON.stringify(value);
}
