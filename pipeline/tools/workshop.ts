/** The parent's side of the picture process: sends requests, ends what hangs, starts anew after a crash. */
import { type ChildProcess, fork } from 'node:child_process';
import type { PictureAnswer, PictureRequest } from './pictures-child.ts';

/** Wall clock of one request; the slowest sound picture seen took 6 s, an AVIF of 2560 px at high effort a minute. */
const REQUEST_LIMIT_MS = 180_000;

type Wish = PictureRequest extends infer Request ? (Request extends PictureRequest ? Omit<Request, 'id'> : never) : never;

export interface Workshop {
  /** Starts the process early, so that its start-up runs beside other work. */
  warm(): void;
  ask(wish: Wish): Promise<PictureAnswer>;
  close(): Promise<void>;
}

interface Pending {
  readonly resolve: (answer: PictureAnswer) => void;
  readonly timer: NodeJS.Timeout;
}

export function openWorkshop(): Workshop {
  const pending = new Map<number, Pending>();
  let child: ChildProcess | undefined;
  let count = 0;

  const failAll = (reason: string): void => {
    for (const [id, { resolve, timer }] of pending) {
      clearTimeout(timer);
      resolve({ id, ok: false, reason });
    }
    pending.clear();
  };

  const start = (): ChildProcess => {
    if (child?.connected) return child;
    const started = fork(new URL('./pictures-child.js', import.meta.url), {
      // Children share the terminal's group: ctrl-C reaches the parent alone, which then ends this one.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      detached: true,
      // Its memory is the pictures'; what it keeps of its own in V8's nursery grew to 30 MB and won nothing.
      execArgv: ['--max-semi-space-size=2'],
      // Two arenas keep glibc from holding on to freed pictures, at no cost in speed.
      env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    });
    started.on('message', (answer: PictureAnswer) => {
      const asked = pending.get(answer.id);
      if (!asked) return;
      clearTimeout(asked.timer);
      pending.delete(answer.id);
      asked.resolve(answer);
    });
    started.on('exit', (code, signal) => {
      if (child !== started) return;
      child = undefined;
      failAll(`crash: the picture process ended (${signal ?? code})`);
    });
    child = started;
    return started;
  };

  return {
    warm: () => void start(),
    ask(wish) {
      const process = start();
      const id = ++count;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          // A native call cannot be stopped in its process: end the process; the others are tried again one by one.
          failAll('timeout: the picture took too long');
          process.kill('SIGKILL');
        }, REQUEST_LIMIT_MS);
        pending.set(id, { resolve, timer });
        process.send({ ...wish, id });
      });
    },
    async close() {
      const last = child;
      child = undefined;
      failAll('cancelled');
      if (!last || last.exitCode !== null) return;
      const ended = new Promise((resolve) => last.once('exit', resolve));
      last.kill('SIGKILL');
      await ended;
    },
  };
}
