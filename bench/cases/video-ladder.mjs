/** One 1080p clip as the web takes it: against plain ffmpeg runs of the same encodes, and against one hand-written command. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, WORK, write } from '../material.mjs';
import { measure, median } from '../measure.mjs';

const ROUNDS = 3;
const SECONDS = 10;

/** Slow zooms with grain: detail that moves everywhere, at the rate of a camera's file. */
async function clip(file) {
  if (existsSync(file)) return;
  mkdirSync(join(file, '..'), { recursive: true });
  const picture = `mandelbrot=s=1920x1080:r=25:start_scale=0.3:end_scale=0.02:end_pts=${SECONDS * 25}:maxiter=400,noise=alls=6:allf=t,format=yuv420p`;
  const sound = 'anoisesrc=c=pink:r=48000:a=0.2:seed=7,tremolo=f=0.5:d=0.6,aformat=channel_layouts=stereo';
  await measure('ffmpeg', [
    ...['-y', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound, '-t', String(SECONDS)],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '14', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-color_range', 'tv', '-c:a', 'aac', '-b:a', '192k', file],
  ]);
}

export async function bench(tell) {
  const root = join(WORK, 'video');
  const source = join(root, 'assets/bench/clip.mp4');
  tell('Making the clip …');
  await clip(source);
  write(join(root, 'templates/plain/house.yaml'), '{}\n');
  write(
    join(root, 'assets/bench/order.yaml'),
    'client: Bench\ntitle: { en: Bench }\nhouse: plain\nlanguages: [en]\nsupplied:\n  - { name: clip, file: clip.mp4, rights: { creator: bench, licence: all } }\ndeliver:\n  video:\n    - { name: film, from: clip, channel: web }\n',
  );
  const out = join(root, 'peer');
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const used of ['.kader', 'output', 'peer']) rmSync(join(root, used), { recursive: true, force: true });
    mkdirSync(out);
    const kader = await measure('node', [CLI, 'build', 'bench', '--only', 'video', '--no-measure'], { cwd: root });
    const wanted = wantedIn(root);
    const apart = await sum(apartOf(source, out, wanted));
    const together = await measure('ffmpeg', togetherOf(source, out, wanted));
    tell(`kader ${kader.cpu.toFixed(1)} CPU s, separate runs ${apart.toFixed(1)}, one command ${together.cpu.toFixed(1)}`);
    rounds.push({ kader, apart, together });
  }
  return {
    note: 'ladder, poster, sprite and full measuring of the clip; what was made is not measured again, because the peers do not',
    figures: {
      'kader wall s': median(rounds.map(({ kader }) => kader.wall)),
      'kader cpu s': median(rounds.map(({ kader }) => kader.cpu)),
      'kader rss MB': median(rounds.map(({ kader }) => kader.rss)) / 1e6,
      'separate runs cpu s': median(rounds.map(({ apart }) => apart)),
      'one command cpu s': median(rounds.map(({ together }) => together.cpu)),
      'kader / separate runs cpu': median(rounds.map(({ kader, apart }) => kader.cpu / apart)),
      'kader / one command cpu': median(rounds.map(({ kader, together }) => kader.cpu / together.cpu)),
    },
    targets: { 'kader / separate runs cpu': 0.75, 'kader / one command cpu': 1.08 },
  };
}

async function sum(runs) {
  let cpu = 0;
  for (const args of runs) cpu += (await measure('ffmpeg', args)).cpu;
  return cpu;
}

/** What Kader made, so that the peers make the same. */
function wantedIn(root) {
  const { jobs } = JSON.parse(readFileSync(join(root, 'output/bench/record/plan.json'), 'utf8'));
  const outputs = jobs.filter(({ kind }) => kind === 'cut').map(({ recipe }) => recipe.output);
  const sound = jobs.find(({ kind }) => kind === 'sound').recipe.output;
  const of = (what) => outputs.filter((one) => one.what === what);
  return { films: of('film'), posters: of('poster'), sprites: of('sprite'), previews: of('preview'), bitRate: sound.bitRate };
}

const QUIET = ['-y', '-nostdin', '-v', 'error'];
const TAGS = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];

function encoder({ codec, crf, preset, gop, threads }) {
  const own =
    codec === 'av1'
      ? ['-c:v', 'libsvtav1', '-preset', preset, '-crf', String(crf), '-svtav1-params', `lp=${threads}`]
      : ['-c:v', 'libx264', '-preset', preset, '-crf', String(crf), '-bf', '2'];
  return [...own, ...TAGS, '-g', String(gop), '-threads', String(threads), '-movflags', '+faststart'];
}

const previewCoder = ({ format, threads }) =>
  format === 'avif'
    ? ['-c:v', 'libsvtav1', '-preset', '8', '-crf', '40', '-svtav1-params', `lp=${threads}`, '-f', 'avif']
    : ['-c:v', 'libx264', '-crf', '28', '-threads', String(threads), '-f', 'mp4'];
