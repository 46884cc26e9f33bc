/** What ffmpeg's filters tell while a clip is decoded once, heard line by line and made into measures; pure. */
import type { ClipFacts, ClipMeasures, SoundMeasures, Span } from '../model/clip.ts';

/** What was counted beside the words. */
export interface Counted {
  /** That came out of the decoder. */
  readonly frames: number;
  /** In time, with gaps. */
  readonly pictureSeconds: number;
  readonly flashes: readonly Span[];
  /** Of the pictures that were looked at, in px, as coded. */
  readonly size: readonly [width: number, height: number];
}

/** A filter's name, its own name where it was given one, and what it says. */
const LINE = /^\[(?:Parsed_)?([a-z0-9]+)(?:_\d+)?(?:@(\w+))? @ (?:0x)?[0-9a-f]+\] \[info\] (.*)$/;
const COMPLAINT = /^(?:\[[^\]]+ @ (?:0x)?[0-9a-f]+\] )*\[(?:error|fatal|panic)\] (.*)$/;
const MOST_COMPLAINTS = 10;
/** Of a still, the order of its fields cannot be told: from so many frames on it is believed. */
export const TELLING = 5;
const SILENCE_LUFS = -70;
/** The first 3 s of any sound swell from nothing: of a shorter one they would be the range (EBU Tech 3342 asks for a minute). */
const LEAST_RANGE_S = 30;

export function listenToMeasures() {
  const complaints = new Map<string, string>();
  const black: Span[] = [];
  const [frozen, silent] = [openSpans(), openSpans()];
  const fields = { top: 0, bottom: 0, progressive: 0, unknown: 0 };
  const looks = lookReader();
  const levels = { main: levelReader(), sum: levelReader() };
  const loudness = loudnessReader();

  const filters: Readonly<Record<string, (words: string, own: string | undefined) => void>> = {
    blackdetect(words) {
      const [, from, to] = /^black_start:(\S+) black_end:(\S+)/.exec(words) ?? [];
      if (Number(to) > Number(from)) black.push([round(Number(from)), round(Number(to))]);
    },
    freezedetect: (words) => frozen.hear(/freeze_(start|end): (\S+)/.exec(words)),
    silencedetect: (words) => silent.hear(/^silence_(start|end): (\S+)/.exec(words)),
    idet(words) {
      const counts = /^Multi frame detection: TFF: *(\d+) BFF: *(\d+) Progressive: *(\d+) Undetermined: *(\d+)/.exec(words);
      if (!counts) return;
      fields.top += Number(counts[1]);
      fields.bottom += Number(counts[2]);
      fields.progressive += Number(counts[3]);
      fields.unknown += Number(counts[4]);
    },
    metadata: looks.hear,
    astats: (words, own) => levels[own === 'sum' ? 'sum' : 'main'].hear(words),
    ebur128: loudness.begin,
  };

  return {
    hear(line: string): void {
      const [, complaint] = COMPLAINT.exec(line) ?? [];
      if (complaint !== undefined) {
        const kind = complaint.replace(/(0x)?[0-9a-f]*\d[0-9a-f]*/g, '#');
        if (complaints.size < MOST_COMPLAINTS && !complaints.has(kind)) complaints.set(kind, complaint.slice(0, 200));
        return;
      }
      if (loudness.hear(line)) return;
      const [, filter = '', own, words = ''] = LINE.exec(line) ?? [];
      if (Object.hasOwn(filters, filter)) filters[filter]?.(words, own);
    },
    fields: (): FieldTotals => fields,
    measures({ picture, sound }: ClipFacts, { frames, pictureSeconds, flashes, size }: Counted): ClipMeasures {
      const soundSeconds = sound && sound.sampleRate > 0 ? round(levels.main.samples() / sound.sampleRate) : 0;
      const still = frozen.spans(pictureSeconds).filter((span) => !black.some((dark) => covers(dark, span)));
      return {
        decoded: { frames, pictureSeconds: round(pictureSeconds), soundSeconds },
        complaints: [...complaints.values()],
        black,
        frozen: still,
        interlaced: interlacedBy(fields),
        bars: picture ? looks.bars(size, picture.rotation) : { top: 0, right: 0, bottom: 0, left: 0 },
        flashes,
        ...looks.means(),
        ...(sound ? { sound: soundMeasures() } : {}),
      };

      function soundMeasures(): SoundMeasures {
        const { main, sum } = levels;
        const phase = sound?.channels === 2 ? correlation(main.channel(1), main.channel(2), sum.channel(1), sum.channel(2)) : undefined;
        const side = sound?.channels === 2 ? sideOf(main.channel(1), main.channel(2)) : undefined;
        return {
          ...loudness.read(soundSeconds),
          silent: silent.spans(soundSeconds),
          ...main.loudest(),
          ...(side ? { side } : phase === undefined ? {} : { phase }),
        };
      }
    },
  };
}

