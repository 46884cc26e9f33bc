/** Sets the titles of films: units of the house's title templates, as large as the film, which the browser films with their alpha. */
import { planScript, planStyle } from '../jobs/bundle.ts';
import { framesIn, type Laid } from '../jobs/cut-picture.ts';
import { fontFaceCss } from '../jobs/font.ts';
import type { ServedInput } from '../jobs/look.ts';
import { planTitle } from '../jobs/title.ts';
import { fillMarks } from '../model/ask.ts';
import type { FilmCut } from '../model/cut.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerTemplate } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import type { LaidTitle } from '../model/layout.ts';
import type { SafeArea } from '../model/media-rules.ts';
import type { Rendering } from '../model/rendering.ts';
import { answerBannerImage } from './answers.ts';
import {
  broken,
  type Frame,
  type Gathered,
  gather,
  inOrder,
  type LayoutEffects,
  once,
  placeOf,
  rememberedBy,
  renderable,
} from './gather.ts';
import { HYPHENS_CSS, withSoftHyphens } from './hyphens.ts';
import { shownText } from './shown-text.ts';
import { boxesOf } from './size-spec.ts';
import { styleFiles } from './style-files.ts';
import { type FilmToTitle, type TitleUnit, titleUnits } from './title-units.ts';
import { hidingCss, unitHtml } from './unit.ts';
import { fontFileOf, fontFindings, unitFonts } from './unit-fonts.ts';

export interface SetTitle {
  readonly laid: Laid;
  /** In the order in which they hang together. */
  readonly jobs: readonly Job[];
  readonly told: LaidTitle;
}

/** @returns those of each film, in the order in which they lie over it; what cannot be set is told and left out */
export async function setTitles(
  frame: Frame,
  films: readonly FilmToTitle[],
  effects: LayoutEffects,
  gathered: Gathered,
): Promise<ReadonlyMap<FilmCut, readonly SetTitle[]>> {
  const { units, findings } = titleUnits(frame, films);
  gathered.findings.push(...findings);
  const set = new Map<FilmCut, SetTitle[]>();
  await inOrder([...new Set(units.map(({ template }) => template))], async (template) => {
    const own = units.filter((unit) => unit.template === template);
    for (const [unit, one] of await setTemplate(frame, template, own, effects, gathered))
      set.set(unit.film.cut, [...(set.get(unit.film.cut) ?? []), one]);
  });
  // Later titles lie over earlier ones, whatever their template.
  for (const [cut, titles] of set)
    set.set(
      cut,
      titles.toSorted((one, other) => one.told.at - other.told.at),
    );
  return set;
}

async function setTemplate(
  frame: Frame,
  template: BannerTemplate,
  units: readonly TitleUnit[],
  effects: LayoutEffects,
  gathered: Gathered,
): Promise<(readonly [TitleUnit, SetTitle])[]> {
  const { house } = frame;
  const { toolchain } = effects;
  const rendering = await effects.renderUnits(`video/${template.name}`, (await withSoftHyphens(units)).map(renderable));
  const bodies = new Map(rendering.pages.map(({ path, html }) => [path.replace(/\.html$/, ''), html]));
  const set = withoutBroken(units, rendering, gathered.findings);
  const dress = dresser(frame, template, set, (unit) => fillMarks(bodies.get(unit.id) ?? '', rendering.asks, () => ''), effects, gathered);
  const source = `templates/${house.name}/video/${template.name}/template.njk`;
  return inOrder(set, async (unit): Promise<readonly [TitleUnit, SetTitle]> => {
    const { film, title, spec, size, language, family, hidden, first, frames } = unit;
    const { cut, safe } = film;
    const files: ServedInput[] = [];
    const jobs = new Map<JobKey, Job>();
    const serve = (path: string, key: JobKey): void => void files.push({ path, from: { from: 'job', key } });
    const body = fillMarks(bodies.get(unit.id) ?? '', rendering.asks, (ask) => {
      const given = answerBannerImage(frame, ask, { ...unit, boxes: boxesOf(spec) }, template, toolchain.sharp);
      gather(given, { deliverable: film.name, ...placeOf(ask, source) }, { ...gathered, jobs });
      for (const { path, key } of given.placed) serve(path, key);
      return given.html;
    });
    const worn = dress(unit);
    for (const job of worn.jobs) {
      jobs.set(job.key, job);
      serve(job.file, job.key);
    }
    const seconds = (frames * cut.rate[1]) / cut.rate[0];
    const isLast = first + frames >= framesIn(cut.seconds, cut.rate);
    const { digest } = await effects.keepText(
      unitHtml({
        ...{ title: cut.name, language, size, family, hidden, body, hasScript: worn.hasScript, titled: { seconds, isLast } },
        variables: { ...safeVariables(size, safe), ...spec.variables },
        options: spec.options,
        click: { head: '', cover: '' },
      }),
    );
    files.push({ path: 'index.html', from: { from: 'store', digest } });
    const { job, laid } = planTitle({ template: template.name, size, rate: cut.rate, first, frames, files: once(files) }, toolchain);
    jobs.set(job.key, job);
    const assets = title.images ? { assets: Object.values(title.images) } : {};
    const told: LaidTitle = { template: template.name, language, at: laid.overlay.at ?? 0, seconds, key: job.key, ...assets };
    return [unit, { laid, jobs: [...jobs.values()], told }];
  });
}

