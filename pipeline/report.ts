/** Record → words and pictures: the report that people look at, and the one that machines read. */

import { wordsOf } from './checks/catalogue.ts';
import { escapeHtml } from './model/html.ts';
import type { BuildRecord, ReportJson } from './model/record.ts';
import { bannersPart, findingsPart, materialPart, pagesPart, requestsPart, viewOf } from './review/parts.ts';
import { reportCss, reportScript } from './review/style.ts';
import { bytesIn, type Language, words } from './review/words.ts';

/** Findings are in English here: machines and colleagues of any language read it. */
export function reportJson(record: BuildRecord): ReportJson {
  return {
    production: record.production,
    jobs: countJobs(record),
    deliverables: record.judged.map(({ deliverable, sound, files, bytes }) => ({
      name: deliverable.name,
      kind: deliverable.kind,
      sound,
      files,
      bytes,
    })),
    findings: record.findings.map((found) => {
      const { message, advice } = wordsOf(found, 'en');
      return { code: found.code, severity: found.severity, where: found.where, message: `${message} ${advice}` };
    }),
    durationMs: Math.round(record.durationMs),
  };
}

function countJobs({ outcomes }: BuildRecord): ReportJson['jobs'] {
  const counts = { made: 0, cached: 0, failed: 0, skipped: 0 };
  for (const { status } of outcomes) counts[status]++;
  return counts;
}

export function reportHtml(record: BuildRecord, language: Language): string {
  const w = words[language];
  const view = viewOf(record, language);
  const { order, judged } = record;
  const jobs = countJobs(record);
  const sound = judged.filter((one) => one.sound).length;
  const bytes = judged.reduce((sum, one) => sum + one.bytes, 0);
  const title = order.title[language] ?? Object.values(order.title)[0] ?? record.production;
  const held = judged.filter((one) => !one.sound).map(({ deliverable }) => deliverable.name);
  const figures: [string, string][] = [
    [w.deliverables, `${sound} ${w.sound}${held.length > 0 ? `, ${held.length} ${w.held}` : ''}`],
    [w.weight, bytesIn(bytes, language)],
    ...(['made', 'cached', 'failed', 'skipped'] as const)
      .filter((name) => jobs[name] > 0)
      .map((name): [string, string] => [w[name], String(jobs[name])]),
    [w.duration, `${(record.durationMs / 1000).toFixed(1)} s`],
    ...(order.deadline ? [[w.deadline, order.deadline] as [string, string]] : []),
    ...(judged.some((one) => one.unmeasured) ? [['', w.unmeasured] as [string, string]] : []),
  ];
  const tools = [...new Set(Object.values(record.tools))].map(escapeHtml).join('<br>');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${w.report}: ${escapeHtml(record.production)}</title>
<style>${reportCss}</style>
</head>
<body>
<a class="skip" href="#main">${w.skip}</a>
<header>
<div><p class="quiet">${escapeHtml(order.client)} · ${escapeHtml(record.production)}</p><h1>${escapeHtml(title)}</h1></div>
<dl class="figures">${figures.map(([name, value]) => `<div>${name ? `<dt>${name}</dt>` : '<dt>!</dt>'}<dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>
${held.length > 0 ? `<p class="error">${w.held}: ${held.map(escapeHtml).join(', ')}</p>` : ''}
</header>
<main id="main">
${requestsPart(view)}
${bannersPart(view)}
<section><h2>${w.findings}</h2>${findingsPart(view)}</section>
${materialPart(view)}
${pagesPart(view)}
</main>
<footer><h2>${w.tools}</h2><p>${tools}</p></footer>
<script>${reportScript}</script>
</body>
</html>
`;
}
