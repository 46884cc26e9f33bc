/** The record: everything that happened in a build; the only input of reports. */
import type { Asset } from './asset.ts';
import type { Finding } from './finding.ts';
import type { Blob, Deliverable, Job, Outcome } from './job.ts';
import type { Digest } from './key.ts';
import type { LaidCut, Proof } from './layout.ts';
import type { Order } from './order.ts';
import type { Repair } from './repair.ts';

/** A file of an output tree, with where its bytes are. */
export interface ReleaseFile {
  /** Inside the output folder: `site/nl/index.html`. */
  readonly path: string;
  readonly digest: Digest;
  readonly bytes: number;
}

/** What is laid in the output folder: one tree per top-level folder, each swapped in whole. */
export interface Release {
  /** Files of sound deliverables. */
  readonly files: readonly ReleaseFile[];
  /** What exists of unsound ones, laid under `review/` for eyes only. */
  readonly review: readonly ReleaseFile[];
}

export interface Judged {
  readonly deliverable: Deliverable;
  readonly sound: boolean;
  /** True when no measuring was asked for (`--no-measure`). */
  readonly unmeasured: boolean;
  /** Nothing was captured of it, because that was not asked for. */
  readonly uncaptured?: boolean;
  readonly files: number;
  readonly bytes: number;
  /** Errors that hold it back; absent when it is sound. */
  readonly held?: readonly Finding[];
}

export interface BuildRecord {
  readonly production: string;
  readonly order: Order;
  readonly assets: readonly Asset[];
  readonly jobs: readonly Job[];
  readonly outcomes: readonly Outcome[];
  readonly judged: readonly Judged[];
  readonly findings: readonly Finding[];
  readonly repair: Repair;
  readonly release: Release;
  readonly proofs: readonly Proof[];
  /** Films and sounds as they were laid. */
  readonly cuts: readonly LaidCut[];
  readonly durationMs: number;
  readonly tools: Readonly<Record<string, string>>;
  /** Keys of facts and renderings that the build used beside its jobs; a sweep keeps them. */
  readonly caches: readonly string[];
}

/** What a build came to, in short: what commands tell and the heads of reports show. */
export interface Summary {
  readonly production: string;
  readonly client: string;
  readonly title: Order['title'];
  /** `2027-04-01`. */
  readonly deadline?: string;
  readonly jobs: { readonly made: number; readonly cached: number; readonly failed: number; readonly skipped: number };
  readonly deliverables: readonly {
    readonly name: string;
    readonly kind: Deliverable['kind'];
    readonly sound: boolean;
    readonly unmeasured: boolean;
    readonly uncaptured?: boolean;
    readonly files: number;
    readonly bytes: number;
  }[];
  readonly findings: readonly Finding[];
  readonly repair: Repair;
  readonly durationMs: number;
  readonly tools: Readonly<Record<string, string>>;
}

/** What a build leaves so that the next one, when nothing changed, can say the same without going over every file again. */
export interface Standing {
  readonly key: Digest;
  readonly summary: Summary;
  /** All of the report below its head. */
  readonly body: string;
}

/** The shape of `report.json`; members are only ever added. */
export interface ReportJson {
  readonly production: string;
  readonly jobs: { readonly made: number; readonly cached: number; readonly failed: number; readonly skipped: number };
  readonly deliverables: readonly {
    readonly name: string;
    readonly kind: string;
    readonly sound: boolean;
    readonly files: number;
    readonly bytes: number;
  }[];
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly where: object; readonly message: string }[];
  /** What it costs to mend what was supplied. */
  readonly repairMinutes: number;
  readonly durationMs: number;
}

export type { Blob };
