/** Order + house style + assets → layout: sets pages, banner units and cuts, and lists every job they ask for. */
import type { Asset } from './model/asset.ts';
import type { CutList } from './model/cut-list.ts';
import type { Feed } from './model/feed.ts';
import type { HouseStyle } from './model/house.ts';
import type { LaidCut, Layout, Part, StaticFile, Unit } from './model/layout.ts';
import type { Order } from './model/order.ts';
import { setBanners } from './setting/banners.ts';
import type { Frame, Gathered, LayoutEffects } from './setting/gather.ts';
import { playedOnPages, setCuts } from './setting/laid-cuts.ts';
import { setSite } from './setting/pages.ts';

export type { LayoutEffects } from './setting/gather.ts';

const STATIC_FOLDER = 'site/static/';

export interface LayoutInput {
  readonly order: Order;
  readonly house: HouseStyle;
  readonly assets: readonly Asset[];
  readonly feeds: readonly Feed[];
  /** Cut lists of editing programs that the order names. */
  readonly lists?: readonly CutList[];
}

export async function makeLayout(input: LayoutInput, effects: LayoutEffects, only?: Part): Promise<Layout> {
  const { order, house, feeds } = input;
  const frame: Frame = {
    order,
    house,
    assets: new Map(input.assets.map((asset) => [asset.name, asset])),
    feeds: new Map(feeds.map((feed) => [feed.file, feed])),
  };
  const gathered: Gathered = { jobs: new Map(), proofs: new Map(), findings: [] };
  const { jobs, proofs, findings } = gathered;
  const isWanted = (part: Part): boolean => only === undefined || only === part;
  const hasSite = order.deliver.site !== undefined && isWanted('site');
  const media = only === 'video' || only === 'audio' ? only : undefined;
  // Pages play cuts, so these are laid first; what they ask for and tell of stands last all the same.
  const cutting: Gathered = { jobs: new Map(), proofs: new Map(), findings: [] };
  const lay = (of: Order): Promise<LaidCut[]> => setCuts({ ...frame, order: of }, effects, cutting, input.lists ?? [], media);
  const cuts = only === undefined || media ? await lay(order) : [];
  const played = only === 'site' && hasSite ? await lay(playedOnPages(order)) : cuts;
  // What is held back as a file is not played on a page either.
  const spoilt = new Set(cutting.findings.flatMap(({ severity, where }) => (severity === 'error' ? [where.deliverable] : [])));
  const playable = played.filter(({ name }) => !spoilt.has(name));
  const pages = hasSite ? await setSite(frame, effects, gathered, playable) : [];
  const units: Unit[] = isWanted('banners') ? await setBanners(frame, effects, gathered) : [];
  findings.push(...cutting.findings);
  // Of a site alone only what its pages play is made.
  if (only !== 'site') for (const [key, job] of cutting.jobs) jobs.set(key, job);
  const statics: StaticFile[] =
    pages.length === 0
      ? []
      : house.files
          .filter(({ path }) => path.startsWith(STATIC_FOLDER))
          .map(({ path, ...file }) => ({ path: path.slice(STATIC_FOLDER.length), ...file }));
  return { pages, units, statics, cuts, jobs: [...jobs.values()], proofs: [...proofs.values()], findings };
}
