/** Opens a studio for a look: nothing is measured, and the last build's record is left alone. */
import type { Call } from '../cli.ts';
import { openStudio, type StudioOptions } from '../tools/studio.ts';
import { openTypesetter } from '../tools/typesetter.ts';
import { openWorkshop } from '../tools/workshop.ts';
import type { Workspace } from '../tools/workspace.ts';

export function openLook(
  call: Call,
  workspace: Workspace,
  production: string,
  options: Partial<Pick<StudioOptions, 'jobs' | 'browser'>> = {},
) {
  const { signal, env } = call;
  return openStudio({
    workspace,
    production,
    jobs: 2,
    browser: false,
    ...options,
    signal,
    env,
    typesetter: openTypesetter(signal),
    workshop: openWorkshop(),
    records: false,
  });
}
