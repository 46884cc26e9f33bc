/** What the preview of banners shows: filters, groups and switches, kept in the address, so that a link shows the same. */
import { type BannerSheetData, SHOTS, type SheetPackage, type SheetUnit, type Shot, type Verdict } from '../model/banner-sheet.ts';

export const PAGES = ['white', 'grey', 'dark'] as const;
export type Page = (typeof PAGES)[number];
/** What stands in the place of each unit. */
export type Show = 'banner' | Shot | 'before' | 'difference';

export interface View {
  /** Facet → values that pass; a facet that is absent lets all pass. */
  readonly picked: Readonly<Record<string, readonly string[]>>;
  readonly query: string;
  /** Facet by which units stand together, or `none`. */
  readonly group: string;
  readonly show: Show;
  readonly page: Page;
  readonly zoom: 1 | 2;
  readonly text: boolean;
  readonly safe: boolean;
  readonly isReduced: boolean;
  readonly isClicking: boolean;
  /** Name of the unit that is looked at alone. */
  readonly alone: string;
  /** In s, where it stands still. */
  readonly time?: number;
}

const SHOWS: readonly Show[] = ['banner', ...SHOTS, 'before', 'difference'];
/** Facets that every production has; axes of its versions stand as `v.audience`. */
const PLAIN = ['template', 'size', 'language', 'target', 'verdict', 'since', 'overrides'];
const RANK: readonly Verdict[] = ['held', 'warned', 'unmeasured', 'sound'];

export function openView(page: Page, isReduced: boolean, group: string): View {
  const off = { text: false, safe: false, isClicking: false };
  return { picked: {}, query: '', group, show: 'banner', page, zoom: 1, ...off, isReduced, alone: '' };
}

/** @param hash as in `location.hash`; what it does not say stays as it is in `start` */
export function readView(hash: string, start: View): View {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const picked: Record<string, string[]> = {};
  for (const [name, value] of said) if (PLAIN.includes(name) || name.startsWith('v.')) picked[name] = [...(picked[name] ?? []), value];
  const one = <T extends string>(name: string, of: readonly T[], otherwise: T): T =>
    of.find((value) => value === said.get(name)) ?? otherwise;
  const flag = (name: string, otherwise: boolean): boolean => (said.has(name) ? said.get(name) === '1' : otherwise);
  const time = Number(said.get('t') ?? Number.NaN);
  const { time: _, ...rest } = start;
  return {
    ...rest,
    picked,
    query: said.get('q') ?? '',
    group: said.get('group') ?? start.group,
    show: one('show', SHOWS, start.show),
    page: one('page', PAGES, start.page),
    zoom: said.get('zoom') === '2' ? 2 : 1,
    text: flag('text', false),
    safe: flag('safe', false),
    isReduced: flag('reduced', start.isReduced),
    isClicking: flag('click', false),
    alone: said.get('alone') ?? '',
    ...(time >= 0 ? { time } : {}),
  };
}

/** @param start what need not be said */
export function writeView(view: View, start: View): string {
  const said = new URLSearchParams();
  for (const [name, values] of Object.entries(view.picked)) for (const value of values) said.append(name, value);
  const put = (name: string, value: string, usual: string): void => (value === usual ? undefined : said.set(name, value));
  const flag = (value: boolean): string => (value ? '1' : '0');
  put('q', view.query, '');
  put('group', view.group, start.group);
  put('show', view.show, start.show);
  put('page', view.page, start.page);
  put('zoom', String(view.zoom), '1');
  put('text', flag(view.text), '0');
  put('safe', flag(view.safe), '0');
  put('reduced', flag(view.isReduced), flag(start.isReduced));
  put('click', flag(view.isClicking), '0');
  put('alone', view.alone, '');
  if (view.time !== undefined) said.set('t', String(Math.round(view.time * 1000) / 1000));
  const text = said.toString();
  return text === '' ? '' : `#${text}`;
}

/** Packages that the chosen targets ask for; of a unit that goes to none of them, nothing. */
export function packagesOf({ packages }: SheetUnit, { picked }: View): readonly SheetPackage[] {
  const targets = picked['target'];
  return targets ? packages.filter(({ target }) => targets.includes(target)) : packages;
}

/** The worst of them. */
export function verdictOf(packages: readonly SheetPackage[]): Verdict {
  return RANK.find((verdict) => packages.some((one) => one.verdict === verdict)) ?? 'held';
}

/** Facets of a production, in the order in which they are offered. */
export function facetsOf({ units }: BannerSheetData): string[] {
  const axes = new Set(units.flatMap(({ version }) => Object.keys(version)));
  const [template, size, language, ...others] = PLAIN;
  return [template, size, ...[...axes].map((axis) => `v.${axis}`), language, ...others].filter((facet) => facet !== undefined);
}

export function valuesOf(unit: SheetUnit, facet: string, view: View): readonly string[] {
  if (facet.startsWith('v.')) return [unit.version[facet.slice(2)] ?? ''].filter((value) => value !== '');
  if (facet === 'template') return [unit.template];
  if (facet === 'size') return [unit.size.join('x')];
  if (facet === 'language') return [unit.language];
  if (facet === 'target') return unit.packages.map(({ target }) => target);
  if (facet === 'verdict') return [verdictOf(packagesOf(unit, view))];
  if (facet === 'since') return unit.changed ? ['changed'] : [];
  return facet === 'overrides' && unit.overrides.length > 0 ? ['yes'] : [];
}

/** @param but a facet that is left out of account, to tell what its values would give */
export function passes(unit: SheetUnit, view: View, but = ''): boolean {
  for (const [facet, wanted] of Object.entries(view.picked)) {
    if (facet === but || wanted.length === 0) continue;
    if (!valuesOf(unit, facet, view).some((value) => wanted.includes(value))) return false;
  }
  if (view.query === '') return true;
  const said = [
    unit.name,
    unit.size.join('x'),
    unit.size.join('×'),
    unit.family,
    unit.language,
    unit.landing,
    unit.copy,
    ...Object.values(unit.version),
  ];
  const text = said.join(' ').toLowerCase();
  return view.query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Value → how many units it would leave, in the order in which values appear; sizes from wide to tall, verdicts worst first. */
export function countValues(units: readonly SheetUnit[], facet: string, view: View): Map<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) {
    const counted = passes(unit, view, facet) ? 1 : 0;
    for (const value of valuesOf(unit, facet, view)) counts.set(value, (counts.get(value) ?? 0) + counted);
  }
  const rank = (value: string): number => (facet === 'verdict' ? RANK.indexOf(value as Verdict) : facet === 'size' ? -shapeOf(value) : 0);
  return new Map([...counts].sort(([one], [other]) => rank(one) - rank(other)));
}

function shapeOf(size: string): number {
  const [width = 1, height = 1] = size.split('x').map(Number);
  return width / height;
}

/** Units that stand together, by what they have in common. */
export function groupsOf(units: readonly SheetUnit[], view: View): Map<string, SheetUnit[]> {
  const groups = new Map<string, SheetUnit[]>();
  const values = view.group === 'none' ? [''] : [...countValues(units, view.group, view).keys()];
  for (const value of values) groups.set(value, []);
  for (const unit of units) {
    // A unit that goes to several targets stands once.
    const value = view.group === 'none' ? '' : (valuesOf(unit, view.group, view)[0] ?? '');
    groups.set(value, [...(groups.get(value) ?? []), unit]);
  }
  return groups;
}
