/** `kader convert`: pictures outside any order, in a workspace and without one; what a person keeps is never written over. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { MAGICK } from '../support/magick.ts';
import { movingPicture } from '../support/moving.ts';
import { street } from '../support/street.ts';
import { type Files, HOUSE, makeWorkspace, photo, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
afterEach(() => workspace?.remove());
const open = async (files: Files): Promise<TestWorkspace> => {
  workspace = makeWorkspace(files);
  return workspace;
};
const sea = (): Promise<Buffer> => photo(1200, 800);
const identify = (path: string): string =>
  execFileSync(MAGICK, [`${path}[0]`, '-format', '%m %wx%h', 'info:'], { encoding: 'utf8' }).trim();

describe('outside any workspace', () => {
  test('every width in every format lies beside the source, as another program reads it', async () => {
    const { run, path, tree, env } = await open({ 'Mijn foto.jpg': await sea() });
    env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'kader-convert-'));
    const { code, stdout } = run('convert', 'Mijn foto.jpg', '--widths', '600,300', '--ratio', '3:1', '--formats', 'webp,jpg');
    expect(code).toBe(0);
    expect(Object.keys(tree('.'))).toEqual([
      'Mijn foto.jpg',
      'converted/Mijn foto-300.jpg',
      'converted/Mijn foto-300.webp',
      'converted/Mijn foto-600.jpg',
      'converted/Mijn foto-600.webp',
    ]);
    expect(identify(path('converted/Mijn foto-600.jpg'))).toBe('JPEG 600x200');
    expect(identify(path('converted/Mijn foto-300.webp'))).toBe('WEBP 300x100');
    expect(stdout).toContain('600 × 200 px');
    // The store of the moment is gone, with the pictures it held.
    expect(readdirSync(env['TMPDIR'])).toEqual([]);
    rmSync(env['TMPDIR'], { recursive: true });
  });

  test('without widths it is as large as the picture, and the focus decides the crop', async () => {
    const quarters = sharp({ create: { width: 300, height: 100, channels: 3, background: '#0000ff' } }).composite([
      { input: { create: { width: 100, height: 100, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
    ]);
    const { run, path } = await open({ 'a.png': await quarters.png().toBuffer() });
    expect(run('convert', 'a.png', '--ratio', '1:1', '--focus', '0,0.5', '--formats', 'png').code).toBe(0);
    const { data, info } = await sharp(path('converted/a-100.png')).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, ...data.subarray(0, 3)]).toEqual([100, 100, 255, 0, 0]);
  });

  test('of a folder its pictures are taken, also those of one name; a broken one costs no other', async () => {
    const { run, tree } = await open({
      'in/a.jpg': await sea(),
      'in/a.png': await sharp(await photo(400, 300, 2))
        .png()
        .toBuffer(),
      'in/sea[1].jpg': await photo(500, 400, 3),
      'in/cut.jpg': (await sea()).subarray(0, 900),
      'in/notes.txt': 'no picture',
      'in/below/b.jpg': await sea(),
    });
    const { code, stdout } = run('convert', 'in', '--widths', '200', '--formats', 'jpeg', '--out', 'out', '--json');
    expect(code).toBe(1);
    expect(Object.keys(tree('out'))).toEqual(['a-200.jpg', 'a-png-200.jpg', 'sea[1]-200.jpg']);
    const given = JSON.parse(stdout) as { files: { path: string; written: boolean }[]; findings: { code: string; where: object }[] };
    expect(given.files.map(({ written }) => written)).toEqual([true, true, true]);
    expect(given.findings.filter(({ code }) => code === 'file-unreadable').map(({ where }) => where)).toEqual([
      { file: 'in/cut.jpg', asset: 'in/cut.jpg' },
    ]);
    expect(given.findings.map(({ code }) => code)).not.toContain('rights-missing');
  });

  test('pictures of several lights that lie together are no gallery', async () => {
    const [red, blue] = [1.09, 0.88];
    const warm = sharp(await street(3))
      .removeAlpha()
      .recomb([
        [red, 0, 0],
        [0, 1, 0],
        [0, 0, blue],
      ]);
    const { run } = await open({ 'in/a.jpg': await street(1), 'in/b.jpg': await street(2), 'in/c.jpg': await warm.jpeg().toBuffer() });
    const { stdout } = run('convert', 'in', '--widths', '100', '--formats', 'jpeg', '--json');
    const given = JSON.parse(stdout) as { findings: { code: string; where: { file?: string } }[] };
    expect(given.findings.map(({ code }) => code)).toContain('image-cast');
    expect(given.findings.filter(({ where }) => where.file === 'order.yaml')).toEqual([]);
  });

  test('of a picture that moves the first frame is converted, and that is told', async () => {
    const { run, path } = await open({ 'a.gif': await movingPicture('gif') });
    const { code, stdout } = run('convert', 'a.gif', '--formats', 'webp', '--out', '.');
    expect([code, identify(path('a-120.webp'))]).toEqual([0, 'WEBP 120x90']);
    expect(stdout).toMatch(/4 frames[\s\S]*image-animation-dropped/);
  });

  test('nothing is enlarged, and what cannot be had at all is held back', async () => {
    const { run, tree } = await open({ 'a.jpg': await photo(300, 200) });
    expect(run('convert', 'a.jpg', '--widths', '200,900', '--formats', 'jpeg').stdout).toContain('image-too-small');
    expect(Object.keys(tree('converted'))).toEqual(['a-200.jpg', 'a-300.jpg']);
    expect(run('convert', 'a.jpg', '--widths', '900', '--out', 'more').code).toBe(1);
    expect(tree('more')).toEqual({});
  });

  test('what Kader did not make is not written over, nor is anything else of that call, unless it is forced', async () => {
    const { run, path, tree } = await open({ 'a.jpg': await sea(), 'converted/a-200.jpg': 'my own work' });
    const refused = run('convert', 'a.jpg', '--widths', '100,200', '--formats', 'jpeg');
    expect(refused.code).toBe(2);
    expect(refused.stdout + refused.stderr).toMatch(/a-200\.jpg.*Nothing was written[\s\S]*--force/);
    expect(Object.keys(tree('converted'))).toEqual(['a-200.jpg']);
    expect(readFileSync(path('converted/a-200.jpg'), 'utf8')).toBe('my own work');
    expect(run('convert', 'a.jpg', '--widths', '100,200', '--formats', 'jpeg', '--force').code).toBe(0);
    expect(identify(path('converted/a-200.jpg'))).toBe('JPEG 200x133');
    // Equal bytes need no force.
    expect(run('convert', 'a.jpg', '--widths', '100,200', '--formats', 'jpeg').stdout).toContain('as it stood');
  });

  test('a source is never written over, not even by force', async () => {
    const { run, tree } = await open({ 'a-600.jpg': await photo(900, 600), 'a.jpg': await photo(1200, 800, 2) });
    const before = tree('.');
    expect(run('convert', 'a.jpg', 'a-600.jpg', '--widths', '600', '--formats', 'jpeg', '--out', '.', '--force').code).toBe(2);
    expect(tree('.')).toEqual(before);
  });

  test.each([
    [['nope.jpg'], 'There is no file nope.jpg'],
    [['empty'], 'There is no picture in empty'],
    [['a.jpg', '--slot', 'hero'], '--widths'],
    [['a.jpg', '--widths', '0'], 'Widths from 1'],
    [['a.jpg', '--ratio', '4by3'], 'A shape such as'],
    [['a.jpg', '--formats', 'bmp'], 'Formats are'],
    [['a.jpg', '--focus', '2,0'], 'Two shares'],
  ])('%j is a wrong call and helps', async (args, hint) => {
    const { run, path } = await open({ 'a.jpg': await photo(300, 200) });
    mkdirSync(path('empty'));
    const { code, stdout, stderr } = run('convert', ...args);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(hint);
    expect(stdout + stderr).not.toMatch(/\n\s+at .*\.js:\d+/);
  });
});

describe('in a workspace', () => {
  test('a slot of the only house gives what a build would make, out of the same store', async () => {
    const { run, build, path, tree } = await open(await plainWorkspace());
    build('--no-measure');
    const { code, stdout } = run('convert', 'assets/try/photos/sea.jpg', '--slot', 'hero', '--out', 'mine', '--json');
    expect(code).toBe(0);
    expect(Object.keys(tree('mine')).filter((name) => name.endsWith('.avif'))).toEqual(['sea-hero-160.avif', 'sea-hero-320.avif']);
    const { files } = JSON.parse(stdout) as { files: { width: number; height: number; format: string }[] };
    expect(files).toContainEqual(expect.objectContaining({ width: 320, height: 180, format: 'avif' }));
    expect(readFileSync(path('mine/sea-hero-320.avif')).length).toBeGreaterThan(100);
  });

  test('what was converted before may be converted otherwise; what was changed since stays', async () => {
    const { run, path, write } = await open({ ...(await plainWorkspace()), 'a.jpg': await sea() });
    expect(run('convert', 'a.jpg', '--slot', 'card').code).toBe(0);
    const first = readFileSync(path('converted/a-card-80.jpg'));
    expect(run('convert', 'a.jpg', '--slot', 'card', '--focus', '0,0').code).toBe(0);
    expect(readFileSync(path('converted/a-card-80.jpg')).equals(first)).toBe(false);
    write({ 'converted/a-card-80.jpg': 'retouched' });
    expect(run('convert', 'a.jpg', '--slot', 'card').code).toBe(2);
    writeFileSync(path('templates/plain/house.yaml'), HOUSE.replace('images:', 'imagse:'));
    const { code, stdout, stderr } = run('convert', 'a.jpg', '--slot', 'card', '--force');
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('house.yaml');
  });

  test.each([
    [['--slot', 'heor'], 'Did you mean hero?'],
    [['--house', 'plian'], 'Did you mean plain?'],
  ])('%j is a wrong call and helps', async (args, hint) => {
    const { run } = await open({ ...(await plainWorkspace()), 'a.jpg': await sea() });
    const { code, stderr } = run('convert', 'a.jpg', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(hint);
  });

  test('what came of one source is not written over by another of the same name', async () => {
    const { run, tree } = await open(
      await plainWorkspace({
        'pics/a.jpg': await sea(),
        'pics/a.png': await sharp(await sea())
          .negate()
          .png()
          .toBuffer(),
      }),
    );
    expect(run('convert', 'pics/a.png', '--slot', 'card').code).toBe(0);
    const before = tree('pics/converted');
    const { code, stderr } = run('convert', 'pics/a.jpg', '--slot', 'card');
    expect([code, stderr]).toEqual([2, expect.stringContaining('not as Kader left it for this picture')]);
    expect(tree('pics/converted')).toEqual(before);
  });

  test('what of a slot only a page can show is told', async () => {
    const house = HOUSE.replace(
      'hero: {',
      "hero: { gamut: p3, animation: keep, crops: { phone: { media: '(max-width: 40rem)', ratio: [4, 5] } },",
    );
    const { run } = await open(await plainWorkspace({ 'templates/plain/house.yaml': house, 'a.gif': await movingPicture('gif') }));
    const { stdout } = run('convert', 'a.gif', '--slot', 'hero');
    expect(stdout).toContain('the crop phone, Display P3, motion');
    expect(stdout).not.toContain('image-animation-dropped');
  });

  test('two houses are told apart by name only', async () => {
    const { run } = await open({ ...(await plainWorkspace()), 'templates/other/house.yaml': HOUSE, 'a.jpg': await sea() });
    expect(run('convert', 'a.jpg', '--slot', 'card').stderr).toContain('--house other or --house plain');
    expect(run('convert', 'a.jpg', '--slot', 'card', '--house', 'other').code).toBe(0);
  });
});
