/** Stage 6: facts → findings: preflight and quality control, and which deliverables are sound. */
import { sizesOf } from './channels/banner-sizes.ts';
import { printNeed } from './channels/print.ts';
import { judgeBanners } from './check/banners.ts';
import { judgeCuts } from './check/cuts.ts';
import { checkAlt } from './checks/alt.ts';
import { checkCaptions } from './checks/captions.ts';
import { codes, finding, isCode } from './checks/catalogue.ts';
import { judgeClip } from './checks/clip-verdict.ts';
import { checkMasks, checkProposals } from './checks/correction.ts';
import { checkCutEnlarged } from './checks/cut-enlarged.ts';
import { checkHdr } from './checks/hdr.ts';
import { checkLinks, checkPageConflicts } from './checks/links.ts';
import { checkMarkup } from './checks/markup.ts';
import type { OutcomesByKey } from './checks/outcomes.ts';
import { checkOutcomes, lostJobs } from './checks/outcomes.ts';
import { checkPage } from './checks/page.ts';
import { checkGalleryCast, checkPictureCast } from './checks/picture-cast.ts';
import { checkFraming, checkPictureCrop } from './checks/picture-crop.ts';
import { checkPictureDetail } from './checks/picture-detail.ts';
import { checkPictureFormats } from './checks/picture-formats.ts';
import { checkPictureGround } from './checks/picture-ground.ts';
import { checkPictureLight } from './checks/picture-light.ts';
import { checkPictureOrigin, checkPictureTurned } from './checks/picture-origin.ts';
import { checkPicturePrint, type PrintSize, printSizeOf } from './checks/picture-print.ts';
import { checkPictureSize } from './checks/picture-size.ts';
import { checkPictureState } from './checks/picture-state.ts';
import { checkCutText, checkPictureText } from './checks/picture-text.ts';
import { checkPictureTilt } from './checks/picture-tilt.ts';
import { checkPictureWeight } from './checks/picture-weight.ts';
import { checkPrivacy } from './checks/privacy.ts';
import { checkProfile } from './checks/profile.ts';
import { checkRepair } from './checks/repair.ts';
import { checkRights, dayOfRights } from './checks/rights.ts';
import { checkSounds } from './checks/sound-made.ts';
import { checkVersions } from './checks/versions.ts';
import type { Asset } from './model/asset.ts';
import type { MeasuredFacts } from './model/facts.ts';
import type { Finding } from './model/finding.ts';
import { unreachable } from './model/finding.ts';
import type { HouseStyle } from './model/house.ts';
import type { Deliverable, Outcome, Plan } from './model/job.ts';
import type { Input, Json } from './model/key.ts';
import { canonicalJson } from './model/key.ts';
import type { Layout, Use } from './model/layout.ts';
import { leftOut } from './model/offer.ts';
import type { Order } from './model/order.ts';
import type { Judged } from './model/record.ts';
import { REPAIR_MINUTES, REPAIR_SHARE, type Repair, repairOf } from './model/repair.ts';

export interface PreflightInput {
  readonly order: Order;
  readonly assets: readonly Asset[];
  /** Absent when the house style could not be loaded; an earlier finding says why. */
  readonly house?: HouseStyle;
  /** `2027-04-01`. */
  readonly today: string;
}

export interface CheckInput {
  readonly order: Order;
  /** Absent when it could not be loaded. */
  readonly house?: HouseStyle;
  readonly layout: Layout;
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  /** All that earlier stages found, the preflight among them. */
  readonly findings: readonly Finding[];
  /** False when no measuring was asked for. */
  readonly measured: boolean;
  /** False when no pictures of banners were asked for: none is missed. */
  readonly captured?: boolean;
}

/** Judges what came in: the order's pictures, films and sound, before anything is made. */
export function preflight({ order, assets, house, today }: PreflightInput): Finding[] {
  const day = dayOfRights(today, order.deadline);
  const findings = assets.flatMap((asset) => [
    ...checkProfile(asset, house),
    ...checkHdr(asset, house),
    ...checkPictureState(asset),
    ...checkPictureLight(asset),
    ...checkPictureCast(asset),
    ...checkPictureTilt(asset),
    ...checkPictureText(asset),
    ...checkPictureOrigin(asset, order.forbid?.includes('ai') ?? false),
    ...checkPictureTurned(asset),
    ...checkPictureGround(asset),
    ...judgeClip(asset, house?.rules.clip),
    ...(asset.print ? checkPicturePrint(asset, printNeed(asset.print)) : []),
    ...checkCaptions(asset, house?.rules.captions),
    ...checkRights(asset, day),
    ...checkPrivacy(asset),
    ...(order.deliver.site ? checkAlt(asset, order.languages) : []),
  ]);
  const together = [
    ...checkVersions(assets),
    ...checkGalleryCast(assets),
    ...checkMasks(assets),
    ...checkFraming(order, assets, house, sizesOf),
  ];
  return finish([...findings, ...together], house);
}

