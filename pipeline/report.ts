/** Record → words and pictures: the report that people look at, and the one that machines read. */

import { wordsOf } from './checks/catalogue.ts';
import type { PreviewFile, UnitSource } from './model/banner-sheet.ts';
import { escapeHtml } from './model/html.ts';
import { type Digest, digestOf } from './model/key.ts';
import type { Layout } from './model/layout.ts';
import type { BuildRecord, ReportJson, Summary } from './model/record.ts';
import { bannerPageHtml } from './review/banner-page.ts';
import { bannerSheet } from './review/banner-sheet.ts';
import { bannerCss } from './review/banner-style.ts';
import { cutsPart, isMoving } from './review/cuts.ts';
import { bannersPart, correctionsPart, findingsPart, materialPart, pagesPart, requestsPart, viewOf } from './review/parts.ts';
import { reportCss, reportScript } from './review/style.ts';
import { bytesIn, type Language, repairText, words } from './review/words.ts';

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

/** Findings are in English here: machines and colleagues of any language read it. */
export function reportData(summary: Summary): ReportJson {
  return {
    production: summary.production,
    jobs: summary.jobs,
    deliverables: summary.deliverables.map(({ unmeasured: _, uncaptured: __, ...deliverable }) => deliverable),
    findings: summary.findings.map((found) => {
      const { message, advice } = wordsOf(found, 'en');
      return { code: found.code, severity: found.severity, where: found.where, message: `${message} ${advice}` };
    }),
    repairMinutes: summary.repair.minutes,
    durationMs: Math.round(summary.durationMs),
  };
}

export function reportJson(summary: Summary): string {
  return `${JSON.stringify(reportData(summary), null, 2)}\n`;
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

/** @param body as `reportBody` gave it. */
export function reportHtml(summary: Summary, body: string, language: Language): string {
  const w = words[language];
  const { production, client, jobs, deliverables, deadline, durationMs } = summary;
  const held = deliverables.filter(({ sound }) => !sound).map(({ name }) => name);
  const bytes = deliverables.reduce((sum, one) => sum + one.bytes, 0);
  const title = summary.title[language] ?? Object.values(summary.title)[0] ?? production;
  const figures: [string, string][] = [
    [w.deliverables, `${deliverables.length - held.length} ${w.sound}${held.length > 0 ? `, ${held.length} ${w.held}` : ''}`],
    [w.weight, bytesIn(bytes, language)],
    ...(['made', 'cached', 'failed', 'skipped'] as const)
      .filter((name) => jobs[name] > 0)
      .map((name): [string, string] => [w[name], String(jobs[name])]),
    [w.duration, `${(durationMs / 1000).toFixed(1)} s`],
    ...(summary.repair.minutes > 0 ? [[w.repair, repairText(summary.repair, language)] as [string, string]] : []),
    ...(deadline ? [[w.deadline, deadline] as [string, string]] : []),
    ...(deliverables.some(({ unmeasured }) => unmeasured) ? [['', w.unmeasured] as [string, string]] : []),
    ...(deliverables.some(({ uncaptured }) => uncaptured) ? [['', w.uncaptured] as [string, string]] : []),
  ];
  const tools = [...new Set(Object.values(summary.tools))].map(escapeHtml).join('<br>');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${w.report}: ${escapeHtml(production)}</title>
<style>${reportCss}</style>
</head>
<body>
<a class="skip" href="#main">${w.skip}</a>
<header>
<div><p class="quiet">${escapeHtml(client)} · ${escapeHtml(production)}</p><h1>${escapeHtml(title)}</h1></div>
<dl class="figures">${figures.map(([name, value]) => `<div>${name ? `<dt>${name}</dt>` : '<dt>!</dt>'}<dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>
${held.length > 0 ? `<p class="error">${w.held}: ${held.map(escapeHtml).join(', ')}</p>` : ''}
</header>
<main id="main">
${body}
</main>
<footer><h2>${w.tools}</h2><p>${tools}</p></footer>
<script>${reportScript}</script>
</body>
</html>
`;
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
