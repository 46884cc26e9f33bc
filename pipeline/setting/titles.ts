/** Sets the titles of films: units of the house's title templates, as large as the film, which the browser films with their alpha. */
import { planScript, planStyle } from '../jobs/bundle.ts';
import type { Laid } from '../jobs/cut-picture.ts';
import { framesIn } from '../jobs/cut-picture.ts';
import { fontFaceCss } from '../jobs/font.ts';
import { planTitle } from '../jobs/title.ts';
import { fillMarks } from '../model/ask.ts';
import type { FilmCut } from '../model/cut.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerTemplate } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import type { LaidTitle } from '../model/layout.ts';
import type { SafeArea } from '../model/media-rules.ts';
import type { Rendering, UnitToRender } from '../model/rendering.ts';
import { answerBannerImage } from './answers.ts';
import { broken, type Frame, type Gathered, gather, inOrder, type LayoutEffects, placeOf } from './gather.ts';
import { HYPHENS_CSS, withSoftHyphens } from './hyphens.ts';
import { shownText } from './shown-text.ts';
import type { SizeSpec } from './size-spec.ts';
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
  const folder = `video/${template.name}/`;
  const rendering = await effects.renderUnits(folder.slice(0, -1), (await withSoftHyphens(units)).map(renderable));
  const sound = withoutBroken(units, rendering, gathered.findings);
  const bodies = new Map(rendering.pages.map(({ path, html }) => [path.replace(/\.html$/, ''), html]));
  const source = `templates/${house.name}/${folder}template.njk`;
  const hasScript = house.files.some(({ path }) => path === `${folder}motion.ts`);
  const tool = `${toolchain.esbuild}, ${toolchain.gsap}, ${toolchain.kader}`;
  const script = planScript({ house, folder, entry: 'motion.ts', fileName: 'motion.js', tool, runtime: 'banner' });
  const shownOf = ({ id, language, spec }: TitleUnit) => {
    const { written } = styleFiles(house, folder, ['style.css', ...spec.styles], toolchain.svgo);
    const body = fillMarks(bodies.get(id) ?? '', rendering.asks, () => '');
    const { text, letters } = shownText(body, language, written);
    return { language, text, shown: letters };
  };
  const shown = new Map(sound.map((unit) => [unit.id, shownOf(unit)]));
  // No zip to weigh: every upright face of the house is at hand.
  const upright = house.fonts.filter(({ style }) => style === 'normal');
  const faces = [...new Map(upright.toReversed().map((face) => [fontFileOf(face), face])).values()].toReversed();
  const fontsOf = unitFonts(faces, [...shown.values()], toolchain.subsetFont);
  gathered.findings.push(...fontFindings(faces.slice(0, 1), folder.slice(0, -1), [...shown.values()], true));
  const prelude = house.tokensCss + HYPHENS_CSS + faces.map((face) => fontFaceCss(face, fontFileOf(face))).join('') + hidingCss(template);
  return inOrder(sound, async (unit): Promise<readonly [TitleUnit, SetTitle]> => {
    const { film, title, spec, size, language, family, hidden } = unit;
    const pictures: { path: string; key: JobKey }[] = [];
    const jobs = new Map<JobKey, Job>();
    const body = fillMarks(bodies.get(unit.id) ?? '', rendering.asks, (ask) => {
      const given = answerBannerImage(frame, ask, { ...unit, boxes: boxesOf(spec) }, template, toolchain.sharp);
      gather(given, { deliverable: film.name, ...placeOf(ask, source) }, { ...gathered, jobs });
      pictures.push(...given.placed.map(({ path, key }) => ({ path, key })));
      return given.html;
    });
    const { jobs: along, names, findings } = styleFiles(house, folder, ['style.css', ...spec.styles], toolchain.svgo);
    gathered.findings.push(...findings.map((one) => ({ ...one, where: { ...one.where, deliverable: film.name } })));
    const style = planStyle({
      ...{ house, folder, entry: 'style.css', fileName: 'style.css', tool: toolchain.lightningcss },
      ...{ prelude, more: spec.styles, names },
    });
    const fonts = fontsOf(shown.get(unit.id) ?? { language, shown: '' }).map(({ job }) => job);
    const beside = [...fonts, style, ...along, ...(hasScript ? [script] : [])];
    const { cut, safe } = film;
    const seconds = (unit.frames * cut.rate[1]) / cut.rate[0];
    const isLast = unit.first + unit.frames >= framesIn(cut.seconds, cut.rate);
    const { digest } = await effects.keepText(
      unitHtml({
        ...{ title: cut.name, language, size, family, hidden, body, hasScript, titled: { seconds, isLast } },
        variables: { ...safeVariables(size, safe), ...spec.variables },
        options: spec.options,
        click: { head: '', cover: '' },
      }),
    );
    const files = [
      { path: 'index.html', from: { from: 'store', digest } as const },
      ...[...pictures, ...beside.map(({ file, key }) => ({ path: file, key }))].map(({ path, key }) => ({
        path,
        from: { from: 'job', key } as const,
      })),
    ];
    const { first, frames } = unit;
    const { job, laid } = planTitle(
      { template: template.name, size, rate: cut.rate, first, frames, files: [...new Map(files.map((one) => [one.path, one])).values()] },
      toolchain,
    );
    for (const one of [...beside, job]) jobs.set(one.key, one);
    const told: LaidTitle = { template: template.name, language, at: laid.overlay.at ?? 0, seconds, key: job.key };
    return [unit, { laid, jobs: [...jobs.values()], told: title.images ? { ...told, assets: Object.values(title.images) } : told }];
  });
}

const renderable = ({ id, size, family, language, version, hidden, text, images }: TitleUnit): UnitToRender => {
  return { id, size, family, language, version, hidden, text, images };
};

function withoutBroken(units: readonly TitleUnit[], { fault, faults = {} }: Rendering, findings: Finding[]): readonly TitleUnit[] {
  // A film without its title is not what was ordered: every one that loses one is told.
  const lost = units.filter(({ id }) => fault ?? faults[id]);
  for (const { id, film } of lost) findings.push(broken(film.name, (fault ?? faults[id]) as NonNullable<typeof fault>));
  return units.filter((unit) => !lost.includes(unit));
}

function boxesOf({ slots }: SizeSpec): Record<string, readonly [number, number]> {
  return Object.fromEntries(Object.entries(slots).flatMap(([slot, { kind, box }]) => (kind === 'image' ? [[slot, box] as const] : [])));
}

/** Px that the channel's interface covers on each side; 0 where nothing is known of it. */
function safeVariables([width, height]: readonly [number, number], safe: SafeArea | undefined): Record<string, string> {
  const { top = 0, right = 0, bottom = 0, left = 0 } = safe ?? {};
  const px = (share: number, side: number): string => `${Math.round(share * side)}px`;
  return { 'safe-top': px(top, height), 'safe-right': px(right, width), 'safe-bottom': px(bottom, height), 'safe-left': px(left, width) };
}
