/** Whole builds of banner versions: hostile copy read back by a browser, overrides at work, and one changed cell. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { Outcome, Plan } from '../../pipeline/model/job.ts';
import type { Layout } from '../../pipeline/model/layout.ts';
import { findBrowser } from '../../pipeline/tools/browser-find.ts';
import { BANNER, BANNER_ORDER, makeWorkspace, plainWorkspace, type TestWorkspace } from '../support/workspace.ts';

const HOSTILE: readonly (readonly [name: string, language: string, headline: string])[] = [
  ['emoji', 'en', 'Sea 🌊 & 👩‍👩‍👧‍👦 café'],
  ['right-to-left', 'ar', 'المدينة تواجه البحر 2027'],
  ['html', 'en', '<b onclick="x()">Bold</b> &amp; <img src=x onerror="window.hacked=1">'],
  ['script', 'en', '</script><script>window.hacked=1</script>'],
  ['comment', 'en', '--> <!-- ]]> </style><style>*{display:none}'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: copy that looks like one
  ['template', 'en', '{{ order.client }} {% if x %}{# y #} ${z} #{q} <%= w %>'],
  ['quotes', 'en', `"double" 'single' \`tick\` \\ back`],
  ['word', 'en', 'a'.repeat(200)],
  ['words', 'en', Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ')],
  ['prototype', 'en', '__proto__ constructor toString'],
];
const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
const feedOf = (rows: typeof HOSTILE): string =>
  `\ufeff${csv([['kind', 'language', 'headline'], ...rows, ['null', 'en', 'a\u0000b'], ['none', 'en', '']])}\r\n`;

const TEMPLATE = `${BANNER['templates/plain/banners/wave/template.yaml']}  legal: { kind: text, required: false, minimum: 9 }
overrides:
  wide: { variables: { ink: '#00f', note: 'a"b&c' }, options: { pace: 2, words: ['<b>', "it's"] }, hide: [legal], style: wide.css }
`;

let workspace: TestWorkspace;
let told: ReturnType<TestWorkspace['build']>['report'];
const hop = <T>(name: string): T => JSON.parse(readFileSync(workspace.path('output/try/record', `${name}.json`), 'utf8')) as T;
const build = () => workspace.build('--no-measure', '--no-captures', '--only', 'banners');

beforeAll(async () => {
  workspace = makeWorkspace(
    await plainWorkspace({
      ...BANNER,
      'templates/plain/banners/wave/template.yaml': TEMPLATE,
      'templates/plain/banners/wave/template.njk':
        '{% image "background", class="sea" %}<p data-slot="headline" class="{{ unit.version.kind }}">{{ text.headline }}</p><p data-slot="legal">{{ text.legal }}</p>',
      'templates/plain/banners/wave/wide.css': '.unit { outline: 3px solid var(--ink) }',
      'assets/try/order.yaml': BANNER_ORDER.replace('languages: [en, nl]', 'languages: [en, ar]').replace(
        / {6}text: .*\n/,
        "      text: { en: { legal: Small print }, ar: { legal: x } }\n      axes: { kind: {} }\n      feed: feeds/hostile.csv\n      utm: { utm_content: '{kind} {size}' }\n",
      ),
      'assets/try/feeds/hostile.csv': feedOf(HOSTILE),
    }),
  );
  told = build().report;
});
afterAll(() => workspace?.remove());

test('every sound row is a banner of each size, every other one a finding with its cell', () => {
  const { units } = hop<Layout>('layout');
  expect(units).toHaveLength(2 * HOSTILE.length);
  const cells = hop<Finding[]>('findings')
    .filter(({ code }) => code.startsWith('feed-'))
    .map(({ code, args, where }) => [code, args['cell'], where.file]);
  expect(cells.sort()).toEqual([
    ['feed-cell-empty', 'C13', 'feeds/hostile.csv'],
    ['feed-cell-invalid', 'C12', 'feeds/hostile.csv'],
  ]);
  expect(told.findings.map(({ code }) => code)).not.toContain('material-unlisted');
  for (const { name } of units) expect(name).toMatch(/^banners\/wave\/(300x250|728x90)-(en|ar)-[a-z-]+$/);
});

test('what a browser shows is what was written, in its direction, with nothing run', { timeout: 120_000 }, async () => {
  const program = await findBrowser(process.env);
  if (!program) throw new Error('no browser: npm run setup');
  const browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox', ...program.args] });
  try {
    const page = await browser.newPage();
    for (const { name, language, version, overrides = [], landing, size } of hop<Layout>('layout').units) {
      const kind = version['kind'] ?? '';
      await page.goto(pathToFileURL(join(workspace.path('output/try'), name, 'index.html')).href);
      const seen = await page.evaluate(() => ({
        // Where a word may be broken is no part of it.
        text: document.querySelector('[data-slot=headline]')?.textContent?.replaceAll('\u00ad', ''),
        children: document.querySelector('[data-slot=headline]')?.children.length,
        hacked: (window as unknown as { hacked?: number }).hacked,
        lang: document.documentElement.lang,
        direction: getComputedStyle(document.body).direction,
        click: (window as unknown as { clickTag: string }).clickTag,
        legal: document.querySelector<HTMLElement>('[data-slot=legal]')?.offsetHeight,
        options: JSON.parse(document.body.dataset['options'] ?? '{}') as unknown,
        note: getComputedStyle(document.body).getPropertyValue('--note'),
        minimum: getComputedStyle(document.body).getPropertyValue('--minimum-legal'),
        outline: getComputedStyle(document.body).outlineColor,
      }));
      const written = HOSTILE.find(([one]) => one === kind)?.[2];
      expect(seen).toMatchObject({
        text: written,
        children: 0,
        lang: language,
        direction: language === 'ar' ? 'rtl' : 'ltr',
        click: landing,
      });
      expect(seen.hacked).toBeUndefined();
      expect(new URL(seen.click).searchParams.get('utm_content')).toBe(`${kind} ${size.join('x')}`);
      const isWide = overrides.includes('wide');
      expect(isWide).toBe(size[0] === 728);
      if (isWide)
        expect(seen).toMatchObject({ legal: 0, options: { pace: 2, words: ['<b>', "it's"] }, note: 'a"b&c', outline: 'rgb(0, 0, 255)' });
      else expect(seen).toMatchObject({ options: {}, note: '', minimum: '9px' });
    }
  } finally {
    await browser.close();
  }
});

describe('one changed cell', () => {
  test('makes its own banners anew and no others; a second build makes nothing', () => {
    const before = workspace.tree('output/try');
    const rows = HOSTILE.map((row) => (row[0] === 'quotes' ? (['quotes', 'en', 'Ein ganz anderer Satz'] as const) : row));
    workspace.write({ 'assets/try/feeds/hostile.csv': feedOf(rows) });
    build();
    const after = workspace.tree('output/try');
    const changed = Object.keys(after).filter((path) => /^(banners|review)\//.test(path) && before[path] !== after[path]);
    expect(changed.length).toBeGreaterThan(0);
    for (const path of changed) expect(path).toMatch(/\/(300x250|728x90)-en-quotes(\.zip|\/)/);
    const labels = new Map(hop<Plan>('plan').jobs.map(({ key, kind, label }) => [key, `${kind} ${label}`]));
    const made = hop<Outcome[]>('outcomes').flatMap(({ key, status }) => (status === 'made' ? [labels.get(key)] : []));
    expect(made.filter((label) => !/quotes/.test(label ?? '')).every((label) => label?.startsWith('font '))).toBe(true);
    // Two packages and what was read of them, and the letters.
    expect(made.length).toBeLessThanOrEqual(5);
    expect(build().report.jobs.made).toBe(0);
  });
});
