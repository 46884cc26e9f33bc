/** Runs a command and tells its wall time, the CPU seconds of its whole tree and its peak memory. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 25;

/** @returns {Promise<{ wall: number, cpu: number, rss: number }>} seconds, seconds, bytes of the largest process. */
export function measure(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // Bash counts every descendant that was waited for; Node tells only of itself.
    const child = spawn('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>"$KADER_BENCH_LOG"', 'bench', command, ...args], {
      ...options,
      env: { ...process.env, NO_COLOR: '1', CI: '1', KADER_BENCH_LOG: options.log ?? '/dev/null', ...options.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let text = '';
    let rss = 0;
    child.stderr.on('data', (data) => {
      text += data;
    });
    const timer = setInterval(() => {
      rss = Math.max(rss, largest(child.pid));
    }, SAMPLE_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const [user, system] = text.trim().split('\n').at(-1).split(' ').map(Number);
      if (code !== 0 && !options.anyExit) reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${text}`));
      else resolve({ wall: (performance.now() - start) / 1000, cpu: user + system, rss });
    });
  });
}

/** Peak memory of the largest process below a process, as Linux keeps it. */
function largest(root) {
  const parents = new Map();
  const peaks = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      parents.set(Number(pid), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      peaks.set(Number(pid), 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // It ended while the list was read.
    }
  }
  let most = 0;
  for (const [pid, peak] of peaks) {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) {
      if (at === root) most = Math.max(most, peak);
    }
  }
  return most;
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
