/** Answers to what templates ask: the HTML of a picture, the jobs that make it, or a finding that says why not. */
import { canMove, planAnimation } from '../jobs/animation.ts';
import { cropBox, extensionOf, planImages } from '../jobs/image.ts';
import type { Ask } from '../model/ask.ts';
import type { Asset, ImageFacts } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerTemplate, HouseStyle } from '../model/house.ts';
import { escapeHtml } from '../model/html.ts';
import type { Job } from '../model/job.ts';
import type { PlacedFile, Use } from '../model/layout.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerSet, Order } from '../model/order.ts';
import type { ImageRecipe } from '../model/recipe.ts';
import { emptyPictureHtml, pictureHtml } from './picture.ts';
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
  readonly findings: readonly Finding[];
}

type Picture = Asset & { readonly facts: ImageFacts };

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
  const asset = pictureOf(frame, ask.name);
  if ('code' in asset) return refuse(emptyPictureHtml(slot.ratio, options.class), asset);
  const treatment = slot.treatment === undefined ? undefined : house.treatments[slot.treatment];
  const { widths, formats, ratio } = slot;
  const wish = { widths, formats, encoders: house.encoders, ...(ratio ? { ratio } : {}), ...(treatment ? { treatment } : {}) };
  const stills = planImages(asset, wish, tool);
  const moving = slot.animation === 'keep' && canMove(asset.facts) ? planAnimation(asset, wish, tool) : [];
  const jobs = [...stills, ...moving];
  const findings: Finding[] = moving.length > 0 ? [] : stillOf(asset, options.slot ?? '');
  const alt = options.alt ?? asset.alt[language];
  if (alt === undefined) {
    findings.push({
      code: 'alt-missing',
      severity: 'warning',
      where: { asset: asset.name },
      args: { asset: asset.name, languages: [language] },
    });
  }
  const html = pictureHtml(asset, moving.length > 0 ? [{ media: CALM, jobs: stills }, { jobs: moving }] : [{ jobs: stills }], {
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
  };
  return { html, jobs, uses: [use], findings };
}

/** Who asked for less motion gets the still. */
const CALM = '(prefers-reduced-motion: reduce)';

/** Frames that are not shown are told, so that nobody misses them unseen. */
function stillOf({ name, facts }: Picture, slot: string): Finding[] {
  if (!facts.animation) return [];
  const args = { asset: name, slot, actual: facts.animation.frames, large: canMove(facts) ? '' : 'yes' };
  return [{ code: 'image-animation-dropped', severity: 'info', where: { asset: name, slot }, args }];
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
  const asset = pictureOf(frame, named);
  if ('code' in asset) return nothing(refuse('', asset));
  const [shareWide, shareHigh] = slot.box[unit.family] ?? [1, 1];
  const width = Math.round(unit.size[0] * shareWide);
  const height = Math.round(unit.size[1] * shareHigh);
  const format = asset.facts.usesAlpha ? 'png' : 'jpeg';
  const encoders = { ...frame.house.encoders, jpeg: { quality: template.quality } };
  const jobs = planImages(asset, { ratio: [width, height], widths: [width, width * 2], formats: [format], encoders }, tool);
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
  };
  return { html, jobs, uses: [use], findings: stillOf(asset, use.slot), placed };
}