/** Letters, stylesheets and what they name, and the script that units of a template have beside their page. */
function dresser(
  { house }: Frame,
  template: BannerTemplate,
  units: readonly TitleUnit[],
  bodyOf: (unit: TitleUnit) => string,
  { toolchain }: LayoutEffects,
  { findings }: Gathered,
): (unit: TitleUnit) => { readonly jobs: readonly Job[]; readonly hasScript: boolean } {
  const folder = `video/${template.name}/`;
  const alongOf = rememberedBy((more) => styleFiles(house, folder, ['style.css', ...more], toolchain.svgo));
  const shown = new Map(
    units.map((unit) => {
      const { text, letters } = shownText(bodyOf(unit), unit.language, alongOf(unit.spec.styles).written);
      return [unit.id, { language: unit.language, text, shown: letters }];
    }),
  );
  // No zip to weigh: every upright face of the house is at hand.
  const upright = house.fonts.filter(({ style }) => style === 'normal');
  const faces = [...new Map(upright.toReversed().map((face) => [fontFileOf(face), face])).values()].toReversed();
  const fontsOf = unitFonts(faces, [...shown.values()], toolchain.subsetFont);
  findings.push(...fontFindings(faces.slice(0, 1), folder.slice(0, -1), [...shown.values()], true));
  const prelude = house.tokensCss + HYPHENS_CSS + faces.map((face) => fontFaceCss(face, fontFileOf(face))).join('') + hidingCss(template);
  const hasScript = house.files.some(({ path }) => path === `${folder}motion.ts`);
  const tool = `${toolchain.esbuild}, ${toolchain.gsap}, ${toolchain.kader}`;
  const script = planScript({ house, folder, entry: 'motion.ts', fileName: 'motion.js', tool, runtime: 'banner' });
  const sheet = { house, folder, entry: 'style.css', fileName: 'style.css', tool: toolchain.lightningcss, prelude };
  return (unit) => {
    const { jobs: along, names, findings: told } = alongOf(unit.spec.styles);
    findings.push(...told.map((one) => ({ ...one, where: { ...one.where, deliverable: unit.film.name } })));
    const letters = fontsOf(shown.get(unit.id) ?? { language: unit.language, shown: '' }).map(({ job }) => job);
    const style = planStyle({ ...sheet, more: unit.spec.styles, names });
    return { jobs: [...letters, style, ...along, ...(hasScript ? [script] : [])], hasScript };
  };
}

function withoutBroken(units: readonly TitleUnit[], { fault, faults = {} }: Rendering, findings: Finding[]): readonly TitleUnit[] {
  // A film without its title is not what was ordered: every one that loses one is told.
  const lost = units.filter(({ id }) => fault ?? faults[id]);
  for (const { id, film } of lost) findings.push(broken(film.name, (fault ?? faults[id]) as NonNullable<typeof fault>));
  return units.filter((unit) => !lost.includes(unit));
}

/** Px that the channel's interface covers on each side; 0 where nothing is known of it. */
function safeVariables([width, height]: readonly [number, number], safe: SafeArea | undefined): Record<string, string> {
  const { top = 0, right = 0, bottom = 0, left = 0 } = safe ?? {};
  const px = (share: number, side: number): string => `${Math.round(share * side)}px`;
  return { 'safe-top': px(top, height), 'safe-right': px(right, width), 'safe-bottom': px(bottom, height), 'safe-left': px(left, width) };
}
