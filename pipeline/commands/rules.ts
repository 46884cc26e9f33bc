/** `kader rules`: what platforms, publishers and channels ask, with sources; and what counts for a target, with the origin of every value. */

import { packOf, packs, platformIds, publisherIds } from '../channels/ads/packs.ts';
import { mediaChannels, mediaPackOf, referencePacks } from '../channels/media.ts';
import { namesOf, profileOf, unknownNames } from '../channels/profile.ts';
import { weight } from '../checks/words/say.ts';
import type { Call } from '../cli.ts';
import { UserError } from '../model/finding.ts';
import type { MediaPack } from '../model/media-rules.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerTarget } from '../model/order.ts';
import { kindOf, type Sense } from '../model/rule-table.ts';
import type { AskedRule, Rule, RulePack } from '../model/rules.ts';
import { listMediaPacks, showMediaPack } from './rules-media.ts';

export interface RulesFlags {
  readonly target?: string;
  readonly sizes?: boolean;
}

export async function rules(call: Call, named: readonly string[], { target, sizes }: RulesFlags): Promise<number> {
  if (target !== undefined) return showTarget(call, target);
  const asked = named.map(packNamed);
  const ads = asked.filter((pack): pack is RulePack => 'rules' in pack);
  if (sizes) return showSizes(call, asked.length > 0 ? ads : packs);
  if (asked.length === 0) return listPacks(call);
  for (const pack of asked) 'rules' in pack ? showPack(call, pack) : showMediaPack(call, pack);
  if (call.console.json) call.console.give(asked.length === 1 ? asked[0] : asked);
  return 0;
}

function packNamed(name: string): RulePack | MediaPack {
  const pack = packOf(name) ?? mediaPackOf(name);
  if (pack) return pack;
  const all = [...packs, ...mediaChannels, ...referencePacks].map(({ id }) => id);
  throw new UserError(`No platform, publisher or channel is called ${name}.`, { advice: didYouMean(nearest(name, all)) });
}

function showPack(call: Call, pack: RulePack): void {
  const { console } = call;
  console.say(`${console.colours.bold(pack.id)}  ${pack.name}, ${pack.kind}`);
  for (const rule of pack.rules) console.say(rowOf(call, rule));
  for (const { text, source, status } of pack.notes ?? []) console.say(`  ${text} ${console.colours.dim(`${status}  ${source}`)}`);
  console.say();
}

/** `google-ads`, or `ad-manager+ads-and-data`. */
export function readTarget(written: string): BannerTarget {
  const [platform = '', publisher, ...more] = written.split('+');
  const target = publisher === undefined ? platform : { platform, publisher };
  if (platform === '' || publisher === '' || more.length > 0)
    throw new UserError(`${written} is no target.`, {
      advice: 'Write a platform, or a platform and a publisher: ad-manager+ads-and-data.',
    });
  const [unknown] = unknownNames(target);
  if (unknown) throw new UserError(`No ${unknown.part} is called ${unknown.name}.`, { advice: didYouMean(unknown.nearest) });
  return target;
}

const didYouMean = (name: string): string => (name ? `Did you mean ${name}?` : 'Type kader rules to see all names.');

function listPacks(call: Call): number {
  const { console } = call;
  for (const [title, kind] of [
    ['Platforms', 'platform'],
    ['Publishers', 'publisher'],
    ['Everywhere', 'everywhere'],
  ] as const) {
    console.say(console.colours.bold(title));
    for (const pack of packs.filter((one) => one.kind === kind)) {
      const { known, unknown } = countOf(pack);
      const needs = unknown > 0 ? console.colours.yellow(`${unknown} need the current sheet`) : '';
      console.say(`  ${pack.id.padEnd(20)} ${pack.name.padEnd(40)} ${String(known).padStart(3)} rules  ${needs}`.trimEnd());
    }
    console.say();
  }
  listMediaPacks(call);
  console.say(console.colours.dim('kader rules <name> shows one; kader rules --target <platform>[+<publisher>] what counts there.'));
  if (console.json)
    console.give({ platforms: platformIds, publishers: publisherIds, packs, channels: mediaChannels, references: referencePacks });
  return 0;
}

