/** A unit as each target takes it: what its page holds and does not hold, which files go along, and what is shared. */
import { expect, test } from 'vitest';
import { platformIds } from '../../pipeline/channels/ads/packs.ts';
import { CLICK_SCRIPTS } from '../../pipeline/channels/delivery.ts';
import { profileOf } from '../../pipeline/channels/profile.ts';
import type { InlineRecipe } from '../../pipeline/jobs/inline.ts';
import { makeInline, planInline } from '../../pipeline/jobs/inline.ts';
import type { Blob, Job } from '../../pipeline/model/job.ts';
import { digestOf, type Input } from '../../pipeline/model/key.ts';
import type { ClickMechanism } from '../../pipeline/model/rules.ts';
import type { Adapted } from '../../pipeline/setting/adapt.ts';
import { googleSheet } from '../../pipeline/setting/google-fonts.ts';
import { adapted, face, laidUnit } from '../support/laid-unit.ts';

const pathsOf = ({ adaptation }: Adapted): string[] => adaptation.files.map(({ path }) => path);
/** The page before anything is put into it. */
const pageOf = (one: Adapted): string => one.texts.find((text) => text.startsWith('<!doctype')) ?? '';
const fromOf = (one: Adapted, path: string): Input | undefined => one.adaptation.files.find((file) => file.path === path)?.from;

test('every platform of the reference can be handed over to', () => {
  const asked = 'google-ads ad-manager cm360 dv360 studio adform ttd xandr amazon sizmek flashtalking equativ sklik ster common';
  for (const platform of asked.split(' ')) expect(platformIds).toContain(platform);
});

test.each([...platformIds])('%s: flat, the page first, each file once, all of them safe to name', (platform) => {
  const one = adapted(platform, { body: '<svg width="9" height="9"><path d="M0 0h9v9z"/></svg><p>De zee</p>' });
  const paths = pathsOf(one);
  expect(paths[0]).toBe('index.html');
  expect(new Set(paths).size).toBe(paths.length);
  for (const path of paths) expect(path).toMatch(/^[a-z0-9][a-z0-9._-]{0,49}$/);
  const made = new Set(one.jobs.map(({ key }) => key));
  const given = new Set([laidUnit.pictures[0]?.key]);
  const kept = new Set(one.texts.map((text) => digestOf(text)));
  for (const { from } of [...one.adaptation.files, ...one.adaptation.looked]) {
    if (from.from === 'job') expect(made.has(from.key) || given.has(from.key)).toBe(true);
    else expect(kept.has(from.digest)).toBe(true);
  }
});

test.each<[ClickMechanism, string]>([
  ['none', 'google-ads'],
  ['none', 'sklik'],
  ['flashtalking', 'flashtalking'],
])('%s (%s) has no trace of a click', (_, platform) => {
  expect(pageOf(adapted(platform))).not.toMatch(/click|window\.open|onclick|<a\b|<script>|javascript:/i);
});

test('the click tag stands un-minified in the head, once', () => {
  const page = pageOf(adapted('ad-manager'));
  const [head = ''] = page.split('</head>');
  expect(head).toContain('<script>\nvar clickTag = "https://kaai.example/nl/?a=1&b=\\u003c2>";\n</script>');
  expect(page.match(/clickTag\s*=[^=]/g)).toHaveLength(1);
});

test('each ad server gets its own library and no other', () => {
  for (const [mechanism, script] of Object.entries(CLICK_SCRIPTS)) {
    const platform = platformIds.find((name) => profileOf(name).delivery.click === mechanism) as string;
    const page = pageOf(adapted(platform));
    for (const other of Object.values(CLICK_SCRIPTS)) expect(page.includes(other), `${other} in ${platform}`).toBe(other === script);
  }
  for (const platform of ['xandr', 'sizmek', 'amazon']) expect(pageOf(adapted(platform)), platform).not.toContain('kaai.example');
});

test('targets that take a unit alike share every file', () => {
  const [one, other] = [adapted('cm360'), adapted('ster')];
  expect(one.adaptation.files).toEqual(other.adaptation.files);
  expect(adapted('ad-manager', {}, 'rossel').adaptation.files).toEqual(one.adaptation.files);
  expect(adapted('ttd').adaptation.files).not.toEqual(one.adaptation.files);
});

test('where font files are refused the letters stand inside the stylesheet', () => {
  const one = adapted('ttd');
  expect(pathsOf(one)).not.toContain('archivo-0123456789.woff2');
  expect(fromOf(one, 'style.css')).toMatchObject({ from: 'job' });
  expect(one.jobs.find(({ kind }) => kind === 'inline')?.recipe).toEqual({
    parts: [{ mark: 'archivo-0123456789.woff2', as: 'woff2', input: 1 }],
  });
});

test('Google gives the letters for Google; a browser that measures is given them from beside the page', () => {
  const one = adapted('google-ads');
  expect(pageOf(one)).toContain('family=Archivo:wdth,wght@62..125,400..800&amp;text=Dez&amp;display=swap"');
  expect(pathsOf(one)).toEqual(['index.html', 'background-1x.jpg', 'bare.css', 'motion.js']);
  expect(one.adaptation.looked.map(({ path }) => path)).toContain('archivo-0123456789.woff2');
});

