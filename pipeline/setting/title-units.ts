/** The titles that films ask for, each as a unit of its template in the size of the film, and held against what the template asks. */
import { framesIn } from '../jobs/cut-picture.ts';
import type { CutTitle, FilmCut } from '../model/cut.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerTemplate } from '../model/house.ts';
import { canonicalJson, digestOf } from '../model/key.ts';
import type { SafeArea } from '../model/media-rules.ts';
import { nearest } from '../model/nearest.ts';
import type { UnitToRender } from '../model/rendering.ts';
import type { Frame } from './gather.ts';
import { type SizeSpec, specOf } from './size-spec.ts';
import { cleanText, showsNothing } from './text.ts';

/** A film that is to be made, as large as its channel takes it. */
export interface FilmToTitle {
  readonly cut: FilmCut;
  /** Of its deliverable. */
  readonly name: string;
  readonly size: readonly [number, number];
  /** What the channel's interface covers. */
  readonly safe?: SafeArea | undefined;
}

export interface TitleUnit extends UnitToRender {
  readonly template: BannerTemplate;
  readonly spec: SizeSpec;
  readonly film: FilmToTitle;
  readonly title: CutTitle;
  readonly first: number;
  readonly frames: number;
}

type Ground = { readonly order: Pick<Frame['order'], 'languages'>; readonly house: Pick<Frame['house'], 'titles'> };

/** @returns what can be set; the rest is told */
export function titleUnits(ground: Ground, films: readonly FilmToTitle[]): { readonly units: TitleUnit[]; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const units = films.flatMap((film) => film.cut.titles.flatMap((title, at) => unitOf(ground, film, title, at, findings) ?? []));
  return { units, findings };
}

function unitOf(ground: Ground, film: FilmToTitle, title: CutTitle, at: number, findings: Finding[]): TitleUnit | undefined {
  const { cut, name } = film;
  const where = { file: 'order.yaml', line: cut.line, deliverable: name };
  const tell = (code: string, args: Finding['args'], severity: Finding['severity'] = 'error'): undefined => {
    findings.push({ code, severity, where, args: { cut: cut.name, ...args } });
  };
  const { titles } = ground.house;
  const template = titles[title.template];
  if (!template) return tell('title-template-missing', { template: title.template, nearest: nearest(title.template, Object.keys(titles)) });
  const size = film.size.join('x');
  const spec = specOf(template, size);
  if (!spec) return tell('title-family-missing', { template: title.template, size });
  const language = cut.language ?? ground.order.languages[0] ?? 'en';
  const text = Object.fromEntries(Object.entries(title.text).map(([slot, words]) => [slot, cleanText(words)]));
  const { images = {} } = title;
  for (const slot of [...Object.keys(title.text), ...Object.keys(images)]) {
    if (template.slots[slot]) continue;
    tell('title-slot-unknown', { template: template.name, slot, nearest: nearest(slot, Object.keys(template.slots)) });
  }
  for (const [slot, { kind, required, limitIn }] of Object.entries(spec.slots)) {
    const words = text[slot] ?? '';
    const given = kind === 'image' ? images[slot] : words;
    if (required && (kind === 'image' ? !given : showsNothing(words)))
      tell('title-slot-empty', { template: template.name, slot, ...(kind === 'text' ? { language } : {}) });
    const [actual, expected] = [[...words].length, limitIn(language)];
    if (expected !== undefined && actual > expected) tell('title-text-too-long', { slot, language, actual, expected }, 'warning');
  }
  const whole = framesIn(cut.seconds, cut.rate);
  const first = Math.min(framesIn(title.at, cut.rate), Math.max(0, whole - 1));
  const frames = Math.max(1, Math.min(framesIn(title.seconds, cut.rate), whole - first));
  const shown = { size: film.size, family: spec.family, language, version: {}, hidden: spec.hidden, text, images };
  const id = `${size}-${language}-${digestOf(canonicalJson([shown, film.safe ?? null, at, name] as never)).slice(0, 8)}`;
  return { id, ...shown, template, spec, film, title, first, frames };
}
