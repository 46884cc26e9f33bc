/** 24 photos, 4 widths, 3 formats by a target of quality: against eleventy-img with its defaults, judged by butteraugli. */
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { CLI, photos, ROOT, WORK, workspace } from '../material.mjs';
import { measure, median } from '../measure.mjs';

const WIDTHS = [480, 960, 1440, 1920];
const COUNT = 24;
const PAIRS = 3;
/** The levels that eleventy-img's fixed qualities reach on these photographs; AVIF's lies lower than that of the other two. */
const ENCODERS = { avif: { target: 1.131 }, webp: { target: 1.056 }, jpeg: { target: 0.749 } };
/** eleventy-img's defaults. */
const PEER = { avif: {}, webp: {}, jpeg: {} };
const run = promisify(execFile);

export async function bench(tell) {
  requireButteraugli();
  const root = join(WORK, 'quality');
  const folder = join(root, 'assets/bench/photos');
  tell('Gathering the photographs …');
  const names = await gather(folder);
  const describe = (credit) => workspace(root, { widths: WIDTHS, encoders: ENCODERS, names, perPage: COUNT, credit });
  const build = () => measure('node', [CLI, 'build', 'bench', '--only', 'site', '--no-measure'], { cwd: root });
  const peer = (script, wish) => measure('node', [join(import.meta.dirname, '..', 'peers', script), JSON.stringify({ folder, ...wish })]);
  const out = { loop: join(root, 'loop'), image: join(root, 'eleventy-img') };

  const rounds = [];
  for (let round = 0; round < PAIRS; round++) {
    for (const used of ['.kader', 'output', 'loop']) rmSync(join(root, used), { recursive: true, force: true });
    describe('bench');
    const cold = await build();
    // Other words in the files: all are written again, at qualities that are known by now.
    describe(`bench ${round}`);
    const known = await build();
    const loop = await peer('sharp-settings.mjs', { out: out.loop, outputs: settingsOf(root, names) });
    rmSync(out.image, { recursive: true, force: true });
    // In every round: one machine is not as fast in the last as in the first.
    const image = await peer('eleventy-img.mjs', { out: out.image, names, widths: WIDTHS, encoders: PEER });
    tell(
      `kader ${cold.cpu.toFixed(1)} s, at known qualities ${known.cpu.toFixed(1)} s, loop ${loop.cpu.toFixed(1)} s, eleventy-img ${image.cpu.toFixed(1)} s`,
    );
    rounds.push({ cold, known, loop, image });
  }

  tell('Judging by butteraugli …');
  const own = await judge(folder, ownFiles(root, names), sizedWhole);
  const theirs = await judge(folder, await peerFiles(folder, out.image, names), sizedWhileDecoded);
  const figures = {
    'kader / eleventy-img cpu': median(rounds.map(({ cold, image }) => cold.cpu / image.cpu)),
    'kader at known qualities / loop cpu': median(rounds.map(({ known, loop }) => known.cpu / loop.cpu)),
    'kader with search / loop cpu': median(rounds.map(({ cold, loop }) => cold.cpu / loop.cpu)),
    'kader rss MB': median(rounds.map(({ cold }) => cold.rss)) / 1e6,
    'kader / eleventy-img bytes': sum(own) / sum(theirs),
  };
  const targets = {
    'kader / eleventy-img cpu': 0.3,
    'kader at known qualities / loop cpu': 1.05,
    'kader with search / loop cpu': 1.35,
    'kader rss MB': 700,
    'kader / eleventy-img bytes': 1,
  };
  for (const format of Object.keys(ENCODERS)) {
    const [mine, peers] = [own, theirs].map((all) => all.filter((one) => one.format === format));
    const mean = (all) => all.reduce((total, { distance }) => total + distance, 0) / all.length;
    const worst = (all) => Math.max(...all.map(({ distance }) => distance));
    figures[`${format} bytes`] = sum(mine) / sum(peers);
    figures[`${format} mean butteraugli`] = mean(mine);
    figures[`${format} mean, eleventy-img`] = mean(peers);
    figures[`${format} worst butteraugli`] = worst(mine);
    figures[`${format} worst, eleventy-img`] = worst(peers);
    targets[`${format} mean butteraugli`] = mean(peers);
    targets[`${format} worst butteraugli`] = worst(peers);
  }
  targets['avif bytes'] = 1.04;
  return {
    note: `${names.filter((name) => name.startsWith('real')).length} photographs of cameras and phones among ${COUNT}`,
    figures,
    targets,
  };
}

const sum = (all) => all.reduce((total, { bytes }) => total + bytes, 0);

