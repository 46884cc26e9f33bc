/** The thread in which templates are rendered: loads Eleventy at once, then answers each wish in turn. */
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import type { Rendering } from '../model/rendering.ts';
import { blamed, loadEleventy, type RenderInput, render } from './eleventy.ts';

/** `failed`: not what templates did wrong, which is a fault of the rendering, but what went wrong round them. */
export type RenderAnswer = { readonly rendered: Rendering } | { readonly failed: string };

/** A failure to load is told when something is rendered. */
loadEleventy().catch(() => undefined);

const loose: unknown[] = [];
process.on('uncaughtException', (error) => void loose.push(error));
process.on('unhandledRejection', (reason) => void loose.push(reason));

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function answer(input: RenderInput): Promise<RenderAnswer> {
  try {
    const rendered = await render(input);
    // What a filter or data file threw without anybody waiting for it belongs to this rendering, not to the next one.
    await pause(0);
    if (loose.length === 0 || rendered.fault) return { rendered };
    const fault = { file: blamed(input), line: 0, column: 0, detail: wordsOf(loose[0]) };
    return { rendered: { pages: [], asks: [], fault } };
  } catch (error) {
    return { failed: wordsOf(error) };
  } finally {
    loose.length = 0;
  }
}

parentPort?.on('message', async (input: RenderInput) => parentPort?.postMessage(await answer(input)));
