/** Makes the demo client's films and sounds out of its photographs: node scripts/demo-media/make.mjs --help */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findFfmpeg, writeFilm } from './lib/film.mjs';
import { FILM_SOUNDS, SOUNDS, wavOf } from './lib/music.mjs';
import { FILMS } from './lib/shots.mjs';

const DEFAULT_OUT = fileURLToPath(new URL('../../assets/kaaifestival', import.meta.url));

const HELP = `Makes the demo's films and sounds (deterministic, files that exist are kept).

  node scripts/demo-media/make.mjs [options]

  --out DIR     production whose photos/ are read and whose video/ and audio/ are
                written (default assets/kaaifestival)
  --only A,B    only these: trailer, backstage, jingle, bed
  --scale N     scale of the films' size, more than 0 up to 1 (default 1)
  --force       make again what exists
  --help        this text

Sound needs nothing; the films need ffmpeg with libx264 and the photographs of
scripts/demo-photos/make.mjs.`;

function fail(message) {
  console.error(`demo-media: ${message}`);
  process.exit(1);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string', default: DEFAULT_OUT },
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

/** Everything that there is to make: { name, path, make }. */
function catalogue(out, scale) {
  const sounds = Object.entries(SOUNDS).map(([file, make]) => {
    const path = join(out, 'audio', file);
    return { name: file.replace('.wav', ''), path, make: () => write(path, wavOf(make)) };
  });
  const films = Object.entries(FILMS).map(([name, { file, shots }]) => {
    const path = join(out, 'video', file);
    return { name, path, make: () => film(name, path, shots, out, scale) };
  });
  return [...sounds, ...films];
}

async function write(path, bytes) {
  const beside = `${path}.${process.pid}.part`;
  await writeFile(beside, bytes);
  await rename(beside, path);
}

let ffmpeg;

async function film(name, path, shots, out, scale) {
  ffmpeg ??=
    findFfmpeg() ??
    fail('no ffmpeg with libx264 was found: install ffmpeg, or name one by FFMPEG_PATH');
  const photos = join(out, 'photos');
  const missing = shots
    .map(({ photo }) => photo)
    .filter((photo) => !existsSync(join(photos, photo)));
  if (missing.length > 0)
    fail(`${photos} lacks ${missing.join(', ')}: run scripts/demo-photos/make.mjs first`);
  const sound = `${path}.${process.pid}.wav`;
  try {
    await writeFile(sound, wavOf(FILM_SOUNDS[name]));
    await writeFilm(name, { path, sound, photos, ffmpeg, scale });
  } finally {
    await rm(sound, { force: true });
  }
}

const options = readOptions();
if (options.help) {
  console.log(HELP);
} else {
  const scale = Number(options.scale);
  if (!(scale > 0 && scale <= 1))
    fail(`--scale must be above 0 and at most 1, not ${options.scale}`);
  const out = resolve(options.out);
  const all = catalogue(out, scale);
  const names = options.only?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !all.some((entry) => entry.name === name));
  if (unknown !== undefined)
    fail(`nothing is called "${unknown}"; there are: ${all.map(({ name }) => name).join(', ')}`);
  for (const folder of ['video', 'audio'])
    await mkdir(join(out, folder), { recursive: true }).catch((error) => fail(error.message));
  for (const { name, path, make } of all) {
    if (names && !names.includes(name)) continue;
    if (!options.force && existsSync(path)) {
      console.log(`${path}  exists, kept`);
      continue;
    }
    const started = performance.now();
    try {
      await make();
      console.log(`${path}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      console.error(`demo-media: ${path} failed: ${error.message}`);
      process.exitCode = 1;
    }
  }
}