const previewFilter = ({ first, frames, every, width, height }) =>
  `select='between(n,${first},${first + frames - 1})*not(mod(n-${first},${every}))',scale=${width}:${height},format=yuv420p`;
const spriteFilter = ({ step, width, height, columns, rows }) =>
  `select='not(mod(n,${step}))',scale=${width}:${height},tile=${columns}x${rows}`;

/** As they would be typed one after another: each decodes the clip anew. */
function apartOf(source, out, { films, posters, sprites, previews, bitRate }) {
  const input = [...QUIET, '-threads', '2', '-i', source];
  const look = (filter) => [...input, '-vf', filter, '-an', '-f', 'null', '-'];
  const listen = (filter) => [...input, '-vn', '-af', filter, '-f', 'null', '-'];
  return [
    ...films.map((film, at) => [
      ...[...input, '-vf', `scale=${film.width}:${film.height},format=yuv420p`, ...encoder(film)],
      ...['-c:a', 'aac', '-b:a', String(bitRate), join(out, `film-${at}.mp4`)],
    ]),
    ...posters.map(({ width, height }, at) => [
      ...[...input, '-vf', `thumbnail=100,scale=${width}:${height}`, '-frames:v', '1', '-an', join(out, `poster-${at}.jpg`)],
    ]),
    ...sprites.map((sprite, at) => [...input, '-vf', spriteFilter(sprite), '-frames:v', '1', '-an', join(out, `sprite-${at}.jpg`)]),
    ...previews.map((preview, at) => [
      ...[...input, '-vf', previewFilter(preview), '-an', ...previewCoder(preview), join(out, `preview-${at}.${preview.format}`)],
    ]),
    ...['idet', 'blackdetect=d=0.1', 'freezedetect=n=-60dB:d=1', 'cropdetect', 'blurdetect,blockdetect', 'photosensitivity'].map(look),
    ...['ebur128=peak=true', 'silencedetect=n=-50dB:d=0.5', 'astats'].map(listen),
  ];
}

/** All of it from one decode, as somebody who knows ffmpeg well would write it: scaled in a chain, measured small. */
function togetherOf(source, out, { films, posters, sprites, previews, bitRate }) {
  const heights = [...new Set(films.map(({ height }) => height))].sort((one, other) => other - one);
  const small = ['poster', 'sprite', ...previews.map((_, at) => `preview${at}`)];
  const graph = [`[0:v]split=${2 + small.length}[s0][look]${small.map((name) => `[in_${name}]`).join('')}`];
  for (const [at, height] of heights.entries()) {
    const { width } = films.find((film) => film.height === height);
    const own = films.flatMap((film, index) => (film.height === height ? [`[f${index}]`] : []));
    const next = at + 1 < heights.length ? [`[s${at + 1}]`] : [];
    graph.push(`[s${at}]scale=${width}:${height},format=yuv420p,split=${own.length + next.length}${own.join('')}${next.join('')}`);
  }
  graph.push('[look]split=2[fields][rest]', '[fields]idet,nullsink');
  graph.push(
    "[rest]scale=480:-2:flags=bilinear,blackdetect=d=0.1,freezedetect=n=-60dB:d=1,split=2[often][seldom];[seldom]select='not(mod(n,10))',cropdetect,blurdetect,blockdetect,nullsink;[often]photosensitivity,nullsink",
  );
  graph.push(`[in_poster]scale=${posters[0].width}:${posters[0].height},thumbnail=100[poster]`);
  graph.push(`[in_sprite]${spriteFilter(sprites[0])}[sprite]`);
  graph.push(...previews.map((preview, at) => `[in_preview${at}]${previewFilter(preview)}[preview${at}]`));
  graph.push('[0:a]asplit=2[heard][listen]', '[listen]ebur128=peak=true,silencedetect=n=-50dB:d=0.5,astats,anullsink');
  graph.push(`[heard]asplit=${films.length}${films.map((_, at) => `[a${at}]`).join('')}`);
  return [
    ...[...QUIET, '-threads', '2', '-i', source, '-filter_complex', graph.join(';')],
    ...films.flatMap((film, at) => [
      ...['-map', `[f${at}]`, '-map', `[a${at}]`, ...encoder(film), '-c:a', 'aac', '-b:a', String(bitRate), join(out, `one-${at}.mp4`)],
    ]),
    ...[
      '-map',
      '[poster]',
      '-frames:v',
      '1',
      join(out, 'one-poster.jpg'),
      '-map',
      '[sprite]',
      '-frames:v',
      '1',
      join(out, 'one-sprite.jpg'),
    ],
    ...previews.flatMap((preview, at) => ['-map', `[preview${at}]`, ...previewCoder(preview), join(out, `one-preview.${preview.format}`)]),
  ];
}
