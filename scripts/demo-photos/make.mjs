/** Synthesises the demo client's photographs: node scripts/demo-photos/make.mjs --help */
import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { PICTURES, STARTER_PICTURES } from './lib/catalogue.mjs';

const DEFAULT_OUT = fileURLToPath(new URL('../../assets/kaaifestival/photos', import.meta.url));

const HELP = `Synthesises the demo photographs (deterministic, files that exist are kept).

  node scripts/demo-photos/make.mjs [options]

  --out DIR        where the twelve pictures go (default assets/kaaifestival/photos)
  --starter DIR    write the two starter pictures to DIR instead of the twelve
  --only A,B       only these files (names with or without extension)
  --scale N        scale of the pixel size, more than 0 up to 1 (default 1)
  --force          render again what exists
  --help           this text`;

function fail(message) {
  console.error(`demo-photos: ${message}`);
  process.exit(1);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string' },
        starter: { type: 'string' },
        only: { type: 'string' },
        scale: { type: 'string', default: '1' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(`${error.message} (see --help)`);
  }
}

function choose(list, only) {
  if (!only) return list;
  const names = only
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names.map((name) => {
    const entry = list.find((e) => e.file === name || e.file.replace(/\.\w+$/, '') === name);
    return (
      entry ?? fail(`no picture called "${name}"; there are: ${list.map((e) => e.file).join(', ')}`)
    );
  });
}

function report({ file, width, height, bytes, seconds }) {
  const size = `${(bytes / 1e6).toFixed(2)} MB`;
  console.log(`${file}  ${width} x ${height}  ${size}  ${seconds.toFixed(1)} s`);
}

/** Renders the queue on as many threads as there are cores (two at most, for memory). */
async function renderAll(queue, directory, scale) {
  const waiting = [...queue];
  let failures = 0;
  const threads = Math.min(2, availableParallelism(), waiting.length);
  await Promise.all(
    Array.from(
      { length: threads },
      () =>
        new Promise((done) => {
          const worker = new Worker(new URL('./lib/worker.mjs', import.meta.url));
          const next = () => {
            const entry = waiting.shift();
            if (entry) worker.postMessage({ entry, directory, scale });
            else worker.terminate().then(done);
          };
          worker.on('message', ({ result, file, error }) => {
            if (error) {
              failures++;
              console.error(`demo-photos: ${file} failed: ${error}`);
            } else {
              report(result);
            }
            next();
          });
          worker.on('error', (error) => {
            failures++;
            console.error(`demo-photos: a render thread stopped: ${error.message}`);
            done();
          });
          next();
        }),
    ),
  );
  return failures;
}

const options = readOptions();
if (options.help) {
  console.log(HELP);
} else {
  const scale = Number(options.scale);
  if (!(scale > 0 && scale <= 1))
    fail(`--scale must be above 0 and at most 1, not ${options.scale}`);
  const list = options.starter ? STARTER_PICTURES : PICTURES;
  const directory = resolve(options.starter ?? options.out ?? DEFAULT_OUT);
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    fail(`cannot make the folder ${directory}: ${error.message}`);
  }
  const queue = [];
  for (const entry of choose(list, options.only)) {
    if (!options.force && existsSync(join(directory, entry.file))) {
      console.log(`${entry.file}  exists, kept`);
    } else {
      queue.push(entry);
    }
  }
  const failures = queue.length ? await renderAll(queue, directory, scale) : 0;
  if (failures) process.exitCode = 1;
}
