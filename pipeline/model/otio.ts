/** Reads OpenTimelineIO (.otio): the clips of one track, with their gaps and transitions. */
import type { Rate } from './clip.ts';
import type { CutListReading, Length, ListedPart, ListFault, NotFollowed } from './cut-list.ts';
import { shortened } from './cut-list.ts';
import { rateOf, type Time } from './time.ts';

type Node = Readonly<Record<string, unknown>>;
type Rational = { readonly value: number; readonly rate: number };
type Range = { readonly start: Rational; readonly duration: Rational };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
/** `Clip` of `Clip.2`: the number tells the version of the schema. */
const kindOf = (node: unknown): string => (isNode(node) ? String(node['OTIO_SCHEMA'] ?? '').replace(/\.\d+$/, '') : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** @param kind whether the first track with pictures is followed, or with sound where there is one */
export function readOtio(text: string, kind: 'video' | 'audio'): CutListReading | { readonly unreadable: string } {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { unreadable: (error as Error).message };
  }
  const lines = schemaLines(text);
  const stack = kindOf(root) === 'Timeline' && isNode(root) ? root['tracks'] : root;
  const tracks = kindOf(stack) === 'Track' ? [stack] : kindOf(stack) === 'Stack' && isNode(stack) ? listOf(stack['children']) : [];
  const filled = tracks.filter((one): one is Node => isNode(one) && kindOf(one) === 'Track' && one['enabled'] !== false && hasClips(one));
  const trimmed = [stack, ...filled].find((one) => isNode(one) && isNode(one['source_range']));
  const of = (name: string): Node[] => filled.filter((one) => String(one['kind'] ?? 'Video') === name);
  const [first, ...others] = kind === 'audio' && of('Audio').length > 0 ? of('Audio') : of('Video');
  const track = first ?? filled[0];
  if (!track) return { unreadable: kindOf(root) === '' ? 'format' : 'empty' };
  const places = placesIn(root, lines);
  const tell = (node: unknown, what: NotFollowed | undefined, fallback: string): ListFault => ({
    line: places.get(node) ?? 0,
    ...(what ? { what } : {}),
    text: shortened(isNode(node) && typeof node['name'] === 'string' && node['name'] !== '' ? node['name'] : fallback),
  });
  // What a track shows of itself would cut its parts once more.
  const faults = [
    ...(others[0] ? [tell(others[0], 'tracks', 'Track')] : []),
    ...(trimmed ? [tell(trimmed, 'nested', 'source_range')] : []),
  ];
  const read = children(
    track,
    (node) => places.get(node) ?? 0,
    (node, what, text) => void faults.push(tell(node, what, text)),
  );
  return { ...read, faults: faults.toSorted((one, other) => one.line - other.line) };
}

const hasClips = (track: Node): boolean => listOf(track['children']).some((child) => !['Gap', 'Transition', ''].includes(kindOf(child)));

function children(
  track: Node,
  lineOf: (node: unknown) => number,
  tell: (node: unknown, what: NotFollowed | undefined, text: string) => void,
): Omit<CutListReading, 'faults'> {
  const parts: ListedPart[] = [];
  let fades: Pick<CutListReading, 'fadeIn' | 'fadeOut'> = {};
  let rate: Rate | undefined;
  const items = listOf(track['children']);
  let mixed: { readonly lead: Length; readonly tail: Length } | undefined;
  for (const [at, child] of items.entries()) {
    const kind = kindOf(child);
    if (kind === 'Transition' && isNode(child)) {
      const [lead, tail] = [lengthOf(child['in_offset']), lengthOf(child['out_offset'])];
      const next = items.slice(at + 1).find((one) => kindOf(one) !== 'Transition');
      const isLast = kindOf(next) !== 'Clip';
      if (!lead || !tail) tell(child, undefined, 'Transition');
      else if (!/^(SMPTE_Dissolve)?$/.test(String(child['transition_type'] ?? ''))) tell(child, 'wipe', String(child['transition_type']));
      if (!lead || !tail) continue;
      if (parts.length === 0) fades = { ...fades, fadeIn: tail };
      else if (isLast) fades = { ...fades, fadeOut: lead };
      else if (kindOf(items[at - 1]) === 'Clip') mixed = { lead, tail };
    } else if (kind === 'Gap') {
      // Before the first clip and behind the last there is nothing to close.
      if (parts.length > 0 && items.slice(at + 1).some((one) => kindOf(one) === 'Clip')) tell(child, 'gap', 'Gap');
      mixed = undefined;
    } else if (kind === 'Clip' && isNode(child)) {
      const part = child['enabled'] === false ? undefined : clip(child, lineOf(child), tell);
      if (child['enabled'] === false) tell(child, 'disabled', 'Clip');
      if (part) parts.push(mixed && parts.length > 0 ? { ...part, ...mixed } : part);
      if (part?.from && 'rate' in part.from) rate ??= part.from.rate;
      mixed = undefined;
    } else tell(child, kind === '' ? undefined : 'nested', kind === '' ? shortened(JSON.stringify(child)) : kind);
  }
  return { parts, ...fades, ...(rate ? { rate } : {}) };
}

