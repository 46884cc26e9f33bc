/** Runs a command and tells its wall time, the CPU seconds of its whole tree and its peak memory. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 25;

/** @returns {Promise<{ wall: number, cpu: number, rss: number, together: number }>} seconds, seconds, bytes at most of the largest process and of all together. */
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
    let together = 0;
    child.stderr.on('data', (data) => {
      text += data;
    });
    const timer = setInterval(() => {
      const now = memoryBelow(child.pid);
      rss = Math.max(rss, now.largest);
      together = Math.max(together, now.together);
    }, SAMPLE_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const [user, system] = text.trim().split('\n').at(-1).split(' ').map(Number);
      if (code !== 0 && !options.anyExit) reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${text}`));
      else resolve({ wall: (performance.now() - start) / 1000, cpu: user + system, rss, together });
    });
  });
}

/** Of the processes below one: the peak of the largest, as Linux keeps it, and what all hold at this moment. */
function memoryBelow(root) {
  const parents = new Map();
  const peaks = new Map();
  const held = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const kilobytes = (name) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(pid), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      peaks.set(Number(pid), kilobytes('VmHWM'));
      held.set(Number(pid), kilobytes('VmRSS'));
    } catch {
      // It ended while the list was read.
    }
  }
  let largest = 0;
  let together = 0;
  for (const [pid, peak] of peaks) {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) {
      if (at !== root) continue;
      largest = Math.max(largest, peak);
      together += held.get(pid) ?? 0;
    }
  }
  return { largest, together };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
