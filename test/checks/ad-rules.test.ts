/** Every rule of every pack: a package that keeps it passes, one that breaks it gets a finding that says who asks what, and since when. */
import { afterAll, describe, expect, test } from 'vitest';
import { packs } from '../../pipeline/channels/ads/packs.ts';
import { profileOf, rulesFor } from '../../pipeline/channels/profile.ts';
import { judgeSpecimen, judges } from '../../pipeline/checks/ad-judges.ts';
import type { BackupBeside, Specimen } from '../../pipeline/checks/ad-rule.ts';
import { wordsOf } from '../../pipeline/checks/catalogue.ts';
import type { BannerFacts } from '../../pipeline/model/facts.ts';
import { type RuleId, ruleIds } from '../../pipeline/model/rule-table.ts';
import type { AskedRule, Rule } from '../../pipeline/model/rules.ts';
import { readPackage } from '../../pipeline/tools/package-read.ts';
import { bannerFacts } from '../support/banner-facts.ts';
import {
  adformManifest,
  filesOf,
  flashtalkingManifest,
  gif,
  good,
  noise,
  type Package,
  pack,
  packageFolder,
  png,
  sized,
} from '../support/packages.ts';

const folder = packageFolder();
afterAll(folder.remove);

/** A package, and what a browser would have seen of it. */
interface Try extends Package {
  readonly run: BannerFacts & Record<string, unknown>;
  readonly denser?: BackupBeside;
}

const still: Try = {
  ...good,
  run: {
    ...bannerFacts,
    seconds: 0,
    lastChange: 0,
    clickOpens: null,
    loops: 1,
    requests: 3,
    initial: { bytes: 900, gzipBytes: 500, requests: 2 },
    subload: { bytes: 100, gzipBytes: 100, requests: 1 },
    stillEnd: true,
    flashes: 0,
    edge: { white: 1, grey: 1, black: 1 },
    cpu: { in30: 0.5, in60: 1 },
    storage: [],
    dialogs: [],
    labels: [
      { name: 'one', at: 0 },
      { name: 'two', at: 2 },
    ],
  },
};

const number = (rule: Rule): number => Number(rule.value);
const list = (rule: Rule): readonly string[] => rule.value as readonly string[];
const file =
  (path: string, content: string | Buffer = 'x') =>
  (one: Try): Try => ({ ...one, files: { ...one.files, [path]: content } });
const body =
  (html: string) =>
  (one: Try): Try => ({ ...one, body: one.body + html });
const script =
  (code: string) =>
  (one: Try): Try => ({ ...one, script: `${one.script}${code}\n` });
const run =
  (seen: Record<string, unknown>) =>
  (one: Try): Try => ({ ...one, run: { ...one.run, ...seen } as Try['run'] });
const shown =
  (path: string, content: Buffer) =>
  (one: Try): Try =>
    body(`<img src="${path}" alt="">`)(file(path, content)(one));
const isSize = (size: string): readonly [number, number] => size.split('x').map(Number) as unknown as readonly [number, number];
const inSize = (one: Try, size: string): Try => ({ ...one, ...sized(one, ...isSize(size)) });

/** A backup as large as the banner, and one with so many times its pixels. */
const withImages = (one: Try, scale: number): Try => {
  const [width, height] = one.size;
  const image = { name: 'spring-300x250.jpg', bytes: 20_000, width, height };
  const { denser: _, ...plain } = one;
  return { ...plain, backup: image, ...(scale > 1 ? { denser: { ...image, width: width * scale, height: height * scale } } : {}) };
};

