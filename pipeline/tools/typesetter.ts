/**
 * The main side of the thread in which templates are rendered. Eleventy loads and works beside us, a house style's own
 * code is read anew for each build, and templates that never end do not hold ctrl-C.
 */
import { Worker } from 'node:worker_threads';
import type { Rendering } from '../model/rendering.ts';
import { blamed, type RenderInput } from './eleventy.ts';
import type { RenderAnswer } from './eleventy-worker.ts';

export interface Typesetter {
  /** Starts the thread early, so that its start-up runs beside other work. */
  warm(): void;
  /**
   * One at a time: an answer belongs to the last wish. A thread that templates end is a fault of theirs.
   * @throws the reason of the signal; and what went wrong without the templates
   */
  render(input: RenderInput): Promise<Rendering>;
  close(): Promise<void>;
}

/** @param signal ends a rendering. */
export function openTypesetter(signal: AbortSignal): Typesetter {
  let worker: Worker | undefined;

  const start = (): Worker => {
    if (worker) return worker;
    const started = new Worker(new URL('./eleventy-worker.js', import.meta.url), {
      execArgv: [],
      // Eleventy's own way of reading changed modules anew; a new thread does that too, and loads faster without it.
      env: { ...process.env, ELEVENTY_SKIP_ESM_RESOLVER: '1' },
    });
    const forget = (): void => {
      if (worker === started) worker = undefined;
    };
    // With nobody waiting there is nothing to tell; who waits listens too.
    started.on('error', forget).on('exit', forget);
    // Only who waits for an answer keeps the process.
    started.unref();
    worker = started;
    return started;
  };

  return {
    warm: () => void start(),
    render: (input) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const thread = start();
        thread.ref();
        const leave = (): void => {
          thread.off('message', answered).off('error', failed).off('exit', exited).unref();
          signal.removeEventListener('abort', aborted);
        };
        const answered = (answer: RenderAnswer): void => {
          leave();
          if ('rendered' in answer) resolve(answer.rendered);
          else reject(new Error(answer.failed));
        };
        const faulty = (detail: string): void =>
          answered({ rendered: { pages: [], asks: [], fault: { file: blamed(input), line: 0, column: 0, detail } } });
        const failed = (error: unknown): void => faulty(error instanceof Error ? error.message : String(error));
        const exited = (code: number): void => faulty(`Eleventy ended with code ${code} before its pages were ready`);
        const aborted = (): void => {
          leave();
          thread.terminate().finally(() => reject(signal.reason));
        };
        thread.on('message', answered).on('error', failed).on('exit', exited);
        signal.addEventListener('abort', aborted, { once: true });
        thread.postMessage(input);
      }),
    async close() {
      await worker?.terminate();
    },
  };
}
