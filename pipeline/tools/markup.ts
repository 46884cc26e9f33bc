/** html-validate: what is wrong with the markup of built pages. */
import { readFile } from 'node:fs/promises';
import type { ConfigData, HtmlValidate } from 'html-validate';
import type { MarkupFacts } from '../model/facts.ts';

/** A page with more than this has one cause, not this many. */
const MOST_PROBLEMS = 25;

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // A matter of search results; titles are the client's copy.
    'long-title': 'off',
    // Placeholders stand in a style attribute, because they differ per picture.
    'no-inline-style': 'off',
    // Templates leave blank ends of lines; no browser minds.
    'no-trailing-whitespace': 'off',
    // `disabled` and `disabled=""` are the same to HTML; Markdown and Nunjucks write either.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // `<br>` and `<br/>` are the same to HTML; Markdown may write either.
    'void-style': 'off',
    // The specification allows either case; so do templates.
    'doctype-style': 'off',
    // Typography of telephone numbers is the house's affair.
    'tel-non-breaking': 'off',
    // axe judges these on the page as the browser shows it, where styles and scripts have had their say.
    'prefer-native-element': 'off',
    // Videos have no alternative text: their name is all that tells who cannot see them what they show.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Integrity hashes protect what comes from elsewhere; a site's own files need none.
    'require-sri': 'off',
  },
};

let validator: Promise<HtmlValidate> | undefined;

async function open(): Promise<HtmlValidate> {
  const { HtmlValidate, StaticConfigLoader } = await import('html-validate');
  // Static: a .htmlvalidate.json that lies about somewhere must not change the outcome.
  return new HtmlValidate(new StaticConfigLoader(CONFIG));
}

/** @returns facts in the order of the pages; at most 25 problems per page, in reading order. */
export async function validateMarkup(pages: readonly { path: string }[]): Promise<readonly MarkupFacts[]> {
  validator ??= open();
  const opened = await validator;
  const facts: MarkupFacts[] = [];
  for (const { path } of pages) {
    // The name decides nothing: in the store files have no ending.
    const html = await readFile(path, 'utf8');
    const report = await opened.validateString(html, 'page.html');
    const messages = report.results
      .flatMap((result) => result.messages)
      .filter(({ severity, ruleId, offset }) => severity === 2 && !(ruleId === 'no-autoplay' && isMuted(html, offset)));
    const problems = messages
      .map(({ ruleId, message, line, column }) => ({ rule: ruleId, message, line, column }))
      .sort((a, b) => a.line - b.line || a.column - b.column);
    facts.push({ what: 'markup', problems: problems.slice(0, MOST_PROBLEMS) });
  }
  return facts;
}

/** What makes no sound disturbs nobody by starting; @param at within its tag */
function isMuted(html: string, at: number): boolean {
  return /\smuted[\s>=]/.test(html.slice(html.lastIndexOf('<', at), html.indexOf('>', at) + 1));
}
