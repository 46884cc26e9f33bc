/** `npm run bench -- NAME [--json]`: one measurement against a named peer, as ratios within one run. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const NAMES = [
  'banners-1000',
  'images-cold',
  'images-memory',
  'images-one-change',
  'images-quality',
  'noop-2000',
  'site-1000',
  'video-ladder',
  'video-noop',
];
const [name] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const asJson = process.argv.includes('--json');

if (!NAMES.includes(name)) {
  console.error(`${name ? `There is no bench called ${name}. ` : ''}Name one: npm run bench -- ${NAMES.join(' | ')}`);
  process.exit(2);
}
if (!existsSync(join(HERE, 'node_modules', '@11ty', 'eleventy-img'))) {
  console.error('Installing the peers into bench/node_modules …');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(2);
}

const { bench } = await import(`./cases/${name}.mjs`);
const { figures, targets, note } = await bench((line) => console.error(line));
const pass = Object.entries(targets).every(([figure, most]) => figures[figure] <= most);
if (asJson) {
  console.log(JSON.stringify({ name, figures, targets, pass }));
} else {
  console.log(`\n${name}${note ? `: ${note}` : ''}\n`);
  for (const [figure, value] of Object.entries(figures)) {
    const most = targets[figure];
    console.log(
      `  ${figure.padEnd(34)} ${String(Number(value.toFixed(3))).padStart(10)}${most === undefined ? '' : `   at most ${most}   ${value <= most ? 'yes' : 'NO'}`}`,
    );
  }
}
process.exitCode = pass ? 0 : 1;
