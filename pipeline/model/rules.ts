/** What platforms and publishers ask of a banner: dated rules with their sources, and the profile they make together. */
import type { Severity } from './finding.ts';
import type { RuleId } from './rule-table.ts';

/**
 * What is weighed: the zip, its files, these with what is loaded from elsewhere, the larger of zip and files, or what goes over the
 * wire (gzip), all or before or after the load event.
 */
export type Basis = 'zip' | 'unzipped' | 'unzipped-and-outside' | 'larger' | 'gzip' | 'gzip-initial' | 'gzip-subload';
/** How sure a value is: the platform's own page, somebody's copy, before 2020, or no page read. */
export type RuleStatus = 'primary' | 'secondary' | 'old' | 'unconfirmed';
export type RuleUnit =
  | 'bytes'
  | 's'
  | 'px'
  | 'files'
  | 'requests'
  | 'loops'
  | 'fps'
  | 'per second'
  | 'characters'
  | 'levels'
  | 'frames'
  | 'cookies'
  | 'share'
  | '×';
export type RuleValue = number | boolean | string | readonly string[];

/** One thing that is asked. */
export interface Rule {
  /** What it is about, such as `weight` or `seconds`; permanent. */
  readonly id: RuleId;
  /** null: not known; it needs the current sheet and neither passes nor blocks. */
  readonly value: RuleValue | null;
  readonly unit?: RuleUnit;
  readonly basis?: Basis;
  /** Only for these sizes, such as `300x250`; absent: all. */
  readonly sizes?: readonly string[];
  readonly severity: Severity;
  /** Page it was read on. */
  readonly source: string;
  /** Day it was read, `2026-11-20`. */
  readonly read: string;
  readonly status: RuleStatus;
  /** What the number alone does not say. */
  readonly note?: string;
}

/** How a click leaves the banner; they exclude each other. */
export type ClickMechanism =
  | 'none'
  | 'click-tag'
  | 'click-tag-query'
  | 'adform'
  | 'appnexus'
  | 'flashtalking'
  | 'sizmek'
  | 'studio'
  | 'equativ'
  | 'amazon';
/** Woff2 in the zip, woff2 inside the stylesheet, Google's own server, or letters as outlines. */
export type FontWay = 'file' | 'base64' | 'google' | 'outlines';

/** How a unit is handed over. */
export interface Delivery {
  readonly click: ClickMechanism;
  /** Those that are taken, best first. */
  readonly fonts: readonly FontWay[];
  /** The animation library beside the page, or inside it. */
  readonly scripts: 'file' | 'inline';
  readonly styles: 'file' | 'inline';
  readonly svg: 'inline' | 'file';
  readonly backup: 'beside' | 'inside';
  readonly manifest?: 'adform' | 'flashtalking';
}

/** All that one platform or publisher asks. */
export interface RulePack {
  /** `google-ads`; names it in orders. */
  readonly id: string;
  readonly name: string;
  /** What holds everywhere, such as a browser's own limits, counts whatever the target. */
  readonly kind: 'platform' | 'publisher' | 'everywhere';
  readonly rules: readonly Rule[];
  /** A platform says all of it, a publisher only what it asks otherwise. */
  readonly delivery: Partial<Delivery>;
  /** Sizes it takes; absent: any, or not known. */
  readonly sizes?: readonly string[];
  /** Sizes that go together: where the first is delivered the second is asked too. */
  readonly pairs?: readonly SizePair[];
  /** What is asked and no program can see: accounts, lead times, what is mounted by hand. */
  readonly notes?: readonly { readonly text: string; readonly source: string; readonly status: RuleStatus }[];
}

export interface SizePair {
  readonly size: string;
  readonly with: string;
  readonly must: boolean;
}

/** A rule that counts for a target, and where it comes from. */
export interface AskedRule extends Rule {
  /** Pack it comes from, or `house` or `order`. */
  readonly from: string;
  /** Its name for people: `Google Ads`; `house` and `order` as they are. */
  readonly by: string;
  /** Values of others that are less strict. */
  readonly over: readonly { readonly from: string; readonly value: RuleValue | null }[];
}

/** Platform, publisher, house and order together; the strictest of each counts. */
export interface Profile {
  /** `google-ads`, `ad-manager-ads-and-data`. */
  readonly target: string;
  readonly platform: string;
  readonly publisher?: string;
  readonly rules: readonly AskedRule[];
  readonly delivery: Delivery;
  readonly pairs: readonly (SizePair & {
    readonly from: string;
    readonly by: string;
    readonly status: RuleStatus;
    readonly source: string;
  })[];
}

/** Where banners go when an order names no target: the strictest common profile of all platforms. */
export const COMMON_TARGET = 'common';
