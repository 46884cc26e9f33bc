/** Checks whether a clip begins or ends in black, stays black, or stands still. */
import type { Span } from '../model/clip.ts';
import type { Finding } from '../model/finding.ts';
import { type ClipAsset, type ClipCheck, moment, moments, partsOf, spanSeconds, tenth, told } from './clip-told.ts';

export const checkClipStill: ClipCheck = (asset, rules) => {
  const { picture, measured } = asset.clip;
  if (!picture || !measured) return [];
  const { black } = measured;
  // Black stands still too.
  const frozen = measured.frozen.filter((span) => coveredBy(span, black) < spanSeconds(span) / 2);
  return [
    ...parts(asset, 'clip-black', black, rules.edge, rules.blackInside),
    ...parts(asset, 'clip-frozen', frozen, rules.edge, rules.frozenInside),
  ];
};

function parts(asset: ClipAsset, code: 'clip-black' | 'clip-frozen', spans: readonly Span[], edge: number, most: number): Finding[] {
  const { whole, head, tail, inside } = partsOf(spans, asset.clip);
  if (whole) return [told(asset, code, { part: 'whole' })];
  const long = inside.filter((span) => spanSeconds(span) > most);
  return [
    ...(head && spanSeconds(head) >= edge ? [told(asset, code, { part: 'head', at: moment(head[1]), seconds: length(head) }, 'info')] : []),
    ...(tail && spanSeconds(tail) >= edge ? [told(asset, code, { part: 'tail', at: moment(tail[0]), seconds: length(tail) }, 'info')] : []),
    ...(long.length > 0 ? [told(asset, code, { part: 'inside', ...moments(long), expected: most })] : []),
  ];
}

const length = (span: Span): number => tenth(spanSeconds(span));

function coveredBy([from, to]: Span, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0])), 0);
}
