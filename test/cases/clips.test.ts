/** Clips in an order: what is sound is measured once, what is not gets a finding, and everything else is built. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClipFacts } from '../../pipeline/model/clip.ts';
import { runFfmpeg } from '../../pipeline/tools/ffmpeg.ts';
import { type FfmpegProgram, type FfprobeProgram, findFfmpeg, findFfprobe } from '../../pipeline/tools/ffmpeg-find.ts';
import { probeClip } from '../../pipeline/tools/ffprobe.ts';
import { hostileClips, makeClip, playlists } from '../support/clips.ts';
import { makeWorkspace, ORDER, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-clips-'));
const canary = join(folder, 'canary.mp4');
let server: Server;
let requests = 0;
let url = '';
const open: TestWorkspace[] = [];

beforeAll(async () => {
  server = createServer((_, response) => {
    requests++;
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  writeFileSync(canary, readFileSync(makeClip(folder, 'sound.mp4')));
});
afterAll(() => {
  server.close();
  for (const workspace of open) workspace.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A production with these files under `clips/`, each supplied under its place in the list. */
async function withClips(clips: Readonly<Record<string, string | Buffer>>): Promise<TestWorkspace> {
  const lines = Object.keys(clips).map((file, at) => `  - { name: clip-${at}, file: ${JSON.stringify(`clips/${file}`)} }`);
  const files = Object.fromEntries(Object.entries(clips).map(([file, content]) => [`assets/try/clips/${file}`, content]));
  const workspace = makeWorkspace(
    await plainWorkspace({ ...files, 'assets/try/order.yaml': ORDER.replace('deliver:', `${lines.join('\n')}\ndeliver:`) }),
  );
  open.push(workspace);
  return workspace;
}

interface Checked {
  readonly findings: readonly { readonly code: string; readonly where: { readonly file: string } }[];
  readonly clips?: readonly (ClipFacts & { readonly name: string })[];
}
const check = (workspace: TestWorkspace): Checked => JSON.parse(workspace.run('check', '--json', 'try').stdout) as Checked;

/** A program that notes each of its runs on a line, then does what the real one does. */
function noting(name: 'ffmpeg' | 'ffprobe'): { readonly path: string; readonly runs: () => string[] } {
  const [path, log] = [join(folder, name), join(folder, `${name}.log`)];
  const real = execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  writeFileSync(path, `#!/bin/sh\necho "$*" >> '${log}'\nexec '${real}' "$@"\n`);
  chmodSync(path, 0o755);
  // Asking what it can do is no work on any clip.
  return {
    path,
    runs: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .split('\n')
            .filter((line) => / -i /.test(line))
        : [],
  };
}

const EXPECTED: Readonly<Record<string, string>> = {
  'cut-index-last.mp4': 'file-unreadable',
  'cut-index-first.mp4': 'clip-incomplete',
  'nothing.mp4': 'material-empty',
  'no-time.mkv': 'file-unreadable',
  'really-mkv.mp4': 'clip-misnamed',
  'letter.mov': 'file-wrong-type',
  'huge.mp4': 'clip-too-large',
  'thousand.mkv': 'file-unreadable',
  'noise.mp4': 'file-unreadable',
  'noise.mp3': 'file-unreadable',
  'noise.wav': 'file-unreadable',
  'noise.ts': 'file-unreadable',
  'hls-file.mp4': 'file-wrong-type',
  'hls-http.mp4': 'file-wrong-type',
  'concat.mp4': 'file-wrong-type',
  'dash.mp4': 'file-wrong-type',
  'session.mp4': 'file-wrong-type',
};
/** What is told of the file as such; how its picture looks is told besides. */
const OF_FILES = new Set(Object.values(EXPECTED));

