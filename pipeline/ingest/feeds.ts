/** Takes in the feeds that banner sets name, each once, without reading what they say. */
import type { FoundFile } from '../ingest.ts';
import type { Feed } from '../model/feed.ts';
import type { Finding } from '../model/finding.ts';
import type { Digest } from '../model/key.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerSet } from '../model/order.ts';

/** @returns with `files`: paths that are material now, whatever came of them */
export async function takeFeeds(
  sets: readonly BannerSet[],
  files: readonly FoundFile[],
  take: (path: string) => Promise<{ readonly digest: Digest; readonly bytes: number }>,
): Promise<{ feeds: Feed[]; files: Set<string>; findings: Finding[] }> {
  const feeds = new Map<string, Feed>();
  const listed = new Set<string>();
  const findings: Finding[] = [];
  for (const { feed, template, places } of sets) {
    if (feed === undefined) continue;
    const path = feed.replace(/^\.\//, '');
    const found = files.find((one) => one.path === path);
    const tell = (code: string, args: Finding['args']): void => {
      const [line, column] = places?.['feed'] ?? [];
      const place = { ...(line ? { line } : {}), ...(column ? { column } : {}) };
      findings.push({ code, severity: 'error', where: { file: 'order.yaml', ...place, deliverable: `banners/${template}` }, args });
    };
    if (!found) {
      const near = nearest(
        path,
        files.map((one) => one.path),
      );
      tell('feed-missing', { feed, nearest: near });
      continue;
    }
    listed.add(path);
    if (found.outside) tell('material-outside', { file: path });
    else if (found.bytes === 0) tell('material-empty', { file: path });
    else feeds.set(feed, { file: feed, ...(await take(path)) });
  }
  return { feeds: [...feeds.values()], files: listed, findings };
}
