/** How channels of film and sound are written: each limit with its source and day, and no more severity than its status allows. */
import type { Severity } from '../../model/finding.ts';
import type { FilmMake, MediaLimit, MediaStatus, MediaValue, SafeArea, SoundMake } from '../../model/media-rules.ts';
import { kindOfLimit, type MediaLimitId } from '../../model/media-table.ts';

/** All of them were read on this day. */
export const CHECKED = '2026-11-20';

/** Bytes and bits per second: sources do not say whether a thousand or 1024 is meant; what passes thousands passes the other too. */
export const kB = (count: number): number => Math.round(count * 1e3);
export const MB = (count: number): number => Math.round(count * 1e6);
export const GB = (count: number): number => Math.round(count * 1e9);
export const kbps = (count: number): number => Math.round(count * 1e3);
export const Mbps = (count: number): number => Math.round(count * 1e6);
export const minutes = (count: number): number => count * 60;
/** Width by height, such as 1.91. */
export const ratio = (width: number, height: number): number => Math.round((width / height) * 1e4) / 1e4;

interface Details {
  /** Absent: an error. */
  readonly severity?: Severity;
  readonly note?: string;
}

/** What nobody read is told for information; what neither the platform says nor anybody quotes warns at most. */
function mostSevere(status: MediaStatus, wanted: Severity): Severity {
  if (status === 'unknown') return 'info';
  return status === 'secondary' && wanted === 'error' ? 'warning' : wanted;
}

export type WriteLimit = (id: MediaLimitId, value: MediaValue | null, details?: Details) => MediaLimit;

/** Limits of one page. */
export function limitsOn(source: string, status: MediaStatus, checked = CHECKED): WriteLimit {
  return (id, value, { severity = 'error', note } = {}) => {
    const { unit } = kindOfLimit(id);
    const told = value === null ? 'info' : mostSevere(status, severity);
    return { id, value, ...(unit ? { unit } : {}), severity: told, source, checked, status, ...(note ? { note } : {}) };
  };
}

/** What is asked nearly everywhere and stands on no page that was read. */
export function notKnown(source: string, ...ids: readonly MediaLimitId[]): MediaLimit[] {
  const write = limitsOn(source, 'unknown');
  return ids.map((id) => write(id, null));
}

/** Kader's master that meets every row except shape, size, length and bit rate of sound (November 2026). */
export const MASTER: Pick<FilmMake, 'rates' | 'codec' | 'gopSeconds' | 'editList' | 'container'> = {
  rates: [25, 30, 24, 50, 60],
  codec: 'h264',
  gopSeconds: 2,
  editList: false,
  container: 'mp4',
};

/** What of the interface lies over the picture, one limit a side: told to who lays texts there, and held back nowhere. */
export function coveredBy(source: string, status: MediaStatus, area: SafeArea, note: string, checked = '2026-11-21'): MediaLimit[] {
  const write = limitsOn(source, status, checked);
  const sides = [
    ['covered-top', area.top],
    ['covered-right', area.right],
    ['covered-bottom', area.bottom],
    ['covered-left', area.left],
  ] as const;
  return sides.flatMap(([id, share]) => (share > 0 ? [write(id, share, { severity: 'warning', note })] : []));
}

/** Shares of 1080 × 1920, which those who tell them count in. */
export const areaOf = (top: number, right: number, bottom: number, left: number): SafeArea => {
  const share = (px: number, of: number): number => Math.ceil((px / of) * 1e4) / 1e4;
  return { top: share(top, 1920), right: share(right, 1080), bottom: share(bottom, 1920), left: share(left, 1080) };
};

/** Tall, as telephones are held. */
export const TALL: Pick<FilmMake, 'ratio' | 'width' | 'height'> = { ratio: [9, 16], width: 1080, height: 1920 };
export const WIDE: Pick<FilmMake, 'ratio' | 'width' | 'height'> = { ratio: [16, 9], width: 1920, height: 1080 };
/** As a feed takes it. */
export const FEED: Pick<FilmMake, 'ratio' | 'width' | 'height'> = { ratio: [4, 5], width: 1080, height: 1350 };

/** Where a platform says no loudness: what players of the web level to (secondary: production-expert.com, November 2026). */
export const SOUND: SoundMake = { codec: 'aac', bitRate: kbps(192), sampleRate: 48_000, channels: 2, loudness: -14, truePeak: -1 };
