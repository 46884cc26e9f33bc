/** 200 clips, each cut for a channel: what a build costs when nothing changed. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, WORK, write } from '../material.mjs';
import { measure, median } from '../measure.mjs';

const CLIPS = 200;
const ROUNDS = 7;

export async function bench(tell) {
  const root = join(WORK, 'video-noop');
  const folder = join(root, 'assets/bench/clips');
  mkdirSync(folder, { recursive: true });
  tell('Making the clips …');
  const first = join(root, 'clip.mp4');
  if (!existsSync(first))
    await measure('ffmpeg', [
      ...['-y', '-f', 'lavfi', '-i', 'testsrc2=s=640x480:r=25,gblur=sigma=2', '-f', 'lavfi', '-i', 'sine=f=330:r=48000', '-t', '1'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', first],
    ]);
  const names = Array.from({ length: CLIPS }, (_, at) => `clip-${String(at).padStart(3, '0')}`);
  for (const [at, name] of names.entries()) {
    const file = join(folder, `${name}.mp4`);
    if (existsSync(file)) continue;
    // Another comment makes other bytes: 200 clips and not one, 200 times.
    if (at === 0) copyFileSync(first, file);
    else await measure('ffmpeg', ['-y', '-i', first, '-c', 'copy', '-metadata', `comment=${name}`, file]);
  }
  write(join(root, 'templates/plain/house.yaml'), 'rules: { clip: { leastSide: 100, wantedSide: 100 } }\n');
  const supplied = names.map((name) => `  - { name: ${name}, file: clips/${name}.mp4, rights: { creator: bench, licence: all } }`);
  const wanted = names.map((name) => `    - { name: cut-${name}, from: ${name}, channel: youtube, in: 0.2, out: 0.8 }`);
  write(
    join(root, 'assets/bench/order.yaml'),
    `client: Bench\ntitle: { en: Bench }\nhouse: plain\nlanguages: [en]\nsupplied:\n${supplied.join('\n')}\ndeliver:\n  video:\n${wanted.join('\n')}\n`,
  );
  rmSync(join(root, 'output'), { recursive: true, force: true });
  const build = () => measure('node', [CLI, 'build', 'bench', '--no-measure'], { cwd: root, anyExit: true });
  tell('Filling the store; this takes a few minutes once …');
  await build();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await build());
    tell(`${rounds.at(-1).wall.toFixed(2)} s, ${rounds.at(-1).cpu.toFixed(2)} CPU s`);
  }
  return {
    note: `${CLIPS} supplied clips, each with a cut; nothing changed`,
    figures: {
      'wall s': median(rounds.map(({ wall }) => wall)),
      'cpu s': median(rounds.map(({ cpu }) => cpu)),
      'rss MB': median(rounds.map(({ rss }) => rss)) / 1e6,
    },
    targets: { 'wall s': 0.3 },
  };
}
