/** A unit, laid out once, as each target takes it: its own page, fonts, scripts, drawings and manifest. */
import { CLICK_SCRIPTS } from '../channels/delivery.ts';
import { profileOf } from '../channels/profile.ts';
import { planDrawing } from '../jobs/drawing.ts';
import { planInline } from '../jobs/inline.ts';
import type { StillLimits } from '../model/capture.ts';
import type { Finding } from '../model/finding.ts';
import { useOf } from '../model/font.ts';
import type { FontFace } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import { digestOf, type Input, type JobKey } from '../model/key.ts';
import type { Adaptation, LaidFile, PlacedFile } from '../model/layout.ts';
import type { BannerTarget } from '../model/order.ts';
import type { Delivery, FontWay } from '../model/rules.ts';
import { clickOf } from './click.ts';
import { takeOutDrawings } from './drawings.ts';
import { googleSheet } from './google-fonts.ts';
import { landingOf } from './landing.ts';
import { manifestOf } from './manifest.ts';
import { canOutline, type OutlinedParts, outlinePage } from './outlining.ts';
import { SCRIPT_TAG, STYLE_TAG, type UnitDocument, unitHtml } from './unit.ts';
import { forbidden } from './unit-fonts.ts';

export interface Target {
  readonly id: string;
  readonly platform: string;
  readonly publisher?: string;
  readonly delivery: Delivery;
}

/** A unit as it was laid out, in its parts. */
export interface LaidUnit extends Omit<UnitDocument, 'click' | 'fontSheets' | 'hasScript'> {
  /** `banners/headline/300x250-nl`. */
  readonly name: string;
  readonly landing: string;
  readonly pictures: readonly PlacedFile[];
  readonly fonts: readonly { readonly face: FontFace; readonly job: Job; readonly characters: string }[];
  /** Files that its stylesheets name, under the paths that they have in the unit. */
  readonly along?: readonly Job[];
  readonly style: Job;
  /** The same without font faces; planned only where a font server gives them. */
  readonly bareStyle: () => Job;
  readonly script?: Job;
  /** Absent: its texts are never outlines. */
  readonly outlines?: OutlinedParts;
}

export interface Adapted {
  readonly adaptation: Adaptation;
  readonly jobs: readonly Job[];
  /** That files in the store are made of. */
  readonly texts: readonly string[];
  readonly findings: readonly Finding[];
}

/** Targets of an order, each once. */
export function targetsOf(wishes: readonly BannerTarget[]): Target[] {
  const targets = wishes.map((wish): Target => {
    const { target: id, platform, publisher, delivery } = profileOf(wish);
    return { id, platform, ...(publisher === undefined ? {} : { publisher }), delivery };
  });
  return [...new Map(targets.map((target) => [target.id, target])).values()];
}

/** @param still what its backup image may be there; absent: as the house says */
export function adaptUnit(unit: LaidUnit, target: Target, svgo: string, still?: StillLimits): Adapted {
  const { delivery } = target;
  const { along = [] } = unit;
  const findings: Finding[] = [];
  // Told of the template: all its units have it in common.
  const template = unit.name.slice(0, unit.name.lastIndexOf('/'));
  const tell = (code: string, args: Finding['args']): void => {
    findings.push({ code, severity: 'warning', where: { deliverable: template }, args: { target: target.id, ...args } });
  };
  const landing = landingOf(unit, target.id);
  const click = clickOf(delivery.click, { landing, title: unit.title });
  if (delivery.click === 'amazon' && CLICK_SCRIPTS.amazon === undefined) tell('banner-click-script-unknown', {});
  const taken = delivery.svg === 'file' ? takeOutDrawings(unit.body) : { body: unit.body, drawings: [], bonds: [] };
  if (taken.bonds.length > 0) tell('banner-drawing-bound', { bonds: taken.bonds });
  const sheets = unit.fonts.map(({ face, characters }) => googleSheet(face, characters));
  const barred = unit.fonts.flatMap(({ face }) => {
    const allowed = useOf(face, 'banner');
    const why = allowed.use === 'barred' ? allowed.why : allowed.use === 'outlines' ? 'outlines' : undefined;
    return why ? [forbidden(face.family, why, { deliverable: `${template}/${target.id}` }, target.id)] : [];
  });
  const mayDraw = unit.fonts.every(({ face }) => useOf(face, 'banner').use !== 'barred');
  const ways = delivery.fonts.filter((one) => one !== 'outlines' || (mayDraw && canOutline(unit, delivery)));
  // Letters that a font server gives are embedded by nobody, nor are those that are drawn.
  const way = fontWay(barred.length > 0 ? ways.filter((one) => one === 'google' || one === 'outlines') : ways, sheets);
  if (way.refused) findings.push(...barred);
  if (way.refused && barred.length === 0)
    tell('banner-font-refused', { families: [...new Set(unit.fonts.map(({ face }) => face.family))] });

  const hasScript = unit.script !== undefined;
  const page = { ...unit, body: taken.body, click, hasScript };
  const drawings = taken.drawings.map(({ path, digest }) => planDrawing(path, digest, svgo));
  const manifest = delivery.manifest && manifestOf(delivery.manifest, { ...unit, landing });
  const beside: LaidFile[] = [
    ...unit.pictures.map(fromJob),
    ...drawings.map((job) => fromJob({ path: job.file, key: job.key })),
    ...along.map((job) => fromJob({ path: job.file, key: job.key })),
    ...(manifest ? [{ path: manifest.path, from: { from: 'store', digest: digestOf(manifest.text) } } as const] : []),
  ];
  const set = (fonts: FontWay): Parts =>
    setParts(
      unit,
      delivery,
      fonts,
      unitHtml({ ...page, ...(fonts === 'google' ? { fontSheets: sheets.filter((one) => one !== undefined) } : {}) }),
    );
  const packed = set(way.fonts);
  // A browser that is shut off from the world is given the same letters from beside the page.
  const shown = way.fonts === 'google' ? set('file') : packed;
  const filesOf = (parts: Parts): LaidFile[] => [...parts.files.slice(0, 1), ...beside, ...parts.files.slice(1)];
  const { id, platform, publisher } = target;
  return {
    adaptation: {
      target: id,
      platform,
      ...(publisher === undefined ? {} : { publisher }),
      click: delivery.click,
      landing,
      backup: delivery.backup,
      ...(still ? { still } : {}),
      ...(packed.outlines ? { outlines: packed.outlines } : {}),
      files: filesOf(packed),
      looked: filesOf(shown),
    },
    jobs: [...drawings, ...along, ...packed.jobs, ...shown.jobs],
    texts: [...taken.drawings.map(({ svg }) => svg), ...(manifest ? [manifest.text] : []), packed.html, shown.html],
    findings,
  };
}

