// Runs one of the project's TypeScript programs in a checkout that may not be installed yet.
// Plain JavaScript that needs only Node, because it runs before any package is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const programs = {
  install: undefined,
  start: 'src/cli/start.ts',
  build: 'src/cli/makeBuild.ts',
  test: 'test/run.ts',
  edgewise: 'src/cli/edgewise.ts',
  data: 'src/cli/makeData.ts',
  kernel: 'src/cli/makeKernel.ts',
  bench: 'test/bench/run.ts',
};

/** Programs that need no package of the devDependencies. */
const slim = ['start', 'build', 'edgewise', 'data'];

/** Exit codes; those of `edgewise` are in exitCodes.ts. */
const wrongUse = 2;
const installationFailed = 3;

/** Ends the program with a sentence, also as JSON where the words ask for it. */
function refuse(sentence, exitCode) {
  const error = { kind: exitCode === wrongUse ? 'usage' : 'fault', message: sentence, exitCode };
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error }, null, 2));
  console.error(sentence);
  process.exit(exitCode);
}

/** A program that starts in a folder that is gone fails wherever it first asks for it. */
function requireFolder() {
  try {
    process.cwd();
  } catch {
    refuse('The folder that this was started in is gone; go to another one.', wrongUse);
  }
}

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  const version = `this is Node ${process.versions.node}`;
  refuse(`Edgewise needs Node ${major}.${minor} or newer; ${version}.`, installationFailed);
}

function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(resolve(root, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Compares our lock file with npm's list of what it installed, node_modules/.package-lock.json. A
 * slim program also starts after `npm ci --omit=dev`.
 */
function isInstalled(name) {
  const wanted = lockedPackages('package-lock.json') ?? {};
  const present = lockedPackages('node_modules/.package-lock.json');
  if (present === undefined) return false;
  const mayBeMissing = ({ optional, dev }) => optional === true || (dev && slim.includes(name));
  return Object.entries(wanted).every(
    ([path, locked]) =>
      path === '' ||
      (present[path] === undefined
        ? mayBeMissing(locked)
        : present[path].version === locked.version && present[path].integrity === locked.integrity),
  );
}

/** Installs the locked packages. npm's output goes to stderr, so stdout holds only the program's. */
function install() {
  process.stderr.write('Installing packages (npm ci) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) return;
  refuse('npm ci failed; see its output above.', installationFailed);
}

async function run(program, values) {
  const entry = resolve(root, program);
  process.argv = [process.execPath, entry, ...values];
  // tsx runs what it finds in its cache, which is in the system's folder for temporary files under a
  // name that another user can guess and take first. Compiling anew takes a tenth of a second.
  process.env.TSX_DISABLE_CACHE = '1';
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(entry).href);
}

const [name = '', ...values] = process.argv.slice(2);
if (!Object.hasOwn(programs, name)) {
  const names = Object.keys(programs).join(', ');
  refuse(`Expected one of ${names}, got ${JSON.stringify(name)}.`, wrongUse);
}
requireFolder();
requireNode(20, 19);
if (!isInstalled(name)) install();
const program = programs[name];
if (program !== undefined) await run(program, values);
