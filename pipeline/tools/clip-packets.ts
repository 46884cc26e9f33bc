/** Packets of a clip in coded order, added up: bytes, times, key frames, groups of pictures and their heaviest stretch; pure. */

/** One packet as ffprobe prints it. */
export interface Packet {
  readonly stream_index: number;
  readonly pts_time?: string;
  readonly duration_time?: string;
  readonly size?: string;
  readonly flags?: string;
}

/** Packets of one stream, added up; nothing is decoded for it. */
export interface PacketSum {
  readonly bytes: number;
  readonly count: number;
  /** That the container says not to show. */
  readonly dropped: number;
  /** In s, of those that are shown, as they came. */
  readonly times: readonly number[];
  readonly keys: readonly number[];
  /** When the last of them ends. */
  readonly until: number;
  readonly groups: GroupSum;
}

/** Adds packets up one by one, for a long clip has a million. */
export function packetCounter() {
  const begin = () => ({ bytes: 0, count: 0, dropped: 0, times: [] as number[], keys: [] as number[], until: 0, groups: groupCounter() });
  const streams = new Map<number, ReturnType<typeof begin>>();
  return {
    add({ stream_index, pts_time, duration_time, size, flags = '' }: Packet): void {
      let sum = streams.get(stream_index);
      if (!sum) {
        sum = begin();
        streams.set(stream_index, sum);
      }
      sum.count++;
      sum.bytes += Number(size) || 0;
      if (flags.includes('D')) {
        sum.dropped++;
        return;
      }
      const at = Number(pts_time);
      if (pts_time === undefined || !Number.isFinite(at)) return;
      sum.times.push(at);
      const isKey = flags.includes('K');
      if (isKey) sum.keys.push(at);
      sum.until = Math.max(sum.until, at + (Number(duration_time) || 0));
      sum.groups.add(at, Number(size) || 0, isKey);
    },
    of(index: number): PacketSum {
      const sum = streams.get(index) ?? begin();
      return { ...sum, groups: sum.groups.sum(sum.until) };
    },
  };
}

export interface GroupSum {
  /** Key frames with pictures after them that are shown before them. */
  readonly open: number;
  /** Bits per second; 0 where there is no stretch long enough. */
  readonly peakRate: number;
}

/** Length of the stretches whose rate is told, in s: a segment of a stream (Apple's 7.5). */
const STRETCH = 6;
/** Times are rounded to a microsecond. */
const HAIR = 1e-5;

/**
 * Peaks are counted as segments of a stream would be cut: at the key frame nearest to each whole multiple of 6 s. What is left
 * at the end counts from half of that on (RFC 8216, 4.3.4.2).
 */
function groupCounter() {
  const groups: { from: number; bytes: number }[] = [];
  let [open, isOpen] = [0, false];
  return {
    /** @param at when it is shown, in s */
    add(at: number, bytes: number, isKey: boolean): void {
      if (isKey) {
        groups.push({ from: at, bytes });
        isOpen = false;
        return;
      }
      const group = groups.at(-1);
      if (!group) return;
      group.bytes += bytes;
      if (isOpen || at >= group.from - HAIR) return;
      open++;
      isOpen = true;
    },
    /** @param until when the last picture ends, in s */
    sum: (until: number): GroupSum => ({ open, peakRate: Math.round(peakOf(groups, until)) }),
  };
}

function peakOf(groups: readonly { readonly from: number; readonly bytes: number }[], until: number): number {
  const [first] = groups;
  if (!first) return 0;
  let [peak, from, bytes, next] = [0, first.from, 0, first.from + STRETCH];
  for (const [place, group] of groups.entries()) {
    bytes += group.bytes;
    const end = groups[place + 1]?.from ?? until;
    const after = groups[place + 2]?.from ?? until;
    const isLast = place === groups.length - 1;
    if (!isLast && Math.abs(after - next) < Math.abs(end - next) - HAIR) continue;
    const seconds = end - from;
    if (seconds >= STRETCH / 2) peak = Math.max(peak, (bytes * 8) / seconds);
    [from, bytes] = [end, 0];
    while (next <= end + HAIR || next - end < STRETCH / 4) next += STRETCH;
  }
  return peak;
}
