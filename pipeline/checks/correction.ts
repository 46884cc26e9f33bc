/** Checks what corrections need, and tells what `auto` will do. */
import type { Asset } from '../model/asset.ts';
import type { CorrectionWish } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import type { Use } from '../model/layout.ts';
import { finding } from './catalogue.ts';
import { whereOrdered } from './where.ts';

/** Shares by which the shape of a mask may differ: rounding, and no more. */
const SHAPE = 0.01;

export function checkMasks(assets: readonly Asset[]): Finding[] {
  const known = new Map(assets.map((asset) => [asset.name, asset]));
  return assets.flatMap((asset) =>
    (asset.corrections ?? []).flatMap((wish) => {
      if (wish.step !== 'mask') return [];
      const fault = faultOf(asset, known.get(wish.name));
      return fault ? [finding('mask-unusable', whereOrdered(asset), { asset: asset.name, mask: wish.name, ...fault })] : [];
    }),
  );
}

function faultOf({ facts }: Asset, mask: Asset | undefined): Finding['args'] | undefined {
  if (!mask) return { reason: 'missing' };
  if (!mask.facts) return { reason: 'unreadable' };
  if (!facts) return undefined;
  const sizes = { actual: `${mask.facts.width} × ${mask.facts.height}`, expected: `${facts.width} × ${facts.height}` };
  const apart = Math.abs((mask.facts.width / mask.facts.height) * (facts.height / facts.width) - 1);
  return apart > SHAPE ? { reason: 'shape', ...sizes } : undefined;
}

/** Told once for each picture and place. */
export function checkProposals(uses: readonly Use[], deliverable: string): Finding[] {
  return uses
    .filter(({ proposed }) => proposed && proposed.length > 0)
    .map(({ asset, slot, proposed = [] }) =>
      finding('correction-proposed', { asset, slot, deliverable }, { asset, ...numbersOf(proposed) }),
    );
}

function numbersOf(proposed: readonly CorrectionWish[]): Finding['args'] {
  const args: Record<string, string | number> = {};
  for (const wish of proposed) {
    if (wish.step === 'straighten') args['degrees'] = wish.degrees;
    if (wish.step === 'levels') args['levels'] = `${Math.round(wish.black * 100)} – ${Math.round(wish.white * 100)}`;
    if (wish.step === 'balance') args['gains'] = wish.gains.map((gain) => gain.toFixed(2)).join(' / ');
  }
  return args;
}
