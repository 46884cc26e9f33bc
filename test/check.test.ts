/** Check: what is found is joined, weighed and ordered, and an error blocks what it is about and nothing else. */
import { describe, expect, test } from 'vitest';
import { type CheckInput, check, judgePlaces, type PreflightInput, preflight } from '../pipeline/check.ts';
import { finding } from '../pipeline/checks/catalogue.ts';
import type { Finding } from '../pipeline/model/finding.ts';
import type { HouseStyle } from '../pipeline/model/house.ts';
import type { Deliverable, Job, Outcome } from '../pipeline/model/job.ts';
import { digestOf, type JobKey, type Json } from '../pipeline/model/key.ts';
import type { Unit } from '../pipeline/model/layout.ts';
import { readOrder } from '../pipeline/order.ts';
import { packageFacts } from './checks/ad-cases.ts';
import { goodOrder } from './checks/order-cases.ts';
import { banner, page, pageFacts, rules } from './checks/product-cases.ts';
import { asset } from './support/assets.ts';
import { bannerFacts } from './support/banner-facts.ts';

const order = readOrder(goodOrder, 'demo').order as PreflightInput['order'];
const house = (severity: HouseStyle['rules']['severity'] = {}) => ({ rules: { banner: rules, severity } }) as HouseStyle;
const key = (name: string) => name as string as JobKey;
const job = (name: string, changes: Partial<Job> = {}): Job => ({
  key: key(name),
  kind: 'image',
  tool: 't',
  recipe: {},
  inputs: [],
  file: name,
  label: `label of ${name}`,
  batch: name,
  ...changes,
});
const made = (name: string, changes: { bytes?: number; facts?: object } = {}): Outcome => ({
  status: 'made',
  key: key(name),
  made: { blob: { digest: digestOf(name), bytes: changes.bytes ?? 100 }, ...(changes.facts ? { facts: changes.facts as Json } : {}) },
});
const failed = (name: string, code = 'tool-failed', args = {}): Outcome => ({ status: 'failed', key: key(name), fault: { code, args } });
const skipped = (name: string, because: string): Outcome => ({ status: 'skipped', key: key(name), because: key(because) });

const B1 = 'banners/headline/300x250-nl';
const B2 = 'banners/headline/728x90-nl';
const site: Deliverable = {
  name: 'site',
  kind: 'site',
  assets: ['kade'],
  files: [
    { path: 'site/nl/index.html', from: { from: 'store', digest: digestOf('/nl/') } },
    { path: 'site/img/kade.avif', from: { from: 'job', key: key('kade.avif') } },
  ],
  measures: [
    { key: key('look'), of: '/nl/' },
    { key: key('markup'), of: '/nl/' },
  ],
};
const unit = (name: string, changes: Partial<Unit> = {}): Unit => ({
  name,
  template: 'headline',
  size: [300, 250],
  family: 'rectangle',
  version: {},
  language: 'nl',
  digest: digestOf(name),
  bytes: 7,
  landing: 'https://k.example/',
  uses: [],
  files: [],
  ...changes,
});
const units = [
  banner(B1, {
    assets: ['kade'],
    measures: [
      { key: key('run1'), of: B1 },
      { key: key('zip1'), of: B1 },
    ],
  }),
  banner(B2, {
    assets: ['wall'],
    measures: [
      { key: key('run2'), of: B2 },
      { key: key('zip2'), of: B2 },
    ],
  }),
];
const files = [B1, B2].flatMap((name) => [`${name}/index.html`, `${name}.zip`, `${name}.jpg`]);
const outcomes = [
  made('kade.avif'),
  made('look', { facts: pageFacts }),
  made('markup', { facts: { what: 'markup', problems: [] } }),
  made('run1', { facts: bannerFacts }),
  made('run2', { facts: bannerFacts }),
  made('zip1', { facts: packageFacts }),
  made('zip2', { facts: packageFacts }),
  ...files.map((name) => made(name)),
];

type BuildInput = CheckInput & PreflightInput;

const good: BuildInput = {
  order,
  assets: [asset('kade'), asset('wall')],
  house: house(),
  today: '2026-11-21',
  measured: true,
  findings: [],
  outcomes,
  layout: { pages: [page('/nl/')], units: [unit(B1), unit(B2)], statics: [], cuts: [], jobs: [], proofs: [], findings: [] },
  plan: { jobs: outcomes.map((outcome) => job(outcome.key)), deliverables: [site, ...units] },
};

const instead = (...changed: Outcome[]) => outcomes.map((outcome) => changed.find((one) => one.key === outcome.key) ?? outcome);
/** As a build does: first what came in, then what goes out. */
const run = (changes: Partial<BuildInput> = {}) => {
  const input = { ...good, ...changes };
  const places = input.house ? judgePlaces(input.layout, input.house) : [];
  return check({ ...input, findings: [...preflight(input), ...places, ...input.findings] });
};
const sound = (changes: Partial<BuildInput>) =>
  run(changes)
    .judged.filter((one) => one.sound)
    .map(({ deliverable }) => deliverable.name);
