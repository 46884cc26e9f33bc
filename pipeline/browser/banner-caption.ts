/** What is told of a unit under it and beside it: name, figures, verdict; those that a finding is about are marked. */
/// <reference lib="dom" />
import type { BannerPageData, Figure, SheetFinding, SheetPackage, SheetUnit } from '../model/banner-sheet.ts';
import { addressOf, bytesText, make, secondsText } from './banner-dom.ts';
import type { Ready } from './banner-frame.ts';
import { packagesOf, type View, verdictOf } from './banner-view.ts';

export interface Told {
  readonly data: BannerPageData;
  readonly view: View;
  /** What the running banner said itself, where it ran already. */
  readonly ready: Ready | undefined;
}

/** A figure with its name, as `94 kB zip`. */
export interface Chip {
  readonly figure?: Figure;
  readonly text: string;
  readonly title: string;
  readonly href?: string;
  readonly download?: string;
  readonly severity?: SheetFinding['severity'];
}

export function findingsOf(unit: SheetUnit, { data, view }: Told): SheetFinding[] {
  const numbers = new Set(packagesOf(unit, view).flatMap(({ told }) => told));
  return [...numbers].flatMap((number) => data.findings[number] ?? []);
}

/** The heaviest of the packages that are looked at: what passes there passes everywhere. */
function heaviest(packages: readonly SheetPackage[], weigh: (one: SheetPackage) => number): SheetPackage | undefined {
  return packages.reduce<SheetPackage | undefined>((most, one) => (most && weigh(most) >= weigh(one) ? most : one), undefined);
}

export function chipsOf(unit: SheetUnit, told: Told): Chip[] {
  const { data, view, ready } = told;
  const word = (name: string): string => data.words[name] ?? name;
  const packages = packagesOf(unit, view);
  const findings = findingsOf(unit, told);
  const severityOf = (figure: Figure): SheetFinding['severity'] | undefined => {
    const about = findings.filter((found) => found.figure === figure);
    return about.find(({ severity }) => severity === 'error')?.severity ?? about[0]?.severity;
  };
  const chips: Chip[] = [];
  const add = (figure: Figure, text: string, more: Partial<Chip> = {}): void => {
    const severity = severityOf(figure);
    chips.push({ figure, text, title: word(`${figure}Title`), ...(severity ? { severity } : {}), ...more });
  };
  const packed = heaviest(packages, ({ zip }) => zip?.bytes ?? 0);
  if (packed?.zip) {
    const { path, bytes } = packed.zip;
    const name = path?.split('/').at(-1) ?? '';
    add(
      'zip',
      `${bytesText(bytes)} zip`,
      path ? { href: addressOf(data.root, path), download: name, title: `${word('download')}: ${name}` } : {},
    );
  }
  const unpacked = heaviest(packages, ({ bytes }) => bytes);
  if (unpacked && unpacked.bytes > 0) add('unzipped', `${bytesText(unpacked.bytes)} ${word('unzipped')}`);
  const { measured } = unit;
  if (measured) add('requests', `${measured.requests} ${word(measured.requests === 1 ? 'request' : 'requests')}`);
  const seconds = ready && !ready.isEndless ? ready.seconds : measured?.seconds;
  const loops = ready?.loops ?? measured?.loops;
  if (seconds != null) add('seconds', `${secondsText(seconds, 1)} s`);
  if (ready?.isEndless || measured?.seconds === null) add('loops', word('endless'));
  else if (loops !== undefined) add('loops', `${loops} ×`);
  const { fonts } = unit;
  if (fonts.count > 0) add('fonts', `${fonts.count} ${word(fonts.count === 1 ? 'font' : 'fonts')} ${bytesText(fonts.bytes)}`);
  return chips;
}

export function chipElement(chip: Chip, words: Readonly<Record<string, string>>): HTMLElement {
  const { severity, text, title, href, download } = chip;
  const mark = severity && severity !== 'info' ? make('span', { class: `mark ${severity}`, title: words[severity] }, '! ') : undefined;
  const item = make('li', { class: severity ?? '', title });
  if (mark) mark.setAttribute('aria-label', words[severity ?? ''] ?? '');
  if (mark) mark.setAttribute('role', 'img');
  item.append(...(mark ? [mark] : []), href ? make('a', { href, download: download ?? '' }, text) : text);
  return item;
}

/** Under the unit in the grid. */
export function captionOf(unit: SheetUnit, told: Told): HTMLElement {
  const { data, view } = told;
  const { words } = data;
  const verdict = verdictOf(packagesOf(unit, view));
  const findings = findingsOf(unit, told).filter(({ severity }) => severity !== 'info');
  const list = make('ul', { class: 'chips' });
  const overflow = unit.measured?.overflows.length ?? 0;
  list.append(
    make(
      'li',
      { class: `verdict ${verdict}`, title: findings.map(({ message }) => message).join('\n') },
      `${words[verdict] ?? verdict}${findings.length > 0 ? ` (${findings.length})` : ''}`,
    ),
  );
  if (unit.changed) list.append(make('li', { class: 'changed' }, words['changed'] ?? ''));
  if (overflow > 0) list.append(make('li', { class: 'error' }, `! ${words['textOver'] ?? ''}`));
  if (unit.overrides.length > 0) list.append(make('li', { title: unit.overrides.join(', ') }, words['overridden'] ?? ''));
  for (const chip of chipsOf(unit, told)) list.append(chipElement(chip, words));
  const name = make('h3', {}, make('button', { type: 'button', class: 'open', 'data-open': unit.name, title: unit.name }, unit.id));
  return make('div', { class: 'caption' }, name, make('p', { class: 'quiet' }, aboutOf(unit)), list);
}

/** What its name may not say. */
export function aboutOf({ size, language, version, template }: SheetUnit): string {
  return [template, size.join(' × '), language, ...Object.values(version)].join(' · ');
}