function clip(
  child: Node,
  line: number,
  tell: (node: unknown, what: NotFollowed | undefined, text: string) => void,
): ListedPart | undefined {
  const media = mediaOf(child);
  const available = media ? rangeOf(media['available_range']) : undefined;
  const range = rangeOf(child['source_range']) ?? available;
  if (kindOf(media) === 'GeneratorReference') return void tell(child, 'generator', 'Clip');
  if (child['source_range'] != null && !range) return void tell(child, undefined, 'Clip');
  for (const effect of listOf(child['effects'])) {
    const scalar = isNode(effect) ? effect['time_scalar'] : undefined;
    if (kindOf(effect) === 'FreezeFrame') tell(child, 'freeze', 'FreezeFrame');
    else if (kindOf(effect) === 'LinearTimeWarp' && scalar !== 1) tell(child, 'speed', 'LinearTimeWarp');
  }
  const names = namesOf(child, media);
  if (!range) return { names, line };
  const { start, duration } = range;
  const end = start.value + (duration.value * start.rate) / duration.rate;
  return {
    names,
    from: timeOf(start),
    to: timeOf({ value: end, rate: start.rate }),
    ...(available ? { origin: timeOf(available.start) } : {}),
    line,
  };
}

/** Of several files for one clip the active one. */
function mediaOf(child: Node): Node | undefined {
  const several = child['media_references'];
  const active = isNode(several) ? several[String(child['active_media_reference_key'] ?? 'DEFAULT_MEDIA')] : undefined;
  const media = active ?? child['media_reference'];
  return isNode(media) ? media : undefined;
}

function namesOf(child: Node, media: Node | undefined): string[] {
  const names = [child['name'], media?.['name'], media?.['target_url']];
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && name !== ''))];
}

function rational(value: unknown): Rational | undefined {
  if (!isNode(value)) return undefined;
  const { value: count, rate } = value;
  const isSound = typeof count === 'number' && typeof rate === 'number' && Number.isFinite(count) && rate > 0 && rate < 1e7;
  return isSound ? { value: count, rate } : undefined;
}

function rangeOf(value: unknown): Range | undefined {
  if (!isNode(value)) return undefined;
  const [start, duration] = [rational(value['start_time']), rational(value['duration'])];
  return start && duration ? { start, duration } : undefined;
}

const timeOf = ({ value, rate }: Rational): Time => ({ frames: value, rate: rateOf(rate) });

function lengthOf(value: unknown): Length | undefined {
  const read = rational(value);
  return read && read.value >= 0 ? { frames: read.value, rate: rateOf(read.rate) } : undefined;
}

/** Lines on which objects of a schema begin, in the order of the text: the key stands once in each. */
function schemaLines(text: string): number[] {
  return text.split('\n').flatMap((line, at) => [...line.matchAll(/"OTIO_SCHEMA"\s*:/g)].map(() => at + 1));
}

/** Line of every object that says its schema; none where that key does not come first in each, as all known writers put it. */
function placesIn(root: unknown, lines: readonly number[]): Map<unknown, number> {
  const places = new Map<unknown, number>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (isNode(node) && 'OTIO_SCHEMA' in node) {
      if (Object.keys(node)[0] !== 'OTIO_SCHEMA') return new Map();
      places.set(node, lines[places.size] ?? 0);
    }
    const members = Array.isArray(node) ? node : isNode(node) ? Object.values(node) : [];
    for (let member = members.length - 1; member >= 0; member--) open.push(members[member]);
  }
  return places;
}
