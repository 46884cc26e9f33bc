/** Whether everything that the last build of a production looked at stands as it stood then: if so, nothing need be read. */
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Digest, digestOf } from '../model/key.ts';
import type { Standing } from '../model/record.ts';
import type { BrowserProgram } from './browser-find.ts';
import { writeBeside } from './disk.ts';
import type { FfmpegProgram, FfprobeProgram } from './ffmpeg-find.ts';
import { placesOfPrograms, recallProgram } from './remembered.ts';
import { openStanding } from './standing.ts';
import { OWN_ROOT, readToolchain } from './toolchain.ts';
import type { Workspace } from './workspace.ts';

const VERSION = 1;
/** A change within this time after another may leave the times as they were (FAT counts in 2 s). */
const RACY_MS = 2000;
/** Told of what may go otherwise next time although no file changed: a program that took too long, or was not there. */
const MAY_PASS = new Set(['clip-unread', 'clip-unmeasured', 'file-unreadable', 'format-not-supported', 'tool-missing']);

interface Kept {
  readonly version: number;
  readonly state: Digest;
  /** Of the standing build. */
  readonly key: Digest;
  /** What the house style names in packages, and how it stood. */
  readonly faces: readonly Face[];
  readonly fonts: string;
  /** Format that few read: how the program that develops it stood. */
  readonly developers: Readonly<Record<string, string>>;
}

type Face = { readonly package: string; readonly file: string };

/** What only a whole build gets to know of where its material lies. */
export interface LookedAt {
  readonly faces: readonly Face[];
  readonly developers: Readonly<Record<string, string>>;
}

interface Asked {
  readonly workspace: Workspace;
  readonly production: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a browser may be needed. */
  readonly browser: boolean;
  /** All that was asked for on the command line. */
  readonly options: unknown;
  readonly now: () => number;
}

/** Take it before anything is read: what changes later is seen by the next build. */
export type Glance = NonNullable<ReturnType<typeof glanceAt>>;

/** @returns nothing where there is something that cannot be told by looking at it. */
export function glanceAt({ workspace, production, env, browser, options, now }: Asked) {
  const file = join(workspace.kader, 'standing', `${production}-seen.json`);
  const taken = now();
  const files = look([join(workspace.assets, production), workspace.templates]);
  if (!files) return undefined;
  const today = new Date(taken).toISOString().slice(0, 10);
  /** Programs that were not known yet are found by the build: then it is told only after it. */
  const stateNow = (): Digest | undefined => {
    const programs = versionsOf(workspace, env, browser);
    return programs ? digestOf(JSON.stringify([VERSION, workspace.root, files.lines, programs, options, today])) : undefined;
  };
  const before = stateNow();
  const last = read(file);

  return {
    /** Something is not as it was in the last build: most likely there are pictures to be read or made. */
    isOther: last !== undefined && last.state !== before,
    /** The last build, where it would come to the same again. */
    async recall(): Promise<Standing | undefined> {
      if (!last || last.state !== before || last.fonts !== lookAtFonts(last.faces, workspace).lines) return undefined;
      if (!(await sameDevelopers(last.developers))) return undefined;
      return openStanding(workspace, production).recall(last.key);
    },
    async keep({ key, summary }: Standing, { faces, developers }: LookedAt): Promise<void> {
      const fonts = lookAtFonts(faces, workspace);
      // What changed so shortly before it was looked at may change once more and look the same.
      const isRacy = Math.max(files.newest, fonts.newest) > taken - RACY_MS;
      const state = stateNow();
      if (!state || isRacy || summary.findings.some(({ code }) => MAY_PASS.has(code))) return;
      const kept: Kept = { version: VERSION, state, key, faces, fonts: fonts.lines, developers };
      if (JSON.stringify(last) !== JSON.stringify(kept)) await writeBeside(file, JSON.stringify(kept));
    },
  };
}

function read(file: string): Kept | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.version === VERSION ? kept : undefined;
  } catch {
    return undefined;
  }
}

interface Looked {
  readonly lines: string;
  /** ms */
  readonly newest: number;
}

function openLook() {
  const lines: string[] = [];
  let newest = 0;
  return {
    add(path: string, stats: Stats | undefined): void {
      lines.push(stats ? `${path}\t${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}` : path);
      newest = Math.max(newest, stats?.mtimeMs ?? 0, stats?.ctimeMs ?? 0);
    },
    looked: (): Looked => ({ lines: lines.join('\n'), newest }),
  };
}

/** Every file below. Links to folders and to nowhere are for those who follow them: nothing is told of such a place. */
function look(folders: readonly string[]): Looked | undefined {
  const { add, looked } = openLook();
  const walk = (folder: string): boolean =>
    readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .every((entry) => {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') return true;
        const path = `${folder}/${entry.name}`;
        if (entry.isDirectory()) return walk(path);
        const stats = statSync(path, { throwIfNoEntry: false });
        if (!stats?.isFile()) return false;
        add(entry.isSymbolicLink() ? `${path} ->` : path, stats);
        return true;
      });
  try {
    return folders.every(walk) ? looked() : undefined;
  } catch {
    return undefined;
  }
}

/** Of every program, library and line of code that a build may use. */
function versionsOf(workspace: Workspace, env: Asked['env'], needsBrowser: boolean): unknown {
  const places = placesOfPrograms(workspace, env);
  try {
    const browser = needsBrowser ? recallProgram<BrowserProgram>(places.browser) : { version: 'none' };
    const ffmpeg = recallProgram<FfmpegProgram>(places.ffmpeg);
    // One that was not there may be there now: it is looked for.
    if (!browser || !ffmpeg) return undefined;
    const ffprobe = recallProgram<FfprobeProgram>(places.ffprobe(ffmpeg.path));
    return [readToolchain({ browser: browser.version, ffmpeg: ffmpeg.version }), ffprobe?.version ?? 'none'];
  } catch {
    return undefined;
  }
}

function lookAtFonts(faces: readonly Face[], workspace: Workspace): Looked {
  const { add, looked } = openLook();
  for (const face of faces)
    for (const from of [workspace.root, OWN_ROOT]) {
      const manifest = manifestOf(face.package, from);
      for (const name of ['package.json', 'metadata.json', face.file]) {
        const path = manifest ? join(dirname(manifest), name) : `${from} ${face.package} ${name}`;
        add(path, manifest ? statSync(path, { throwIfNoEntry: false }) : undefined);
      }
    }
  return looked();
}

function manifestOf(name: string, from: string): string | undefined {
  try {
    return createRequire(join(from, 'package.json')).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}

async function sameDevelopers(known: Kept['developers']): Promise<boolean> {
  const entries = Object.entries(known);
  if (entries.length === 0) return true;
  const { developerState } = await import('./develop.ts');
  return entries.every(([type, state]) => developerState(type as Parameters<typeof developerState>[0]) === state);
}
