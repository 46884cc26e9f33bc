/** Checks whether a banner behaves where publishers put it: in frames, of its own site and of another. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

export function checkBannerPlace(name: string, facts: BannerFacts): Finding[] {
  const where = { deliverable: name };
  return (['friendly', 'crossOrigin'] as const).flatMap((frame) => {
    const { same, errors } = facts.frames[frame];
    const kind = frame === 'friendly' ? 'own' : 'other';
    const told = errors.map((message) => finding('banner-frame-fault', where, { kind, message: message.replace(/\.$/, '') }));
    // What moves for ever is never the same twice.
    return told.length > 0 || same || facts.lastChange === null ? told : [finding('banner-frame-fault', where, { kind })];
  });
}
