/**
 * The main side of the thread in which templates are rendered. Eleventy loads and works beside us, a house style's own
 * code is read anew for each build, and templates that never end do not hold ctrl-C.
 */
import { relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Rendered, RenderInput } from './eleventy.ts';

export interface Typesetter {
  /** Starts the thread early, so that its start-up runs beside other work. */
  warm(): void;
  render(input: RenderInput): Promise<Rendered>;
  close(): Promise<void>;
}

/** @param signal ends a rendering, which then throws its reason. */
export function openTypesetter(signal: AbortSignal): Typesetter {
  let worker: Worker | undefined;

  const start = (): Worker => {
    if (worker) return worker;
    worker = new Worker(new URL('./eleventy-worker.js', import.meta.url), {
      execArgv: [],
      // Eleventy's own way of reading changed modules anew; a new thread does that too, and loads faster without it.
      env: { ...process.env, ELEVENTY_SKIP_ESM_RESOLVER: '1' },
    })
      // Told to whoever waits for an answer; with nobody waiting there is nothing to tell.
      .on('error', () => undefined)
      .on('exit', () => {
        worker = undefined;
      });
    // Only who waits for an answer keeps the process.
    worker.unref();
    return worker;
  };

  return {
    warm: () => void start(),
    /** One at a time: an answer belongs to the last wish. */
    render: (input) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const thread = start();
        thread.ref();
        const file = relative(input.workspace, input.houseConfig).replaceAll('\\', '/');
        const leave = (): void => {
          thread.off('message', answered).off('error', failed).off('exit', exited).unref();
          signal.removeEventListener('abort', aborted);
        };
        const answered = (rendered: Rendered): void => {
          leave();
          resolve(rendered);
        };
        const faulty = (detail: string): void => answered({ pages: [], asks: [], fault: { file, line: 0, column: 0, detail } });
        const failed = (error: Error): void => faulty(error.message);
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
