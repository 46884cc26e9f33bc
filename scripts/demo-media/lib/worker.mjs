/** Render thread: draws the frames that it is asked for. Shots have functions in them, so they are named by their place. */
import { parentPort } from 'node:worker_threads';
import { renderFrame } from './frame.mjs';
import { FILMS } from './shots.mjs';

parentPort.on('message', ({ film, shot, source, at }) => {
  try {
    const frame = renderFrame(source, FILMS[film].shots[shot], at);
    parentPort.postMessage({ frame }, [frame.buffer]);
  } catch (error) {
    parentPort.postMessage({ error: error.stack ?? String(error) });
  }
});
