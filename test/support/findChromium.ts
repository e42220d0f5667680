import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** Arguments of Chromium in every test: WebGL in software, and no requests of its own. */
export const chromiumArguments = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const variables = ['EDGEWISE_CHROMIUM', 'CHROME_PATH'];

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const macApplications = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** What the search needs to know about the machine; an argument, so that tests can vary it. */
export interface Machine {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  isProgram: (path: string) => boolean;
  /** The path of Playwright's own download, which need not exist. */
  playwrightPath: string;
}

/**
 * The path of a Chromium, Chrome or Edge, or undefined if there is none. Order: the environment
 * variables EDGEWISE_CHROMIUM and CHROME_PATH, the usual names on PATH, the usual places, and
 * Playwright's own download.
 * @throws if a variable is set and does not name a program.
 */
export function locateChromium(machine: Machine = thisMachine()): string | undefined {
  const candidates = [
    ...onPath(machine),
    ...usualPlaces(machine),
    ...(machine.playwrightPath === '' ? [] : [machine.playwrightPath]),
  ];
  return named(machine) ?? candidates.find(machine.isProgram);
}

/**
 * Like `locateChromium`, but installs Debian's `chromium` if that is possible (Debian or Ubuntu, as
 * root), and otherwise throws an error with the one command to run.
 */
export function findChromium(): string {
  const present = locateChromium();
  if (present !== undefined) return present;
  if (mayInstall()) {
    installChromium();
    const installed = locateChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The browser tests expected a Chromium, Chrome or Edge and found none. Run ' +
      '"npx playwright install chromium", or name one in EDGEWISE_CHROMIUM.',
  );
}

function named({ environment, isProgram }: Machine): string | undefined {
  for (const variable of variables) {
    const path = environment[variable];
    if (path === undefined || path === '') continue;
    if (isProgram(path)) return path;
    throw new Error(`Expected ${variable} to name a browser's program file, got "${path}".`);
  }
  return undefined;
}

function onPath({ platform, environment }: Machine): string[] {
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(Boolean);
  const suffix = platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function usualPlaces({ platform, environment }: Machine): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(environment.HOME ?? homedir(), 'Applications')];
    return folders.flatMap((folder) => macApplications.map((path) => join(folder, path)));
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    return folders.flatMap((variable) => {
      const folder = environment[variable];
      return folder === undefined ? [] : windowsPrograms.map((path) => `${folder}\\${path}`);
    });
  }
  return ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    names.map((name) => `${folder}/${name}`),
  );
}

/** This computer, with its environment variables or with others. */
export function thisMachine(environment: Machine['environment'] = process.env): Machine {
  return {
    platform: process.platform,
    environment,
    isProgram: isExecutableFile,
    playwrightPath: chromium.executablePath(),
  };
}

function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function mayInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** On Ubuntu the package needs snap; without it, the search afterwards finds no program. */
function installChromium(): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...values: string[]) =>
    execFileSync('apt-get', values, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  process.stderr.write('Installing the chromium package (apt-get) …\n');
  try {
    aptGet('update', '-q');
    aptGet('install', '-y', '-q', '--no-install-recommends', 'chromium');
  } catch {
    process.stderr.write('apt-get could not install the chromium package.\n');
  }
}
