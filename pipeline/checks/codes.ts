/** Every code a finding may carry, with the severity it starts with; codes are permanent. */
import type { Severity } from '../model/finding.ts';
import { type HouseAdCode, houseAdCodes } from './codes-ads.ts';
import { cutCodes } from './codes-cuts.ts';
import { type FilmCode, filmCodes } from './codes-film.ts';
import { type ClipCode, clipCodes, type DeliveryCode, deliveryCodes } from './codes-media.ts';
import { playerCodes } from './codes-players.ts';
import { soundCodes } from './codes-sound.ts';
import { titleCodes } from './codes-titles.ts';

/** What comes in: the order, the supplied material, the house style and what templates ask for. */
export const preflightCodes = {
  'order-syntax': 'error',
  'order-too-complex': 'error',
  'order-empty': 'error',
  'order-not-utf8': 'error',
  'order-duplicate-key': 'error',
  'order-unknown-key': 'error',
  'order-missing-key': 'error',
  'order-wrong-value': 'error',
  'order-duplicate-name': 'error',
  'order-target-unknown': 'error',
  'order-rule-unknown': 'error',
  ...cutCodes,
  'order-language-not-ordered': 'warning',
  'order-delivers-nothing': 'warning',
  'title-missing': 'warning',
  'material-missing': 'error',
  'material-outside': 'error',
  'material-empty': 'error',
  'material-unlisted': 'info',
  'material-same-name': 'error',
  'file-unreadable': 'error',
  'file-wrong-type': 'error',
  'format-not-supported': 'error',
  'clip-misnamed': 'warning',
  'clip-unread': 'error',
  'clip-empty': 'error',
  'clip-too-large': 'error',
  'clip-unmeasured': 'warning',
  'raw-preview-used': 'warning',
  'image-too-large': 'error',
  'mask-unusable': 'error',
  'look-missing': 'error',
  'look-invalid': 'error',
  'correction-proposed': 'info',
  'image-animation-dropped': 'info',
  'image-animation-see-through': 'info',
  'image-animation-restless': 'warning',
  'image-first-of-many': 'info',
  'illustrator-without-pdf': 'error',
  'pdf-locked': 'error',
  'image-too-small': 'warning',
  'image-unsharp': 'warning',
  'crop-cuts-safe-box': 'error',
  'crop-unknown': 'warning',
  'image-overcompressed': 'warning',
  'image-burnt-out': 'info',
  'image-sunk': 'info',
  'image-too-dark': 'warning',
  'image-too-light': 'warning',
  'image-cast': 'warning',
  'image-tilted': 'warning',
  'gallery-mixed-casts': 'warning',
  'image-bars': 'warning',
  'image-banding': 'warning',
  'image-on-ground': 'info',
  'image-vanishes': 'warning',
  'image-shows-text': 'info',
  'crop-cuts-text': 'info',
  'image-version': 'info',
  'image-turned-twice': 'warning',
  'image-ai-made': 'info',
  'image-print-coarse': 'warning',
  'image-untagged-cmyk': 'warning',
  'image-cmyk': 'info',
  'image-no-profile': 'info',
  'image-profile-unusable': 'warning',
  'image-hdr-flattened': 'info',
  'image-hdr-not-kept': 'warning',
  'image-hdr-rolled-off': 'info',
  ...clipCodes,
  'rights-expired': 'error',
  'rights-missing': 'warning',
  'rights-unreleased': 'warning',
  'gps-in-material': 'warning',
  'personal-data-in-material': 'info',
  'alt-missing': 'warning',
  'repair-over-budget': 'warning',
  'house-missing': 'error',
  'house-invalid': 'error',
  'font-missing': 'error',
  'slot-unknown': 'error',
  'asset-unknown': 'error',
  'asset-unusable': 'error',
  'template-missing': 'error',
  'template-broken': 'error',
  'banner-placeholder-unknown': 'error',
  'banner-size-unknown': 'error',
  'banner-exclude-unknown': 'warning',
  'banner-slot-unknown': 'warning',
  'banner-name-taken': 'error',
  'feed-missing': 'error',
  'feed-unreadable': 'error',
  'feed-empty': 'error',
  'feed-column-unknown': 'warning',
  'feed-column-repeated': 'error',
  'feed-column-missing': 'error',
  'feed-cell-empty': 'error',
  'feed-cell-invalid': 'error',
  'feed-row-duplicate': 'error',
  'banner-family-missing': 'error',
  'banner-text-unprintable': 'error',
  'banner-text-missing': 'error',
  'banner-text-too-long': 'warning',
  'banner-image-missing': 'error',
  'font-embedding-forbidden': 'error',
  'font-kept-whole': 'warning',
  'font-lacks-characters': 'warning',
  'banner-style-file': 'error',
  'banner-font-refused': 'warning',
  'banner-outlines-impossible': 'error',
  'banner-drawing-bound': 'warning',
  'banner-click-script-unknown': 'warning',
} as const satisfies Record<string, Severity>;