/** What a filter opens and closes; what is open at the end lasts until then. */
function openSpans() {
  const spans: Span[] = [];
  let since: number | undefined;
  const close = (at: number): void => {
    if (since !== undefined && at > since) spans.push([round(since), round(at)]);
    since = undefined;
  };
  return {
    hear(said: RegExpExecArray | null): void {
      if (said?.[1] === 'start') since = Math.max(0, Number(said[2]));
      if (said?.[1] === 'end') close(Number(said[2]));
    },
    spans(until: number): readonly Span[] {
      close(until);
      return spans;
    },
  };
}

/** Still and dark is told once. */
function covers([from, to]: Span, [start, end]: Span): boolean {
  return Math.min(to, end) - Math.max(from, start) > 0.9 * (end - start);
}

export type FieldTotals = Readonly<Record<'top' | 'bottom' | 'progressive' | 'unknown', number>>;

/** Lines of texture look like fields of either order: as often as the rarer one came, the other one is not believed. */
export function interlacedBy({ top, bottom, progressive, unknown }: FieldTotals): ClipMeasures['interlaced'] {
  const first = top >= bottom ? 'top' : 'bottom';
  const told = top + bottom + progressive;
  const sure = Math.max(0, Math.max(top, bottom) - 2 * Math.min(top, bottom));
  const share = sure / Math.max(1, told >= TELLING ? told : told + unknown);
  return { share: Math.round(share * 1000) / 1000, first };
}

/** Sampled frames: where there ever was light, how soft and how blocky they are. */
function lookReader() {
  const lit = { x1: -1, x2: -1, y1: -1, y2: -1 };
  const sums = { blur: { sum: 0, count: 0 }, block: { sum: 0, count: 0 } };
  const mean = ({ sum, count }: { sum: number; count: number }): number | undefined =>
    count > 0 ? Math.round((sum / count) * 1000) / 1000 : undefined;
  return {
    hear(words: string): void {
      const [, edge, at] = /^lavfi\.cropdetect\.([xy][12])=(\d+)$/.exec(words) ?? [];
      if (edge) lit[edge as keyof typeof lit] = Number(at);
      const [, what, value] = /^lavfi\.(blur|block)=([\d.]+)$/.exec(words) ?? [];
      if (!what) return;
      const one = sums[what as keyof typeof sums];
      one.sum += Number(value);
      one.count++;
    },
    bars([width, height]: readonly [number, number], rotation: number): ClipMeasures['bars'] {
      const { x1, x2, y1, y2 } = lit;
      if (x1 < 0 || x2 <= x1 || y2 <= y1) return { top: 0, right: 0, bottom: 0, left: 0 };
      const share = (length: number, of: number): number => Math.max(0, Math.round((length / of) * 1000) / 1000);
      const coded = [share(y1, height), share(width - 1 - x2, width), share(height - 1 - y2, height), share(x1, width)];
      // Turned clockwise, what was above stands on the right.
      const turns = rotation / 90;
      const [top = 0, right = 0, bottom = 0, left = 0] = coded.map((_, side) => coded[(side + 4 - turns) % 4] as number);
      return { top, right, bottom, left };
    },
    means(): Pick<ClipMeasures, 'blur' | 'blocks'> {
      const [blur, blocks] = [mean(sums.blur), mean(sums.block)];
      return { ...(blur === undefined ? {} : { blur }), ...(blocks === undefined ? {} : { blocks }) };
    },
  };
}

