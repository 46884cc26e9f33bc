/** Judges packed banners: each by the profile of its target, on what stands in its zip and on what a browser saw. */
import { CLICK_SCRIPTS } from '../channels/delivery.ts';
import { limitsOf, type ProfileFor, profilesOf, rulesFor } from '../channels/profile.ts';
import { judgeSpecimen } from '../checks/ad-judges.ts';
import { checkPairs } from '../checks/ad-pairs.ts';
import type { BackupBeside, Specimen } from '../checks/ad-rule.ts';
import { checkAdaptedClick, checkBannerClick } from '../checks/banner-click.ts';
import { checkBannerFit } from '../checks/banner-fit.ts';
import { checkBannerMotion } from '../checks/banner-motion.ts';
import { checkOutlines } from '../checks/banner-outlines.ts';
import { checkBannerPlace } from '../checks/banner-place.ts';
import { checkBannerRun } from '../checks/banner-run.ts';
import { checkBannerSafety } from '../checks/banner-safety.ts';
import { checkBannerProperties, checkBannerSmooth } from '../checks/banner-smooth.ts';
import { checkBannerTexts } from '../checks/banner-texts.ts';
import { finding } from '../checks/catalogue.ts';
import type { OutcomesByKey } from '../checks/outcomes.ts';
import { asMade } from '../model/capture.ts';
import type { BannerFacts, CaptureFacts, MeasuredFacts, PackageFacts, SmoothFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { HouseStyle } from '../model/house.ts';
import type { Deliverable, Plan } from '../model/job.ts';
import type { Adaptation, Layout, Unit } from '../model/layout.ts';
import type { Order } from '../model/order.ts';
import type { Profile, Rule } from '../model/rules.ts';

export interface BannerInput {
  readonly order: Order;
  readonly house: HouseStyle;
  readonly layout: Layout;
  readonly plan: Plan;
  readonly outcomes: OutcomesByKey;
}

export function judgeBanners({ order, house, layout, plan, outcomes }: BannerInput): Finding[] {
  const profileFor = profilesOf(order, limitsOf(house.rules.banner));
  const units = new Map(layout.units.map((unit) => [unit.name, unit]));
  const banners = plan.deliverables.filter(({ kind }) => kind === 'banner');
  const known = new Map<string, ReturnType<typeof rulesFor>>();
  const unknown = new Map<string, Set<Rule['id']>>();
  const drawn: Finding[] = [];
  const findings = banners.flatMap((banner): Finding[] => {
    const unit = units.get(banner.unit ?? banner.name);
    const profile = profileFor(unit?.template ?? '', banner.target);
    const seen = seenOf(banner, outcomes);
    const size = banner.size?.join('x') ?? '';
    // Hundreds of units share a size and a target.
    const rules = known.get(`${profile.target} ${unit?.template} ${size}`) ?? rulesFor(profile, size);
    known.set(`${profile.target} ${unit?.template} ${size}`, rules);
    const adaptation = unit?.adaptations?.find(({ target }) => target === banner.target);
    if (adaptation) drawn.push(...checkOutlines(adaptation, banner.name.slice(0, banner.name.lastIndexOf('/')), outcomes));
    const smooth = unit && seen.smooth ? checkBannerSmooth(unit.name, seen.smooth, seen.run?.costly) : [];
    const run = unit && seen.run ? [...smooth, ...checkRun(banner, unit, seen.run)] : smooth;
    if (!seen.facts) return run;
    const judgement = judgeSpecimen(rules, specimenOf(banner, seen.facts, seen.run, outcomes));
    for (const { id } of judgement.unknown) unknown.set(profile.target, (unknown.get(profile.target) ?? new Set()).add(id));
    return [...run, ...judgement.findings];
  });
  const sheets = [...unknown].map(([target, rules]) => needsSheet(target, [...rules]));
  // Told of the template: all its units have it in common.
  const told = new Map(drawn.map((one) => [JSON.stringify([one.where, one.args]), one]));
  return [...findings, ...told.values(), ...sheets, ...pairs(banners, units, profileFor)];
}

export function needsSheet(target: string, rules: readonly string[]): Finding {
  return finding('ad-needs-current-sheet', { file: 'order.yaml' }, { target, rules: [...rules].sort() });
}

/** What is laid out counts for every target of a unit, so it is told of the unit; what a target's own page does, of the package. */
function checkRun({ name, target }: Deliverable, unit: Unit, facts: BannerFacts): Finding[] {
  const adaptation = unit.adaptations?.find((one) => one.target === target);
  return [
    ...checkBannerMotion(unit.name, facts),
    ...checkBannerFit(unit.name, facts),
    ...checkBannerTexts(unit.name, facts, unit.minimums),
    ...checkBannerSafety(unit.name, facts),
    ...checkBannerProperties(unit.name, facts),
    ...checkBannerPlace(name, facts),
    ...checkBannerRun(name, adaptation ? withoutAdServer(facts, adaptation) : facts),
    ...(adaptation ? checkAdaptedClick(name, facts, adaptation) : checkBannerClick(unit.name, facts, unit.landing)),
  ];
}

/** The ad server's own script is asked for with its leave. */
function withoutAdServer<Facts extends BannerFacts>(facts: Facts, { click }: Adaptation): Facts {
  const script = CLICK_SCRIPTS[click];
  return { ...facts, outsideRequests: facts.outsideRequests.filter((url) => script === undefined || !url.startsWith(script)) };
}

/** What was measured of it: by reading its package, and by running it. */
function seenOf(
  { measures }: Deliverable,
  outcomes: OutcomesByKey,
): { readonly facts?: PackageFacts; readonly run?: BannerFacts; readonly smooth?: SmoothFacts } {
  const all = measures.flatMap(({ key }) => {
    const outcome = outcomes.get(key);
    // Only our own measuring jobs write these facts.
    return outcome && 'made' in outcome && outcome.made.facts ? [outcome.made.facts as unknown as MeasuredFacts] : [];
  });
  const facts = all.find((one) => one.what === 'package');
  const run = all.find((one) => one.what === 'banner');
  const smooth = all.find((one) => one.what === 'smooth');
  return { ...(facts ? { facts } : {}), ...(run ? { run } : {}), ...(smooth ? { smooth } : {}) };
}

function specimenOf(banner: Deliverable, facts: PackageFacts, run: BannerFacts | undefined, outcomes: OutcomesByKey): Specimen {
  const { name, size, files } = banner;
  const base = name.split('/').at(-1) ?? name;
  const image = (stem: string): BackupBeside | undefined => {
    const file = files.find(({ path }) => /\.(jpe?g|png|gif)$/i.test(path) && path.slice(0, path.lastIndexOf('.')) === stem);
    if (!file) return undefined;
    const outcome = file.from.from === 'job' ? outcomes.get(file.from.key) : undefined;
    const made = outcome && 'made' in outcome ? outcome.made : undefined;
    const seen = made?.facts as unknown as CaptureFacts | undefined;
    return {
      name: asMade(file.path, seen).split('/').at(-1) ?? '',
      ...(made?.blob ? { bytes: made.blob.bytes } : {}),
      ...(seen?.what === 'capture' ? { width: seen.width, height: seen.height } : {}),
    };
  };
  const [backup, denser] = [image(name), image(`${name}-2x`)];
  return {
    name,
    zip: `${banner.handedAs ?? base}.zip`,
    ...(size ? { size } : {}),
    facts,
    ...(run ? { run } : {}),
    ...(backup ? { backup } : {}),
    ...(denser ? { denser } : {}),
    where: { deliverable: name },
  };
}

/** Sizes go together per template, target, language and version. */
function pairs(banners: readonly Deliverable[], units: ReadonlyMap<string, Unit>, profileFor: ProfileFor): Finding[] {
  const groups = new Map<string, { readonly profile: Profile; readonly template: string; readonly sizes: string[] }>();
  for (const { unit: name, name: own, target, size } of banners) {
    const unit = units.get(name ?? own);
    if (!unit || !size) continue;
    const profile = profileFor(unit.template, target);
    if (profile.pairs.length === 0) continue;
    const key = JSON.stringify([unit.template, profile.target, unit.language, unit.version]);
    const group = groups.get(key) ?? { profile, template: unit.template, sizes: [] };
    group.sizes.push(size.join('x'));
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ profile, template, sizes }) => checkPairs(profile, sizes, `banners/${template}`));
}
