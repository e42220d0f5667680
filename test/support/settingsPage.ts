import { format, resolveConfig } from 'prettier';
import { formerKeys } from '../../src/learning/settings/formerKeys.ts';
import { recipeExperimentSettings } from '../../src/learning/settings/recipeExperimentSettings.ts';
import type { SettingText } from '../../src/learning/settings/setting.ts';
import { addressSettings } from '../../src/state/page/address/addressSettings.ts';

const introduction = `# Settings

Every setting has one key. A link gives it as \`#key=value\`, several of them divided by \`&\`: \`#data=moon&hidden=8,4&updater=adam\`. The settings of samples, network and training are options of the terminal, too: \`--data moon --hidden 8,4 --updater adam\`. A setting that is left out has its default.

Numbers are decimal, with an optional exponent: \`0.01\`, \`1e-3\`. A decimal comma (\`0,5\`) and spaces between thousands (\`1 000\`) are understood. \`1,000\` is refused, because it can mean 1 or 1000.

This page is made from the tables in the code; a test compares both.
`;

const columns = ['Key', 'Name', 'Value', 'Default', 'Meaning'];

/** The text of docs/settings.md, made from the tables of settings. */
export async function settingsPage(file: string): Promise<string> {
  const inTerminal = new Set(recipeExperimentSettings.map(({ key }) => key));
  const text = [
    introduction,
    '## In links and in the terminal\n',
    table(addressSettings.filter(({ key }) => inTerminal.has(key))),
    '## In links only\n',
    table(addressSettings.filter(({ key }) => !inTerminal.has(key))),
    '## Keys of older links\n',
    ...[...formerKeys].map(([former, key]) => `- \`${former}\` is now \`${key}\``),
  ].join('\n');
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

function table(settings: readonly SettingText[]): string {
  const rows = settings.map(({ key, label, expected, defaultText, follows, meaning }) => {
    const brought = follows.map((other) => `\`${other}\``).join(' and ');
    const usual = `\`${defaultText}\`${brought === '' ? '' : `; ${brought} can bring another`}`;
    return row([`\`${key}\``, label, expected, usual, meaning]);
  });
  return `${row(columns)}\n${row(columns.map(() => '---'))}\n${rows.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
