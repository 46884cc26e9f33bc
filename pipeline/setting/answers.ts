/** Answers to what templates ask: the HTML of a picture, the jobs that make it, or a finding that says why not. */
import { type Corrected, correct, type Picture } from '../jobs/correct.ts';
import { cropBox, extensionOf, planImages } from '../jobs/image.ts';
import type { Ask } from '../model/ask.ts';
import type { Asset, ImageFacts } from '../model/asset.ts';
import type { CorrectionWish } from '../model/correction.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerTemplate, HouseStyle } from '../model/house.ts';
import { escapeHtml } from '../model/html.ts';
import type { Job } from '../model/job.ts';
import type { PlacedFile, Use } from '../model/layout.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerSet, Order } from '../model/order.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import { emptyPictureHtml, pictureHtml } from './picture.ts';
import { type PlannedProof, planProof } from './proof.ts';
import type { UnitWish } from './units.ts';

interface Frame {
  readonly order: Order;
  readonly house: HouseStyle;
  readonly assets: ReadonlyMap<string, Asset>;
}

export interface Answer {
  readonly html: string;
  readonly jobs: readonly Job<ImageRecipe>[];
  readonly uses: readonly Use[];
  /** Where anything is corrected. */
  readonly proof?: PlannedProof;
  readonly findings: readonly Finding[];
}

function refuse(html: string, found: Omit<Finding, 'severity'>): Answer {
  return { html, jobs: [], uses: [], findings: [{ severity: 'error', ...found }] };
}

/** The asset as a picture, or why it cannot be one. */
function pictureOf({ assets, order }: Frame, name: string): Picture | Omit<Finding, 'severity'> {
  const asset = assets.get(name);
  if (asset?.facts) return asset as Picture;
  const ordered = order.supplied.some((supplied) => supplied.name === name || name.startsWith(`${supplied.name}/`));
  // What is ordered and did not come, or cannot be read, was told at ingest; here it is told what it was wanted for.
  if (asset || ordered) return { code: 'asset-unusable', where: { asset: name }, args: { asset: name } };
  return { code: 'asset-unknown', where: { asset: name }, args: { asset: name, nearest: nearest(name, [...assets.keys()]) } };
}

export function answerImage(frame: Frame, ask: Ask, language: string, tool: string): Answer {
  const { house } = frame;
  const options = ask.options as { slot?: string; alt?: string; class?: string; loading?: 'eager' | 'lazy'; sizes?: string };
  const slot = house.slots[options.slot ?? ''];
  if (!slot) {
    const args = { slot: options.slot ?? '', nearest: nearest(options.slot ?? '', Object.keys(house.slots)) };
    return refuse(emptyPictureHtml(undefined, options.class), { code: 'slot-unknown', where: { asset: ask.name }, args });
  }
  const supplied = pictureOf(frame, ask.name);
  if ('code' in supplied) return refuse(emptyPictureHtml(slot.ratio, options.class), supplied);
  const treatment = slot.treatment === undefined ? undefined : house.treatments[slot.treatment];
  const { widths, formats, ratio } = slot;
  const corrected = correctedIn(frame, supplied, [slot.corrections, treatment]);
  const asset = corrected.picture;
  const wish = { widths, formats, encoders: house.encoders, corrections: corrected, ...(ratio ? { ratio } : {}) };
  const jobs = planImages(asset, wish, tool);
  const findings: Finding[] = [];
  const alt = options.alt ?? asset.alt[language];
  if (alt === undefined) {
    findings.push({
      code: 'alt-missing',
      severity: 'warning',
      where: { asset: asset.name },
      args: { asset: asset.name, languages: [language] },
    });
  }
  const html = pictureHtml(asset, [{ jobs }], {
    alt: alt ?? '',
    sizes: options.sizes ?? slot.sizes,
    loading: options.loading ?? slot.loading,
    ...(options.class ? { class: options.class } : {}),
    folder: '/img/',
  });
  const available = cropBox(asset.facts, slot.ratio, asset.focus).width;
  const use: Use = {
    asset: asset.name,
    slot: options.slot ?? '',
    smallest: slot.widths[0] ?? 0,
    largest: slot.widths.at(-1) ?? 0,
    ...widthsOf(asset.facts, available),
    ...(corrected.proposed ? { proposed: corrected.proposed } : {}),
  };
  return { html, jobs, uses: [use], findings, ...proofIn(supplied, corrected, tool) };
}

