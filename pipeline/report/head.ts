/** What every build says of itself, however little it did: the head of the report round its body, and the report for machines. */

import { wordsOf } from '../checks/catalogue.ts';
import { escapeHtml } from '../model/html.ts';
import type { ReportJson, Summary } from '../model/record.ts';
import { durationText } from '../model/time.ts';
import { reportCss, reportScript } from '../review/style.ts';
import { bytesIn, type Language, repairText, words } from '../review/words.ts';

/** The last build told once more: what it made is recalled now. */
export function summaryAgain(summary: Summary, durationMs: number): Summary {
  const { made, cached, failed, skipped } = summary.jobs;
  return { ...summary, jobs: { made: 0, cached: made + cached, failed, skipped }, durationMs };
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
    [w.duration, durationText(durationMs, language === 'en' ? '.' : ',')],
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
