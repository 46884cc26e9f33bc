/** The child process in which a workbook is read: one that blows up takes this process, not the build. */
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { FeedCell, FeedReading } from '../model/feed.ts';
import { tableOf } from './feed-text.ts';

export type FeedAnswer = FeedReading;

/** What is unfolded lies outside V8's heap: a thread of its own watches what the process really holds, and the parent. */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  const parent = process.ppid;
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, 50);
`;
const [, , path = '', limitMb = ''] = process.argv;
new Worker(WATCH, { eval: true, workerData: Number(limitMb) * 2 ** 20 }).unref();

/**
 * The reader's XML parser keeps half of a character that is written by its number, such as `&#127881;`, as Python's writers do
 * (saxen 11.2, November 2026). It takes this function when it is loaded; the process does nothing else.
 */
const half = String.fromCharCode;
String.fromCharCode = (...codes) =>
  codes.some((code) => code > 0xffff && code <= 0x10ffff) ? String.fromCodePoint(...codes) : half(...codes);

/** Excel keeps days as whole numbers and times as their fractions; a second is lost in the arithmetic, never a minute. */
function cellOf(value: unknown): FeedCell {
  if (!(value instanceof Date)) return value as FeedCell;
  if (Number.isNaN(value.getTime())) return { wrong: 'a date that is none' };
  const ms = Math.round(value.getTime() / 60_000) * 60_000;
  const minute = new Date(ms).toISOString();
  return { iso: minute.endsWith('T00:00:00.000Z') ? minute.slice(0, 10) : minute.slice(0, 16), ms };
}

async function read(): Promise<FeedReading> {
  const { readSheet } = await import('read-excel-file/node');
  const records = (await readSheet(await readFile(path))).map((record) => record.map(cellOf));
  const start = records.findIndex((record) => record.some((cell) => cell !== null && cell !== ''));
  return { table: start < 0 ? { kind: 'sheet', columns: [], rows: [] } : tableOf(records, start) };
}

read()
  .catch((error: unknown): FeedReading => ({ unreadable: error instanceof Error ? error.message : String(error) }))
  .then((answer) => process.send?.(answer));
process.on('disconnect', () => process.exit(0));
