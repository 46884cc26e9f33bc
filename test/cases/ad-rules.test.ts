/** The rules on the command line, and zips made elsewhere held against them. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOf, good, pack, packageFolder, png } from '../support/packages.ts';
import { makeWorkspace, type TestWorkspace } from '../support/workspace.ts';

const folder = packageFolder();
let workspace: TestWorkspace;
beforeAll(() => {
  workspace = makeWorkspace({});
});
afterAll(() => {
  folder.remove();
  workspace.remove();
});

interface Judged {
  readonly zips: readonly {
    readonly sound: boolean;
    readonly ran: boolean;
    readonly size?: string;
    readonly unmeasured: readonly string[];
    readonly findings: readonly {
      readonly code: string;
      readonly severity: string;
      readonly message: string;
      readonly args: Record<string, unknown>;
    }[];
  }[];
}
const judge = (...args: string[]): { code: number | null; zips: Judged['zips'] } => {
  const { code, stdout } = workspace.run('check', '--json', ...args);
  return { code, zips: (JSON.parse(stdout) as Judged).zips };
};
const codes = ({ zips }: { zips: Judged['zips'] }): string[] => zips.flatMap(({ findings }) => findings.map(({ code }) => code));

test('a pack is told with the source, the date and the status of every value', () => {
  const { code, stdout } = workspace.run('rules', 'google-ads');
  expect(code).toBe(0);
  expect(stdout).toMatch(/weight +≤ 600 kB zip +error +primary +support\.google\.com\/webdesigner\/answer\/7375764, read 2026-11-20/);
  expect(workspace.run('rules', 'roularta').stdout).toMatch(/weight +needs the current sheet zip/);
});

test('all packs are listed, and sizes with what goes together', () => {
  const { stdout } = workspace.run('rules');
  for (const name of ['common', 'ad-manager', 'ads-and-data', 'sklik', 'dpg-media']) expect(stdout).toContain(`  ${name} `);
  expect(workspace.run('rules', '--sizes').stdout).toMatch(/^Sets[^\n]*\ncore +300x250 [\s\S]*\nbe-nl +300x250 /);
  expect(workspace.run('rules', '--sizes').stdout).toMatch(/pebble-media +728x90 640x150\n +728x90 with 640x150/);
});

test('a channel of film is told with the source and the day of every limit, and with what is made for it', () => {
  const { code, stdout } = workspace.run('rules', 'instagram-reel');
  expect(code).toBe(0);
  expect(stdout).toMatch(/most-bytes +≤ 1 GB +error +official +developers\.facebook\.com\/docs\/instagram-api\/\S+, checked 2026-11-20/);
  expect(stdout).toMatch(/loudness +needs the current sheet +\? +unknown/);
  expect(stdout).toMatch(/covered-bottom +≤ 0\.35 share +warning +quoted/);
  expect(stdout).toMatch(/made: 1080 × 1920 px · h264 in mp4 .* ≤ 20 Mb\/s/);
  expect(JSON.parse(workspace.run('rules', 'podcast', '--json').stdout).sound).toMatchObject({ loudness: -16, monoLoudness: -19 });
  const list = workspace.run('rules').stdout;
  for (const name of ['instagram-story', 'broadcast', 'pinterest-image', 'atsc-a85', 'apple-hls']) expect(list).toContain(`  ${name} `);
});

test('a target tells what counts and whom it overrides', () => {
  const profile = JSON.parse(workspace.run('rules', '--target', 'dv360+produpress', '--json').stdout);
  expect(profile.rules.find(({ id }: { id: string }) => id === 'seconds')).toMatchObject({
    value: 15,
    from: 'produpress',
    over: [{ from: 'dv360', value: 30 }],
  });
});

test.each([
  [['rules', 'gogle-ads'], 'Did you mean google-ads?'],
  [['rules', 'instagram-rel'], 'Did you mean instagram-reel?'],
  [['rules', '--target', 'ad-manager+produpres'], 'Did you mean produpress?'],
  [['rules', '--target', '+'], 'is no target'],
  [['check', '--zip', 'nowhere.zip'], 'There is no file nowhere.zip'],
  [['check', '--zip', '.', '--target', 'common'], 'There is no zip'],
])('%j is a wrong call, with what to do', (args, words) => {
  const { code, stderr } = workspace.run(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/ at .*\.js:\d/);
});

test('a zip of any tool is judged for its target, with the backup that lies beside it', async () => {
  const zip = await pack(
    folder.path,
    'spring-300x250.zip',
    filesOf({ ...good, body: '<img src="a.png" alt=""><svg></svg><div onclick="window.open(clickTag)"></div>' }),
  );
  writeFileSync(join(zip, '..', 'spring-300x250.png'), png(300, 250, 50_000));
  const fine = judge('--zip', zip, '--target', 'cm360', '--no-browser');
  expect(fine).toMatchObject({ code: 0, zips: [{ sound: true, ran: false, size: '300x250' }] });
  const refused = judge('--zip', zip, '--target', 'ad-manager', '--no-browser');
  expect(refused.code).toBe(1);
  expect(refused.zips[0]?.findings).toMatchObject([
    { code: 'ad-element-refused', severity: 'error', args: { by: 'Google Ad Manager' } },
    { code: 'ad-not-measured' },
  ]);
  expect(codes(judge('--zip', zip, '--no-browser'))).toContain('banner-backup-too-heavy');
});

test('what unzip itself makes of a broken zip is no stack trace', async () => {
  const zip = await pack(folder.path, 'b.zip', filesOf(good));
  const cut = join(zip, '..', 'cut.zip');
  copyFileSync(zip, cut);
  execFileSync('truncate', ['-s', '-30', cut]);
  const { code, stdout, stderr } = workspace.run('check', '--zip', cut, '--no-browser');
  expect(code).toBe(1);
  expect(stdout).toContain('it is no zip, or its end is missing');
  // Nothing is said to have been judged of what nobody could open.
  expect(stdout).toMatch(/cut\.zip for common: [01] of \d+ rules judged, 1 error, 0 other findings/);
  expect(stderr).toBe('');
});

test('a browser runs what can be run, and tells what only running shows', { timeout: 120_000 }, async () => {
  const body =
    '<img src="a.png" alt=""><script>setTimeout(function () { throw new Error("late") }, 0); var i = new Image(); i.src = ["https://cdn", "example", "x.png"].join(".")</script>';
  const zip = await pack(folder.path, 'spring-300x250.zip', filesOf({ ...good, body }));
  const { code, zips } = judge('--zip', zip, '--target', 'common');
  expect(code).toBe(1);
  expect(zips[0]?.ran).toBe(true);
  const told = zips[0]?.findings.map((one) => one.code) ?? [];
  expect(told).toEqual(expect.arrayContaining(['banner-console-error', 'banner-outside-request', 'banner-missing-backup']));
  // A page without a timeline of Kader's: its pixels tell how long it moves.
  expect(zips[0]?.unmeasured).not.toContain('seconds');
});

test('zips as other tools and systems write them: what is missing, littered or taken from a CDN is told, and nothing is run that is not there', {
  timeout: 120_000,
}, async () => {
  const lost = await pack(folder.path, 'lost.zip', filesOf({ ...good, body: '<img src="gone.png" alt="">' }));
  const told = judge('--zip', lost, '--target', 'ttd', '--no-browser');
  expect(told.code).toBe(1);
  expect(codes(told)).toContain('ad-file-missing');

  const mac = { ...filesOf(good), '__MACOSX/._index.html': Buffer.from([0, 5, 0x16, 7, 0, 2, 0, 0]), '.DS_Store': 'Bud1' };
  const littered = judge('--zip', await pack(folder.path, 'mac.zip', mac), '--target', 'google-ads', '--no-browser');
  expect(codes(littered)).toEqual(expect.arrayContaining(['ad-package-littered', 'ad-file-type-refused']));
  expect(codes(littered)).not.toContain('ad-script-unreadable');

  const head = (script: string): string => `${good.head}<script src="${script}"></script>`;
  const moves = `${good.body}<script>gsap.to('img', { x: 10, duration: 1 })</script>`;
  const cdn = 'https://cdnjs.cloudflare.com/ajax/libs/gsap/3.12.5/gsap.min.js';
  const gsap = judge('--zip', await pack(folder.path, 'gsap.zip', filesOf({ ...good, head: head(cdn), body: moves })), '--target', 'dv360');
  expect(gsap).toMatchObject({ code: 0, zips: [{ ran: true, sound: true }] });

  const far = filesOf({
    ...good,
    head: head('https://code.createjs.example/createjs.min.js'),
    body: `${good.body}<script>createjs.go()</script>`,
  });
  const link = '<a href="https://kaai.example/" style="position:absolute;inset:0"></a>';
  const clicks = await pack(folder.path, 'clicks.zip', filesOf({ ...good, body: link }));
  // An empty tag opens an empty page: a click of its own all the same.
  const empty = '<div style="position:absolute;inset:0" onclick="window.open(clickTag)"></div><script>var clickTag = ""</script>';
  const blank = await pack(folder.path, 'blank.zip', filesOf({ ...good, body: empty }));
  const { zips } = judge('--zip', await pack(folder.path, 'far.zip', far), clicks, blank, '--target', 'google-ads');
  const [unknown, clicked, opened] = zips.map(({ findings }) => findings.map(({ code }) => code));
  expect(unknown).toEqual(expect.arrayContaining(['banner-outside-request', 'ad-not-run-whole']));
  expect(unknown).not.toContain('banner-console-error');
  expect(clicked).toContain('banner-click-forbidden');
  expect(opened).toContain('banner-click-forbidden');
});
