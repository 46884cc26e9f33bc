/** Checks whether a banner behaves where publishers put it: in frames, on any page, with nothing left behind. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

/** Share of the edge that must stand out: the greater part of it. */
const STANDS_OUT = 0.5;

export function checkBannerPlace(name: string, facts: BannerFacts): Finding[] {
  const where = { deliverable: name };
  const framed = (['friendly', 'crossOrigin'] as const).flatMap((frame) => {
    const { same, errors } = facts.frames[frame];
    const kind = frame === 'friendly' ? 'own' : 'other';
    const told = errors.map((message) => finding('banner-frame-fault', where, { kind, message: message.replace(/\.$/, '') }));
    // What moves for ever is never the same twice.
    return told.length > 0 || same || facts.lastChange === null ? told : [finding('banner-frame-fault', where, { kind })];
  });
  const lost = (['white', 'black'] as const)
    .filter((page) => facts.edge[page] < STANDS_OUT)
    .map((page) => finding('banner-edge-lost', where, { page, actual: Math.round((1 - facts.edge[page]) * 100) }));
  return [
    ...framed,
    ...(facts.storage.length > 0 ? [finding('banner-storage', where, { names: facts.storage })] : []),
    ...(facts.dialogs.length > 0 ? [finding('banner-dialog', where, { names: facts.dialogs })] : []),
    ...lost,
  ];
}
