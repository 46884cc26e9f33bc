/** Worker thread: renders the pictures it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { renderPicture } from './render.mjs';

sharp.concurrency(1);
sharp.cache(false);

parentPort.on('message', async ({ entry, directory, scale }) => {
  try {
    parentPort.postMessage({ result: await renderPicture(entry, directory, scale) });
  } catch (error) {
    parentPort.postMessage({ file: entry.file, error: error.stack ?? String(error) });
  }
});
