/** Programs that were found, kept with how they stood then: asking a browser its version starts it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeBeside } from './disk.ts';
import { ffmpegPaths, programOnPath } from './programs.ts';
import type { Workspace } from './workspace.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where a program is kept in mind, and what there was to choose from when it was found: named by the person, or on the PATH. */
interface Place {
  readonly file: string;
  readonly named: string;
}

/** @param ffmpeg the path of the one that was found, beside which ffprobe is looked for */
export const placesOfPrograms = (workspace: Workspace, env: Env) => ({
  browser: { file: join(workspace.kader, 'browser.json'), named: env['KADER_BROWSER'] ?? '' },
  ffmpeg: { file: join(workspace.kader, 'ffmpeg-3.json'), named: ffmpegPaths(env).join(' ') },
  ffprobe: (ffmpeg: string | undefined) => ({
    file: join(workspace.kader, 'ffprobe.json'),
    named: `${env['FFPROBE_PATH'] ?? ''} ${ffmpeg} ${programOnPath('ffprobe')}`,
  }),
});

/** One that stands as it stood when it was found. */
export function recallProgram<Program extends { readonly path: string }>({ file, named }: Place): Program | undefined {
  if (!existsSync(file)) return undefined;
  const known = JSON.parse(readFileSync(file, 'utf8')) as { named: string; state: string; program: Program };
  return known.named === named && known.state === stateOf(known.program.path) ? known.program : undefined;
}

export async function remembered<Program extends { readonly path: string }>(
  place: Place,
  find: () => Promise<Program | undefined>,
): Promise<Program | undefined> {
  const known = recallProgram<Program>(place);
  if (known) return known;
  const program = await find();
  if (program) await writeBeside(place.file, JSON.stringify({ named: place.named, state: stateOf(program.path), program }));
  return program;
}

function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}` : '';
}
