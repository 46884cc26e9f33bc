/** Runs a script against compiled tools in a process of its own, so that a test can kill it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

export function temporary(name: string): string {
  return mkdtempSync(join(tmpdir(), `kader-${name}-`));
}

export interface Script {
  start(...args: string[]): ChildProcess;
  remove(): void;
}

/** `source` imports the tool as './tool.mjs'. */
export function compileScript(tool: string, source: string): Script {
  const folder = temporary('script');
  buildSync({
    entryPoints: [new URL(`../../pipeline/tools/${tool}.ts`, import.meta.url).pathname],
    outfile: join(folder, 'tool.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  writeFileSync(join(folder, 'script.mjs'), source);
  return {
    start: (...args) => spawn(process.execPath, [join(folder, 'script.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve())));
}

/** Lines the child printed so far; grows while it runs. */
export function linesOf(child: ChildProcess): string[] {
  const lines: string[] = [];
  let rest = '';
  child.stdout?.on('data', (data: Buffer) => {
    const parts = (rest + data.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return lines;
}

export async function until(isTrue: () => boolean, limitMs = 5000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
