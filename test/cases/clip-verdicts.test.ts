/** Graded clips on their way through `kader check`: each deliberate fault is told, and nothing of what is clean. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUSE, makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-graded-'));
let workspace: TestWorkspace;
let told: Record<string, { readonly verdict: string; readonly codes: readonly string[] }>;

const BT709 = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-g', '25', '-pix_fmt', 'yuv420p', '-threads', '1'];
// Hard edges of a drawing are taken for combs, so it is softened; that soft it is told as blurred at 9.
const picture = (filter = 'null') => ['-f', 'lavfi', '-i', `testsrc2=s=320x180:r=25:d=2,gblur=sigma=2,${filter}`];
const voice = (filter: string) => [
  '-f',
  'lavfi',
  '-i',
  `aevalsrc=0.1*sin(440*2*PI*t)+0.1*sin(557*2*PI*t)|0.1*sin(440*2*PI*t)+0.1*sin(331*2*PI*t):s=48000:d=2,${filter}`,
];
const film = (seen: string, heard = 'anull', more: readonly string[] = []) => [
  ...[...picture(seen), ...voice(heard), ...X264, ...BT709, ...more, '-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart'],
];

/** Name → how it is made, and what must be told of it beside what is told of every one of them. */
const CLIPS: Readonly<Record<string, readonly [make: readonly string[], verdict: string, codes: readonly string[]]>> = {
  clean: [film('null'), 'standard', []],
  uneven: [film(`select='not(between(n,10,14))'`, 'anull', ['-fps_mode', 'passthrough']), 'convert', ['clip-variable-rate']],
  woven: [
    film('interlace=scan=tff', 'anull', ['-flags', '+ilme+ildct', '-x264opts', 'tff=1']),
    'convert',
    ['clip-interlaced', 'clip-sound-length'],
  ],
  'silent-head': [film('null', `volume=0:enable='lt(t,0.8)'`), 'standard', ['clip-silent']],
  'clipped.wav': [[...voice('volume=24dB'), '-c:a', 'pcm_s16le'], 'convert', ['clip-clipped', 'clip-loudness']],
  quiet: [film('null', 'volume=-32dB'), 'convert', ['clip-quiet']],
  letterboxed: [film('drawbox=h=20:c=black:t=fill,drawbox=y=ih-20:h=20:c=black:t=fill'), 'standard', ['clip-bars']],
  hdr: [
    film('null', 'anull', ['-color_trc', 'smpte2084', '-color_primaries', 'bt2020', '-colorspace', 'bt2020nc']),
    'convert',
    ['clip-hdr'],
  ],
  'black-head': [film(`drawbox=c=black:t=fill:enable='lt(t,0.6)'`), 'standard', ['clip-black']],
  truncated: [film('null'), 'unusable', ['clip-incomplete']],
  silent: [[...picture(), ...X264, ...BT709], 'standard', ['clip-no-sound']],
};

const fileOf = (name: string): string => (name.includes('.') ? name : `${name}.mp4`);

beforeAll(async () => {
  const files: Record<string, Buffer> = {};
  for (const [name, [make]] of Object.entries(CLIPS)) {
    const file = fileOf(name);
    const path = join(folder, file);
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...make, path]);
    if (name === 'truncated') truncateSync(path, Math.round(readFileSync(path).length * 0.5));
    files[`assets/try/clips/${file}`] = readFileSync(path);
  }
  const lines = Object.keys(CLIPS).map(
    (name) => `  - { name: ${name.replace('.', '-')}, file: clips/${fileOf(name)}, rights: { creator: Iris } }`,
  );
  workspace = makeWorkspace(
    await plainWorkspace({
      ...files,
      'templates/plain/house.yaml': `${HOUSE}\nrules: { clip: { leastSide: 100, wantedSide: 100, blur: 12 } }\n`,
      'assets/try/order.yaml': ORDER.replace('deliver:', `${lines.join('\n')}\ndeliver:`),
    }),
  );
  const { stdout } = workspace.run('check', '--json', 'try');
  const { findings, clips } = JSON.parse(stdout) as {
    findings: readonly { code: string; where: { asset?: string } }[];
    clips: readonly { name: string; verdict: string }[];
  };
  told = Object.fromEntries(
    clips.map(({ name, verdict }) => [
      name,
      { verdict, codes: findings.filter(({ where }) => where.asset === name).map(({ code }) => code) },
    ]),
  );
}, 180_000);
afterAll(() => {
  workspace?.remove();
  rmSync(folder, { recursive: true, force: true });
});

test.each(Object.entries(CLIPS))('%s', (name, [, verdict, codes]) => {
  expect(told[name.replace('.', '-')]).toEqual({ verdict, codes });
});

test('a person reads the verdict with its reasons', () => {
  const { stdout } = workspace.run('check', 'try');
  expect(stdout).toMatch(/quiet: to be converted \(clip-quiet\)\./);
  expect(stdout).toMatch(/truncated: unusable \(clip-incomplete\)\./);
  const dutch = workspace.run('check', 'try', '--language', 'nl').stdout;
  expect(dutch).toMatch(/try: \d+ bruikbaar, 0 ontbrekend, \d+ bevindingen, waarvan 1 fout\n/);
  expect(dutch).toMatch(/clean: klaar voor gebruik\. 2,0 s, 320 × 180, 25 beelden\/s/);
});
