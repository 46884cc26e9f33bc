/** `kader rules` for film and sound: what a channel asks, with sources, and what is made for it. */
import { mediaChannels, referencePacks } from '../channels/media.ts';
import { weight } from '../checks/words/say.ts';
import type { Call } from '../cli.ts';
import type { MediaLimit, MediaPack } from '../model/media-rules.ts';
import { kindOfLimit } from '../model/media-table.ts';
import type { Sense } from '../model/rule-table.ts';

const GROUPS = [
  ['Film', 'video'],
  ['Sound alone', 'audio'],
  ['Pictures on social channels', 'pictures'],
  ['Loudness elsewhere', 'loudness'],
  ['Streams', 'streaming'],
] as const;

export function listMediaPacks({ console }: Call): void {
  const { bold, yellow } = console.colours;
  const packs: readonly MediaPack[] = [...mediaChannels, ...referencePacks];
  for (const [title, kind] of GROUPS) {
    console.say(bold(title));
    for (const { id, name, limits } of packs.filter((pack) => pack.kind === kind)) {
      const unknown = limits.filter(({ value }) => value === null).length;
      const needs = unknown > 0 ? yellow(`${unknown} need the current sheet`) : '';
      console.say(`  ${id.padEnd(20)} ${name.padEnd(40)} ${String(limits.length - unknown).padStart(3)} limits  ${needs}`.trimEnd());
    }
    console.say();
  }
}

export function showMediaPack(call: Call, pack: MediaPack): void {
  const { console } = call;
  console.say(`${console.colours.bold(pack.id)}  ${pack.name}, ${pack.kind}`);
  for (const limit of pack.limits) console.say(rowOf(call, limit));
  for (const line of madeOf(pack)) console.say(`  ${line}`);
  console.say();
}

function rowOf({ console: { colours } }: Call, limit: MediaLimit): string {
  const { id, severity, status, source, checked, note, value } = limit;
  const paint = value === null ? colours.yellow : { error: colours.red, warning: colours.yellow, info: colours.dim }[severity];
  const text = `  ${id.padEnd(21)} ${limitText(limit)}`;
  const weighs = paint((value === null ? '?' : severity).padEnd(8));
  const told = note ? `\n${colours.dim(`${' '.repeat(24)}${note}`)}` : '';
  return `${text.padEnd(52)} ${weighs} ${status.padEnd(10)} ${colours.dim(`${source}, checked ${checked}`)}${told}`;
}

const LIMITS: Readonly<Partial<Record<Sense, string>>> = { 'at most': '≤ ', under: '< ', 'at least': '≥ ' };

/** A limit's value as a person says it. */
export function limitText({ id, value, unit }: Pick<MediaLimit, 'id' | 'value' | 'unit'>): string {
  if (value === null) return 'needs the current sheet';
  if (value === true || value === false) return value ? 'yes' : 'no';
  if (typeof value !== 'number') return value.join(' ');
  return `${LIMITS[kindOfLimit(id).sense] ?? ''}${numberText(value, unit)}`;
}

function numberText(value: number, unit: MediaLimit['unit']): string {
  if (unit === 'bytes' && value >= 1e9) return `${value / 1e9} GB`;
  if (unit === 'bytes') return weight(value, 'en', 1000).replaceAll('\u00a0', ' ');
  if (unit === 'b/s') return value >= 1e6 ? `${value / 1e6} Mb/s` : `${value / 1e3} kb/s`;
  if (unit === 's' && value >= 60) return `${value} s (${value / 60} min)`;
  return `${value}${unit ? ` ${unit}` : ''}`;
}

/** What Kader makes for it when nothing else is said. */
function madeOf(pack: MediaPack): string[] {
  if (!('sound' in pack)) return [];
  const { make, sound } = pack;
  const film = make && [
    `${make.width} × ${make.height} px${make.keepsShape ? ' at most, in the shape of the clip' : ''}`,
    `${make.codec} in ${make.container}`,
    `${make.rates.join(', ')} fps`,
    `key frame every ${make.gopSeconds} s`,
    ...(make.mostRate ? [`≤ ${make.mostRate / 1e6} Mb/s`] : []),
    ...(make.safe ? [`kept free: ${shares(make.safe)}`] : []),
  ];
  const heard = [
    `${sound.codec}${sound.bitRate ? ` ${sound.bitRate / 1e3} kb/s` : ''}`,
    `${sound.sampleRate / 1e3} kHz`,
    sound.channels === 2 ? 'stereo' : 'mono',
    `${sound.loudness} LUFS${sound.monoLoudness ? ` (mono ${sound.monoLoudness})` : ''}`,
    `≤ ${sound.truePeak} dBTP`,
  ];
  return [...(film ? [`made: ${film.join(' · ')}`] : []), `sound: ${heard.join(' · ')}`];
}

function shares(safe: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }): string {
  const named = Object.entries(safe).filter(([, share]) => share > 0);
  return named.map(([side, share]) => `${side} ${Math.round(share * 1000) / 10} %`).join(', ');
}
