/** What the setters of pages and units are given, and what they gather. */
import type { Ask } from '../model/ask.ts';
import type { Asset } from '../model/asset.ts';
import type { Feed, FeedReading } from '../model/feed.ts';
import type { Finding, Where } from '../model/finding.ts';
import type { HouseStyle } from '../model/house.ts';
import type { Blob, Job, Toolchain } from '../model/job.ts';
import type { Proof } from '../model/layout.ts';
import type { Order } from '../model/order.ts';
import type { Rendering, TemplateFault, UnitToRender } from '../model/rendering.ts';
import type { Answer } from './answers.ts';

export interface LayoutEffects {
  readonly renderSite: () => Promise<Rendering>;
  /** @param folder of the template in the house, such as `banners/headline` */
  readonly renderUnits: (folder: string, units: readonly UnitToRender[]) => Promise<Rendering>;
  readonly readFeed: (feed: Feed) => Promise<FeedReading>;
  readonly keepText: (text: string) => Promise<Blob>;
  readonly toolchain: Toolchain;
}

export interface Frame {
  readonly order: Order;
  readonly house: HouseStyle;
  readonly assets: ReadonlyMap<string, Asset>;
  /** By the name the order gives them. */
  readonly feeds: ReadonlyMap<string, Feed>;
}

/** What pages and units bring along, each once. */
export interface Gathered {
  readonly jobs: Map<string, Job>;
  readonly proofs: Map<string, Proof>;
  readonly findings: Finding[];
}

export function gather(answer: Answer, where: Where, { jobs, proofs, findings }: Gathered): void {
  for (const job of [...answer.jobs, ...(answer.proof?.jobs ?? [])]) jobs.set(job.key, job);
  if (answer.proof) proofs.set(answer.proof.proof.after.key, answer.proof.proof);
  for (const found of answer.findings) findings.push({ ...found, where: { ...where, ...found.where } });
}

export function placeOf(ask: Ask, source: string): Pick<Where, 'file' | 'line'> {
  return { file: ask.file ?? source, ...(ask.line ? { line: ask.line } : {}) };
}

export function broken(deliverable: string, fault: TemplateFault): Finding {
  const { file, line, column, detail } = fault;
  return {
    code: 'template-broken',
    severity: 'error',
    where: { deliverable, file, ...(line ? { line } : {}), ...(column ? { column } : {}) },
    args: { file, line, detail },
  };
}

export function once<T extends { readonly path: string }>(files: readonly T[]): T[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

export async function inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** What a template is told of a unit, and no more: it is part of the key of its rendering. */
export function renderable({ id, size, family, language, version, hidden, text, images }: UnitToRender): UnitToRender {
  return { id, size, family, language, version, hidden, text, images };
}

/** Few lists of stylesheets serve all units of a template. */
export function rememberedBy<Answer>(work: (names: readonly string[]) => Answer): (names: readonly string[]) => Answer {
  const known = new Map<string, Answer>();
  return (names) => {
    const id = JSON.stringify(names);
    const answer = known.get(id) ?? work(names);
    known.set(id, answer);
    return answer;
  };
}
