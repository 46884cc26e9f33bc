/** What an order says of film and sound: clips and channels that exist, times that can be, captions where they are to be seen. */
import { channelNames } from '../channels/media.ts';
import type { Finding } from '../model/finding.ts';
import { nearest } from '../model/nearest.ts';
import { isTimecode, readTime } from '../model/time.ts';
import { isGroup, isLanguage, list, type Path, type Source, shown, valueAt } from './text.ts';

const KINDS = ['video', 'audio'] as const;
type Kind = (typeof KINDS)[number];

/** What belongs at a place of a cut, where the schema takes values of several shapes. */
export function expectedInCut(path: Path): string | undefined {
  if (path[0] !== 'deliver' || !KINDS.some((kind) => kind === path[1])) return undefined;
  if (path.length === 4 && path[3] === 'fade') return 'fade';
  const words = new Map<unknown, string>([
    ...['in', 'out', 'at', 'poster'].map((key) => [key, 'time'] as const),
    ...['from', 'channel', 'music', 'titles', 'captions', 'ratio', 'focus'].map((key) => [key, key] as const),
  ]);
  return words.get(path.at(-1));
}

export function judgeCuts(source: Source): Finding[] {
  const { content, tell } = source;
  const shared = list(content, 'supplied').flatMap((entry, index) => {
    const file = valueAt(entry, ['file']);
    if (typeof file !== 'string' || !/[*?{]/.test(file) || !isGroup(valueAt(entry, ['captions']))) return [];
    return [tell('order-wrong-value', ['supplied', index, 'captions'], { actual: file, expected: 'one-file' }, 'key')];
  });
  const cuts = KINDS.flatMap((kind) =>
    list(source.content, 'deliver', kind).flatMap((wish, index) => {
      const base = ['deliver', kind, index];
      return [
        ...materials(source, wish, base),
        ...channels(source, kind, base),
        ...spans(source, base),
        ...lists(source, base),
        ...sequences(source, base),
        ...misplaced(source, wish, base),
        ...besides(source, wish, base),
        ...(kind === 'video' ? [...captions(source, wish, base), ...strays(source, wish, base)] : []),
      ];
    }),
  );
  return [...shared, ...cuts];
}

/** Times of the whole where each part has its own, and a fade into the first part from nothing. */
function misplaced({ tell }: Source, wish: unknown, base: Path): Finding[] {
  if (typeof valueAt(wish, ['from']) === 'string') return [];
  const times = ['in', 'out'].flatMap((key) => {
    const value = valueAt(wish, [key]);
    return value === undefined ? [] : [tell('order-wrong-value', [...base, key], { actual: shown(value), expected: 'no-span' }, 'key')];
  });
  const fade = valueAt(wish, ['from', 0, 'fade']);
  const isFaded = typeof fade === 'number' && fade > 0;
  return [
    ...times,
    ...(isFaded ? [tell('order-wrong-value', [...base, 'from', 0, 'fade'], { actual: shown(fade), expected: 'no-fade' })] : []),
  ];
}

/** Only the channel web is a place of ours, where streams and previews can lie beside their film. */
function besides({ tell }: Source, wish: unknown, base: Path): Finding[] {
  if ([valueAt(wish, ['channel'])].flat().some((one) => one === 'web' || typeof one !== 'string')) return [];
  return ['hls', 'previews'].flatMap((key) => {
    const wanted = valueAt(wish, [key]);
    if (wanted !== true && !Array.isArray(wanted)) return [];
    return [tell('order-wrong-value', [...base, key], { actual: shown(wanted), expected: 'web-only' }, 'key')];
  });
}

/** Places of a cut that name material. */
function materialsOf(wish: unknown): Path[] {
  const parts = list(wish, 'from').map((_, at): Path => ['from', at, 'clip']);
  const reels = valueAt(wish, ['from', 'reels']);
  const named: Path[] = [['from'], ['music'], ['music', 'clip'], ['logo'], ['cover']];
  return [...named, ...parts, ...Object.keys(isGroup(reels) ? reels : {}).map((reel): Path => ['from', 'reels', reel])];
}

function materials({ content, tell }: Source, wish: unknown, base: Path): Finding[] {
  const known = list(content, 'supplied').flatMap((entry) => {
    const name = valueAt(entry, ['name']);
    return typeof name === 'string' ? [name] : [];
  });
  return materialsOf(wish).flatMap((path) => {
    const actual = valueAt(wish, path);
    // Which files a pattern matches is known when they are taken in.
    if (typeof actual !== 'string' || known.includes(actual.split('/')[0] ?? '')) return [];
    return [tell('order-material-unknown', [...base, ...path], { actual, nearest: nearest(actual, known), known })];
  });
}

function channels({ content, tell }: Source, kind: Kind, base: Path): Finding[] {
  const path = [...base, 'channel'];
  const value = valueAt(content, path);
  const named = Array.isArray(value) ? value.map((one, at) => [one, [...path, at]] as const) : [[value, path] as const];
  const known = channelNames(kind);
  return named.flatMap(([actual, at]) => {
    if (typeof actual !== 'string' || known.includes(actual)) return [];
    // `podcast` is a channel, but no film goes there.
    const elsewhere = channelNames().includes(actual) ? kind : '';
    return [tell('order-channel-unknown', at, { actual, nearest: elsewhere ? '' : nearest(actual, known), known, elsewhere })];
  });
}

/** Parts that end before they begin, and fades longer than what they fade; with timecodes that takes the clip's frame rate. */
function spans({ content, tell }: Source, base: Path): Finding[] {
  const parts = list(content, ...base, 'from').map((_, at) => [...base, 'from', at]);
  return [base, ...parts].flatMap((place) => {
    const [from, to] = [clockAt(content, [...place, 'in']) ?? 0, clockAt(content, [...place, 'out'])];
    if (to === undefined) return [];
    if (to <= from) {
      const told = valueAt(content, [...place, 'in']);
      return [tell('cut-span-empty', [...place, 'out'], { from: shown(told ?? 0), to: shown(valueAt(content, [...place, 'out'])) })];
    }
    const fade = valueAt(content, [...place, 'fade']);
    const fades = (Array.isArray(fade) ? fade : [fade]).filter((one) => typeof one === 'number');
    const sum = fades.reduce((all, one) => all + one, 0);
    return sum > to - from ? [tell('cut-fade-too-long', [...place, 'fade'], { fade: sum, seconds: to - from })] : [];
  });
}

/** In s; nothing for what is absent, wrong, or a timecode. */
function clockAt(content: unknown, path: Path): number | undefined {
  const value = valueAt(content, path);
  const time = typeof value === 'string' || typeof value === 'number' ? readTime(value) : undefined;
  return time && !isTimecode(time) && !('rate' in time) ? time.seconds : undefined;
}

/** A cut list has one source and, in an EDL, takes its frames from somewhere; times of its own it has for every part. */
function lists({ content, tell }: Source, base: Path): Finding[] {
  const path = [...base, 'from'];
  const from = valueAt(content, path);
  if (!isGroup(from)) return [];
  const [edl, otio] = [from['edl'], from['otio']];
  if (edl === undefined && otio === undefined)
    return [tell('order-missing-key', [...path, 'edl'], { actual: '', expected: 'from' }, 'key')];
  if (edl !== undefined && otio !== undefined)
    return [tell('order-wrong-value', [...path, 'otio'], { actual: shown(otio), expected: 'one-list' })];
  return otio !== undefined && from['rate'] !== undefined
    ? [tell('order-wrong-value', [...path, 'rate'], { actual: shown(from['rate']), expected: 'no-rate' })]
    : [];
}

/** Moments that must follow one another: focus points of a part, chapters. */
function sequences({ content, tell }: Source, base: Path): Finding[] {
  const parts = list(content, ...base, 'from').map((_, at): Path => [...base, 'from', at, 'focus']);
  return [[...base, 'chapters'], [...base, 'focus'], ...parts].flatMap((path) => {
    const moments = list(content, ...path).map((_, at) => clockAt(content, [...path, at, 'at']));
    const late = moments.findIndex((moment, at) => at > 0 && moment !== undefined && moment <= (moments[at - 1] ?? -1));
    const place = [...path, late, 'at'];
    return late < 0 ? [] : [tell('order-wrong-value', place, { actual: shown(valueAt(content, place)), expected: 'time-later' })];
  });
}

/** Burned captions need a file to burn: in every language that is asked for by name, and in one at least. */
function captions({ content, tell }: Source, wish: unknown, base: Path): Finding[] {
  const said = valueAt(wish, ['captions']);
  const show = isGroup(said) ? said['show'] : said;
  if ((show !== 'burned' && show !== 'track') || isGroup(valueAt(wish, ['from']))) return [];
  const from = valueAt(wish, ['from']);
  const clips = Array.isArray(from) ? from.map((part) => valueAt(part, ['clip'])) : [from];
  const entries = list(content, 'supplied').filter((entry) => clips.includes(valueAt(entry, ['name'])));
  // Of names that nobody supplied another finding tells.
  if (entries.length === 0) return [];
  const spoken = entries.flatMap((entry) => Object.keys((valueAt(entry, ['captions']) as object | undefined) ?? {}));
  const path: Path = [...base, 'captions'];
  if (spoken.length === 0) return [tell('cut-captions-missing', path, { clips: clips.map(String) })];
  const asked = isGroup(said) && said['languages'] !== undefined ? [...path, 'languages'] : [...base, 'languages'];
  return list(content, ...asked).flatMap((language, at) =>
    typeof language === 'string' && isLanguage(language) && !spoken.includes(language) && (show === 'burned' || isGroup(said))
      ? [tell('cut-captions-missing', [...asked, at], { clips: clips.map(String), language })]
      : [],
  );
}

/** Languages that are not ordered. */
function strays({ content, tell }: Source, wish: unknown, base: Path): Finding[] {
  const ordered = list(content, 'languages').map(String).filter(isLanguage);
  if (ordered.length === 0) return [];
  const stray = (path: Path, language: unknown, point: 'key' | 'value'): Finding[] => {
    if (typeof language !== 'string' || !isLanguage(language) || ordered.includes(language)) return [];
    const args = { language, languages: ordered, nearest: nearest(language, ordered) };
    return [tell('order-language-not-ordered', [...base, ...path], args, point, 'warning')];
  };
  const titles = list(wish, 'titles').flatMap((title, at) => {
    const text = valueAt(title, ['text']);
    return Object.keys(isGroup(text) ? text : {}).flatMap((language) => stray(['titles', at, 'text', language], language, 'key'));
  });
  return [...list(wish, 'languages').flatMap((language, at) => stray(['languages', at], language, 'value')), ...titles];
}

/** Every part of a cut, for what is judged when the clips are known. @param at line and column of a path of the order */
export function cutPlaces(
  content: unknown,
  base: Path,
  at: (path: Path, point: 'key' | 'value') => { readonly line: number; readonly column: number },
): Record<string, readonly [number, number]> {
  const places: Record<string, readonly [number, number]> = {};
  const visit = (value: unknown, path: Path, name: string): void => {
    const { line, column } = at(path, 'value');
    places[name] = [line, column];
    if (Array.isArray(value)) value.forEach((one, index) => void visit(one, [...path, index], `${name}[${index}]`));
    else if (isGroup(value))
      for (const [key, one] of Object.entries(value)) visit(one, [...path, key], name === '' ? key : `${name}.${key}`);
  };
  visit(valueAt(content, base), base, '');
  return places;
}
