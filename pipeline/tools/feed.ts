/** Reads a feed at the edge: CSV and JSON here, spreadsheets in a child process with a wall clock and a memory limit. */
import { fork } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import type { FeedReading } from '../model/feed.ts';
import type { FeedAnswer } from './feed-child.ts';
import { decodeText, readCsv, readJson } from './feed-text.ts';

/** Raised when a feed is read in another way, so that what was read before is read anew. */
export const FEED_READER = 'feed 1';

/** Ten thousand rows of banners are 2 MB; what is beyond these is no feed, or a trap. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_ROWS = 200_000;
const MOST_COLUMNS = 500;
const LIMIT_MS = 60_000;
const LIMIT_MB = 700;

/** @param path of the bytes; @param name of the file as it was supplied */
export async function readFeed(path: string, name: string): Promise<FeedReading> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) return { unreadable: `it has ${size} bytes, more than the ${MOST_BYTES} that are read` };
  const bytes = await readFile(path);
  const reading = isZip(bytes) ? await readSheet(path) : isOldExcel(bytes) ? OLD_EXCEL : readText(decodeText(bytes), name);
  if ('unreadable' in reading) return reading;
  const { rows, columns } = reading.table;
  if (rows.length > MOST_ROWS) return { unreadable: `it has ${rows.length} rows, more than the ${MOST_ROWS} that are read` };
  if (columns.length > MOST_COLUMNS) return { unreadable: `it has ${columns.length} columns, more than the ${MOST_COLUMNS} that are read` };
  return reading;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isOldExcel = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;
const OLD_EXCEL: FeedReading = { unreadable: 'it is a workbook of Excel 97–2003; save it as .xlsx or CSV' };

function readText(text: string, name: string): FeedReading {
  return /\.json$/i.test(name) || /^\s*\[\s*\{/.test(text) ? readJson(text) : readCsv(text);
}

/** A workbook is a zip of XML: what it unfolds to is known only while it is read. */
function readSheet(path: string): Promise<FeedReading> {
  const child = fork(new URL('./feed-child.js', import.meta.url), [path, String(LIMIT_MB)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Ctrl-C reaches the parent alone; the child ends with it.
    detached: true,
    execArgv: [`--max-old-space-size=${LIMIT_MB}`],
  });
  return new Promise((resolve) => {
    const finish = (reading: FeedReading): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      resolve(reading);
    };
    const timer = setTimeout(() => finish({ unreadable: `reading it took more than ${LIMIT_MS / 1000} s` }), LIMIT_MS);
    child.on('message', (answer: FeedAnswer) => finish(answer));
    child.on('error', (error) => finish({ unreadable: error.message }));
    child.on('exit', (code, signal) =>
      finish({ unreadable: signal === 'SIGKILL' ? `reading it takes more than ${LIMIT_MB} MB of memory` : `its reader ended (${code})` }),
    );
  });
}
