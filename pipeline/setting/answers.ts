/** Answers to what templates ask: the HTML of a picture, the jobs that make it, or a finding that says why not. */
import { canMove, movesOn } from '../jobs/animation.ts';
import { type Corrected, correct, type Picture } from '../jobs/correct.ts';
import { colourOf, encodersAt, extensionOf, type ImageWish, planImages, withSearches } from '../jobs/image.ts';
import type { UnitPicture } from '../jobs/share.ts';
import { type PlaceCrop, useOf } from '../jobs/use.ts';
import { canBeVideo, planVideo } from '../jobs/video.ts';
import type { Ask } from '../model/ask.ts';
import type { Asset } from '../model/asset.ts';
import type { CorrectionWish } from '../model/correction.ts';
import { cropAt, framingAt } from '../model/crop.ts';
import type { Finding } from '../model/finding.ts';
import type { BannerTemplate, HouseStyle, ImageSlot } from '../model/house.ts';
import { escapeHtml } from '../model/html.ts';
import type { Job, Toolchain } from '../model/job.ts';
import type { PlacedFile, Use } from '../model/layout.ts';
import { nearest } from '../model/nearest.ts';
import type { Order } from '../model/order.ts';
import { LONGEST_NAME, ownName } from '../model/safe-name.ts';
import { emptyPictureHtml, pictureHtml } from './picture.ts';
import { type PlannedProof, planProof } from './proof.ts';
import type { UnitWish } from './units.ts';
import { movingVariants, variantsOf } from './variants.ts';
import { videoHtml } from './video.ts';

interface Frame {
  readonly order: Order;
  readonly house: HouseStyle;
  readonly assets: ReadonlyMap<string, Asset>;
}

