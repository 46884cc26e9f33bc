/** Record → words and pictures: the report that people look at, and the one that machines read. */

import type { PreviewFile, UnitSource } from './model/banner-sheet.ts';
import { type Digest, digestOf } from './model/key.ts';
import type { Layout } from './model/layout.ts';
import type { BuildRecord, Summary } from './model/record.ts';
import { bannerPageHtml } from './review/banner-page.ts';
import { bannerSheet } from './review/banner-sheet.ts';
import { bannerCss } from './review/banner-style.ts';
import { cutsPart, isMoving } from './review/cuts.ts';
import { bannersPart, correctionsPart, findingsPart, materialPart, pagesPart, requestsPart, viewOf } from './review/parts.ts';
import { type Language, words } from './review/words.ts';

export { reportHtml, reportJson, summaryAgain } from './report/head.ts';

export function summaryOf(record: BuildRecord): Summary {
  const jobs = { made: 0, cached: 0, failed: 0, skipped: 0 };
  for (const { status } of record.outcomes) jobs[status]++;
  const { production, order, findings, repair, durationMs, tools } = record;
  return {
    production,
    client: order.client,
    title: order.title,
    ...(order.deadline ? { deadline: order.deadline } : {}),
    jobs,
    deliverables: record.judged.map(({ deliverable: { name, kind }, sound, unmeasured, uncaptured, files, bytes }) => ({
      name,
      kind,
      sound,
      unmeasured,
      ...(uncaptured ? { uncaptured } : {}),
      files,
      bytes,
    })),
    findings,
    repair,
    durationMs,
    tools,
  };
}

/** All of the report that stays the same when a build finds nothing to make. */
export function reportBody(record: BuildRecord, language: Language): string {
  const view = viewOf(record, language);
  const still = record.assets.filter((asset) => !isMoving(asset));
  return [
    requestsPart(view),
    bannersPart(view),
    cutsPart(view),
    `<section><h2>${words[language].findings}</h2>${findingsPart(view)}</section>`,
    correctionsPart(view),
    still.length === 0 && record.assets.length > 0 ? '' : materialPart({ ...view, record: { ...record, assets: still } }),
    pagesPart(view),
  ].join('\n');
}

/** What the preview of banners needs of the world. */
export interface PreviewEffects {
  /** The page of a unit as it was laid out. */
  readonly textOf: (digest: Digest) => string;
  /** Kader's own, bundled: the page's, and the one that each banner in it is opened with. */
  readonly scripts: () => Promise<{ readonly sheet: string; readonly bridge: string }>;
}

/** All banners on a page with everything that it shows, as a folder for any host or none; nothing where there are no banners. */
export async function bannerPreview(
  record: BuildRecord,
  layout: Layout,
  language: Language,
  effects: PreviewEffects,
): Promise<{ readonly files: readonly PreviewFile[]; readonly sources: Readonly<Record<string, UnitSource>> }> {
  if (layout.units.length === 0) return { files: [], sources: {} };
  const { data, files, sources } = bannerSheet(record, layout, effects.textOf, language);
  const { sheet, bridge } = await effects.scripts();
  const own = {
    'index.html': bannerPageHtml(data, { root: '' }, language),
    'sheet.css': bannerCss,
    'sheet.js': sheet,
    'bridge.js': bridge,
    'data.json': JSON.stringify(data),
  };
  const texts = Object.entries(own).map(([path, text]) => ({ path, digest: digestOf(text), bytes: Buffer.byteLength(text), text }));
  return { files: [...texts, ...files], sources };
}