/** What astats says of each channel and of all together. */
function levelReader() {
  const parts: Map<string, number>[] = [];
  // What is said of all channels together lands nowhere.
  let at = new Map<string, number>();
  let samples = 0;
  return {
    hear(words: string): void {
      const [, name = '', value = ''] = /^([A-Za-z ]+?): (\S+)/.exec(words) ?? [];
      if (name === 'Channel') {
        at = parts[Number(value)] ?? new Map();
        parts[Number(value)] = at;
      } else if (words === 'Overall') at = new Map();
      else if (name === 'Number of samples') samples += Number(value) || 0;
      else if (name) at.set(name, value === '-inf' ? Number.NEGATIVE_INFINITY : Number(value));
    },
    samples: (): number => samples,
    /** Of the channel that peaks highest: silent ones stand at their peak all the time, and mean nothing. */
    loudest(): Pick<SoundMeasures, 'flatFactor' | 'peakCount' | 'peak'> {
      const peakOf = (part: Map<string, number>): number => part.get('Peak level dB') ?? Number.NEGATIVE_INFINITY;
      const [first] = parts.filter((part) => part && Number.isFinite(peakOf(part))).sort((one, other) => peakOf(other) - peakOf(one));
      if (!first) return { flatFactor: 0, peakCount: 0, peak: null };
      return {
        flatFactor: Math.max(0, finite(first.get('Flat factor')) ?? 0),
        peakCount: finite(first.get('Peak count')) ?? 0,
        peak: peakOf(first),
      };
    },
    /** Mean power of a channel, 1 at full scale. */
    channel: (number: number): number => 10 ** ((parts[number]?.get('RMS level dB') ?? Number.NEGATIVE_INFINITY) / 10),
  };
}

/** Of left and right by the power of their half sum and half difference; a silent channel goes with none. */
function correlation(left: number, right: number, sum: number, difference: number): number | undefined {
  if (!(left > 1e-9) || !(right > 1e-9)) return undefined;
  return Math.max(-1, Math.min(1, Math.round(((sum - difference) / Math.sqrt(left * right)) * 1000) / 1000));
}

/** A ten-thousandth of the other's power: the hiss of an input in which nothing was plugged. */
const UNHEARD = 1e-4;

function sideOf(left: number, right: number): SoundMeasures['side'] {
  if (left === right || Math.min(left, right) > UNHEARD * Math.max(left, right)) return undefined;
  return left > right ? 'left' : 'right';
}

/** The summary of ebur128 is one message of many lines, of which only the first is named. */
function loudnessReader() {
  const said = new Map<string, number>();
  let inside = false;
  return {
    begin(words: string): void {
      inside = words === 'Summary:';
    },
    /** @returns whether the line belonged to it */
    hear(line: string): boolean {
      if (!inside) return false;
      const [, name, value = ''] = /^ {4}(I|LRA|Peak): +(\S+) (?:LUFS|LU|dBFS)$/.exec(line) ?? [];
      if (name) said.set(name, value === '-inf' ? Number.NEGATIVE_INFINITY : Number(value));
      inside = /^(?: |$)/.test(line);
      return inside;
    },
    read(seconds: number): Pick<SoundMeasures, 'loudness' | 'range' | 'truePeak'> {
      const integrated = finite(said.get('I'));
      const heard = integrated !== undefined && integrated > SILENCE_LUFS;
      return {
        loudness: heard ? integrated : null,
        range: heard && seconds >= LEAST_RANGE_S ? (finite(said.get('LRA')) ?? 0) : 0,
        truePeak: finite(said.get('Peak')) ?? null,
      };
    },
  };
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
