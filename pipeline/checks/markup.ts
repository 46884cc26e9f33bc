/** Checks whether the HTML of a page is valid. */
import type { MarkupFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Page } from '../model/layout.ts';
import { finding } from './catalogue.ts';
import { wherePage } from './where.ts';

/** A problem that comes back all over a page is told once, with its number and first place in the built page. */
export function checkMarkup(page: Page, facts: MarkupFacts): Finding[] {
  const groups = new Map<string, { first: MarkupFacts['problems'][number]; count: number }>();
  for (const problem of facts.problems) {
    const group = groups.get(`${problem.rule} ${problem.message}`);
    if (group) group.count += 1;
    else groups.set(`${problem.rule} ${problem.message}`, { first: problem, count: 1 });
  }
  return [...groups.values()].map(({ first: { rule, message, line, column }, count }) =>
    finding('html-invalid', wherePage(page), {
      page: page.url,
      rule,
      message: message.replace(/\.$/, ''),
      count,
      builtLine: line,
      builtColumn: column,
    }),
  );
}
