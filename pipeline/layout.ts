/** Order + house style + assets → layout: sets pages and banner units, and lists every job they ask for. */
import type { Asset } from './model/asset.ts';
import type { HouseStyle } from './model/house.ts';
import type { Layout, StaticFile, Unit } from './model/layout.ts';
import type { Order } from './model/order.ts';
import { setBanners } from './setting/banners.ts';
import type { Frame, Gathered, LayoutEffects } from './setting/gather.ts';
import { setSite } from './setting/pages.ts';

export type { LayoutEffects } from './setting/gather.ts';

const STATIC_FOLDER = 'site/static/';

export async function makeLayout(
  order: Order,
  house: HouseStyle,
  assets: readonly Asset[],
  effects: LayoutEffects,
  only?: 'site' | 'banners',
): Promise<Layout> {
  const frame: Frame = { order, house, assets: new Map(assets.map((asset) => [asset.name, asset])) };
  const gathered: Gathered = { jobs: new Map(), proofs: new Map(), findings: [] };
  const { jobs, proofs, findings } = gathered;
  const pages = order.deliver.site && only !== 'banners' ? await setSite(frame, effects, gathered) : [];
  const units: Unit[] = [];
  for (const set of only === 'site' ? [] : order.deliver.banners) units.push(...(await setBanners(frame, set, effects, gathered)));
  const statics: StaticFile[] =
    pages.length === 0
      ? []
      : house.files
          .filter(({ path }) => path.startsWith(STATIC_FOLDER))
          .map(({ path, ...file }) => ({ path: path.slice(STATIC_FOLDER.length), ...file }));
  return { pages, units, statics, jobs: [...jobs.values()], proofs: [...proofs.values()], findings };
}
