/** Sets the banner units of an order: pictures, letters, styles and the motion of each. */

import { limitsOf as houseLimits, profilesOf } from '../channels/profile.ts';
import { planScript, planStyle } from '../jobs/bundle.ts';
import { fontFaceCss } from '../jobs/font.ts';
import { shareWeight } from '../jobs/share.ts';
import { type Ask, fillMarks } from '../model/ask.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerTemplate } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import type { PlacedFile, Unit, Use } from '../model/layout.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerSet } from '../model/order.ts';
import type { Rendering } from '../model/rendering.ts';
import { adaptUnit, targetsOf } from './adapt.ts';
import { answerBannerImage, type BannerAnswer } from './answers.ts';
import { clickOf } from './click.ts';
import type { FeedOf } from './feed-rows.ts';
import { broken, type Frame, type Gathered, gather, inOrder, type LayoutEffects, placeOf, rememberedBy, renderable } from './gather.ts';
import { HYPHENS_CSS, withSoftHyphens } from './hyphens.ts';
import { OUTLINES_CSS } from './outlining.ts';
import { shownText } from './shown-text.ts';
import { styleFiles } from './style-files.ts';
import { hidingCss, unitHtml } from './unit.ts';
import { fontFileOf, fontFindings, unitFonts } from './unit-fonts.ts';
import { isSilent, reserveFor, stillLimits, weightLimits } from './unit-limits.ts';
import { type UnitWish, unitsOf } from './units.ts';

export async function setBanners(frame: Frame, effects: LayoutEffects, gathered: Gathered): Promise<Unit[]> {
  const { order, house } = frame;
  const taken = new Map<string, Set<string>>();
  const sets = await inOrder(order.deliver.banners, async (set) => {
    const template = house.banners[set.template];
    if (!template) {
      const [line, column] = set.places?.['template'] ?? [];
      gathered.findings.push({
        code: 'template-missing',
        severity: 'error',
        where: { file: 'order.yaml', ...(line ? { line } : {}), ...(column ? { column } : {}), deliverable: `banners/${set.template}` },
        args: { template: set.template, nearest: nearest(set.template, Object.keys(house.banners)) },
      });
      return [];
    }
    const feed = await feedOf(frame, set, effects, gathered.findings);
    if (feed === 'none') return [];
    const ids = taken.get(set.template) ?? new Set<string>();
    taken.set(set.template, ids);
    return setUnits(frame, set, template, unitsOf(frame, set, template, feed, ids, gathered.findings), effects, gathered);
  });
  return sets.flat();
}

/** @returns `none` for a feed that cannot be had: what is wrong with it has been told */
async function feedOf(
  { feeds }: Frame,
  set: BannerSet,
  { readFeed }: LayoutEffects,
  findings: Finding[],
): Promise<FeedOf | undefined | 'none'> {
  if (set.feed === undefined) return undefined;
  const feed = feeds.get(set.feed);
  if (!feed) return 'none';
  const reading = await readFeed(feed);
  if ('table' in reading) return { file: feed.file, table: reading.table };
  const { unreadable: detail, row } = reading;
  const where = { file: feed.file, ...(row ? { line: row } : {}), deliverable: `banners/${set.template}/${feed.file}` };
  findings.push({ code: 'feed-unreadable', severity: 'error', where, args: { feed: feed.file, detail, ...(row ? { row } : {}) } });
  return 'none';
}

