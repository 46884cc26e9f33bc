/** Checks whether a made cut is as loud as it should be, and peaks no higher. */
import type { Finding } from '../model/finding.ts';
import { limitOf, type MediaLimit } from '../model/media-rules.ts';
import { asNumber, faulty, type LimitVerdict, type MadeCut, refused } from './cut-made.ts';

/** LU. */
const OFF = 0.3;
/** Meters differ by as much (EBU Tech 3341, table 1: ±0.1 LU). */
const METER = 0.05;

export function checkCutLoudness(made: MadeCut): Finding[] {
  const heard = made.facts.measured?.sound;
  // Silence was told of the clip; there is nothing to level.
  if (!heard || heard.loudness === null || heard.truePeak === null) return [];
  const { channel } = made;
  const target = targetOf(made);
  const off = Math.abs(heard.loudness - target);
  const bound = limitOf(channel, 'loudness-off');
  const asker = channel.limits.find(({ id, value }) => id === 'loudness-off' && value === bound);
  const args = { actual: tenth(heard.loudness), expected: target };
  // Where nobody asks a loudness, Kader aims at one; what could not be raised that far is the best there is.
  const isBest = made.soundHeld === true && heard.loudness < target && !isAsked(made);
  return [
    ...(off > OFF + METER && !isBest ? [faulty('delivery-loudness-off', made, args)] : []),
    ...(off <= OFF + METER && asker && off > asNumber(asker) + METER ? [refused('delivery-loudness-off', asker, made, args)] : []),
    ...(heard.truePeak > channel.sound.truePeak + METER
      ? [faulty('delivery-true-peak', made, { actual: tenth(heard.truePeak), expected: channel.sound.truePeak })]
      : []),
  ];
}

/** The order may want another loudness than the channel asks: that is its right, and told. */
export function loudness(limit: MediaLimit, made: MadeCut): LimitVerdict {
  const isMono = made.facts.sound?.channels === 1;
  const other = isMono && limit.id === 'loudness' && limitOf(made.channel, 'mono-loudness') !== undefined;
  if (made.cut.loudness === undefined || other || (limit.id === 'mono-loudness' && !isMono)) return [];
  if (Math.abs(made.cut.loudness - asNumber(limit)) <= OFF) return [];
  return [refused('delivery-loudness-off', limit, made, { actual: made.cut.loudness, expected: asNumber(limit) })];
}

/** A channel that only says what players level to (YouTube, the web) asks nothing. */
function isAsked({ cut, channel }: MadeCut): boolean {
  const asks = ({ id, severity }: MediaLimit): boolean => (id === 'loudness' || id === 'mono-loudness') && severity !== 'info';
  return cut.loudness !== undefined || channel.limits.some(asks);
}

function targetOf({ cut, channel: { sound }, facts }: MadeCut): number {
  const own = facts.sound?.channels === 1 ? (sound.monoLoudness ?? sound.loudness) : sound.loudness;
  return cut.loudness ?? own;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
