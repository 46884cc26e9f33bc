/** Which of the files in a production's folder an entry of the order means. */
import type { FoundFile } from '../ingest.ts';
import { nearest } from '../model/nearest.ts';
import type { Order } from '../model/order.ts';

const plainPath = (wanted: string): string => composed(wanted.replace(/^\.\//, ''));
/** macOS hands over `é` as e and an accent, where keyboards write one letter. */
const composed = (path: string): string => path.normalize('NFC');

/** A file may be called `sea[1].jpg`: what is there by that very name is meant. */
export function isPatternOf(files: readonly FoundFile[], wanted: string): boolean {
  return /[*?[{]/.test(wanted) && !files.some(({ path }) => composed(path) === plainPath(wanted));
}

/** A plain path, or a pattern in which `*` stays within a folder and `**` does not. */
export function matching(files: readonly FoundFile[], wanted: string): FoundFile[] {
  const path = plainPath(wanted);
  if (!isPatternOf(files, wanted)) {
    // Nearly all are found so, of thousands, and nothing need be composed.
    const exact = files.filter((file) => file.path === wanted);
    return exact.length > 0 ? exact : files.filter((file) => composed(file.path) === path).slice(0, 1);
  }
  const source = path.replace(/[.+^$()|\\]/g, '\\$&').replace(/\*\*\/|\*|\?|\{|\}|,/g, (sign) => PATTERN_SIGNS[sign] as string);
  const pattern = new RegExp(`^${source}$`);
  return files.filter((file) => pattern.test(composed(file.path)));
}

const PATTERN_SIGNS: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '*': '[^/]*', '?': '[^/]', '{': '(?:', '}': ')', ',': '|' };

/** Paths of the files that some entry of the order means. */
export function listedIn(files: readonly FoundFile[], { supplied }: Pick<Order, 'supplied'>): ReadonlySet<string> {
  return new Set(supplied.flatMap(({ file }) => matching(files, file).map(({ path }) => path)));
}

/**
 * The file that an entry probably means where none has its path: other case, folder, ending or signs, or a slip of the pen.
 * @param listed paths that other entries mean
 */
export function likely(files: readonly FoundFile[], wanted: string, listed: ReadonlySet<string>): string {
  if (isPatternOf(files, wanted)) return '';
  const free = files
    .map(({ path }) => path)
    .filter((path) => path.includes('.') && !/^(content\/|order\.yaml$)/.test(path) && !listed.has(path));
  // Other figures tell of another picture: IMG_1234 is no slip for IMG_1235.
  const alike = free.filter((path) => figures(path) === figures(wanted));
  const bare = alike.filter((path) => bareName(path) === bareName(wanted));
  if (bare.length > 0) return bare.length === 1 ? (bare[0] as string) : '';
  const meant = nearest(bareName(wanted), alike.map(bareName));
  return alike.find((path) => bareName(path) === meant) ?? '';
}

const bareName = (path: string): string =>
  (path.split('/').at(-1) ?? '')
    .replace(/\.[^.]+$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const figures = (path: string): string => (path.match(/\d+/g) ?? []).join(' ');