/** What goes out: pages and banners as they were made. */
export const qualityCodes = {
  'image-heavy': 'warning',
  'format-gains-nothing': 'info',
  'page-conflict': 'error',
  'link-broken': 'error',
  'html-invalid': 'warning',
  'axe-violation': 'error',
  'page-console-error': 'error',
  'page-request-failed': 'error',
  'page-overflow': 'warning',
  'page-outside-request': 'info',
  'banner-too-heavy': 'error',
  'banner-too-long': 'error',
  'banner-endless': 'error',
  'banner-too-many-loops': 'error',
  'banner-no-timeline': 'warning',
  'banner-not-reduced': 'warning',
  'banner-stutters': 'warning',
  'banner-layout-thrash': 'warning',
  'banner-costly-motion': 'warning',
  'banner-missing-backup': 'error',
  'banner-backup-too-heavy': 'error',
  'banner-console-error': 'error',
  'banner-request-failed': 'error',
  'banner-outside-request': 'error',
  'banner-click-wrong': 'error',
  'banner-click-forbidden': 'error',
  'banner-text-overflow': 'error',
  'ad-package-broken': 'error',
  'ad-script-unreadable': 'warning',
  'ad-file-too-heavy': 'error',
  'ad-picture-too-large': 'error',
  'ad-too-many-files': 'error',
  'ad-too-many-requests': 'error',
  'ad-size-not-taken': 'error',
  'ad-pair-missing': 'warning',
  'ad-folders-too-deep': 'error',
  'ad-name-refused': 'error',
  'ad-file-type-refused': 'error',
  'ad-file-missing': 'error',
  'ad-file-unused': 'error',
  'ad-manifest-wrong': 'error',
  'ad-page-wrong': 'error',
  'ad-skeleton-wrong': 'error',
  'ad-size-wrong': 'error',
  'ad-margin-left': 'error',
  'ad-code-not-inline': 'warning',
  'ad-element-refused': 'error',
  'ad-video-loud': 'error',
  'ad-font-refused': 'error',
  'ad-click-tag-wrong': 'error',
  'ad-click-fixed': 'error',
  'ad-call-missing': 'error',
  'ad-call-refused': 'error',
  'ad-not-https': 'error',
  'ad-backup-wrong': 'error',
  'ad-gif-wrong': 'error',
  'ad-moves-at-end': 'error',
  'ad-changes-too-fast': 'error',
  'ad-flashes': 'error',
  'ad-blank': 'error',
  'ad-no-border': 'error',
  'ad-cpu': 'error',
  'ad-too-many-cookies': 'error',
  ...houseAdCodes,
  'ad-needs-current-sheet': 'info',
  'ad-not-measured': 'info',
  'banner-frame-fault': 'error',
  'banner-text-faint': 'error',
  'banner-text-under-minimum': 'error',
  'banner-text-small': 'warning',
  'banner-widow': 'info',
  ...deliveryCodes,
  ...filmCodes,
  ...soundCodes,
  ...titleCodes,
  ...playerCodes,
} as const satisfies Record<string, Severity>;

/** What kept Kader from making or measuring something. */
export const toolCodes = {
  'tool-missing': 'error',
  'tool-failed': 'error',
  'tool-timeout': 'error',
  'bundle-failed': 'error',
  'job-skipped': 'info',
  'not-measured': 'info',
  'not-captured': 'info',
} as const satisfies Record<string, Severity>;

export type PreflightCode = keyof typeof preflightCodes;
/** Of the preflight: clips that come in, before anything is thought of them. */
export type IntakeCode = 'clip-misnamed' | 'clip-unread' | 'clip-empty' | 'clip-too-large' | 'clip-unmeasured';
/** Those about the colours of supplied pictures. */
export type ColourCode =
  | 'image-untagged-cmyk'
  | 'image-cmyk'
  | 'image-no-profile'
  | 'image-profile-unusable'
  | 'image-hdr-flattened'
  | 'image-hdr-not-kept'
  | 'image-hdr-rolled-off';
/** Of the preflight: versions of banners and the feeds they are made from. */
export type UnitCode =
  | 'banner-placeholder-unknown'
  | 'banner-size-unknown'
  | 'banner-exclude-unknown'
  | 'banner-slot-unknown'
  | 'banner-name-taken'
  | 'banner-text-unprintable'
  | Extract<keyof typeof preflightCodes, `feed-${string}`>;
/** Of the preflight: light, colour and level of pictures, and what corrections need. */
export type CorrectionCode =
  | 'mask-unusable'
  | 'look-missing'
  | 'look-invalid'
  | 'correction-proposed'
  | 'image-too-dark'
  | 'image-too-light'
  | 'image-cast'
  | 'image-tilted'
  | 'gallery-mixed-casts';
/** Those about what a target takes otherwise. */
export type TargetCode =
  | 'banner-font-refused'
  | 'banner-outlines-impossible'
  | 'banner-drawing-bound'
  | 'banner-click-script-unknown'
  | 'banner-click-forbidden';
/** Letters: what fonts may and can do, how small texts are set; and files that stylesheets name. */
export type LetterCode =
  | Extract<Code, `font-${'embedding' | 'kept' | 'lacks'}-${string}`>
  | 'banner-style-file'
  | 'banner-text-under-minimum';
/** Of banners, as a browser ran them. */
export type MeasuredCode =
  | 'banner-not-reduced'
  | 'banner-stutters'
  | 'banner-layout-thrash'
  | 'banner-costly-motion'
  | 'banner-frame-fault'
  | 'banner-text-faint'
  | 'banner-text-small'
  | 'banner-widow'
  | 'not-captured';
/** Of what a packed banner shows. */
export type ShownCode = 'ad-blank';
export type { HouseAdCode };
export type QualityCode = keyof typeof qualityCodes;
/** Those of packed banners, judged by what platforms, publishers, house and order ask; and names of these in orders. */
export type AdCode =
  | Exclude<Extract<Code, `ad-${string}`>, ShownCode | HouseAdCode>
  | 'banner-too-heavy'
  | 'banner-too-long'
  | 'banner-endless'
  | 'banner-too-many-loops'
  | 'banner-missing-backup'
  | 'banner-backup-too-heavy'
  | 'banner-outside-request'
  | 'order-target-unknown'
  | 'order-rule-unknown';
/** Of film and sound, as they come in and as they go out. */
export type MediaCode = ClipCode | DeliveryCode | FilmCode;
export type ToolCode = keyof typeof toolCodes;
export type Code = PreflightCode | QualityCode | ToolCode;
