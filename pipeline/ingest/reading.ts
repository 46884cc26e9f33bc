/** Tells what came of reading supplied files: what cannot be used and why, what is used in part, what shares its name. */
import type { Asset } from '../model/asset.ts';
import type { Fault, Finding } from '../model/finding.ts';
import { judgeName } from './clips.ts';

/** What a reader left to be told. */
export interface Reading {
  readonly reason?: string;
  /** In the file, where that is more than the one that is used. */
  readonly pictures?: number;
  /** How to get the program that is missing. */
  readonly advice?: string;
  readonly fault?: Fault;
}

const PICTURE_NAME = /\.(jpe?g|png|webp|avif|gif|tiff?|svg|heic|heif|jxl|jp2|psd|bmp|ico|eps|ai|pdf|dng|cr[23w]|nef|arw|raf|orf|rw2)$/i;
/** Pictures by their name, of kinds that nothing here reads and whose bytes nothing here knows. */
const UNREAD = /\.(tga|p[bgnp]m|exr|hdr|xcf|kra|indd|cdr|wmf|emf|sketch|fig|afphoto|afdesign|dds|pcx|pict|qoi|x3f|fff|mrw)$/i;

/** What tools say of an Illustrator file whose drawing nobody else can read. */
const WITHOUT_PDF = 'saved without PDF content';

/** What poppler says of a file that opens with a password alone. */
const LOCKED = 'Incorrect password';

/** What sharp says where libvips left no word: it tells of a setting of ours and nothing of the file. */
const UNSAID = 'Warning treated as error';

export function judgeReading(asset: Asset, limit: number, { reason, advice, pictures, fault }: Reading = {}): Finding[] {
  const where = { file: asset.file, asset: asset.name };
  const faults = [fault, judgeName(asset.file, asset.type)].filter((one) => one !== undefined);
  if (faults.length > 0) return faults.map(({ code, args }) => finding(code, where, { file: asset.file, ...args }, MILD[code]));
  if (advice !== undefined) return [finding('format-not-supported', where, { file: asset.file, actual: asset.type, program: advice })];
  if (reason?.includes('exceeds pixel limit')) {
    const pixels = Number(/: (\d+)$/.exec(reason)?.[1] ?? 0);
    const counted = pixels > 0 ? { pixels, limit, megapixels: Math.ceil(pixels / 1_000_000) } : {};
    return [finding('image-too-large', where, { file: asset.file, ...counted })];
  }
  if (reason === WITHOUT_PDF) return [finding('illustrator-without-pdf', where, { file: asset.file })];
  if (reason?.includes(LOCKED)) return [finding('pdf-locked', where, { file: asset.file })];
  if (reason !== undefined)
    return [finding('file-unreadable', where, { file: asset.file, ...(reason.startsWith(UNSAID) ? {} : { detail: reason }) })];
  const count = pictures ?? (asset.type === 'tiff' ? asset.facts?.frames : undefined) ?? 1;
  if (count > 1) return [finding('image-first-of-many', where, { file: asset.file, actual: count }, 'info')];
  if (asset.facts?.sequence && !asset.facts.animation) return [finding('image-first-of-many', where, { file: asset.file }, 'info')];
  if (asset.type === 'raw' && asset.facts) return [finding('raw-preview-used', where, { file: asset.file }, 'warning')];
  const [, ending = ''] = UNREAD.exec(asset.file) ?? [];
  if (!asset.facts && asset.type === 'unknown' && ending !== '')
    return [finding('format-not-supported', where, { file: asset.file, actual: ending.toUpperCase() })];
  if (!asset.facts && PICTURE_NAME.test(asset.file))
    return [finding('file-wrong-type', where, { file: asset.file, actual: asset.type, expected: 'image' })];
  return [];
}

/** Codes that do not stop what uses the file. */
const MILD: Readonly<Record<string, Finding['severity']>> = { 'clip-misnamed': 'warning', 'clip-unmeasured': 'warning' };

/** A pattern names files by their stem; two of one stem cannot be told apart, whichever is asked for. */
export function judgeNames(assets: readonly Asset[]): Finding[] {
  const named = new Map<string, Asset[]>();
  for (const asset of assets) if (asset.facts || asset.clip) named.set(asset.name, [...(named.get(asset.name) ?? []), asset]);
  return [...named.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return [];
    const where = { file: 'order.yaml', line: first.line, asset: first.name };
    return [finding('material-same-name', where, { asset: first.name, files: [first, ...others].map(({ file }) => file) })];
  });
}

function finding(code: string, where: Finding['where'], args: Finding['args'], severity: Finding['severity'] = 'error'): Finding {
  return { code, severity, where, args };
}
