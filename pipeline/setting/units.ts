/** Banner units of an order: versions × sizes, each named, and held against what the template asks at that size. */
import { sizeSets, sizesOf } from '../channels/banner-sizes.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { BannerTemplate } from '../model/house.ts';
import type { Json } from '../model/key.ts';
import type { Unit } from '../model/layout.ts';
import { fill, nameBy } from '../model/naming.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerSet } from '../model/order.ts';
import type { UnitToRender } from '../model/rendering.ts';
import { COMMON_TARGET } from '../model/rules.ts';
import { feedPlace } from './feed-columns.ts';
import { type FeedOf, rowsOf } from './feed-rows.ts';
import type { Frame } from './gather.ts';
import { landingOf } from './landing.ts';
import { boxesOf, type SizeSpec, specOf } from './size-spec.ts';
import { cleanText, isUnprintable, showsNothing } from './text.ts';
import { excludes, strayExclusions, type Version, versionsOf } from './versions.ts';

export interface UnitWish extends UnitToRender {
  /** `300x250-nl`, unique within the template. */
  readonly id: string;
  /** `banners/headline/300x250-nl`. */
  readonly name: string;
  /** What the click opens where no target is named. */
  readonly landing: string;
  /** The same as ordered, and what it is counted by with `{target}` open: see `landingOf`. */
  readonly page: string;
  readonly utm: Readonly<Record<string, string>>;
  /** Of pictures: shares of the unit. */
  readonly boxes: Readonly<Record<string, readonly [number, number]>>;
  readonly minimums: NonNullable<Unit['minimums']>;
  readonly overrides: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, Json>>;
  readonly styles: readonly string[];
  readonly row?: { readonly file: string; readonly row: number };
}

type Report = (code: string, args: Finding['args'], slot?: string, severity?: Severity) => void;

/** @param taken ids that earlier sets of the template gave out, and their names in the order; is added to */
export function unitsOf(
  frame: Frame,
  set: BannerSet,
  template: BannerTemplate,
  feed: FeedOf | undefined,
  taken: Set<string>,
  findings: Finding[],
): UnitWish[] {
  const languages = set.languages ?? frame.order.languages;
  const sizes = sizesOf(set.sizes);
  findings.push(...unknownSizes(set), ...unknownSlots(set, template), ...strayExclusions(set, languages, sizes, sizesOf));
  const specs = sizes.flatMap((size) => {
    const spec = specOf(template, size);
    if (!spec) {
      const where = { file: 'order.yaml', ...placeOf(set, size), deliverable: `banners/${set.template}/${size}` };
      findings.push({ code: 'banner-family-missing', severity: 'error', where, args: { template: set.template, size } });
    }
    return spec ?? [];
  });
  const rows = feed && rowsOf(frame, set, template, sizes, feed, findings);
  const versions = versionsOf(set, languages, rows);
  const isLeftOut = excludes(set, sizesOf);
  const pattern = set.name ?? ['{size}', '{language}', ...Object.keys(set.axes ?? {}).map((axis) => `{${axis}}`)].join('-');
  const told = new Set<string>();
  const clashes: UnitWish[] = [];
  const wishes = specs.flatMap((spec) =>
    versions.flatMap((version): UnitWish[] => {
      if (isLeftOut(version, spec.size) || (version.row?.sizes && !version.row.sizes.includes(spec.size))) return [];
      const wish = wishOf(set, spec, version, pattern, feed?.file);
      if (taken.has(wish.id)) {
        clashes.push(wish);
        return [];
      }
      taken.add(wish.id);
      const report: Report = (code, args, slot, severity = 'error') => {
        findings.push({ code, severity, where: { file: 'order.yaml', deliverable: wish.name, ...(slot ? { slot } : {}) }, args });
      };
      judge(set, spec, version, report, feed && version.row ? inFeed(set, feed.file, version.row, told, findings) : report);
      return [wish];
    }),
  );
  const [first] = clashes;
  if (first) {
    const [line, column] = set.places?.[set.name === undefined ? 'template' : 'name'] ?? [];
    const where = { file: 'order.yaml', ...(line ? { line } : {}), ...(column ? { column } : {}), deliverable: `${first.name} (2)` };
    const row = first.row ? { feed: first.row.file, row: first.row.row } : {};
    findings.push({
      code: 'banner-name-taken',
      severity: 'error',
      where,
      args: { name: first.id, count: clashes.length, pattern, ...row },
    });
  }
  return wishes;
}

function unknownSizes(set: BannerSet): Finding[] {
  return set.sizes
    .filter((written) => sizesOf([written]).length === 0)
    .map((written) => ({
      code: 'banner-size-unknown',
      severity: 'error',
      where: { file: 'order.yaml', ...placeOf(set, written), deliverable: `banners/${set.template}/${written}` },
      args: { actual: written, nearest: nearest(written, Object.keys(sizeSets)), known: Object.keys(sizeSets) },
    }));
}