/** The picture's own corrections first, then those of the place. */
function correctedIn({ assets }: Frame, picture: Picture, ofThePlace: readonly (readonly CorrectionWish[] | undefined)[]): Corrected {
  return correct(picture, [picture.corrections ?? [], ...ofThePlace.map((wishes) => wishes ?? [])], assets);
}

function proofIn(supplied: Picture, corrected: Corrected, tool: string): Pick<Answer, 'proof'> {
  return corrected.steps.length > 0 ? { proof: planProof(supplied, corrected, tool) } : {};
}

function widthsOf({ measured }: ImageFacts, available: number): Pick<Use, 'available' | 'detailed'> {
  return { available, ...(measured?.detail === undefined ? {} : { detailed: Math.round(available * measured.detail) }) };
}

/** A picture at the exact box of the unit, at 1× and 2×; ad platforms take JPEG and PNG (read November 2026). */
export function answerBannerImage(
  frame: Frame,
  ask: Ask,
  unit: UnitWish,
  set: BannerSet,
  template: BannerTemplate,
  tool: string,
): Answer & { readonly placed: readonly PlacedFile[] } {
  const nothing = (answer: Answer): Answer & { readonly placed: readonly PlacedFile[] } => ({ ...answer, placed: [] });
  const slot = template.slots[ask.name];
  if (ask.kind !== 'image' || slot?.kind !== 'image') {
    const known = Object.keys(template.slots).filter((name) => template.slots[name]?.kind === 'image');
    return nothing(refuse('', { code: 'slot-unknown', where: {}, args: { slot: ask.name, nearest: nearest(ask.name, known) } }));
  }
  const named = set.images?.[ask.name];
  if (named === undefined) return nothing({ html: '', jobs: [], uses: [], findings: [] });
  const supplied = pictureOf(frame, named);
  if ('code' in supplied) return nothing(refuse('', supplied));
  const corrected = correctedIn(frame, supplied, [slot.corrections]);
  const asset = corrected.picture;
  const [shareWide, shareHigh] = slot.box[unit.family] ?? [1, 1];
  const width = Math.round(unit.size[0] * shareWide);
  const height = Math.round(unit.size[1] * shareHigh);
  const format = asset.facts.usesAlpha ? 'png' : 'jpeg';
  const encoders = { ...frame.house.encoders, jpeg: { quality: template.quality } };
  const wish = {
    ratio: [width, height] as const,
    widths: [width, width * 2],
    formats: [format] as const,
    encoders,
    corrections: corrected,
  };
  const jobs = planImages(asset, wish, tool);
  const placed = jobs.map((job, at) => ({ path: `${ask.name}-${at + 1}x.${extensionOf(format)}`, key: job.key }));
  const srcset = jobs.map((job, at) => `${placed[at]?.path} ${Number((job.recipe.width / width).toFixed(2))}x`).join(', ');
  const options = ask.options as { class?: string; alt?: string };
  const html = `<img${options.class ? ` class="${escapeHtml(options.class)}"` : ''} src="${placed[0]?.path}" srcset="${srcset}" width="${width}" height="${height}" alt="${escapeHtml(options.alt ?? '')}">`;
  const available = cropBox(asset.facts, [width, height], asset.focus).width;
  const use: Use = {
    asset: asset.name,
    slot: `${template.name}/${ask.name}`,
    smallest: width,
    largest: width * 2,
    ...widthsOf(asset.facts, available),
    ...(corrected.proposed ? { proposed: corrected.proposed } : {}),
  };
  return { html, jobs, uses: [use], findings: [], placed, ...proofIn(supplied, corrected, tool) };
}
