/** The thread in which templates are rendered: loads Eleventy at once, then answers each wish in turn. */
import { parentPort } from 'node:worker_threads';
import { loadEleventy, type RenderInput, render } from './eleventy.ts';

/** A failure to load is told when something is rendered. */
loadEleventy().catch(() => undefined);

parentPort?.on('message', async (input: RenderInput) => {
  parentPort?.postMessage(await render(input));
});