/** The first way that can be gone; where none can, the letters go into the stylesheet and it is told. */
function fontWay(
  ways: readonly FontWay[],
  sheets: readonly (string | undefined)[],
): { readonly fonts: FontWay; readonly refused: boolean } {
  if (sheets.length === 0) return { fonts: 'file', refused: false };
  const fonts = ways.find((way) => way !== 'google' || sheets.every((sheet) => sheet !== undefined));
  return { fonts: fonts ?? 'base64', refused: fonts === undefined };
}

interface Parts {
  /** The page as it was set, before anything is put into it. */
  readonly html: string;
  readonly files: readonly LaidFile[];
  readonly jobs: readonly Job[];
  readonly outlines?: JobKey;
}

/** Page, stylesheet, fonts and script, beside each other or put into one another. */
function setParts(unit: LaidUnit, { scripts, styles }: Delivery, fonts: FontWay, html: string): Parts {
  const jobs: Job[] = unit.fonts.map(({ job }) => job);
  const text = { from: 'store', digest: digestOf(html) } as const;
  const drawn = fonts === 'outlines' ? outlinePage(unit, text) : undefined;
  const given = (drawn && unit.outlines?.style()) ?? (fonts === 'google' ? unit.bareStyle() : unit.style);
  const script = drawn ? unit.outlines?.script?.() : unit.script;
  const style =
    fonts === 'base64' && unit.fonts.length > 0
      ? planInline(
          'style.css',
          `fonts in the style of ${unit.name}`,
          { from: 'job', key: given.key },
          unit.fonts.map(({ job }) => ({ mark: job.file, from: { from: 'job', key: job.key }, as: 'woff2' })),
        )
      : given;
  jobs.push(given, style);
  const inside = [
    ...(styles === 'inline' ? [{ mark: STYLE_TAG, from: { from: 'job', key: style.key }, as: 'style' } as const] : []),
    ...(scripts === 'inline' && script ? [{ mark: SCRIPT_TAG, from: { from: 'job', key: script.key }, as: 'script' } as const] : []),
  ];
  if (script) jobs.push(script);
  // The browser that reads the page is shown it with its letters.
  if (drawn) jobs.push(unit.style, drawn);
  const set: Input = drawn ? { from: 'job', key: drawn.key } : text;
  const page = inside.length > 0 ? planInline('index.html', `page of ${unit.name}`, set, inside) : undefined;
  if (page) jobs.push(page);
  return {
    html,
    jobs,
    ...(drawn ? { outlines: drawn.key } : {}),
    files: [
      { path: 'index.html', from: page ? { from: 'job', key: page.key } : set },
      ...(fonts === 'file' ? unit.fonts.map(({ job }) => fromJob({ path: job.file, key: job.key })) : []),
      ...(styles === 'inline' ? [] : [fromJob({ path: style.file, key: style.key })]),
      ...(scripts === 'inline' || !script ? [] : [fromJob({ path: script.file, key: script.key })]),
    ],
  };
}

function fromJob({ path, key }: PlacedFile): LaidFile {
  return { path, from: { from: 'job', key } };
}