function countOf({ rules }: RulePack): { known: number; unknown: number } {
  const unknown = rules.filter(({ value }) => value === null).length;
  return { known: rules.length - unknown, unknown };
}

function showTarget(call: Call, written: string): number {
  const { console } = call;
  const target = readTarget(written);
  const profile = profileOf(target);
  const { platform, publisher } = namesOf(target);
  console.say(`${console.colours.bold(profile.target)}  ${[platform, publisher].filter(Boolean).join(' and ')}, and what holds everywhere`);
  for (const rule of profile.rules) {
    console.say(rowOf(call, rule));
    for (const { from, value } of rule.over)
      console.say(console.colours.dim(`    stricter than ${from}: ${valueText({ ...rule, value })}`));
  }
  const { click, fonts, scripts, styles, svg, backup, manifest } = profile.delivery;
  const handed = [
    `click ${click}`,
    `fonts ${fonts.join(', ')}`,
    `scripts ${scripts}`,
    `styles ${styles}`,
    `svg ${svg}`,
    `backup ${backup}`,
  ];
  console.say(`  handed over: ${[...handed, ...(manifest ? [`manifest ${manifest}`] : [])].join(' · ')}`);
  for (const { size, with: other, must, by } of profile.pairs) console.say(`  ${size} goes with ${other}${must ? '' : ', or may'} (${by})`);
  if (console.json) console.give(profile);
  return 0;
}

function showSizes({ console }: Call, shown: readonly RulePack[]): number {
  const withSizes = shown.filter(({ sizes }) => sizes);
  for (const { id, sizes = [], pairs = [] } of withSizes) {
    console.say(`${console.colours.bold(id.padEnd(20))} ${sizes.join(' ')}`);
    for (const { size, with: other, must } of pairs)
      console.say(console.colours.dim(`${' '.repeat(21)}${size} with ${other}${must ? '' : ' (or)'}`));
  }
  if (console.json) console.give(withSizes.map(({ id, sizes, pairs = [] }) => ({ id, sizes, pairs })));
  return 0;
}

function rowOf({ console: { colours } }: Call, rule: Rule | AskedRule): string {
  const { id, severity, status, source, read, note, value } = rule;
  const paint = value === null ? colours.yellow : { error: colours.red, warning: colours.yellow, info: colours.dim }[severity];
  const from = 'from' in rule ? `${rule.from}: ` : '';
  const text = `  ${id.padEnd(20)} ${valueText(rule)}`;
  const origin = `${from}${source}${read ? `, read ${read}` : ''}`;
  return `${text.padEnd(64)} ${paint((value === null ? '?' : severity).padEnd(8))} ${status.padEnd(12)} ${colours.dim(origin)}${note ? `\n${colours.dim(`${' '.repeat(23)}${note}`)}` : ''}`;
}

const LIMITS: Readonly<Partial<Record<Sense, string>>> = { 'at most': '≤ ', under: '< ', 'at least': '≥ ' };

/** A rule's value as a person says it. */
export function valueText({ id, value, unit, basis, sizes }: Pick<Rule, 'id' | 'value' | 'unit' | 'basis' | 'sizes'>): string {
  const counted = basis ? ` ${basis}` : '';
  const of = sizes ? ` (${sizes.join(' ')})` : '';
  if (value === null) return `needs the current sheet${counted}${of}`;
  if (value === true) return `yes${of}`;
  if (typeof value === 'number') {
    const number = unit === 'bytes' ? weight(value, 'en', value % 1024 === 0 ? 1024 : 1000) : `${value}${unit ? ` ${unit}` : ''}`;
    return `${LIMITS[kindOf(id).sense] ?? ''}${number.replaceAll('\u00a0', ' ')}${counted}${of}`;
  }
  return `${Array.isArray(value) ? value.join(' ') || 'none' : String(value)}${of}`;
}
