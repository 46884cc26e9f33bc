/** A build that is killed at any moment leaves no half file, and the next one completes with the same bytes. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BANNER, BANNER_ORDER, makeWorkspace, photo, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const MOMENTS = 20;
/** What a browser thinks of it takes longest and is stored as all else; captures keep the browser in play. */
const PLAINLY = ['--no-measure'];
let workspace: TestWorkspace;
let whole: { site: Record<string, string>; banners: Record<string, string> };
let duration = 0;

beforeAll(async () => {
  const more = Object.fromEntries(
    await Promise.all([2, 3, 4, 5].map(async (seed) => [`assets/try/photos/more/p${seed}.jpg`, await photo(900, 700, seed)] as const)),
  );
  const order = BANNER_ORDER.replace(
    'deliver:',
    '  - { name: more, file: photos/more/*.jpg, alt: { en: More, nl: Meer }, rights: { creator: A, licence: all } }\ndeliver:',
  );
  const asks = [2, 3, 4, 5].map((seed) => `{% image "more/p${seed}", slot="hero" %}`).join('\n\n');
  workspace = makeWorkspace(
    await plainWorkspace({
      ...BANNER,
      ...more,
      'assets/try/order.yaml': order,
      'assets/try/content/en/more.md': `---\nlayout: page.njk\ntitle: More\n---\n${asks}\n`,
    }),
  );
  workspace.build(...PLAINLY);
  whole = { site: workspace.tree('output/try/site'), banners: workspace.tree('output/try/banners') };
  workspace.run('clean', '--all');
  // Timed when programs are in memory: the moments below must lie within a build.
  const start = performance.now();
  workspace.build(...PLAINLY);
  duration = performance.now() - start;
}, 120_000);
afterAll(() => workspace?.remove());

function blobs(): string[] {
  const folder = workspace.path('.kader/store/blobs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Blobs that are not what their name says. */
const damagedBlobs = (): string[] =>
  blobs().filter((path) => createHash('sha256').update(readFileSync(path)).digest('hex') !== path.split('/').at(-1));

/** Every file in the output is one that a whole build lays. */
function wrongOutputs(): string[] {
  return (['site', 'banners'] as const).flatMap((tree) =>
    Object.entries(workspace.tree(`output/try/${tree}`))
      .filter(([path, digest]) => whole[tree][path] !== digest)
      .map(([path]) => path),
  );
}

test(`killed at ${MOMENTS} moments: nothing half stands, and the next build completes`, { timeout: 300_000 }, async () => {
  let killed = 0;
  for (let moment = 0; moment < MOMENTS; moment++) {
    // Spread over the whole build; a store that survives shortens the next, so it is emptied now and then.
    if (moment % 4 === 0) workspace.run('clean', '--all');
    const child = workspace.start('build', 'try', ...PLAINLY);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, (duration * (moment + 0.5)) / MOMENTS));
    if (child.exitCode === null) {
      killed++;
      child.kill('SIGKILL');
    }
    await ended;
    expect(damagedBlobs()).toEqual([]);
    expect(wrongOutputs()).toEqual([]);
  }
  expect(killed).toBeGreaterThan(MOMENTS / 3);
  const { code } = workspace.build(...PLAINLY);
  expect(code).toBe(0);
  expect(workspace.tree('output/try/site')).toEqual(whole.site);
  expect(workspace.tree('output/try/banners')).toEqual(whole.banners);
  expect(readdirSync(workspace.path('output/try')).filter((name) => /\.(new|old)-/.test(name))).toEqual([]);
});

test('two builds at once end with the same bytes', { timeout: 120_000 }, async () => {
  workspace.run('clean', '--all');
  const codes = await Promise.all([0, 1].map(() => new Promise((resolve) => workspace.start('build', 'try', ...PLAINLY).once('exit', resolve))));
  expect(codes).toEqual([0, 0]);
  expect(workspace.tree('output/try/site')).toEqual(whole.site);
});

test('ctrl-C ends with 130, keeps what was made and leaves the output alone', { timeout: 120_000 }, async () => {
  workspace.run('clean', '--all');
  const child = workspace.start('build', 'try', ...PLAINLY);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  // Not at a time but at work: the first pictures are in the store, the pages are yet to be measured.
  while (blobs().length === 0 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(Object.keys(workspace.tree('output/try/site'))).toEqual([]);
  expect(damagedBlobs()).toEqual([]);
});

test('ctrl-C ends templates that never end', { timeout: 60_000 }, async () => {
  workspace.run('clean', '--all');
  workspace.write({
    'templates/plain/eleventy.config.js': `import { writeFileSync } from 'node:fs';
export default () => { writeFileSync(${JSON.stringify(workspace.path('turning'))}, ''); for (;;); };`,
  });
  const child = workspace.start('build', 'try', ...PLAINLY);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  while (!existsSync(workspace.path('turning')) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});
