import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { takeLock } from '../../pipeline/tools/lock.ts';
import { compileScript, ended, linesOf, temporary, until } from './child.ts';

const holder = compileScript(
  'lock',
  `
  import { takeLock } from './tool.mjs';
  const lock = await takeLock(process.argv[2]);
  process.stdout.write('held\\n');
  // A busy holder answers nobody and still holds.
  const end = Date.now() + Number(process.argv[3]);
  while (Date.now() < end);
  setTimeout(() => {}, 60_000);`,
);
const contender = compileScript(
  'lock',
  `
  import { closeSync, openSync, rmSync } from 'node:fs';
  import { takeLock } from './tool.mjs';
  const [, , name, marker] = process.argv;
  for (let turn = 0; turn < 15; turn++) {
    const lock = await takeLock(name);
    // Fails when another is inside.
    closeSync(openSync(marker, 'wx'));
    await new Promise((resolve) => setTimeout(resolve, 2));
    rmSync(marker);
    if (turn === 14 && process.argv[4]) process.kill(process.pid, 'SIGKILL');
    await lock.release();
  }`,
);
afterAll(() => {
  holder.remove();
  contender.remove();
});

it('is refused while it is held, and given after', async () => {
  const name = randomUUID();
  const first = await takeLock(name);
  expect(first).toBeDefined();
  expect(await takeLock(name, { wait: false })).toBeUndefined();
  expect(await takeLock(`${name} other`, { wait: false })).toBeDefined();
  await first?.release();
  await first?.release();
  const second = await takeLock(name, { wait: false });
  expect(second).toBeDefined();
  await second?.release();
});

it('says once that it waits, and comes as soon as the holder lets go', async () => {
  const name = randomUUID();
  const first = await takeLock(name);
  let waits = 0;
  const second = takeLock(name, { onWait: () => waits++ });
  await until(() => waits === 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const start = performance.now();
  await first?.release();
  const taken = await second;
  expect(performance.now() - start).toBeLessThan(500);
  expect(waits).toBe(1);
  await taken?.release();
});

it('is waited for until the signal says no', async () => {
  const name = randomUUID();
  const first = await takeLock(name);
  const abort = new AbortController();
  const second = takeLock(name, { signal: abort.signal, onWait: () => setTimeout(() => abort.abort(new Error('enough')), 20) });
  await expect(second).rejects.toThrow('enough');
  await first?.release();
});

it('is freed within a second when its holder is killed, and not before, however busy the holder is', async () => {
  const name = randomUUID();
  const child = holder.start(name, '30000');
  const lines = linesOf(child);
  await until(() => lines.length > 0);
  let entered = false;
  const waiting = takeLock(name).then((lock) => {
    entered = true;
    return lock;
  });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(entered).toBe(false);
  expect(await takeLock(name, { wait: false })).toBeUndefined();
  const start = performance.now();
  child.kill('SIGKILL');
  const lock = await waiting;
  expect(performance.now() - start).toBeLessThan(1000);
  await lock?.release();
});

it('lets one in at a time, with holders dying in between', { timeout: 20_000 }, async () => {
  const folder = temporary('lock');
  const marker = join(folder, 'inside');
  const name = randomUUID();
  const children = ['', 'die', 'die', ''].map((end) => contender.start(name, marker, end));
  await Promise.all(children.map(ended));
  expect(children.map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual([0, 'SIGKILL', 'SIGKILL', 0]);
  rmSync(folder, { recursive: true });
});

it('keeps no process alive that forgot to let go', async () => {
  const script = compileScript('lock', `import { takeLock } from './tool.mjs'; await takeLock(process.argv[2]);`);
  const child = script.start(randomUUID());
  await Promise.race([ended(child), new Promise((_, reject) => setTimeout(() => reject(new Error('still running')), 4000))]);
  expect(child.exitCode).toBe(0);
  script.remove();
});
