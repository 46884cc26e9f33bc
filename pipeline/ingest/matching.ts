/** Which of the files in a production's folder an entry of the order means. */
import type { FoundFile } from '../ingest.ts';

const plainPath = (wanted: string): string => wanted.replace(/^\.\//, '');

/** A file may be called `sea[1].jpg`: what is there by that very name is meant. */
export function isPatternOf(files: readonly FoundFile[], wanted: string): boolean {
  return /[*?[{]/.test(wanted) && !files.some(({ path }) => path === plainPath(wanted));
}

/** A plain path, or a pattern in which `*` stays within a folder and `**` does not. */
export function matching(files: readonly FoundFile[], wanted: string): FoundFile[] {
  const path = plainPath(wanted);
  if (!isPatternOf(files, wanted)) return files.filter((file) => file.path === path);
  const source = path.replace(/[.+^$()|\\]/g, '\\$&').replace(/\*\*\/|\*|\?|\{|\}|,/g, (sign) => PATTERN_SIGNS[sign] as string);
  const pattern = new RegExp(`^${source}$`);
  return files.filter((file) => pattern.test(file.path));
}

const PATTERN_SIGNS: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '*': '[^/]*', '?': '[^/]', '{': '(?:', '}': ')', ',': '|' };
