/** Checks whether a page works for everyone in a browser, and keeps its visitors to itself. */
import type { PageFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Page } from '../model/layout.ts';
import { finding } from './catalogue.ts';
import { wherePage } from './where.ts';

/** Impacts that shut people out, as axe-core 4 names them; the others are told as warnings. */
const SHUTS_OUT = ['critical', 'serious'];

export function checkPage(page: Page, facts: PageFacts): Finding[] {
  const where = wherePage(page);
  const { url } = page;
  return [
    ...facts.axe.map(
      ({ rule, impact, help, target, count }): Finding => ({
        ...finding('axe-violation', where, { page: url, rule, impact, help, target, count }),
        severity: SHUTS_OUT.includes(impact) ? 'error' : 'warning',
      }),
    ),
    ...facts.consoleErrors.map((message) => finding('page-console-error', where, { page: url, message: message.replace(/\.$/, '') })),
    ...facts.failedRequests.map((asked) => finding('page-request-failed', where, { page: url, url: asked })),
    ...facts.overflowsAt.map((width) => finding('page-overflow', where, { page: url, width })),
    ...facts.outsideRequests.map((asked) => finding('page-outside-request', where, { page: url, url: asked })),
  ];
}
