/** Compiles the engine to dist/ when its sources are here; an installed package has no sources and needs nothing. */

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
if (existsSync(join(root, 'pipeline', 'cli.ts'))) {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [compiler, '-p', root], { stdio: 'inherit', cwd: root });
  process.exitCode = status ?? 1;
}