/** What the order fills and the template does not have: a slip of the pen, that nobody would see go missing. */
function unknownSlots(set: BannerSet, { name, slots }: BannerTemplate): Finding[] {
  const versions = [set, ...Object.values(set.axes ?? {}).flatMap((values) => Object.values(values))];
  const filled = versions.flatMap(({ images = {}, text = {} }) => [
    ...Object.keys(images).map((slot) => ({ slot, path: `images.${slot}` })),
    ...Object.entries(text).flatMap(([language, texts]) => Object.keys(texts).map((slot) => ({ slot, path: `text.${language}` }))),
  ]);
  const stray = new Map(filled.filter(({ slot }) => !Object.hasOwn(slots, slot)).map(({ slot, path }) => [slot, path]));
  return [...stray].map(([slot, path]) => {
    const [line, column] = set.places?.[path] ?? set.places?.['template'] ?? [];
    const where = { file: 'order.yaml', ...(line ? { line } : {}), ...(column ? { column } : {}), deliverable: `banners/${set.template}` };
    const known = Object.keys(slots);
    return {
      code: 'banner-slot-unknown',
      severity: 'warning',
      where,
      args: { actual: slot, template: name, known, nearest: nearest(slot, known) },
    };
  });
}

/** Of the size itself, or of the set that brings it. */
function placeOf(set: BannerSet, size: string): { line?: number; column?: number } {
  const at = set.sizes.findIndex((written) => written === size || sizesOf([written]).includes(size));
  const [line, column] = set.places?.[`sizes[${at}]`] ?? [];
  return { ...(line ? { line } : {}), ...(column ? { column } : {}) };
}

function wishOf(set: BannerSet, spec: SizeSpec, version: Version, pattern: string, file: string | undefined): UnitWish {
  const { size, width, height, family, hidden, overrides, variables, options, styles } = spec;
  const { language, axes, landing: page, row } = version;
  const values = { template: set.template, size, width: String(width), height: String(height), language, ...axes };
  const id = nameBy(pattern, values);
  const utm = Object.fromEntries(Object.entries(version.utm).map(([name, text]) => [name, fill(text, { ...values, name: id })]));
  const text = Object.entries(version.text).map(([slot, words]) => [slot, hidden.includes(slot) ? '' : cleanText(words)]);
  const images = Object.entries(version.images).filter(([slot]) => !hidden.includes(slot));
  return {
    id,
    name: `banners/${set.template}/${id}`,
    size: [width, height],
    family,
    language,
    version: axes,
    landing: landingOf({ landing: page, page, utm }, COMMON_TARGET),
    page,
    utm,
    text: Object.fromEntries(text),
    images: Object.fromEntries(images),
    boxes: boxesOf(spec),
    minimums: minimumsOf(spec),
    hidden,
    overrides,
    variables,
    options,
    styles,
    ...(row && file !== undefined ? { row: { file, row: row.row } } : {}),
  };
}

function minimumsOf({ slots }: SizeSpec): UnitWish['minimums'] {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([slot, { role, minimum: px }]) => (px === undefined ? [] : [[slot, { px, ...(role ? { role } : {}) }]])),
  );
}

function judge(set: BannerSet, { slots }: SizeSpec, { language, text, images }: Version, report: Report, reportLength: Report): void {
  for (const [slot, { kind, required, limitIn }] of Object.entries(slots)) {
    if (kind === 'image') {
      if (required && !images[slot]) report('banner-image-missing', { slot, template: set.template }, slot);
      continue;
    }
    const words = text[slot] ?? '';
    if (isUnprintable(words)) report('banner-text-unprintable', { slot, language }, slot);
    const limit = limitIn(language);
    const length = [...cleanText(words)].length;
    if (required && showsNothing(words)) report('banner-text-missing', { slot, language }, slot);
    else if (limit !== undefined && length > limit)
      reportLength('banner-text-too-long', { slot, language, actual: length, expected: limit }, slot, 'warning');
  }
}

/** About a cell, and once for all sizes that have the same limit. */
function inFeed(set: BannerSet, file: string, { row, cells }: NonNullable<Version['row']>, told: Set<string>, findings: Finding[]): Report {
  return (code, args, slot = '', severity = 'error') => {
    const cell = cells[slot];
    const id = JSON.stringify([code, row, args]);
    if (told.has(id)) return;
    told.add(id);
    const where = { ...feedPlace(file, set.template, row, cell?.column), slot };
    findings.push({ code, severity, where, args: { ...args, ...(cell ? { cell: cell.name } : {}) } });
  };
}