async function setUnits(
  frame: Frame,
  set: BannerSet,
  template: BannerTemplate,
  all: readonly UnitWish[],
  effects: LayoutEffects,
  gathered: Gathered,
): Promise<Unit[]> {
  const targets = set.targets && targetsOf(set.targets);
  if (all.length === 0) return [];
  const { house } = frame;
  const { toolchain } = effects;
  const rendering = await effects.renderUnits(`banners/${template.name}`, (await withSoftHyphens(all)).map(renderable));
  const wishes = withoutBroken(template, all, rendering, gathered.findings);
  const bodies = new Map(rendering.pages.map(({ path, html }) => [path.replace(/\.html$/, ''), html]));
  const folder = `banners/${template.name}/`;
  const profileFor = profilesOf(frame.order, houseLimits(house.rules.banner));
  const hasScript = house.files.some(({ path }) => path === `${folder}motion.ts`);
  const scriptTool = `${toolchain.esbuild}, ${toolchain.gsap}, ${toolchain.kader}`;
  const motion = { house, folder, entry: 'motion.ts', fileName: 'motion.js', tool: scriptTool, runtime: 'banner' } as const;
  const script = planScript(motion);
  const scriptFor = (target: string): Job =>
    isSilent(profileFor(template.name, target)) ? planScript({ ...motion, silent: true }) : script;
  const outlinedFor = (target: string) => (): Job =>
    planScript({
      ...motion,
      tool: `${scriptTool}, ${toolchain.outliner}`,
      outlined: true,
      silent: isSilent(profileFor(template.name, target)),
    });
  const alongOf = rememberedBy((more: readonly string[]) => styleFiles(house, folder, ['style.css', ...more], toolchain.svgo));
  const shownIn = new Map(
    wishes.map(({ id, language, styles: more }) => {
      const { text, letters } = shownText(
        fillMarks(bodies.get(id) ?? '', rendering.asks, () => ''),
        language,
        alongOf(more).written,
      );
      return [id, { language, text, shown: letters }];
    }),
  );
  // Units carry one face each: every further one weighs as much as a picture.
  const faces = house.fonts.filter(({ style }) => style === 'normal').slice(0, 1);
  const fontsOf = unitFonts(faces, [...shownIn.values()], toolchain.subsetFont);
  gathered.findings.push(...fontFindings(faces, folder.slice(0, -1), [...shownIn.values()], targets !== undefined));
  const styles = new Map<string, Job>();
  const facesCss = faces.map((face) => fontFaceCss(face, fontFileOf(face))).join('');
  const styleOf = (more: readonly string[], own = facesCss): Job => {
    const id = JSON.stringify([more, own]);
    const known = styles.get(id);
    if (known) return known;
    const prelude = house.tokensCss + HYPHENS_CSS + own + hidingCss(template);
    const { names } = alongOf(more);
    const job = planStyle({ house, folder, entry: 'style.css', fileName: 'style.css', tool: toolchain.lightningcss, prelude, more, names });
    styles.set(id, job);
    return job;
  };
  const limitsOf = weightLimits((targets ?? [undefined]).map((target) => profileFor(template.name, target?.id)));
  const stillFor = stillLimits((target) => profileFor(template.name, target), house.rules.banner.backupBytes);
  const answer = answerOnce(frame, template, toolchain.sharp);
  const source = `templates/${house.name}/${folder}template.njk`;

  return inOrder(wishes, async (wish): Promise<Unit> => {
    const placed: BannerAnswer['placed'][number][] = [];
    const uses: Use[] = [];
    const body = fillMarks(bodies.get(wish.id) ?? '', rendering.asks, (ask) => {
      const given = answer(ask, wish);
      gather(given, { deliverable: wish.name, ...placeOf(ask, source) }, gathered);
      uses.push(...given.uses);
      placed.push(...given.placed);
      return given.html;
    });
    const fonts = fontsOf(shownIn.get(wish.id) ?? { language: wish.language, shown: '' });
    const style = styleOf(wish.styles);
    const { jobs: along, findings } = alongOf(wish.styles);
    gathered.findings.push(...findings);
    const beside = [...fonts.map(({ job }) => job), style, ...along, ...(hasScript ? [script] : [])];
    for (const job of beside) gathered.jobs.set(job.key, job);
    const title = frame.order.title[wish.language] ?? frame.order.client;
    const { name, size, family, language, version, landing, page, utm, overrides, row, variables, options, hidden, minimums } = wish;
    const document = { title, language, size, family, variables, options, hidden, body };
    const click = clickOf('click-tag', { landing, title });
    const { digest, bytes } = await effects.keepText(unitHtml({ ...document, hasScript, click }));
    const own = [...new Map(placed.map((one) => [one.path, one])).values()];
    const shared = shareWeight(
      size.join('x'),
      own.map(({ picture }) => picture),
      { ...limitsOf(size), reserve: reserveFor(bytes, own.length + beside.length + 1), beside: beside.map(({ key }) => key) },
    );
    for (const job of [...(shared.share ? [shared.share] : []), ...shared.jobs]) gathered.jobs.set(job.key, job);
    const pictures = own.map(({ path }, at): PlacedFile => ({ path, key: shared.jobs[at]?.key as JobKey }));
    const files = [...pictures, ...beside.map(({ file, key }) => ({ path: file, key }))];
    const counted = { name, landing, page, utm };
    const about = {
      ...counted,
      template: template.name,
      size,
      family,
      language,
      version,
      overrides,
      ...(Object.keys(minimums).length > 0 ? { minimums } : {}),
      ...(row ? { row } : {}),
      ...(targets ? {} : { still: stillFor(undefined, size) }),
      ...(set.captures ? { captures: set.captures } : {}),
    };
    const unit: Unit = { ...about, digest, bytes, uses, files };
    if (!targets) return unit;
    const laid = { ...document, ...counted, pictures, fonts, along, style, bareStyle: () => styleOf(wish.styles, '') };
    const outlines = { style: () => styleOf(wish.styles, OUTLINES_CSS), tool: `${toolchain.browser}, ${toolchain.outliner}` };
    const adapted = targets.map((target) => {
      const moving = hasScript
        ? { ...laid, outlines: { ...outlines, script: outlinedFor(target.id) }, script: scriptFor(target.id) }
        : { ...laid, outlines };
      return adaptUnit(moving, target, toolchain.svgo, stillFor(target.id, size));
    });
    for (const job of adapted.flatMap((one) => one.jobs)) gathered.jobs.set(job.key, job);
    gathered.findings.push(...adapted.flatMap((one) => one.findings));
    await inOrder([...new Set(adapted.flatMap(({ texts }) => texts))], effects.keepText);
    return { ...unit, adaptations: adapted.map(({ adaptation }) => adaptation) };
  });
}

/** A template that breaks for every unit is told once; one that breaks for some costs those alone. */
function withoutBroken(
  template: BannerTemplate,
  wishes: readonly UnitWish[],
  { fault, faults = {} }: Rendering,
  findings: Finding[],
): readonly UnitWish[] {
  const lost = wishes.filter(({ id }) => fault ?? faults[id]);
  const [first] = lost;
  const every = fault ?? (first && lost.length === wishes.length ? faults[first.id] : undefined);
  if (every) {
    findings.push(broken(`banners/${template.name}`, every));
    return [];
  }
  for (const { id, name } of lost) findings.push(broken(name, faults[id] as NonNullable<typeof fault>));
  return wishes.filter(({ id }) => !faults[id]);
}

/** Versions of one size mostly show the same picture: it is planned once. */
function answerOnce(frame: Frame, template: BannerTemplate, tool: string): (ask: Ask, unit: UnitWish) => BannerAnswer {
  const known = new Map<string, BannerAnswer>();
  return (ask, unit) => {
    const id = JSON.stringify([ask.kind, ask.name, ask.options, unit.size, unit.images[ask.name]]);
    const answer = known.get(id) ?? answerBannerImage(frame, ask, unit, template, tool);
    known.set(id, answer);
    return answer;
  };
}