export interface Answer {
  readonly html: string;
  readonly jobs: readonly Job[];
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

export function answerImage(frame: Frame, ask: Ask, language: string, tools: Pick<Toolchain, 'sharp' | 'ffmpeg'>): Answer {
  const tool = tools.sharp;
  const { house } = frame;
  const options = ask.options as { slot?: string; alt?: string; class?: string; loading?: 'eager' | 'lazy'; sizes?: string };
  const name = options.slot ?? '';
  const slot = house.slots[name];
  if (!slot) {
    const args = { slot: name, nearest: nearest(name, Object.keys(house.slots)) };
    return refuse(emptyPictureHtml(undefined, options.class), { code: 'slot-unknown', where: { asset: ask.name }, args });
  }
  const supplied = pictureOf(frame, ask.name);
  if ('code' in supplied) return refuse(emptyPictureHtml(slot.ratio, options.class), supplied);
  const treatment = slot.treatment === undefined ? undefined : house.treatments[slot.treatment];
  const { formats, maxBytes } = slot;
  const corrected = correctedIn(frame, supplied, [slot.corrections, treatment]);
  const asset = corrected.picture;
  const crops = cropsOf(name, slot);
  const encoders = encodersAt(house.encoders, slot.target);
  const way = wayOf(slot, asset);
  const wishes = crops.map(
    ({ ratio, widths, places }): ImageWish => ({
      widths,
      formats,
      encoders,
      places,
      corrections: corrected,
      ...colourOf(house.colour, slot),
      ...(ratio ? { ratio } : {}),
      ...(maxBytes ? { maxBytes } : {}),
    }),
  );
  const alt = options.alt ?? asset.alt[language];
  const findings: Finding[] = stillOf(asset, name, slot.animation, way);
  if (alt === undefined) {
    findings.push({
      code: 'alt-missing',
      severity: 'warning',
      where: { asset: asset.name },
      args: { asset: asset.name, languages: [language] },
    });
  }
  const shown = { alt: alt ?? '', ...(options.class ? { class: options.class } : {}), folder: '/img/' };
  const proof = proofIn(frame, supplied, corrected, tool);
  if (way === 'video') {
    const videos = crops.map(({ media }, at) => ({ ...planVideo(asset, wishes[at] as ImageWish, tools), ...(media ? { media } : {}) }));
    const jobs = videos.flatMap((one, at) => [...one.videos, ...(at === crops.length - 1 ? withSearches(one.posters) : [])]);
    return { html: videoHtml(asset, videos, shown), jobs, uses: crops.map((crop) => useOf(corrected, crop)), findings, ...proof };
  }
  const offers = crops.map(({ media, sizes }, at) => {
    const wish = wishes[at] as ImageWish;
    const offer = way === 'keep' ? movingVariants(asset, wish, tool, media) : variantsOf(asset, slot, wish, tool, media);
    return { variants: offer.variants.map((variant) => ({ ...variant, ...(sizes ? { sizes } : {}) })), findings: offer.findings };
  });
  const variants = offers.flatMap((offer) => offer.variants);
  const html = pictureHtml(asset, variants, {
    ...shown,
    sizes: options.sizes ?? slot.sizes,
    loading: options.loading ?? slot.loading,
  });
  const jobs = withSearches(variants.flatMap((variant) => variant.jobs));
  const uses = crops.map(
    (crop, at): Use => ({
      ...useOf(corrected, crop),
      offered: (offers[at]?.variants ?? []).map((offer) => offer.jobs.map(({ key }) => key)),
    }),
  );
  // Each crop has the same to say of the picture itself.
  return { html, jobs, uses, findings: [...(offers[0]?.findings ?? []), ...findings], ...proof };
}

type Way = ImageSlot['animation'];

/** What a slot wants of a picture that moves, and what can be had. */
function wayOf({ animation }: ImageSlot, { facts }: Picture): Way {
  if (!canMove(facts)) return 'still';
  return animation === 'video' && !canBeVideo(facts) ? 'keep' : animation;
}

/** The picture's own corrections first, then those of the place. */
function correctedIn({ assets }: Frame, picture: Picture, ofThePlace: readonly (readonly CorrectionWish[] | undefined)[]): Corrected {
  return correct(picture, [picture.corrections ?? [], ...ofThePlace.map((wishes) => wishes ?? [])], assets);
}

function proofIn({ house }: Frame, supplied: Picture, corrected: Corrected, tool: string): Pick<Answer, 'proof'> {
  return corrected.steps.length > 0 ? { proof: planProof(supplied, corrected, tool, colourOf(house.colour)) } : {};
}

/** Those under a condition first, as a browser tries them; the slot's own last. */
function cropsOf(name: string, slot: ImageSlot): PlaceCrop[] {
  const { ratio, widths, crops = {} } = slot;
  const others = Object.entries(crops).map(([crop, own]) => ({ ...own, places: [name, `${name}/${crop}`], widths: own.widths ?? widths }));
  return [...others, { places: [name], widths, ...(ratio ? { ratio } : {}) }];
}

/** Frames that are not shown, or shown otherwise than asked, are told, so that nobody misses them unseen. */
function stillOf({ name, facts }: Picture, slot: string, wanted: Way, way: Way): Finding[] {
  const where = { asset: name, slot };
  // Frames of a picture play on, whatever a reader does; a video has its controls.
  const restless: Finding[] =
    way === 'keep' && movesOn(facts) ? [{ code: 'image-animation-restless', severity: 'warning', where, args: where }] : [];
  if (!facts.animation || (wanted === way && way !== 'still')) return restless;
  if (way === 'keep') return [{ code: 'image-animation-see-through', severity: 'info', where, args: where }, ...restless];
  const args = { ...where, actual: facts.animation.frames, large: canMove(facts) ? '' : 'yes' };
  return [{ code: 'image-animation-dropped', severity: 'info', where, args }];
}

/** Where the focus lies in the crop itself, as shares of it: what `kenBurns` of `kader/motion` is drawn to. */
function focusIn(asset: Picture, { ratio, places }: PlaceCrop): number[] {
  const { facts } = asset;
  const { left, top, width, height } = cropAt(facts, ratio, asset, places);
  const [across, down] = framingAt(asset, places).focus;
  const shares = [(across * facts.width - left) / width, (down * facts.height - top) / height];
  return shares.map((share) => Number(Math.min(1, Math.max(0, share)).toFixed(3)));
}

/** The answer with its files as the unit names them, and each as it counts among the pictures of the unit. */
export interface BannerAnswer extends Answer {
  readonly placed: readonly (PlacedFile & { readonly picture: UnitPicture })[];
}

/** A picture at the exact box of the unit, at 1× and 2×; ad platforms take JPEG and PNG (read November 2026). */
export function answerBannerImage(
  frame: Frame,
  ask: Ask,
  unit: Pick<UnitWish, 'size' | 'images' | 'boxes' | 'hidden'>,
  template: BannerTemplate,
  tool: string,
): BannerAnswer {
  const nothing = (answer: Answer): BannerAnswer => ({ ...answer, placed: [] });
  const slot = template.slots[ask.name];
  if (ask.kind !== 'image' || slot?.kind !== 'image') {
    const known = Object.keys(template.slots).filter((name) => template.slots[name]?.kind === 'image');
    return nothing(refuse('', { code: 'slot-unknown', where: {}, args: { slot: ask.name, nearest: nearest(ask.name, known) } }));
  }
  const named = unit.images[ask.name];
  if (named === undefined || unit.hidden.includes(ask.name)) return nothing({ html: '', jobs: [], uses: [], findings: [] });
  const supplied = pictureOf(frame, named);
  if ('code' in supplied) return nothing(refuse('', supplied));
  const corrected = correctedIn(frame, supplied, [slot.corrections]);
  const asset = corrected.picture;
  const [shareWide, shareHigh] = unit.boxes[ask.name] ?? [1, 1];
  const width = Math.round(unit.size[0] * shareWide);
  const height = Math.round(unit.size[1] * shareHigh);
  const format = asset.facts.usesAlpha ? 'png' : 'jpeg';
  const { encoders: own } = frame.house;
  const encoders = template.quality === undefined ? own : { ...own, jpeg: { quality: template.quality } };
  const slotName = `${template.name}/${ask.name}`;
  const crop: PlaceCrop = {
    places: [slotName, `${slotName}/${unit.size.join('x')}`],
    ratio: [width, height],
    widths: [width, width * 2],
  };
  const wish: ImageWish = { ...crop, formats: [format], encoders, corrections: corrected, ...colourOf(frame.house.colour) };
  const jobs = planImages(asset, wish, tool);
  const placed = jobs.map(({ search: _, ...job }, at) => ({
    picture: { job, area: width * height, density: job.recipe.width / width },
    path: `${ownName(ask.name, LONGEST_NAME - 8)}-${at + 1}x.${extensionOf(format)}`,
    key: job.key,
  }));
  const srcset = jobs.map((job, at) => `${placed[at]?.path} ${Number((job.recipe.width / width).toFixed(2))}x`).join(', ');
  const options = ask.options as { class?: string; alt?: string };
  const focus = ` data-focus="${focusIn(asset, crop).join(' ')}"`;
  const html = `<img${options.class ? ` class="${escapeHtml(options.class)}"` : ''}${focus} src="${placed[0]?.path}" srcset="${srcset}" width="${width}" height="${height}" alt="${escapeHtml(options.alt ?? '')}">`;
  const uses = [useOf(corrected, crop, slotName)];
  const findings = stillOf(asset, slotName, 'still', 'still');
  return { html, jobs: withSearches(jobs), uses, findings, placed, ...proofIn(frame, supplied, corrected, tool) };
}
