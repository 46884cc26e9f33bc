/** What the stylesheets of a banner template bring along: the characters that they write, and the files that they name, laid flat beside the page. */
import type { FileNames } from '../jobs/bundle.ts';
import { planDrawing, planFile } from '../jobs/drawing.ts';
import type { Finding } from '../model/finding.ts';
import { type HouseStyle, SHARED_FOLDER } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import { shortKey } from '../model/key.ts';
import { safeName } from '../model/safe-name.ts';
import { type Written, writtenIn } from './shown-text.ts';

export interface StyleFiles {
  /** Each once; `file` is its path in the unit. */
  readonly jobs: readonly Job[];
  /** For the bundle of these stylesheets. */
  readonly names: FileNames;
  readonly findings: readonly Finding[];
  readonly written: Written;
}

const TAKEN = /\.(svg|png|jpe?g|gif|webp|avif|woff2?|ttf|otf)$/i;

/**
 * @param folder of the template, such as `banners/headline/`
 * @param entries stylesheets relative to it; what they import counts too
 * @param svgo tool that cleans drawings
 */
export function styleFiles(house: HouseStyle, folder: string, entries: readonly string[], svgo: string): StyleFiles {
  const { styles = {} } = house;
  const digests = new Map(house.files.map(({ path, digest }) => [path, digest]));
  const jobs = new Map<string, Job>();
  const names: Record<string, Record<string, string>> = {};
  const findings: Finding[] = [];
  const used = importedBy(styles, folder, entries);
  for (const path of used) {
    const own: Record<string, string> = {};
    for (const url of styles[path]?.urls ?? []) {
      // Of another host: whether a target takes that is its own affair.
      if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) continue;
      const [, address = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
      const file = resolved(decoded(address), path, folder);
      const digest = file === undefined ? undefined : digests.get(file);
      const problem = file === undefined ? 'outside' : digest === undefined ? 'missing' : TAKEN.test(file) ? undefined : 'type';
      if (problem || !file || !digest) {
        const where = { deliverable: folder.slice(0, -1), file: `templates/${house.name}/${path}` };
        findings.push({ code: 'banner-style-file', severity: 'error', where, args: { url, problem: problem ?? 'missing' } });
        continue;
      }
      const [, base = '', ending = ''] = /([^/]+)\.([^./]+)$/.exec(file) ?? [];
      const kind = ending.toLowerCase();
      // Whoever cleans a drawing takes out parts that nothing in it uses; a stylesheet may.
      const isPart = kind === 'svg' && rest.includes('#');
      const name = `${safeName(base, 24)}-${shortKey(digest)}${isPart ? '-parts' : ''}.${kind}`;
      jobs.set(name, kind === 'svg' && !isPart ? planDrawing(name, digest, svgo) : planFile(name, digest));
      own[url] = name + rest;
    }
    const relative = path.startsWith(folder) ? path.slice(folder.length) : fromFolder(folder, path);
    if (Object.keys(own).length > 0) names[relative] = own;
  }
  return { jobs: [...jobs.values()], names, findings, written: writtenIn(used.flatMap((path) => styles[path] ?? [])) };
}

/** Of what templates have in common, seen from one of them. */
function fromFolder(folder: string, path: string): string {
  const [kind = ''] = folder.split('/');
  return path.startsWith(`${kind}/`) ? `../${path.slice(kind.length + 1)}` : `../../${path}`;
}

/** Paths in the house, each once. */
function importedBy(styles: NonNullable<HouseStyle['styles']>, folder: string, entries: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const follow = (path: string | undefined): void => {
    const style = path === undefined ? undefined : styles[path];
    if (path === undefined || !style || found.has(path)) return;
    found.add(path);
    for (const address of style.imports) follow(resolved(address, path, folder));
  };
  for (const entry of entries) follow(`${folder}${entry}`);
  return [...found];
}

/** A path in the house, from the stylesheet that names it; undefined where it lies outside the template and what all have in common. */
function resolved(address: string, from: string, folder: string): string | undefined {
  const parts = address.startsWith('/') ? folder.split('/').slice(0, -1) : from.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return path.startsWith(folder) || path.startsWith(SHARED_FOLDER) ? path : undefined;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
