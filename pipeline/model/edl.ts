/** Reads cut lists in CMX 3600 (EDL), as Avid, Premiere, Resolve and others write them. */
import type { CutListReading, ListedPart, ListFault, NotFollowed } from './cut-list.ts';
import { shortened } from './cut-list.ts';
import { readTime, type Time, type Timecode, written } from './time.ts';

/** `002  BACKST V     D    025 00:00:10:00 00:00:14:00 01:00:04:00 01:00:08:00`. */
const EVENT =
  /^(\d{1,6})\s+(\S+)\s+([A-Z0-9/]+)\s+(C|D|W\d{1,3}|K(?:\s?[BO])?)\s*(?:\(F\))?\s*(\d{1,4})?\s+(\d\d[:;.]\d\d[:;.]\d\d[:;.]\d{2,3})\s+(\d\d[:;.]\d\d[:;.]\d\d[:;.]\d{2,3})\s+(\d\d[:;.]\d\d[:;.]\d\d[:;.]\d{2,3})\s+(\d\d[:;.]\d\d[:;.]\d\d[:;.]\d{2,3})\s*$/;
/** `* FROM CLIP NAME: BACKSTAGE.MOV`; after a dissolve both clips are named. */
const NAMES = /^\*?\s*(FROM CLIP NAME|TO CLIP NAME|FROM CLIP|TO CLIP|SOURCE FILE|CLIP NAME)(?:\s+IS)?\s*:\s*(.+?)\s*$/i;
const REEL = /^FINAL CUT PRO REEL:\s*(\S+)\s+REPLACED BY:\s*(\S+)/i;
const SPEED = /^M2\s+(\S+)\s+([+-]?\d+(?:\.\d+)?)\s/;
/** Heads, comments, remarks of programs and markers: nothing to cut by. */
const REMARK =
  /^(\*|TITLE:|FCM:|SPLIT:|GPI|>>>|\||EFFECTS NAME IS|REEL\s.*\sIS\s|DLEDL:|AUD\s|M2\s|\$|#|\/\/|;|COMMENT|FFILM|KEY\b|FINAL CUT)/i;
/** Reels that are no material: black. Bars and slates are called so too, but may be supplied. */
const BLACK = /^(BL|BLACK)$/i;

interface Event {
  readonly line: number;
  readonly number: string;
  readonly reel: string;
  readonly tracks: string;
  readonly effect: string;
  readonly length: number;
  readonly source: readonly [Timecode, Timecode];
  readonly record: readonly [Timecode, Timecode];
  readonly from: string[];
  readonly to: string[];
  /** Frames per second that it is played at. */
  speed?: number;
}

/** No program writes longer lines; what does is no cut list, and would be read for long. */
const MOST_SIGNS = 400;

/** @param kind a film follows the events with picture, sound those with sound, where there are any */
export function readEdl(text: string, kind: 'video' | 'audio'): CutListReading | { readonly unreadable: 'format' | 'empty' } {
  const faults: ListFault[] = [];
  const events = eventsIn(text, faults);
  if (events.length === 0) return { unreadable: /^\s*(TITLE:|FCM:)/im.test(text) ? 'empty' : 'format' };
  const followed = track(events, kind, faults);
  return { ...assembled(followed, faults), faults: faults.toSorted((one, other) => one.line - other.line) };
}

function eventsIn(text: string, faults: ListFault[]): Event[] {
  const events: Event[] = [];
  let isDrop = false;
  for (const [at, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw
      .slice(0, MOST_SIGNS)
      .replace(/\p{Cc}/gu, ' ')
      .trim();
    const event = EVENT.exec(line);
    const frames = /^FCM:\s*(NON[- ]?)?DROP/i.exec(line);
    if (frames) isDrop = frames[1] === undefined;
    if (event) {
      const [source, record] = [span(event[6], event[7], isDrop), span(event[8], event[9], isDrop)];
      const [, number = '', reel = '', tracks = '', effect = '', length = '0'] = event;
      if (source && record)
        events.push({ line: at + 1, number, reel, tracks, effect, length: Number(length), source, record, from: [], to: [] });
      else faults.push({ line: at + 1, text: shortened(line) });
      continue;
    }
    const last = events.at(-1);
    const [, which = '', name = ''] = NAMES.exec(line) ?? [];
    if (last && name !== '') (/^TO/i.test(which) ? last.to : last.from).push(name);
    const [, short, whole = ''] = REEL.exec(line) ?? [];
    if (last && short === last.reel) last.from.push(whole);
    const [, reel, speed] = SPEED.exec(line) ?? [];
    const played = events.findLast((one) => one.reel === reel);
    if (played && speed !== undefined) played.speed = Number(speed);
    if (line !== '' && name === '' && !REMARK.test(line)) faults.push({ line: at + 1, text: shortened(line) });
  }
  return events;
}

/** Some write `;` or `.` in every place, and some `:` under FCM: DROP FRAME. */
function span(from: string | undefined, to: string | undefined, isDrop: boolean): readonly [Timecode, Timecode] | undefined {
  const read = (code = ''): Time | undefined => {
    const parts = code.split(/[:;.]/);
    return readTime(`${parts.slice(0, 3).join(':')}${isDrop || /[;.]/.test(code) ? ';' : ':'}${parts[3]}`);
  };
  const [start, end] = [read(from), read(to)];
  return start && end && 'drop' in start && 'drop' in end ? [start, end] : undefined;
}

/** Events of one track: the others would be cut at other times, and a cut has one list of parts. */
function track(events: readonly Event[], kind: 'video' | 'audio', faults: ListFault[]): readonly Event[] {
  const hasPicture = ({ tracks }: Event): boolean => /V(?![2-9])|^B$/.test(tracks);
  const hasSound = ({ tracks }: Event): boolean => /A|^B$/.test(tracks);
  const followed = events.filter(kind === 'audio' && events.some(hasSound) ? hasSound : hasPicture);
  const chosen = followed.length > 0 ? followed : events;
  const spanOf = ({ reel, source, record }: Event): string => [reel, ...source.map(written), written(record[0])].join(' ');
  const known = new Set(chosen.map(spanOf));
  const apart = events.find((one) => !chosen.includes(one) && !known.has(spanOf(one)));
  if (apart) faults.push(fault(apart, /V/.test(apart.tracks) ? 'tracks' : 'sound', `${apart.reel} ${apart.tracks}`));
  // The same part on A and A2 is one part; a cut of no length begins a dissolve.
  return chosen.filter((one, at) => isNothing(one) || chosen.findIndex((other) => spanOf(other) === spanOf(one)) === at);
}

const fault = ({ line }: Event, what: NotFollowed, text: string): ListFault => ({ line, what, text: shortened(text) });
const isBlack = ({ reel }: Event): boolean => BLACK.test(reel);
const isNothing = ({ source: [from, to] }: Event): boolean => written(from) === written(to);

function assembled(events: readonly Event[], faults: ListFault[]): Omit<CutListReading, 'faults'> {
  const parts: ListedPart[] = [];
  let fades: Pick<CutListReading, 'fadeIn' | 'fadeOut' | 'runsOn'> = {};
  let before: Event | undefined;
  for (const [at, event] of events.entries()) {
    // A dissolve is written as a cut of no length to what goes, and the effect to what comes.
    if (isNothing(event)) continue;
    const [last, leaves] = [parts.at(-1), events[at - 1]];
    const mixed = event.effect === 'C' || event.length === 0 ? undefined : { frames: event.length };
    judgeRecord(event, before, faults);
    before = event;
    if (isBlack(event)) {
      if (mixed && last && at === events.length - 1) fades = { ...fades, fadeOut: mixed, runsOn: mixed };
      else if (last && at < events.length - 1) faults.push(fault(event, 'gap', event.reel));
      continue;
    }
    if (mixed && !last) fades = { ...fades, fadeIn: mixed };
    const isFromBlack = leaves !== undefined && isBlack(leaves);
    if (mixed && last && isFromBlack && isNothing(leaves)) faults.push(fault(event, 'gap', leaves.reel));
    if (event.effect.startsWith('W')) faults.push(fault(event, 'wipe', event.effect));
    if (event.effect.startsWith('K')) faults.push(fault(event, 'key', event.effect));
    const isMixed = mixed && last && !isFromBlack && !event.effect.startsWith('K');
    // Behind a dissolve the clip that goes is named too.
    const own = event.to.length > 0 ? event.to : event.from.filter((name) => !isMixed || !last.names.includes(name));
    const [from, to] = event.source;
    const extra = { ...(isMixed ? { tail: mixed } : {}), ...(event.speed === undefined ? {} : { speed: event.speed }) };
    parts.push({ names: [event.reel, ...own], from, to, line: event.line, ...extra });
    judgeSpeed(event, faults);
  }
  return { parts, ...fades };
}

/** On the tape they follow one another; Kader closes gaps. */
function judgeRecord(event: Event, before: Event | undefined, faults: ListFault[]): void {
  if (!before) return;
  const [ended, begins] = [written(before.record[1]).replace(';', ':'), written(event.record[0]).replace(';', ':')];
  if (ended !== begins) faults.push(fault(event, ended < begins ? 'gap' : 'overlap', `${ended} – ${begins}`));
}

/** What is played slower or faster stands on the tape for another time than it has in the material. */
function judgeSpeed(event: Event, faults: ListFault[]): void {
  const isSame = near(lengthOf(event.source), lengthOf(event.record), event.record[0].drop ? 4 : 2);
  if (event.speed === 0) faults.push(fault(event, 'freeze', event.reel));
  else if (event.speed !== undefined && (event.speed < 0 || !isSame)) faults.push(fault(event, 'speed', `M2 ${event.speed}`));
  else if (!isSame) faults.push(fault(event, 'lengths', event.source.concat(event.record).map(written).join(' ')));
}

/** Seconds and frames apart, for the list may not tell its rate. */
function lengthOf([from, to]: readonly [Timecode, Timecode]): readonly [seconds: number, frames: number] {
  const seconds = (time: Timecode): number => (time.hours * 60 + time.minutes) * 60 + time.seconds;
  return [seconds(to) - seconds(from), to.frames - from.frames];
}

/** Whether two lengths are one at some rate from 23.98 to 60, but for a few frames that drop frame leaves out. */
function near(one: readonly [number, number], other: readonly [number, number], tolerance: number): boolean {
  const [seconds, frames] = [one[0] - other[0], one[1] - other[1]];
  return [24, 25, 30, 48, 50, 60].some((rate) => Math.abs(seconds * rate + frames) <= tolerance);
}