/** The good package as this rule wants it, where several houses want different things. */
function keeping(rule: Rule): Try {
  const one = rule.sizes?.[0] ? inSize(still, rule.sizes[0]) : still;
  switch (rule.id) {
    case 'sizes':
      return inSize(one, list(rule)[0] as string);
    case 'click-tag-name':
      return new RegExp(String(rule.value)).test('clickTag') ? one : { ...one, script: '\nvar clickTAG = "";\n' };
    case 'calls':
      return script(
        list(rule)
          .map((call) => `${call}('a', 'b');`)
          .join(''),
      )(one);
    case 'not-calls':
      return { ...one, body: '<img src="a.png" alt="">' };
    case 'libraries':
      return body(
        list(rule)
          .map((name) => `<script src="https://kaai.example/${name}"></script>`)
          .join(''),
      )(one);
    case 'backup-density':
      return withImages(one, 2);
    case 'file-names':
      return { ...one, files: { 'a.png': png(300, 250) } };
    case 'manifest':
      return rule.value === 'adform'
        ? file('manifest.json', adformManifest(300, 250))(one)
        : file('manifest.js', flashtalkingManifest(300, 250))(one);
    case 'zip-name':
      return { ...one, zip: 'Kaai_Spring_HTML5_300x250.zip' };
    case 'backup-place':
      return rule.value === 'inside' ? { ...file('backup.png', png(300, 250))(one), backup: undefined } : one;
    case 'ad-orientation':
      return { ...one, head: `${one.head}<meta name="ad.orientation" content="portrait">` };
    default:
      return one;
  }
}

