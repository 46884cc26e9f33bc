/** A store that holds what the plain house makes before a case changes anything: what is the same in all need be made once. */
import { cpSync } from 'node:fs';
import { BANNER, BANNER_ORDER, makeWorkspace, plainWorkspace, type TestWorkspace } from './workspace.ts';

/** The outcomes, and the programs that were found; not how any output lies. */
const KEPT = ['store/blobs', 'store/outcomes', 'browser.json', 'ffmpeg-3.json'];

export interface WarmStore {
  /** Lays a copy of it into a workspace, so that one case does not see what another makes. */
  into(workspace: TestWorkspace): void;
  remove(): void;
}

/** Builds the plain house once, with its site alone and with banners. */
export async function warmStore(): Promise<WarmStore> {
  const base = makeWorkspace(await plainWorkspace(BANNER));
  base.build('--no-measure');
  base.write({ 'assets/try/order.yaml': BANNER_ORDER });
  base.build('--no-measure');
  return {
    into(workspace) {
      // The times go along: a blob whose time is another is read again.
      for (const name of KEPT)
        cpSync(base.path('.kader', name), workspace.path('.kader', name), { recursive: true, preserveTimestamps: true });
    },
    remove: () => base.remove(),
  };
}
