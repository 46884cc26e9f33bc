/** Checks the sound of a clip: that there is some, that it was not cut off at the top, how loud it is, and whether it survives mono. */
import type { SoundMeasures } from '../model/clip.ts';
import type { ClipRules } from '../model/clip-rules.ts';
import type { Finding } from '../model/finding.ts';
import { type ClipAsset, type ClipCheck, hundredth, moment, moments, partsOf, spanSeconds, tenth, told } from './clip-told.ts';

/** dBFS below which steps are so few that samples repeat by themselves. */
const FAINT = -40;

export const checkClipSound: ClipCheck = (asset, rules) => {
  const { picture, sound, measured } = asset.clip;
  if (!sound) return picture ? [told(asset, 'clip-no-sound', { reason: 'no-track' })] : [];
  const heard = measured?.sound;
  if (!heard) return [];
  if (heard.loudness === null || partsOf(heard.silent, asset.clip).whole)
    return [told(asset, 'clip-no-sound', { reason: 'silent' }, picture ? 'info' : 'error')];
  return [...silences(asset, heard, rules), ...levels(asset, heard, rules), ...channels(asset, heard, rules)];
};

function silences(asset: ClipAsset, { silent }: SoundMeasures, rules: ClipRules): Finding[] {
  const { head, tail, inside } = partsOf(silent, asset.clip);
  const long = inside.filter((span) => spanSeconds(span) > rules.silentInside);
  const seconds = (span: readonly [number, number]): number => tenth(spanSeconds(span));
  return [
    ...(head && spanSeconds(head) >= rules.edge
      ? [told(asset, 'clip-silent', { part: 'head', at: moment(head[1]), seconds: seconds(head) })]
      : []),
    ...(tail && spanSeconds(tail) >= rules.edge
      ? [told(asset, 'clip-silent', { part: 'tail', at: moment(tail[0]), seconds: seconds(tail) })]
      : []),
    ...(long.length > 0 ? [told(asset, 'clip-silent', { part: 'inside', ...moments(long) })] : []),
  ];
}

function levels(asset: ClipAsset, { loudness, truePeak, flatFactor, peak, peakCount }: SoundMeasures, rules: ClipRules): Finding[] {
  const isClipped = flatFactor > rules.flatFactor && peak !== null && peak > FAINT;
  const [least, most] = rules.loudness;
  const level = loudness as number;
  const peaks = isClipped
    ? [told(asset, 'clip-clipped', { actual: tenth(flatFactor), expected: rules.flatFactor, count: peakCount })]
    : truePeak !== null && truePeak > rules.truePeak
      ? [told(asset, 'clip-true-peak', { actual: tenth(truePeak), expected: rules.truePeak })]
      : [];
  if (level < rules.quietest) return [...peaks, told(asset, 'clip-quiet', { actual: tenth(level), expected: rules.quietest })];
  const isOff = level < least || level > most;
  return [...peaks, ...(isOff ? [told(asset, 'clip-loudness', { actual: tenth(level), least, most })] : [])];
}

function channels(asset: ClipAsset, { phase, side }: SoundMeasures, rules: ClipRules): Finding[] {
  if (side) return [told(asset, 'clip-one-sided', { side })];
  if (phase === undefined || asset.clip.sound?.channels !== 2) return [];
  if (phase < rules.cancels) return [told(asset, 'clip-phase', { actual: hundredth(phase) })];
  return phase >= rules.same ? [told(asset, 'clip-mono-twice')] : [];
}
