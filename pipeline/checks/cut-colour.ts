/** Checks whether a made film says that its colours are those of BT.709, so that every player shows them alike. */
import type { Finding } from '../model/finding.ts';
import { faulty, type MadeCut } from './cut-made.ts';

export function checkCutColour(made: MadeCut): Finding[] {
  const { picture } = made.facts;
  if (made.cut.what !== 'video' || !picture) return [];
  const { matrix, primaries, transfer, range } = picture.colour;
  const tags = { matrix, primaries, transfer };
  const wrong = [
    ...Object.entries(tags).flatMap(([name, value]) => (value === 'bt709' ? [] : [`${name} ${value}`])),
    ...(range === 'tv' ? [] : [`range ${range}`]),
  ];
  return wrong.length > 0 ? [faulty('delivery-colour-wrong', made, { items: wrong })] : [];
}