/** What each picture comes to in print: at the size that is planned, or as large as a magazine would take it. */
export function printSizes(assets: readonly Asset[]): ReadonlyMap<string, PrintSize> {
  return new Map(
    assets.flatMap((asset) => {
      const print = asset.print ?? { class: 'magazine' as const };
      const size = printSizeOf(asset, print.class, printNeed(print).least);
      return size ? [[asset.name, size] as const] : [];
    }),
  );
}

/** Judges what goes out, joins it with what was found before, and says which deliverables are sound. */
export function check(input: CheckInput): { findings: Finding[]; judged: Judged[] } {
  const { layout, plan, house, measured, captured = true } = input;
  const outcomes: OutcomesByKey = new Map(input.outcomes.map((outcome) => [outcome.key, outcome]));
  // Where pages are set, the layout knows which descriptions are really missed.
  const early =
    layout.pages.length === 0 ? input.findings : input.findings.filter(({ code, where }) => code !== 'alt-missing' || where.page);
  const sounds = checkSounds(plan, outcomes);
  const unmeasured = measured || plan.deliverables.length === 0 ? [] : [finding('not-measured', {})];
  const made = [
    ...checkPictureWeight(plan, outcomes),
    ...checkPictureFormats(
      layout.pages.flatMap(({ uses }) => uses),
      plan,
      outcomes,
    ),
    ...checkSite(layout, plan),
    ...sounds,
    ...judgeCuts(layout.cuts, plan, outcomes, sounds),
    ...(house ? judgeBanners({ order: input.order, house, layout, plan, outcomes }) : []),
  ];
  const facts = plan.deliverables.flatMap((deliverable) => checkMeasured(deliverable, layout, outcomes));
  const told = [...early, ...made, ...facts, ...checkOutcomes(plan, outcomes), ...unmeasured];
  const unseen = plan.deliverables.some(({ kind }) => kind === 'banner') ? [finding('not-captured', {})] : [];
  const findings = finish(captured ? told : [...told.filter(({ code }) => code !== 'banner-missing-backup'), ...unseen], house);
  const stored = new Map(
    [...layout.pages, ...layout.units, ...layout.statics, ...layout.cuts.flatMap(({ texts }) => texts)].map(({ digest, bytes }) => [
      digest,
      bytes,
    ]),
  );
  const weigh = (from: Input): number => (from.from === 'store' ? stored.get(from.digest) : bytesOf(from, outcomes)) ?? 0;
  const left = leftOut(plan, input.outcomes);
  const laid = ({ files }: Deliverable): Deliverable['files'] => files.filter(({ path }) => !left.has(path));
  const judged = plan.deliverables.map((one) => judge(one, laid(one), findings, outcomes, weigh, { measured, captured }));
  return { findings, judged };
}

function checkSite(layout: Layout, plan: Plan): Finding[] {
  const site = plan.deliverables.find(({ kind }) => kind === 'site');
  if (!site) return [];
  const files = site.files.map(({ path }) => path.replace(`${site.name}/`, ''));
  return [...checkPageConflicts(layout.pages, layout.statics), ...checkLinks(layout.pages, files)];
}

/** Judges pictures in the places where they are used, before anything is made. */
export function judgeUses(uses: readonly Use[], deliverable: string, house: HouseStyle | undefined): Finding[] {
  return finish(inPlaces(uses, deliverable), house);
}

function inPlaces(uses: readonly Use[], deliverable: string): Finding[] {
  return [
    ...checkPictureSize(uses, deliverable),
    ...checkPictureDetail(uses, deliverable),
    ...checkPictureCrop(uses, deliverable),
    ...checkCutText(uses, deliverable),
    ...checkProposals(uses, deliverable),
  ];
}

/** Judges pictures and clips in the places that pages, units and cuts give them, before anything is made. */
export function judgePlaces(layout: Layout, house: HouseStyle): Finding[] {
  const onPages = inPlaces(
    layout.pages.flatMap(({ uses }) => uses),
    'site',
  );
  const onUnits = layout.units.flatMap(({ uses, name }) => inPlaces(uses, name));
  const inCuts = layout.cuts.flatMap((cut) => checkCutEnlarged(cut, house.rules.clip));
  return finish([...onPages, ...onUnits, ...inCuts], house);
}

