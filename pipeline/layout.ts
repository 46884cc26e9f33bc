/** Order + house style + assets → layout: sets pages, banner units and cuts, and lists every job they ask for. */
import type { Asset } from './model/asset.ts';
import type { CutList } from './model/cut-list.ts';
import type { Feed } from './model/feed.ts';
import type { HouseStyle } from './model/house.ts';
import type { Layout, Part, StaticFile, Unit } from './model/layout.ts';
import type { Order } from './model/order.ts';
import { setBanners } from './setting/banners.ts';
import type { Frame, Gathered, LayoutEffects } from './setting/gather.ts';
import { setCuts } from './setting/laid-cuts.ts';
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
  const pages = order.deliver.site && isWanted('site') ? await setSite(frame, effects, gathered) : [];
  const units: Unit[] = isWanted('banners') ? await setBanners(frame, effects, gathered) : [];
  const media = only === 'video' || only === 'audio' ? only : undefined;
  const cuts = only === undefined || media ? await setCuts(frame, effects, gathered, input.lists ?? [], media) : [];
  const statics: StaticFile[] =
    pages.length === 0
      ? []
      : house.files
          .filter(({ path }) => path.startsWith(STATIC_FOLDER))
          .map(({ path, ...file }) => ({ path: path.slice(STATIC_FOLDER.length), ...file }));
  return { pages, units, statics, cuts, jobs: [...jobs.values()], proofs: [...proofs.values()], findings };
}