test('every bad file gets its finding, is read no further than itself, and harms nothing else', { timeout: 120_000 }, async () => {
  const hostile = { ...hostileClips(folder, canary), ...playlists(canary, url) };
  const workspace = await withClips(hostile);
  // Older than its content, so that the file system notes the next reading whatever its habits.
  const { mtime } = statSync(canary);
  utimesSync(canary, 0, mtime);
  const { code, report } = workspace.build('--no-measure');
  expect(code).toBe(1);
  const told = report.findings
    .map(({ code, where }) => [String((where as { file?: string }).file).replace('clips/', ''), code] as const)
    .filter(([file, told]) => Object.hasOwn(hostile, file) && OF_FILES.has(told));
  expect(Object.fromEntries(told)).toEqual(EXPECTED);
  expect(statSync(canary).atimeMs).toBe(0);
  expect(requests).toBe(0);
  // The page stands, with its pictures.
  expect(Object.keys(workspace.tree('output/try/site'))).toContain('en/index.html');
  const { clips = [] } = check(workspace);
  const named = Object.fromEntries(Object.keys(hostile).map((file, at) => [file, clips.find(({ name }) => name === `clip-${at}`)]));
  // Names that ffmpeg would take for options or protocols are names here.
  for (const file of ['-v.mp4', 'concat:a|b.mp4']) expect(named[file]?.measured?.decoded.frames).toBe(50);
  // Cut off behind its index it opens, and promises more than came out.
  const short = named['cut-index-first.mp4'];
  expect(short?.picture?.frames).toBe(50);
  expect(short?.measured?.decoded.frames).toBeLessThan(40);
  expect(short?.measured?.decoded.pictureSeconds).toBeLessThan(1.6);
});

test('a list of other files that passes for a clip is refused by ffmpeg and ffprobe themselves', { timeout: 60_000 }, async () => {
  const program = (await findFfmpeg(process.env)) as FfmpegProgram;
  const prober = (await findFfprobe(process.env, program)) as FfprobeProgram;
  const { mtime } = statSync(canary);
  const reads = (): boolean => {
    const { atimeMs } = statSync(canary);
    utimesSync(canary, 0, mtime);
    return atimeMs !== 0;
  };
  utimesSync(canary, 0, mtime);
  readFileSync(canary);
  expect(reads(), 'this file system notes who reads').toBe(true);
  for (const [name, text] of Object.entries(playlists(canary, url))) {
    const path = join(folder, name);
    writeFileSync(path, text);
    for (const type of ['mp4', 'matroska', 'mpegts'] as const) {
      expect(await probeClip(prober, path, type)).toHaveProperty('reason');
      await expect(runFfmpeg(program, { inputs: [{ path, type }], outputs: [{ options: ['-map', '0'] }] })).rejects.toThrow();
    }
  }
  expect(reads()).toBe(false);
  expect(requests).toBe(0);
  // What the whitelists hold back: without them another file is read, and an address is asked.
  spawnSync('ffmpeg', ['-nostdin', '-v', 'quiet', '-i', `file:${join(folder, 'hls-file.mp4')}`, '-f', 'null', '-']);
  expect(reads()).toBe(true);
  await new Promise((done) => spawn('ffmpeg', ['-nostdin', '-v', 'quiet', '-i', `${url}/x.mp4`, '-f', 'null', '-']).on('close', done));
  expect(requests).toBeGreaterThan(0);
});

test('a clip is read and measured once; pictures alone start neither program', { timeout: 120_000 }, async () => {
  const [ffmpeg, ffprobe] = [noting('ffmpeg'), noting('ffprobe')];
  const env = { FFMPEG_PATH: ffmpeg.path, FFPROBE_PATH: ffprobe.path };
  const plain = makeWorkspace(await plainWorkspace());
  open.push(plain);
  Object.assign(plain.env, env);
  expect(plain.build('--no-measure').code).toBe(0);
  expect([ffmpeg.runs(), ffprobe.runs()]).toEqual([[], []]);
  expect(existsSync(join(folder, 'ffprobe.log'))).toBe(false);

  const workspace = await withClips({ 'a.mp4': readFileSync(canary), 'same.mp4': readFileSync(canary) });
  Object.assign(workspace.env, env);
  const first = check(workspace);
  expect(first.findings.filter(({ code }) => OF_FILES.has(code))).toEqual([]);
  expect(first.clips).toHaveLength(2);
  expect(first.clips?.[0]?.measured?.sound?.loudness).toBeCloseTo(-15.8, 0);
  expect([ffmpeg.runs().length, ffprobe.runs().length]).toEqual([1, 1]);
  expect(workspace.run('check', 'try').stdout).toContain('clip-0: unusable (clip-too-small). 2.0 s, 320 × 180, 25 fps, h264');
  expect([ffmpeg.runs().length, ffprobe.runs().length]).toEqual([1, 1]);
});
