/** Joins what the files of a package say by themselves: who asks for whom, what nobody asks for, and what the whole would do. */
import type { ClickTag, PackageFacts, PackageFault, PackedReference } from '../model/package.ts';
import { readAdformManifest, readFlashtalkingManifest } from './package-manifest.ts';
import type { FileLook } from './package-read.ts';
import type { ScriptLook } from './package-script.ts';

interface LookedFile {
  readonly path: string;
  readonly bytes: number;
  readonly look: FileLook;
}

export function joinPackage(zipBytes: number, files: readonly LookedFile[], faults: readonly PackageFault[]): PackageFacts {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const page = pageOf(files);
  const scripts = files.flatMap(({ path, look }) => [
    ...(look.script ? [{ ...look.script, path, inHead: false }] : []),
    ...(look.page?.scripts.map((script) => ({ ...script, path })) ?? []),
  ]);
  const references = sortedOnce(
    [
      ...files.flatMap(({ path, look }) => [
        ...(look.page?.references.map((written) => refer(path, written, 'page', path, byPath)) ?? []),
        ...(look.page?.styles.flatMap((style) => style.references.map((written) => refer(path, written, 'style', path, byPath))) ?? []),
        ...(look.style?.references.map((written) => refer(path, written, 'style', path, byPath)) ?? []),
      ]),
      // A script asks from where the page stands.
      ...scripts.flatMap(({ path, references }) => references.map((written) => refer(path, written, 'script', page ?? path, byPath))),
    ].filter((reference) => reference !== undefined),
  );
  const used = reach(page, references, mentionsOf(files, scripts), byPath);
  const document = page === null ? undefined : byPath.get(page)?.look.page;
  const pages = files.flatMap(({ look }) => (look.page ? [look.page] : []));
  const manifests = files.flatMap(({ path, look }) => [
    ...(/(^|\/)manifest\.json$/i.test(path) ? [readAdformManifest(path, look.json, byPath)] : []),
    ...(/(^|\/)manifest\.js$/i.test(path) ? [readFlashtalkingManifest(path, look.script?.flashtalking)] : []),
  ]);
  for (const { path } of manifests) used.add(path);
  const backup = backupOf(files, used, document?.adSize);
  return {
    what: 'package',
    zipBytes,
    faults: [
      ...faults,
      ...files.flatMap(({ path, look }) => (look.problem ? [{ reason: look.problem, path, ...detailOf(look) }] : [])),
      ...inPages(files),
    ],
    files: files.map(({ path, bytes, look }) => ({
      path,
      bytes,
      gzipBytes: look.gzipBytes,
      used: used.has(path),
      ...(look.picture ? { picture: look.picture } : {}),
    })),
    page,
    document: document
      ? {
          skeleton: document.skeleton,
          title: document.title,
          adSize: document.adSize,
          orientation: document.orientation,
          gwd: pages.some(({ gwd }) => gwd),
          tags: sumOf(pages.map(({ tags }) => tags)),
          startingSounds: pages.reduce((sum, { startingSounds }) => sum + startingSounds, 0),
          loudVideos: pages.reduce((sum, { loudVideos }) => sum + loudVideos, 0),
          marginZero: files.some(({ look }) => stylesOf(look).some(({ marginZero }) => marginZero)),
          padded: files.some(({ look }) => stylesOf(look).some(({ padded }) => padded)),
        }
      : null,
    references,
    calls: sortedOnce(scripts.flatMap(({ path, calls }) => calls.map((name) => ({ name, path })))),
    clickTags: scripts.flatMap(({ path, inHead, clickTags }) => clickTags.map((tag): ClickTag => ({ ...tag, path, inHead }))),
    fixedExits: sortedOnce([
      ...scripts.flatMap(({ path, fixedExits }) => fixedExits.map((url) => ({ url, path }))),
      ...files.flatMap(({ path, look }) => look.page?.exits.map((url) => ({ url: url.trim(), path })) ?? []),
    ]),
    sameTabExits: sortedOnce([
      ...scripts.flatMap(({ path, leavings }) => leavings.map((written) => ({ written, path }))),
      ...files.flatMap(({ path, look }) => look.page?.leavings.map((written) => ({ written, path })) ?? []),
    ]),
    fontSources: sortedOnce(
      files
        .flatMap(({ path, look }) =>
          [...(look.style?.fonts ?? []), ...(look.page?.styles.flatMap(({ fonts }) => fonts) ?? [])].map((written) => ({
            way: fontWay(written),
            path,
          })),
        )
        .concat(
          references.some(({ url }) => /^https?:\/\/fonts\.(googleapis|gstatic)\.com\//.test(url ?? ''))
            ? [{ way: 'google', path: page ?? '' }]
            : [],
        ),
    ),
    manifests,
    backup,
  };
}

const stylesOf = ({ style, page }: FileLook) => [...(style ? [style] : []), ...(page?.styles ?? [])];
const detailOf = ({ script }: FileLook) => (script?.problem ? { detail: script.problem } : {});

function inPages(files: readonly LookedFile[]): PackageFault[] {
  return files.flatMap(({ path, look }) =>
    [...(look.page ? [look.page] : []), ...(look.page?.scripts ?? [])].flatMap(({ problem }) =>
      problem ? [{ reason: 'script-unreadable' as const, path, detail: problem }] : [],
    ),
  );
}

/** The page of a package: `index.html`, or the only one, the nearest to the root first; null when it cannot be told. */
function pageOf(files: readonly LookedFile[]): string | null {
  const pages = files.filter(({ look }) => look.page).map(({ path }) => path);
  const levels = (path: string): number => path.split('/').length;
  const least = Math.min(...pages.map(levels));
  const near = pages.filter((path) => levels(path) === least);
  const named = near.filter((path) => /(^|\/)index\.html?$/i.test(path));
  return named.length === 1 ? (named[0] as string) : near.length === 1 ? (near[0] as string) : null;
}

function refer(
  path: string,
  written: string,
  how: PackedReference['how'],
  from: string,
  byPath: ReadonlyMap<string, unknown>,
): PackedReference | undefined {
  const shown = written.length > 300 ? `${written.slice(0, 299)}…` : written;
  if (/^(https?|wss?):|^\/\//i.test(written))
    return { path, written: shown, how, url: written.startsWith('//') ? `https:${shown}` : shown };
  // Data, an address within the page, or a scheme that loads nothing.
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || written === '') return undefined;
  return { path, written: shown, how, file: resolved(written, from, byPath) };
}

function resolved(written: string, from: string, byPath: ReadonlyMap<string, unknown>): string | null {
  try {
    // As a browser does it, at a place from which nothing can be climbed out.
    const at = new URL(written, new URL(encodeURI(from), 'http://p.invalid/'));
    const path = decodeURIComponent(at.pathname).replace(/^\//, '');
    return byPath.has(path) ? path : null;
  } catch {
    return null;
  }
}

/** Files that the page reaches. Where a script puts a name together, its texts are enough: an orphan must be certain. */
function reach(
  page: string | null,
  references: readonly PackedReference[],
  mentions: ReadonlyMap<string, readonly string[]>,
  byPath: ReadonlyMap<string, LookedFile>,
): Set<string> {
  const used = new Set<string>();
  const queue = page === null ? [] : [page];
  const asked = grouped(references);
  const byName = new Map<string, string[]>();
  for (const path of byPath.keys()) {
    const name = path.split('/').at(-1) as string;
    for (const key of new Set([name, name.replace(/\.[^.]+$/, '')])) byName.set(key, [...(byName.get(key) ?? []), path]);
  }
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (used.has(path)) continue;
    used.add(path);
    for (const { file } of asked.get(path) ?? []) if (file) queue.push(file);
    for (const mention of mentions.get(path) ?? []) {
      const name = mention.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
      if (name.length > 2) queue.push(...(byName.get(name) ?? []));
    }
  }
  return used;
}

/** By file: texts of its scripts, of its data, and of attributes that a browser does not know. */
function mentionsOf(
  files: readonly LookedFile[],
  scripts: readonly (ScriptLook & { readonly path: string })[],
): Map<string, readonly string[]> {
  const all = new Map(files.map(({ path, look }) => [path, [...(look.page?.mentions ?? []), ...textsIn(look.json)]]));
  for (const { path, mentions } of scripts) all.get(path)?.push(...mentions);
  return all;
}

/** Data of an animation names its pictures. */
function textsIn(json: unknown, deep = 0): string[] {
  if (typeof json === 'string') return json.length < 300 ? [json] : [];
  if (typeof json !== 'object' || json === null || deep > 20) return [];
  return Object.values(json).flatMap((one) => textsIn(one, deep + 1));
}

function grouped(references: readonly PackedReference[]): Map<string, PackedReference[]> {
  const groups = new Map<string, PackedReference[]>();
  for (const reference of references) groups.set(reference.path, [...(groups.get(reference.path) ?? []), reference]);
  return groups;
}

/** A picture as large as the unit, once or twice, that nothing shows. */
function backupOf(
  files: readonly LookedFile[],
  used: ReadonlySet<string>,
  size: { readonly width?: number; readonly height?: number } | null | undefined,
): string | null {
  const spare = files.filter(({ path, look }) => look.picture && look.picture.format !== 'svg' && !used.has(path));
  const fits = ({ look }: LookedFile): boolean =>
    [1, 2].some(
      (scale) => size?.width && look.picture?.width === size.width * scale && look.picture?.height === (size.height ?? 0) * scale,
    );
  const named = ({ path }: LookedFile): boolean => /(^|\/)[^/]*(backup|fallback|default|static)[^/]*$/i.test(path);
  return (spare.find(fits) ?? spare.find(named))?.path ?? null;
}

function fontWay(written: string): PackageFacts['fontSources'][number]['way'] {
  if (/^data:/i.test(written)) return 'base64';
  if (/^(https?:)?\/\/fonts\.(gstatic|googleapis)\.com\//i.test(written)) return 'google';
  return /^(https?:)?\/\//i.test(written) ? 'elsewhere' : 'file';
}

function sumOf(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const one of all) for (const [name, count] of Object.entries(one)) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sortedOnce<T extends object>(items: readonly T[]): T[] {
  const once = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