function requireButteraugli() {
  try {
    execFileSync('butteraugli_main', [], { stdio: 'ignore' });
  } catch (error) {
    if (error.code === 'ENOENT') throw new Error('butteraugli_main is missing: apt-get install libjxl-devtools');
  }
}

/** Photographs of cameras and phones where they lie beside the project, and synthetic ones: plain RGB and wide enough. */
async function gather(folder) {
  const real = join(ROOT, '..', 'shared', 'photos');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const found = [];
  for (const file of existsSync(real)
    ? readdirSync(real)
        .filter((name) => /\.jpe?g$/.test(name))
        .sort()
    : []) {
    const { space, autoOrient } = await sharp(join(real, file)).metadata();
    if (space !== 'srgb' || autoOrient.width < WIDTHS.at(-1)) continue;
    const name = `real-${file.toLowerCase()}`;
    copyFileSync(join(real, file), join(folder, name));
    found.push(name);
  }
  const synthetic = join(WORK, 'images/assets/bench/photos');
  const made = await photos(synthetic, COUNT, 3000, 2000);
  for (const name of made.slice(found.length)) copyFileSync(join(synthetic, name), join(folder, name));
  return [...found, ...made.slice(found.length)];
}

/** What Kader made of each photo, from its record. */
function madeOf(root) {
  const record = JSON.parse(readFileSync(join(root, 'output/bench/record/record.json'), 'utf8'));
  const { jobs } = JSON.parse(readFileSync(join(root, 'output/bench/record/plan.json'), 'utf8'));
  const outcomes = new Map(record.outcomes.map((outcome) => [outcome.key, outcome]));
  return jobs
    .filter(({ kind }) => kind === 'image')
    .map((job) => ({ job, quality: outcomes.get(job.key).made.facts.quality, name: `${job.asset.split('/').at(-1)}` }));
}

const stem = (name) => name.replace(/\.[^.]+$/, '').replace(/[^a-z0-9]+/g, '-');

function settingsOf(root, names) {
  return madeOf(root).map(({ job, quality, name }) => {
    const { width, format, effort, chroma, mozjpeg } = job.recipe;
    const settings = {
      quality,
      ...(effort === undefined ? {} : { effort }),
      ...(chroma ? { chromaSubsampling: chroma } : {}),
      ...(mozjpeg ? { mozjpeg } : {}),
    };
    return { name: names.find((one) => stem(one) === name), width, format, settings };
  });
}

function ownFiles(root, names) {
  return madeOf(root).map(({ job, name }) => {
    const { width, format } = job.recipe;
    return { name: names.find((one) => stem(one) === name), width, format, path: join(root, 'output/bench/site/img', job.file) };
  });
}

async function peerFiles(folder, out, names) {
  const { default: Image } = await import('@11ty/eleventy-img');
  const files = [];
  for (const name of names) {
    const stats = await Image(join(folder, name), { widths: WIDTHS, formats: Object.keys(PEER), outputDir: out, statsOnly: true });
    for (const [format, all] of Object.entries(stats))
      for (const one of all) files.push({ name, format, width: one.width, path: one.outputPath });
  }
  return files;
}

/** As Kader sizes: from every pixel of the photo. */
async function sizedWhole(path, width, height) {
  const { data, info } = await sharp(path)
    .autoOrient()
    .withIccProfile('srgb', { attach: false })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info }).resize(width, height, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true });
}

/** As the peers do: sharp leaves out pixels while it decodes a JPEG (shrink-on-load), which is up to 0.4 off by butteraugli. */
const sizedWhileDecoded = (path, width) =>
  sharp(path).autoOrient().resize(width).withIccProfile('srgb', { attach: false }).raw().toBuffer({ resolveWithObject: true });

/** Each against the sized picture that it coded: what is judged is the coding. */
async function judge(folder, files, sized) {
  const scratch = join(WORK, 'judge');
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const judged = [];
  let next = 0;
  await Promise.all(
    [0, 1].map(async () => {
      while (next < files.length) {
        const at = next++;
        const { name, width, format, path } = files[at];
        const [reference, coded] = [join(scratch, `${at}-r.png`), join(scratch, `${at}-c.png`)];
        const { data, info } = await sized(join(folder, name), width, (await sharp(path).metadata()).height);
        await sharp(data, { raw: info }).png({ compressionLevel: 1 }).toFile(reference);
        await sharp(path).png({ compressionLevel: 1 }).toFile(coded);
        const { stdout } = await run('butteraugli_main', [reference, coded]);
        judged[at] = { format, bytes: statSync(path).size, distance: Number(/3-norm: ([\d.]+)/.exec(stdout)[1]) };
        rmSync(reference);
        rmSync(coded);
      }
    }),
  );
  return judged;
}
