/** The browser that npm can bring is unpacked into a folder of the user's own, starts there and measures. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBrowser } from '../../pipeline/tools/browser.ts';
import { unpackSparticuz } from '../../pipeline/tools/browser-find.ts';
import { page } from './browser-help.ts';

const cache = mkdtempSync(join(tmpdir(), 'kader-cache-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const isOffered = process.platform === 'linux' && process.arch === 'x64';

test.skipIf(!isOffered)(
  'the packaged browser is unpacked once, by two at a time too, and measures a page',
  { timeout: 180_000 },
  async () => {
    const env = { ...process.env, XDG_CACHE_HOME: cache };
    const found = await Promise.all([unpackSparticuz(env), unpackSparticuz(env)]);
    const [program] = found;
    if (!program) throw new Error('@sparticuz/chromium is an optional dependency that this platform gets, and it is not there');
    expect(found[1]).toEqual(program);
    expect(program).toMatchObject({ origin: '@sparticuz/chromium', version: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/) });
    expect(program.args).not.toContain('--single-process');
    expect(readdirSync(join(cache, 'kader'))).toHaveLength(1);
    const before = statSync(program.path).mtimeMs;
    expect(await unpackSparticuz(env)).toEqual(program);
    expect(statSync(program.path).mtimeMs).toBe(before);
    // A second judge: the program says itself what it is.
    expect(execFileSync(program.path, ['--version'], { encoding: 'utf8' })).toContain(program.version);

    const browser = openBrowser(program, { pages: 1 });
    try {
      const path = join(cache, 'page');
      writeFileSync(path, page('<main><h1>Kaai</h1><div style="width:500px">.</div><img src="gone.png"></main>'));
      const facts = await browser.measurePage({ url: '/', files: new Map([['index.html', { path, type: 'text/html; charset=utf-8' }]]) });
      expect(facts.overflowsAt).toEqual([360]);
      expect(facts.axe.map(({ rule }) => rule)).toContain('image-alt');
      expect(facts.failedRequests).toHaveLength(1);
    } finally {
      await browser.close();
    }
  },
);
