/** Parts of a cut list: its reels found among the supplied material, its transitions as fades. */
import type { Asset } from '../model/asset.ts';
import type { Rate } from '../model/clip.ts';
import { isSerious, type Length, type ListedPart } from '../model/cut-list.ts';
import type { ListWish } from '../model/cut-schema.ts';
import { nearest } from '../model/nearest.ts';
import { atFrame, rateOf } from '../model/time.ts';
import { tellOf, type WishGround } from './cut-ground.ts';
import type { WantedPart } from './cut-parts.ts';
import { type ClipAsset, rateOfClip } from './cut-times.ts';

export type Listed = { readonly parts: readonly WantedPart[]; readonly fades: readonly [number, number] };

/** @returns nothing when the list was not supplied or read, or says what no cut can be made of: that has been told */
export function listedParts(ground: WishGround, from: ListWish): Listed | undefined {
  const { lists, what, assets } = ground;
  const file = from.edl ?? from.otio ?? '';
  const list = lists.find((one) => one.file === file && one.kind === what);
  if (!list) return undefined;
  for (const { line, what: fault, text } of list.faults) {
    const place = { file, ...(line > 0 ? { line } : {}), deliverable: `${what}/${ground.wish.name}` };
    const isGrave = fault === undefined || isSerious(fault);
    const code = fault === undefined ? 'cut-list-line-unreadable' : 'cut-list-not-followed';
    ground.findings.push({
      code,
      severity: isGrave ? 'error' : 'warning',
      where: place,
      args: { file, text, ...(fault ? { what: fault } : {}) },
    });
  }
  if (list.faults.some(({ what: fault }) => fault === undefined || isSerious(fault))) return undefined;
  const named = list.parts.map((part) => materialOf(part, from.reels ?? {}, assets));
  const unknown = list.parts.filter((_, at) => named[at] === undefined);
  for (const { names, line } of unknown.filter(({ names }, at) => unknown.findIndex((one) => one.names[0] === names[0]) === at)) {
    const known = [...assets.values()].flatMap(({ name, clip }) => (clip ? [name] : []));
    const args = { actual: names[0] ?? '', others: names.slice(1), nearest: nearest(names[0] ?? '', known), known, listLine: line };
    tellOf(ground, 'cut-list-reel-unknown', 'from', { ...args, list: file });
  }
  if (unknown.length > 0) return undefined;
  const own = named.map((name) => (assets.get(name as string) as ClipAsset | undefined)?.clip?.picture).find((one) => one);
  const counted: Rate | undefined = from.rate === undefined ? (list.rate ?? (own && rateOfClip(own))) : rateOf(from.rate);
  const seconds = (length: Length | undefined): number => (length ? atFrame(length.frames, length.rate ?? counted ?? [25, 1]) : 0);
  const parts = list.parts.map((part, at): WantedPart => {
    const next = list.parts[at + 1];
    const lead = seconds(part.lead);
    return {
      clip: named[at] as string,
      from: part.from,
      to: part.to,
      origin: part.origin,
      counted: from.rate === undefined ? undefined : rateOf(from.rate),
      fade: lead + seconds(part.tail),
      lead,
      tail: next ? seconds(next.tail) : seconds(list.runsOn),
      speed: part.speed,
      path: 'from',
      line: part.line,
    };
  });
  return { parts, fades: [seconds(list.fadeIn), seconds(list.fadeOut)] };
}

/** As the order says; else what is called like the reel, the clip or its file. */
function materialOf(
  { names }: ListedPart,
  reels: Readonly<Record<string, string>>,
  assets: ReadonlyMap<string, Asset>,
): string | undefined {
  for (const name of names) if (Object.hasOwn(reels, name)) return reels[name];
  const clips = [...assets.values()].filter(({ clip }) => clip);
  for (const name of names) {
    const wanted = plain(name);
    const found = clips.find((one) => plain(one.name) === wanted || plain(one.file) === wanted);
    if (found) return found.name;
  }
  return undefined;
}

/** `file:///Volumes/A/Backstage%20One.MOV` and `backstage-one` are one. */
function plain(name: string): string {
  const file = name.split(/[\\/]/).at(-1) ?? name;
  return file
    .replace(/\.[A-Za-z0-9]{2,4}$/, '')
    .replace(/%20/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
}
