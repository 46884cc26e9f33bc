/** Whole builds on disks that refuse: words and exit code 2, nothing half, and all is well once there is room. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { canMount, makeReadOnly, mountSmallDisk } from '../support/disks.ts';
import { BANNER, BANNER_ORDER, makeWorkspace, photo, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
let free: (() => void) | undefined;
afterEach(() => {
  free?.();
  free = undefined;
  workspace?.remove();
});

const open = async (): Promise<TestWorkspace> => {
  workspace = makeWorkspace(await plainWorkspace({ ...BANNER, 'assets/try/order.yaml': BANNER_ORDER }));
  return workspace;
};
const outputs = (): Record<string, string> => workspace.tree('output/try');
const trees = (): Record<string, string> =>
  Object.fromEntries(Object.entries(outputs()).filter(([path]) => /^(site|banners)\//.test(path)));
const build = () => workspace.run('build', 'try', '--no-measure');

describe.skipIf(!canMount)('a disk that refuses (needs the right to mount)', () => {
  test('an output folder that may not be written: told before any work, nothing changed, and built once it may', async () => {
    const { write, path } = await open();
    expect(build().code).toBe(0);
    const before = outputs();
    write({ 'assets/try/photos/sea.jpg': await photo(1600, 1200, 9) });
    free = makeReadOnly(path('output'));
    const { code, stdout, stderr } = build();
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/output\/try cannot be written to \(EROFS\)/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(outputs()).toEqual(before);
    free();
    expect(build().code).toBe(0);
    expect(trees()).not.toEqual(before);
  });

  test.each([
    ['the store', '.kader', 400],
    ['the output', 'output', 120],
  ])('a disk of %s that fills up: told in words, nothing half, and built once there is room', async (_, folder, kilobytes) => {
    const { path } = await open();
    mkdirSync(path(folder));
    free = mountSmallDisk(path(folder), kilobytes);
    const { code, stdout, stderr } = build();
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/The disk is full: .*\./);
    expect(stdout + stderr).not.toMatch(/\n\s+at /);
    const [site, banners] = [workspace.tree('output/try/site'), workspace.tree('output/try/banners')];
    free();
    expect(build().code).toBe(0);
    // A tree is swapped in as one: what stood was all of it or nothing.
    for (const [name, stood] of Object.entries({ site, banners }))
      if (Object.keys(stood).length > 0) expect(workspace.tree(`output/try/${name}`)).toEqual(stood);
    const whole = trees();
    workspace.run('clean', '--all');
    expect(build().code).toBe(0);
    expect(trees()).toEqual(whole);
  });

  test('an output disk that fills up while the old build stands leaves the old build whole', async () => {
    const { path, write } = await open();
    mkdirSync(path('output'));
    free = mountSmallDisk(path('output'), 3000);
    expect(build().code).toBe(0);
    const before = trees();
    write({ 'assets/try/photos/sea.jpg': await photo(1600, 1200, 9) });
    expect(() => writeFileSync(path('output/ballast'), Buffer.alloc(4_000_000))).toThrow(/ENOSPC/);
    const { code, stdout, stderr } = build();
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('The disk is full');
    expect(trees()).toEqual(before);
    rmSync(path('output/ballast'));
    expect(build().code).toBe(0);
    expect(trees()).not.toEqual(before);
  });
});
