import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf } from '../../pipeline/model/key.ts';
import { openJournal, type Remembered } from '../../pipeline/tools/journal.ts';
import { compileScript, ended, temporary } from './child.ts';

let folder: string;
beforeEach(() => {
  folder = temporary('journal');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const A = `ab${'0'.repeat(62)}`;
const B = `ab${'1'.repeat(62)}`;
const shard = (): string => join(folder, 'ab.ndjson');
const facts = (value: string | number): Remembered => ({ made: { facts: value } });

function append(...entries: [string, Remembered][]): void {
  openJournal(folder).append(new Map(entries));
}

it('gives the last entry of a key', () => {
  append([A, facts(1)], [B, facts('Ångström\n')]);
  append([A, { made: { blob: { digest: digestOf('x'), bytes: 1 } }, mtime: 12.5 }]);
  const journal = openJournal(folder);
  expect(journal.find(A)).toEqual({ made: { blob: { digest: digestOf('x'), bytes: 1 } }, mtime: 12.5 });
  expect(journal.find(B)).toEqual(facts('Ångström\n'));
  expect(journal.find(`ab${'2'.repeat(62)}`)).toBeUndefined();
});

it('takes keys that are no digests', () => {
  append(['facts of é 1', facts(1)]);
  expect(openJournal(folder).find('facts of é 1')).toEqual(facts(1));
  expect(() => append(['two\nlines', facts(1)])).toThrow('is no key');
});

it('passes over a torn last line, which harms no line written after it', () => {
  append([A, facts(1)]);
  append([A, facts(2)]);
  const whole = readFileSync(shard()).length;
  for (let cut = 2; cut < 60; cut += 7) {
    truncateSync(shard(), whole - cut);
    expect(openJournal(folder).find(A)).toEqual(facts(1));
    append([B, facts(3)]);
    expect(openJournal(folder).find(B)).toEqual(facts(3));
    expect(openJournal(folder).find(A)).toEqual(facts(1));
    rmSync(shard());
    append([A, facts(1)]);
    append([A, facts(2)]);
  }
});

it('passes over every line with a flipped bit and falls back to the sound one before', () => {
  append([A, facts(1)]);
  const start = readFileSync(shard()).length;
  append([A, facts(2)]);
  const good = readFileSync(shard());
  for (let at = start; at < good.length; at++) {
    const bad = Buffer.from(good);
    bad[at] = (bad[at] ?? 0) ^ 4;
    writeFileSync(shard(), bad);
    expect(openJournal(folder).find(A), `byte ${at - start}`).toEqual(facts(1));
  }
});

it('passes over zeros and rubbish', () => {
  append([A, facts(1)]);
  appendFileSync(shard(), Buffer.alloc(4096));
  appendFileSync(shard(), '\n\n\t\t\nrubbish\n{"key":1}\n00000000\t\t\n');
  append([B, facts(2)]);
  expect(openJournal(folder).find(A)).toEqual(facts(1));
  expect(openJournal(folder).find(B)).toEqual(facts(2));
});

const script = compileScript(
  'journal',
  `
  import { openJournal } from './tool.mjs';
  const [, , folder, name] = process.argv;
  const journal = openJournal(folder);
  for (let one = 0; one < 300; one++) {
    const key = 'ab' + name + String(one).padStart(6, '0');
    journal.append(new Map([[key, { made: { facts: name.repeat(1 + (one % 50) * 40) } }]]));
  }`,
);
afterAll(() => script.remove());

it('keeps every line of processes that append at once', async () => {
  const names = ['x', 'y', 'z'];
  await Promise.all(names.map((name) => ended(script.start(folder, name))));
  const journal = openJournal(folder);
  for (const name of names) {
    for (let one = 0; one < 300; one++) {
      expect(journal.find(`ab${name}${String(one).padStart(6, '0')}`)).toEqual(facts(name.repeat(1 + (one % 50) * 40)));
    }
  }
});