test.each([
  ['a family under another name or from elsewhere', { google: undefined }],
  ['a range that the server does not have', { axes: { wght: [400, 1000] as const } }],
  ['an axis that the server does not have', { axes: { slnt: -10 } }],
])('Google has no sheet for %s', (_, changes) => {
  const { google, ...rest } = { ...face, ...changes };
  expect(googleSheet(google ? { ...rest, google } : rest, 'a')).toBeUndefined();
});

test('axes stand in the order that Google wants, with italics and fixed values', () => {
  const google = { axes: { ...face.google?.axes, GRAD: [0, 100] as const } };
  const axes = { wght: 700, GRAD: [0, 50] as const, wdth: 100 };
  const sheet = googleSheet({ ...face, family: 'Open Sans', style: 'italic', axes, google }, 'é&+ a');
  expect(sheet).toBe(
    'https://fonts.googleapis.com/css2?family=Open+Sans:ital,wdth,wght,GRAD@1,100,700,0..50&text=%C3%A9%26%2B%20a&display=swap',
  );
});

test('a house that wants scripts and styles inside gets one page', () => {
  const one = adapted('ad-manager', {}, 'stroeer');
  expect(pathsOf(one)).toEqual(['index.html', 'background-1x.jpg', 'archivo-0123456789.woff2']);
  expect(fromOf(one, 'index.html')).toMatchObject({ from: 'job' });
});

test('drawings become files, placed as they were; the same drawing is one file', () => {
  const svg =
    '<svg class="wave" viewBox=\'0 0 9 9\' aria-label="Golf &amp; zee"><path d="M0 0h9v9z" fill=#0f6e6e /><image xlink:href="#a"/><g id=a></svg>';
  const one = adapted('ad-manager', { body: `<p>1</p>${svg}<!-- <svg> --><b title="<svg>">2</b>${svg}` });
  const page = pageOf(one);
  expect(page).not.toMatch(/<svg class/);
  expect(page.match(/<img src="drawing-[0-9a-f]{10}\.svg" class="wave" alt="Golf &amp; zee">/g)).toHaveLength(2);
  expect(page).toContain('<!-- <svg> --><b title="<svg>">2</b>');
  expect(pathsOf(one).filter((path) => path.endsWith('.svg'))).toHaveLength(1);
  const drawing = one.texts.find((text) => text.startsWith('<svg')) ?? '';
  // As XML wants it: quoted, closed, in its namespaces.
  expect(drawing).toContain('xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"');
  expect(drawing).toContain('<g id="a"></g></svg>');
  expect(one.findings).toEqual([]);
});

test('what a drawing borrows from its page is named', () => {
  const body =
    '<svg><style>.in{fill:var( --tide )}</style><g class="in out" id="boat"><use href="#elsewhere"/></g><path fill="url(#none)"/></svg>';
  expect(adapted('ad-manager', { body }).findings[0]?.args['bonds']).toEqual([
    '#elsewhere',
    '#none',
    'class="out"',
    'id="boat"',
    'svg { … }',
    'var(--tide)',
  ]);
});

test('the manifest of Adform has all its fields, that of Flashtalking calls its own', () => {
  const adform = JSON.parse(adapted('adform').texts.find((text) => text.includes('"clicktags"')) ?? '{}') as Record<string, unknown>;
  expect(adform).toEqual({
    version: '1.0',
    title: 'wave 300x250-nl',
    description: 'Kaai',
    width: '300',
    height: '250',
    events: { enabled: 0, list: {} },
    clicktags: { clickTAG: laidUnit.landing },
    source: 'index.html',
  });
  const told: unknown[] = [];
  new Function('FT', adapted('flashtalking').texts.find((text) => text.startsWith('FT.')) ?? '')({
    manifest: (one: unknown) => told.push(one),
  });
  expect(told).toMatchObject([{ filename: 'index.html', width: 300, height: 250, clickTagCount: 1, hideBrowsers: ['ie8'] }]);
});

test('what is put into a page cannot end it', async () => {
  const code = 'const a = "</script><!-- $& $1", b = "</STYLE>";';
  const page = { from: 'store', digest: digestOf('page') } as const;
  const part = { from: 'store', digest: digestOf('part') } as const;
  const make = async (as: 'script' | 'style' | 'woff2', content: string, text = '<i>MARK</i>MARK'): Promise<string> => {
    const files = new Map([
      [page.digest, text],
      [part.digest, content],
    ]);
    let kept = '';
    await makeInline(planInline('x', 'x', page, [{ mark: 'MARK', from: part, as }]) as Job<InlineRecipe>, {
      readBytes: async (input) => Buffer.from(files.get((input as typeof page).digest) ?? ''),
      keepText: async (_, written) => {
        kept = written;
        return { digest: digestOf(written), bytes: 0 } as Blob;
      },
    });
    return kept;
  };
  expect(await make('script', code, 'MARK')).toBe('<script>const a = "<\\/script><\\!-- $& $1", b = "</STYLE>";</script>');
  expect(await make('style', 'a{content:"</style>"}', 'MARK')).toBe('<style>a{content:"<\\/style>"}</style>');
  expect(await make('woff2', 'wOF2')).toBe('<i>data:font/woff2;base64,d09GMg==</i>data:font/woff2;base64,d09GMg==');
  await expect(make('woff2', 'wOF2', 'nothing')).rejects.toThrow('does not stand in the text');
});
