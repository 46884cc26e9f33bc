/** Reads a feed once: what came of the same bytes is kept. */
import type { Feed, FeedReading } from '../model/feed.ts';
import { digestOf } from '../model/key.ts';
import { FEED_READER, readFeed } from './feed.ts';
import type { Caches, Store } from './store.ts';
import { packageVersion } from './toolchain.ts';

export async function readFeedOnce({ file, digest }: Feed, { store, caches }: { store: Store; caches: Caches }): Promise<FeedReading> {
  const tool = [FEED_READER, ...['csv-parse', 'read-excel-file'].map((name) => `${name} ${packageVersion(name)}`)].join(', ');
  // A list of objects may look like CSV: the name decides how the same bytes are read.
  const key = digestOf(JSON.stringify({ kind: 'feed', tool, digest, type: /\.[^./]*$/.exec(file)?.[0] ?? '' }));
  const known = caches.recall(key)?.blob;
  if (known) return JSON.parse((await store.read(known.digest)).toString('utf8')) as FeedReading;
  const reading = await readFeed(store.blobPath(digest), file);
  // What failed may succeed next time: a machine may have been busy.
  if ('table' in reading) caches.remember(key, { blob: await store.keepText(JSON.stringify(reading)) });
  return reading;
}