/** Reckons what it costs to mend all that was found, and tells when that is too much. */
export function judgeRepair(
  findings: readonly Finding[],
  { budget }: Order,
  house: HouseStyle | undefined,
): { readonly repair: Repair; readonly findings: Finding[] } {
  const rules = house?.repair ?? { share: REPAIR_SHARE, minutes: REPAIR_MINUTES };
  const repair = repairOf(findings, rules, budget);
  return { repair, findings: finish([...findings, ...checkRepair(repair, rules)], house) };
}

function bytesOf(from: Input | undefined, outcomes: OutcomesByKey): number | undefined {
  const outcome = from?.from === 'job' ? outcomes.get(from.key) : undefined;
  return outcome && 'made' in outcome ? outcome.made.blob?.bytes : undefined;
}

function checkMeasured(deliverable: Deliverable, layout: Layout, outcomes: OutcomesByKey): Finding[] {
  const pages = new Map(layout.pages.map((page) => [page.url, page]));
  return deliverable.measures.flatMap(({ key, of }) => {
    const outcome = outcomes.get(key);
    const page = pages.get(of);
    if (!page || !outcome || !('made' in outcome) || outcome.made.facts === undefined) return [];
    // Only our own measuring jobs write these facts.
    const facts = outcome.made.facts as unknown as MeasuredFacts;
    switch (facts.what) {
      case 'markup':
        return checkMarkup(page, facts);
      case 'page':
        return checkPage(page, facts);
      // Of banners, which are judged by their targets.
      case 'banner':
      case 'smooth':
      case 'package':
      // Of cuts, which are judged by their channels.
      case 'clip':
        return [];
      default:
        return unreachable(facts);
    }
  });
}

function judge(
  deliverable: Deliverable,
  laid: Deliverable['files'],
  findings: readonly Finding[],
  outcomes: OutcomesByKey,
  weigh: (from: Input) => number,
  { measured, captured }: { readonly measured: boolean; readonly captured: boolean },
): Judged {
  const held = findings.filter((found) => found.severity === 'error' && isAbout(found, deliverable));
  const complete = lostJobs(deliverable, outcomes).length === 0;
  return {
    deliverable,
    sound: held.length === 0 && complete,
    unmeasured: !measured,
    ...(captured || deliverable.kind !== 'banner' ? {} : { uncaptured: true }),
    files: laid.length,
    bytes: laid.reduce((sum, { from }) => sum + weigh(from), 0),
    ...(held.length > 0 ? { held } : {}),
  };
}

/**
 * Which deliverables a finding is about: the most exact place counts. A picture too small for one slot of the site
 * says nothing about the banner that shows it too; a fault of the file itself says it about both.
 */
function isAbout({ where }: Finding, deliverable: Deliverable): boolean {
  if (where.deliverable !== undefined)
    return [deliverable.name, deliverable.unit ?? ''].some((name) => `${name}/`.startsWith(`${where.deliverable}/`));
  if (where.page !== undefined) return deliverable.kind === 'site';
  if (where.asset !== undefined)
    return deliverable.assets.includes(where.asset) && !(where.track === 'picture' && deliverable.soundOnly?.includes(where.asset));
  return true;
}

/** Applies the house's severities, leaves out what is told twice, and puts the rest in a fixed order. */
function finish(findings: readonly Finding[], house: HouseStyle | undefined): Finding[] {
  const weighed = findings.map((found): Finding => {
    const wanted = house?.rules.severity[found.code];
    return wanted === undefined || found.severity === 'error' ? found : { ...found, severity: wanted };
  });
  const once = new Map(weighed.map((found) => [canonicalJson(found as unknown as Json), found]));
  return [...once]
    .map(([text, found]) => ({ found, place: [rank(found.code), ...placeOf(found), text] }))
    .toSorted((one, other) => compare(one.place, other.place))
    .map(({ found }) => found);
}

function rank(code: string): number {
  return isCode(code) ? codes.indexOf(code) : codes.length;
}

function placeOf({ where }: Finding): (string | number)[] {
  const { deliverable = '', page = '', asset = '', file = '', line = 0, column = 0 } = where;
  return [deliverable, page, asset, file, line, column];
}

/** By code unit, never by locale, so that two machines agree. */
function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at === -1) return 0;
  return (one[at] as string | number) < (other[at] as string | number) ? -1 : 1;
}