const codesOf = (changes: Partial<BuildInput>) => run(changes).findings.map(({ code }) => code);
const error = (where: Finding['where'], code: Parameters<typeof finding>[0] = 'tool-failed') => ({ findings: [finding(code, where)] });

describe('a good build', () => {
  test('is sound and has nothing to tell', () => {
    const { findings, judged } = run();
    expect(findings).toEqual([]);
    expect(judged.map(({ sound }) => sound)).toEqual([true, true, true]);
  });

  test('is counted and weighed', () => {
    expect(run().judged.map(({ files, bytes }) => [files, bytes])).toEqual([
      [2, 105],
      [3, 300],
      [3, 300],
    ]);
  });
});

describe('an error blocks what it is about and nothing else', () => {
  test.each<[string, Partial<BuildInput>, string[]]>([
    ['an asset: every deliverable that uses it', error({ asset: 'kade', file: 'photos/kade.jpg' }, 'file-unreadable'), [B2]],
    ['an asset that nothing uses: nothing', error({ asset: 'spare' }, 'material-missing'), ['site', B1, B2]],
    [
      'the picture of a clip: what uses more of it than its sound',
      {
        findings: [{ ...finding('clip-too-small', { asset: 'kade', track: 'picture' }), severity: 'error' }],
        plan: { ...good.plan, deliverables: [site, ...units.map((one) => ({ ...one, assets: ['kade'], soundOnly: ['kade'] }))] },
      },
      [B1, B2],
    ],
    ['a deliverable: that one', error({ deliverable: B1 }), ['site', B2]],
    ['a template: all its units', error({ deliverable: 'banners/headline' }, 'template-missing'), ['site']],
    ['a template of another name: nothing', error({ deliverable: 'banners/head' }, 'template-missing'), ['site', B1, B2]],
    ['a page: the site', error({ page: '/nl/', file: 'content/nl.md' }, 'link-broken'), [B1, B2]],
    ['an asset in one place: that place only', error({ deliverable: 'site', asset: 'kade', slot: 'hero' }), [B1, B2]],
    ['the order: everything', error({ file: 'order.yaml', line: 1 }, 'order-wrong-value'), []],
    ['the house: everything', error({ file: 'kaaifestival/house.yaml' }, 'house-invalid'), []],
    ['a warning blocks nothing', { findings: [{ ...finding('rights-missing', {}), severity: 'warning' }] }, ['site', B1, B2]],
    ['a failed file', { outcomes: instead(failed('kade.avif')) }, [B1, B2]],
    ['a failed measurement', { outcomes: instead(failed('run1')) }, ['site', B2]],
    ['a skipped file', { outcomes: instead(skipped(`${B2}.zip`, 'font')) }, ['site', B1]],
    ['a file that nobody made', { outcomes: outcomes.filter((outcome) => outcome.key !== `${B2}.jpg`) }, ['site', B1]],
    [
      'expired rights',
      { today: '2030-01-01', assets: [asset('kade'), asset('wall', { rights: { creator: 'Iris', until: '2029-12-31' } })] },
      ['site', B1],
    ],
    ['a heavy zip', { outcomes: instead(made('zip1', { facts: { ...packageFacts, zipBytes: 150_001 } })) }, ['site', B2]],
    ['a heavy backup', { outcomes: instead(made(`${B1}.jpg`, { bytes: 40_001 })) }, ['site', B2]],
    [
      'a banner that opens the wrong page',
      { outcomes: instead(made('run2', { facts: { ...bannerFacts, clickOpens: null } })) },
      ['site', B1],
    ],
    ['a page that fails', { outcomes: instead(made('look', { facts: { ...pageFacts, consoleErrors: ['x'] } })) }, [B1, B2]],
    [
      'a link to nowhere',
      { layout: { ...good.layout, pages: [page('/nl/', { references: [{ target: 'de/index.html', written: '/de/' }] })] } },
      [B1, B2],
    ],
    [
      'a picture that one unit cannot show',
      {
        layout: {
          ...good.layout,
          units: [
            unit(B1, { uses: [{ asset: 'kade', slot: 'headline/background', smallest: 300, largest: 600, available: 200 }] }),
            unit(B2),
          ],
        },
      },
      ['site', B2],
    ],
  ])('%s', (_, changes, left) => expect(sound(changes)).toEqual(left));

  test('a link to a file of the site arrives', () => {
    const pages = [page('/nl/', { references: [{ target: 'img/kade.avif', written: '/img/kade.avif' }] })];
    expect(codesOf({ layout: { ...good.layout, pages } })).toEqual([]);
  });
});

