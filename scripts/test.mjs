/** The one test command: compiles, lints, checks types, runs every test, and ends with one line of counts. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** In memory where there is room: hundreds of workspaces are written and removed, and a third of the time is waiting for the disk. */
const MEMORY = '/dev/shm';
const ROOM = 6e9;
const isRoomy = () => {
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM;
};
const scratch = mkdtempSync(join(existsSync(MEMORY) && isRoomy() ? MEMORY : tmpdir(), 'kader-test-'));
// Whatever tests leave behind goes with it.
process.env.TMPDIR = scratch;
const reportFile = join(scratch, 'report.json');
const program = (name) => join(root, 'node_modules', name);
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;

const steps = [
  ['compile', [join(root, 'scripts', 'compile.mjs')]],
  ['lint', [program('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']],
  ['types', [program('typescript/bin/tsc'), '-p', 'tsconfig.test.json']],
];
let broken = 0;
// Beside each other: none of them needs both cores.
const ended = steps.map(
  ([name, args]) =>
    new Promise((resolve) => {
      const step = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
      step.on('error', () => resolve([name, 1])).on('exit', (code) => resolve([name, code]));
    }),
);
for (const [name, code] of await Promise.all(ended)) {
  if (code === 0) continue;
  console.error(`${name} failed`);
  broken++;
}

const extra = process.argv.slice(2);
const soundTests = run([
  program('vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile}`,
  ...extra,
]);

let counts = { passed: 0, failed: 1, skipped: 0 };
const skipped = [];
try {
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  counts = { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests };
  // A file that does not load has no tests to fail; it counts as one.
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.length === 0) counts.failed++;
    for (const { status, fullName } of file.assertionResults) if (['pending', 'skipped', 'todo'].includes(status)) skipped.push(fullName);
  }
} catch {
  console.error('Vitest gave no report.');
}
rmSync(scratch, { recursive: true, force: true });

const { passed, skipped: left } = counts;
const failed = counts.failed + broken;
if (process.env.CI && left > 0) {
  console.error('A test that is skipped in CI fails CI:');
  for (const name of skipped) console.error(`  ${name}`);
}
const isSound = soundTests && failed === 0 && !(process.env.CI && left > 0);
process.exitCode = isSound ? 0 : 1;
console.log(`${passed} passed, ${failed} failed, ${left} skipped`);