/** How each rule is broken. */
const breaking: Readonly<Record<RuleId, (one: Try, rule: Rule) => Try>> = {
  weight: (one, rule) => {
    const over = number(rule) + 500;
    if (rule.basis === 'gzip-initial') return run({ initial: { bytes: over, gzipBytes: over, requests: 1 } })(one);
    if (rule.basis === 'gzip-subload') return run({ subload: { bytes: over, gzipBytes: over, requests: 1 } })(one);
    return shown('heavy.png', png(10, 10, over))(one);
  },
  'file-bytes': (one, rule) => shown('heavy.png', png(10, 10, number(rule) + 1))(one),
  'picture-px': (one, rule) => shown('wide.png', png(number(rule) + 1, 10))(one),
  files: (one, rule) => ({ ...one, files: Object.fromEntries(Array.from({ length: number(rule) }, (_, at) => [`${at}.png`, png(1, 1)])) }),
  requests: (one, rule) =>
    run({ initial: { bytes: 1, gzipBytes: 1, requests: number(rule) }, subload: { bytes: 1, gzipBytes: 1, requests: 1 } })(one),
  'initial-requests': (one, rule) => run({ initial: { bytes: 1, gzipBytes: 1, requests: number(rule) + 1 } })(one),
  sizes: (one) => inSize({ ...still, ...one, head: still.head }, '123x45'),
  'least-width': (one, rule) => inSize(one, `${number(rule) - 1}x900`),
  'least-height': (one, rule) => inSize(one, `900x${number(rule) - 1}`),
  'folder-levels': (one, rule) => shown(`${'f/'.repeat(number(rule) + 1)}a.png`, png(1, 1))(one),
  'zip-name-characters': (one, rule) => ({ ...one, zip: `${'x'.repeat(number(rule) + 1)}.zip` }),
  'zip-name': (one) => ({ ...one, zip: 'spring.zip' }),
  'file-names': (one) => shown('été.png', png(1, 1))(one),
  'file-types': (one) => file('words.docx')(one),
  'not-file-types': (one, rule) => file(`film.${list(rule)[0]}`)(one),
  'no-zip-inside': (one) => file('more.zip')(one),
  'linked-files': body('<img src="gone.png" alt="">'),
  'no-orphans': file('spare.png', png(7, 7)),
  manifest: (one, rule) =>
    rule.value === 'adform' ? file('manifest.json', '{"version":"1.0"}')(one) : { ...one, files: { 'a.png': png(300, 250) } },
  'page-at-root': (one) => ({ ...one, page: 'banner/index.html', files: { 'banner/a.png': png(300, 250) } }),
  'page-name': (one) => ({ ...one, page: 'banner.html' }),
  'one-page': file('second.html', '<!doctype html><title>x</title>'),
  skeleton: (one) => ({ ...one, doctype: '' }),
  'ad-size': (one) => ({ ...one, head: one.head.replace('width=300', 'width=301') }),
  'ad-orientation': (one) => ({ ...one, head: good.head }),
  'padding-zero': (one) => ({ ...one, head: `${one.head}<style>html, body { padding: 0 4px }</style>` }),
  'margin-zero': (one) => ({ ...one, head: one.head.replace('margin:0', 'margin:8px') }),
  'inline-code': (one) => body('<script src="more.js"></script>')(file('more.js', 'var a = 1;')(one)),
  'not-tags': (one, rule) => {
    const tag = list(rule)[0] as string;
    return body(tag === 'a' ? '<a href="https://kaai.example/">x</a>' : `<${tag}></${tag}>`)(one);
  },
  'sound-waits': body('<audio src="a.mp3" autoplay></audio>'),
  'video-muted': body('<video autoplay></video>'),
  fonts: (one) => ({ ...file('f.woff2')(one), head: `${one.head}<style>@font-face{font-family:K;src:url(f.woff2)}</style>` }),
  'click-tag': (one) => ({ ...one, script: '' }),
  'click-tag-name': (one) => ({ ...one, script: '\nvar clicktag = "";\n' }),
  'click-tag-once': (one) => ({ ...one, script: '\nvar clickTag1 = "";\nvar clickTag2 = "";\n' }),
  'click-tag-top-level': (one) => ({ ...one, script: '\n(function () {\nvar clickTag = "";\n})();\n' }),
  'click-tag-in-head': (one) => body('<script>\nvar clickTag = "";\n</script>')({ ...one, script: '' }),
  'click-tag-readable': (one) => ({ ...one, script: 'var a=1,clickTag="",b=2;' }),
  'click-not-fixed': (one) => ({ ...one, body: '<div onclick="window.open(\'https://kaai.example/\')"></div>' }),
  'no-click-tag-in-gwd': (one) => ({ ...one, head: `${one.head}<meta name="generator" content="Google Web Designer 16.1">` }),
  'click-new-tab': (one) => ({ ...one, body: '<a href="https://kaai.example/"><img src="a.png" alt=""></a>' }),
  libraries: (one) => ({ ...one, body: good.body }),
  calls: (one) => ({ ...one, script: '\nvar clickTag = "";\n', body: '' }),
  'not-calls': (one, rule) => script(`${list(rule)[0]}('x');`)(one),
  hosts: body('<script src="https://cdn.example/x.js"></script>'),
  'not-hosts': (one, rule) => body(`<script src="https://${list(rule)[0]}/gsap.min.js"></script>`)(one),
  https: body('<img src="http://kaai.example/x.png" alt="">'),
  backup: (one) => ({ ...one, backup: undefined }),
  'backup-bytes': (one, rule) => ({ ...one, backup: { ...one.backup, name: 'spring-300x250.jpg', bytes: number(rule) + 1 } }),
  'backup-types': (one) => ({ ...one, backup: { name: 'spring-300x250.webp', bytes: 1 } }),
  'backup-same-name': (one) => ({ ...one, backup: { name: 'backup.jpg', bytes: 1 } }),
  'backup-same-size': (one) => ({ ...one, backup: { name: 'spring-300x250.jpg', bytes: 1, width: 299, height: 250 } }),
  'backup-density': (one) => withImages(one, 1),
  'backup-place': (one, rule) =>
    rule.value === 'inside' ? { ...good, run: one.run } : { ...file('backup.png', png(300, 250))(one), backup: undefined },
  seconds: (one, rule) => run({ seconds: number(rule) + 0.1 })(one),
  loops: (one, rule) => run({ loops: number(rule) + 1 })(one),
  ends: run({ endless: true, seconds: null }),
  'still-end': run({ stillEnd: false }),
  'change-seconds': (one, rule) =>
    run({
      labels: [
        { name: 'one', at: 0 },
        { name: 'two', at: number(rule) - 0.1 },
      ],
    })(one),
  flashes: (one, rule) => run({ flashes: number(rule) + 1 })(one),
  'gif-fps': (one, rule) => shown('m.gif', gif([100 / number(rule), 100], 1))(one),
  'gif-loops': (one, rule) => shown('m.gif', gif([50, 50], number(rule)))(one),
  'gif-seconds': (one, rule) => shown('m.gif', gif([number(rule) * 100, 50]))(one),
  'gif-frames': (one, rule) => shown('m.gif', gif(Array.from({ length: number(rule) + 1 }, () => 50)))(one),
  'not-blank': run({ blank: true }),
  'border-on-white': run({ edge: { white: 0.2, grey: 1, black: 1 } }),
  border: run({ edge: { white: 0.2, grey: 1, black: 1 } }),
  'cpu-30s': (one, rule) => run({ cpu: { in30: number(rule) + 0.1, in60: 1 } })(one),
  'cpu-60s': (one, rule) => run({ cpu: { in30: 1, in60: number(rule) + 0.1 } })(one),
  'cpu-share': (one, rule) => run({ cpu: { in30: number(rule) * 30 + 0.1, in60: 1 } })(one),
  cookies: (one, rule) => run({ cookies: number(rule) + 1 })(one),
  'no-errors': run({ consoleErrors: ['x is not defined'] }),
};