describe('what could not be made', () => {
  const chain = { outcomes: instead(failed(`${B1}/index.html`), skipped(`${B1}.zip`, `${B1}/index.html`), skipped('run1', `${B1}.zip`)) };

  test('is told once for the deliverable, with what fell with it', () => {
    const { findings } = run(chain);
    expect(findings.map(({ code, severity, where }) => [code, severity, where.deliverable])).toEqual([
      ['tool-failed', 'error', B1],
      ['job-skipped', 'info', B1],
    ]);
    expect(findings[1]?.args).toEqual({ labels: [`label of ${B1}.zip`, 'label of run1'], because: `label of ${B1}/index.html` });
  });

  test('is told for each deliverable that it costs', () => {
    const shared = {
      ...good.plan,
      deliverables: [site, ...units].map((one) => ({
        ...one,
        files: [...one.files, { path: `${one.name}/f.woff2`, from: { from: 'job', key: key('font') } as const }],
      })),
    };
    const { findings } = run({
      plan: { ...shared, jobs: [...shared.jobs, job('font')] },
      outcomes: [...outcomes, failed('font', 'tool-timeout', { seconds: 60 })],
    });
    expect(findings.map(({ code, where }) => `${code} ${where.deliverable}`)).toEqual(
      [B1, B2, 'site'].map((name) => `tool-timeout ${name}`),
    );
    expect(findings[0]?.args).toEqual({ label: 'label of font', seconds: 60 });
  });

  test('points at the line that a bundler names', () => {
    const { findings } = run({
      outcomes: instead(failed('kade.avif', 'bundle-failed', { file: 'k/site.css', line: 3, column: 7, message: 'x' })),
    });
    expect(findings[0]?.where).toEqual({ file: 'k/site.css', line: 3, column: 7, deliverable: 'site' });
  });
});

describe('what was not asked for', () => {
  const plan = { ...good.plan, deliverables: [site, ...units].map((one) => ({ ...one, measures: [] })) };

  test('not measured is told once, and does not block', () => {
    const { findings, judged } = run({ measured: false, plan });
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['not-measured info']);
    expect(judged.every(({ sound, unmeasured }) => sound && unmeasured)).toBe(true);
  });

  test('without a house style there is nothing to judge', () => {
    const { house: _, ...rest } = good;
    const layout = { pages: [], units: [], statics: [], cuts: [], jobs: [], proofs: [], findings: [] };
    expect(
      check({ ...rest, layout, plan: { jobs: [], deliverables: [] }, outcomes: [], ...error({ file: 'order.yaml' }, 'house-missing') })
        .findings,
    ).toHaveLength(1);
  });
});

describe('a house style', () => {
  const gps = { assets: [asset('kade', {}, { hasGps: true })] };

  test('may lower a warning', () => {
    expect(run({ ...gps, house: house({ 'gps-in-material': 'info' }) }).findings.map(({ severity }) => severity)).toEqual(['info']);
    expect(preflight({ ...good, ...gps, house: house({ 'gps-in-material': 'info' }) })[0]?.severity).toBe('info');
  });
  test('may make a warning an error, which then blocks', () => {
    expect(sound({ ...gps, house: house({ 'gps-in-material': 'error' }) })).toEqual([B2]);
  });
  test('never lowers an error', () => {
    const told = run({ ...error({ deliverable: B1 }), house: house({ 'tool-failed': 'info' }) });
    expect(told.findings[0]?.severity).toBe('error');
  });
});

describe('findings', () => {
  const some = [
    finding('rights-missing', { asset: 'wall' }),
    finding('rights-missing', { asset: 'kade' }),
    finding('order-delivers-nothing', {}),
    finding('link-broken', { page: '/nl/' }),
  ];

  test('stand in one order, however they came', () => {
    const forth = run({ findings: some }).findings;
    expect(forth.map(({ code, where }) => `${code} ${where.asset ?? ''}`)).toEqual([
      'order-delivers-nothing ',
      'rights-missing kade',
      'rights-missing wall',
      'link-broken ',
    ]);
    expect(run({ findings: some.toReversed() }).findings).toEqual(forth);
  });
  test('are not told twice', () => expect(run({ findings: [...some, ...some] }).findings).toHaveLength(4));
  test('of the preflight are the same when the build tells them again', () => {
    const assets = [asset('kade', {}, { hasGps: true })];
    expect(run({ assets, findings: preflight({ ...good, assets }) }).findings).toHaveLength(1);
  });
  test('about descriptions come from the pages once these are set', () => {
    const assets = [asset('kade', { alt: { nl: 'Kade' } })];
    expect(preflight({ ...good, assets }).map(({ code }) => code)).toEqual(['alt-missing']);
    expect(codesOf({ assets })).toEqual([]);
    expect(codesOf({ assets, findings: [finding('alt-missing', { page: '/fr/', asset: 'kade' })] })).toEqual(['alt-missing']);
  });
  test('about descriptions are not wanted of a campaign without a site', () => {
    const { site: _, ...deliver } = order.deliver;
    expect(preflight({ ...good, order: { ...order, deliver }, assets: [asset('kade', { alt: {} })] })).toEqual([]);
  });
});
