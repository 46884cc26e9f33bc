/** Finds the workspace and its productions, and lists what was supplied; links that lead out are told apart. */
import { existsSync, lstatSync, type Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../model/finding.ts';
import { nearest } from '../model/nearest.ts';

export interface Workspace {
  readonly root: string;
  readonly kader: string;
  readonly templates: string;
  readonly assets: string;
  readonly output: string;
}

export function findWorkspace(from: string): Workspace {
  const workspace = workspaceAround(from);
  if (workspace) return workspace;
  throw new UserError('There is no Kader workspace here: a folder with templates/ and assets/.', {
    advice: 'Go to your workspace, or make one: kader init my-studio',
  });
}

export function workspaceAround(from: string): Workspace | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'templates')) && existsSync(join(folder, 'assets'))) {
      return {
        root: folder,
        kader: join(folder, '.kader'),
        templates: join(folder, 'templates'),
        assets: join(folder, 'assets'),
        output: join(folder, 'output'),
      };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/** House styles of the workspace, by name. */
export async function listHouses(workspace: Workspace): Promise<string[]> {
  const entries = await readdir(workspace.templates, { withFileTypes: true });
  return entries
    .map(({ name }) => name)
    .filter((name) => existsSync(join(workspace.templates, name, 'house.yaml')))
    .sort();
}

/** Held by who builds a production. */
export function productionLock(workspace: Workspace, production: string): string {
  return `${workspace.root}\n${production}`;
}

/** Folders of a production's output that are laid as a whole. */
export const TREES = ['site', 'banners', 'video', 'audio', 'release', 'review', 'preview'] as const;
/** The contact sheet is laid apart, when it is asked for. */
export type Tree = (typeof TREES)[number] | 'images';

/** Where it is kept how a tree was laid. */
export function treeStateFile(workspace: Workspace, production: string, tree: Tree): string {
  return join(workspace.kader, 'trees', `${production}-${tree}.json`);
}

export async function listProductions(workspace: Workspace): Promise<string[]> {
  const entries = await readdir(workspace.assets, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(workspace.assets, entry.name, 'order.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** The productions that were asked for; without any, the only one there is, or all. */
export async function chooseProductions(workspace: Workspace, asked: readonly string[]): Promise<string[]> {
  const known = await listProductions(workspace);
  if (known.length === 0)
    throw new UserError('No production has an order yet.', { advice: `Write one: ${join('assets', '<production>', 'order.yaml')}` });
  for (const name of asked) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    throw new UserError(`There is no production called ${name}.`, {
      advice: meant ? `Did you mean ${meant}?` : `There is: ${known.join(', ')}.`,
    });
  }
  return asked.length > 0 ? [...asked] : known;
}

export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  readonly outside: boolean;
  /** Size, times and inode: as long as they stay, so does what is in the file. Empty for what is no file. */
  readonly state: string;
}

const DEPTH_LIMIT = 16;
const COUNT_LIMIT = 200_000;

/** Every file below, sorted by path. A link is followed only when it stays inside the folder. */
export async function listFiles(folder: string, skip: (path: string) => boolean = () => false): Promise<ListedFile[]> {
  const root = await realpath(folder);
  const files: ListedFile[] = [];
  const walk = async (below: string, depth: number): Promise<void> => {
    if (depth > DEPTH_LIMIT)
      throw new UserError(`${join(folder, below)} is nested more than ${DEPTH_LIMIT} folders deep.`, {
        advice: 'Flatten the supplied folder.',
      });
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.') || skip(path)) continue;
      if (entry.isDirectory()) await walk(path, depth + 1);
      // Synchronous on purpose: a turn through the thread pool costs ten times what it asks for.
      else if (entry.isFile()) {
        const stats = lstatSync(join(folder, path));
        files.push({ path, bytes: stats.size, outside: false, state: stateOf(stats) });
      } else if (entry.isSymbolicLink()) {
        const target = await realpath(join(folder, path)).catch(() => undefined);
        const inside = target?.startsWith(root + sep) ?? false;
        const facts = inside && target ? await stat(target) : undefined;
        const led = facts ?? (target ? await stat(target) : undefined);
        if (!inside || facts?.isFile())
          files.push({ path, bytes: facts?.size ?? 0, outside: !inside, state: led?.isFile() ? stateOf(led) : '' });
      }
      if (files.length > COUNT_LIMIT)
        throw new UserError(`${folder} holds more than ${COUNT_LIMIT} files.`, { advice: 'Split the material over productions.' });
    }
  };
  await walk('', 0);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

export function shown(path: string): string {
  return relative(process.cwd(), path) || '.';
}