async function specimen(one: Try): Promise<Specimen> {
  const facts = await readPackage(await pack(folder.path, one.zip, filesOf(one)));
  const { size, zip, backup, denser, run } = one;
  return { name: zip, zip, size, facts, run, ...(backup ? { backup } : {}), ...(denser ? { denser } : {}), where: { deliverable: 'b' } };
}

const all = packs.flatMap((one) => one.rules.map((rule): AskedRule => ({ ...rule, from: one.id, by: one.name, over: [] })));
const known = all.filter(({ value }) => value !== null);
const titleOf = ({ from, id, basis, sizes = [], value }: AskedRule) =>
  `${from} ${id} ${basis ?? ''} ${sizes[0] ?? ''} ${String(value).slice(0, 40)}`;

describe.each(known.map((rule) => [titleOf(rule), rule] as const))('%s', (_, rule) => {
  test('is kept by a good package', async () => {
    expect(judges[rule.id](rule, await specimen(keeping(rule)))).toEqual([]);
  });

  test('is broken by a bad one, which is told with its origin', async () => {
    const verdict = judges[rule.id](rule, await specimen(breaking[rule.id](keeping(rule), rule)));
    expect(verdict).not.toBe('unmeasured');
    expect(verdict).toHaveLength(1);
    const [found] = verdict as Exclude<typeof verdict, 'unmeasured'>;
    if (!found || rule.id === 'no-errors') return;
    expect(found).toMatchObject({
      severity: rule.severity,
      args: { by: rule.by, source: rule.source, read: rule.read, status: rule.status },
    });
    for (const language of ['nl', 'fr', 'en'] as const) {
      const { message, advice } = wordsOf(found, language);
      expect(`${message} ${advice}`).not.toMatch(/undefined|NaN|\[object/);
      expect(advice).toContain(rule.source.replace(/ +/g, ' '));
    }
  });
});

test('every rule that can be judged is in some pack, and no other', () => {
  const asked = new Set(known.map(({ id }) => id));
  expect(ruleIds.filter((id) => !asked.has(id))).toEqual([]);
});

test('what is old or not confirmed never blocks', () => {
  for (const { status, severity } of all) {
    if (status === 'old') expect(severity).not.toBe('error');
    if (status === 'unconfirmed') expect(severity).toBe('info');
  }
});

test('an unknown value neither passes nor blocks: it is told as unknown', async () => {
  const rules = rulesFor(profileOf('roularta'), '300x250');
  const { unknown, findings } = judgeSpecimen(rules, await specimen(still));
  expect(unknown.map(({ id, from }) => `${from} ${id}`)).toEqual(expect.arrayContaining(['roularta weight', 'roularta click-tag']));
  expect(findings).toEqual([]);
});

test('what only a browser can tell is not passed over without one', async () => {
  const { run: _, ...unseen } = await specimen(still);
  const { unmeasured } = judgeSpecimen(rulesFor(profileOf('ttd'), '300x250'), unseen);
  expect(unmeasured).toEqual(expect.arrayContaining(['seconds', 'ends', 'still-end', 'border', 'cpu-30s']));
  // So few bytes cannot be too many before the load event.
  expect(unmeasured).not.toContain('weight');
});

test('of a heavy package without a browser nobody knows what comes first', async () => {
  const { run: _, ...unseen } = await specimen(shown('heavy.png', png(1, 1, 400_000))(still));
  expect(judgeSpecimen(rulesFor(profileOf('ttd'), '300x250'), unseen).unmeasured).toContain('weight');
});

test('what two ask in the same matter is told once, by the one with whom it weighs most', async () => {
  const rules = rulesFor(profileOf('common', { zipBytes: 1000 }), '300x250');
  const { findings } = judgeSpecimen(rules, await specimen(shown('heavy.png', png(1, 1, 160_000))(still)));
  expect(findings.filter(({ code, args }) => code === 'banner-too-heavy' && args['basis'] === 'zip').map(({ args }) => args['by'])).toEqual(
    ['house'],
  );
});

test('bytes that are noise weigh what they weigh', () => expect(noise(1000)).toHaveLength(1000));
