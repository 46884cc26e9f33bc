/** Takes in the texts that stand beside clips and cuts: captions and cut lists, each read once. */
import type { FoundFile } from '../ingest.ts';
import { type CaptionReading, MOST_CAPTION_BYTES, readCaptions } from '../model/captions.ts';
import type { CaptionTrack } from '../model/clip.ts';
import { type CutList, type CutListReading, MOST_LIST_BYTES } from '../model/cut-list.ts';
import type { CutWish, ListWish } from '../model/cut-schema.ts';
import { readEdl } from '../model/edl.ts';
import type { Finding, Where } from '../model/finding.ts';
import type { Digest } from '../model/key.ts';
import { nearest } from '../model/nearest.ts';
import type { Order, Supplied } from '../model/order.ts';
import { readOtio } from '../model/otio.ts';

export interface TextEffects {
  readonly take: (path: string) => Promise<{ readonly digest: Digest; readonly bytes: number }>;
  /** Of what was taken; only asked of files that are small enough to be texts. */
  readonly readBytes: (digest: Digest) => Promise<Uint8Array>;
}

export interface TakenTexts {
  /** By name of supplied material, by language. */
  readonly captions: ReadonlyMap<string, Readonly<Record<string, CaptionTrack>>>;
  readonly lists: readonly CutList[];
  /** Paths that are material now, whatever came of them. */
  readonly files: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

export async function takeTexts(order: Order, found: readonly FoundFile[], effects: TextEffects): Promise<TakenTexts> {
  const files = new Set<string>();
  const findings: Finding[] = [];
  const shelf: Shelf = { found, files, findings, effects };
  const captions = new Map<string, Record<string, CaptionTrack>>();
  for (const supplied of order.supplied) {
    for (const [language, file] of Object.entries(supplied.captions ?? {})) {
      const track = await captionsIn(shelf, supplied, language, file);
      if (track) captions.set(supplied.name, { ...captions.get(supplied.name), [language]: track });
    }
  }
  const lists: CutList[] = [];
  const { video = [], audio = [] } = order.deliver;
  for (const [kind, wishes] of [['video', video] as const, ['audio', audio] as const]) {
    for (const wish of wishes) {
      const list = lists.some((one) => one.kind === kind && one.file === listOf(wish)) ? undefined : await listIn(shelf, kind, wish);
      if (list) lists.push(list);
    }
  }
  return { captions, lists, files, findings };
}

interface Shelf {
  readonly found: readonly FoundFile[];
  readonly files: Set<string>;
  readonly findings: Finding[];
  readonly effects: TextEffects;
}

/** @param what begins the code of the finding when there is no such file */
async function bytesOf(
  shelf: Shelf,
  file: string,
  what: 'captions' | 'cut-list',
  most: number,
  where: Where,
): Promise<Uint8Array | undefined> {
  const path = file.replace(/^\.\//, '');
  const { found, files, findings, effects } = shelf;
  const one = found.find((other) => other.path === path);
  const tell = (code: string, args: Finding['args']): undefined => {
    findings.push({ code, severity: 'error', where, args });
  };
  if (!one) {
    const paths = found.map((other) => other.path);
    return tell(`${what}-missing`, { file, nearest: nearest(path, paths) });
  }
  files.add(path);
  if (one.outside) return tell('material-outside', { file });
  if (one.bytes === 0) return tell('material-empty', { file });
  if (one.bytes > most) return tell(`${what}-unreadable`, { file, reason: 'size' });
  return effects.readBytes((await effects.take(path)).digest);
}

async function captionsIn(shelf: Shelf, { name, line }: Supplied, language: string, file: string): Promise<CaptionTrack | undefined> {
  const bytes = await bytesOf(shelf, file, 'captions', MOST_CAPTION_BYTES, { file: 'order.yaml', line, asset: name });
  if (!bytes) return undefined;
  const reading: CaptionReading = readCaptions(bytes);
  // A word about its captions blocks no clip that can be shown without them.
  const tell = (code: string, severity: Finding['severity'], args: Finding['args'], at?: number): void => {
    const where = { file, ...(at ? { line: at } : {}) };
    shelf.findings.push({ code, severity, where, args: { file, language, name, ...args } });
  };
  if ('unreadable' in reading) {
    const place = { file, asset: name };
    shelf.findings.push({
      code: 'captions-unreadable',
      severity: 'error',
      where: place,
      args: { file, language, reason: reading.unreadable },
    });
    return undefined;
  }
  if (reading.isGuessed) tell('captions-encoding', 'warning', {});
  for (const { line: at, reason, text } of reading.faults.slice(0, MOST_TOLD))
    tell('captions-line-unreadable', 'warning', { reason, text }, at);
  return { file, cues: reading.cues };
}

/** Faults of one file that are told one by one: who has more sends it again. */
const MOST_TOLD = 20;

function wishedList({ from }: CutWish): ListWish | undefined {
  return typeof from === 'string' || Array.isArray(from) ? undefined : (from as ListWish);
}

const listOf = (wish: CutWish): string | undefined => wishedList(wish)?.edl ?? wishedList(wish)?.otio;

async function listIn(shelf: Shelf, kind: 'video' | 'audio', wish: CutWish): Promise<CutList | undefined> {
  const file = listOf(wish);
  if (file === undefined) return undefined;
  const [line, column] = wish.places?.['from'] ?? [];
  const deliverable = `${kind}/${wish.name}`;
  const where = { file: 'order.yaml', ...(line ? { line } : {}), ...(column ? { column } : {}), deliverable };
  const bytes = await bytesOf(shelf, file, 'cut-list', MOST_LIST_BYTES, where);
  if (!bytes) return undefined;
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
  const isEdl = wishedList(wish)?.edl !== undefined;
  const reading: CutListReading | { readonly unreadable: string } = isEdl ? readEdl(text, kind) : readOtio(text, kind);
  if (!('unreadable' in reading)) return { kind, file, ...reading };
  shelf.findings.push({
    code: 'cut-list-unreadable',
    severity: 'error',
    where: { file, deliverable },
    args: { file, reason: reading.unreadable },
  });
  return undefined;
}
