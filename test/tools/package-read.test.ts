/** Packages read without running them: what stands in them, whoever made them, and zips made to break their reader. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PackageFacts } from '../../pipeline/model/package.ts';
import { readPackage } from '../../pipeline/tools/package-read.ts';
import { adformManifest, filesOf, gif, good, noise, pack, packageFolder, pageOf, png } from '../support/packages.ts';

const folder = packageFolder();
afterAll(folder.remove);

const read = async (files: Readonly<Record<string, string | Buffer>>): Promise<PackageFacts> =>
  readPackage(await pack(folder.path, 'b.zip', files));
const page = (body: string, head = ''): string => pageOf({ ...good, body, head: good.head + head });
const written = (bytes: Buffer): string => {
  const to = join(mkdtempSync(join(folder.path, 'z-')), 'b.zip');
  writeFileSync(to, bytes);
  return to;
};
/** Zips that no decent program writes. */
const python = (code: string): string => {
  const to = join(mkdtempSync(join(folder.path, 'y-')), 'b.zip');
  execFileSync('python3', ['-c', `import zipfile, sys\nto = sys.argv[1]\n${code}`, to]);
  return to;
};
const reasons = ({ faults }: PackageFacts): string[] => faults.map(({ reason }) => reason);

describe('a page', () => {
  test('says its size, its title and its skeleton as they are written', async () => {
    const { document, page: at, files, faults } = await read(filesOf(good));
    expect(at).toBe('index.html');
    expect(faults).toEqual([]);
    expect(document).toMatchObject({
      skeleton: ['doctype', 'html', 'head', 'body'],
      title: 'Spring',
      adSize: { width: 300, height: 250 },
      marginZero: true,
    });
    expect(files.map(({ path, used, picture }) => [path, used, picture?.width])).toEqual([
      ['index.html', true, undefined],
      ['a.png', true, 300],
    ]);
  });

  test.each([
    ['no doctype', '<html><head></head><body></body></html>', ['html', 'head', 'body']],
    ['tags that a browser would add', '<!DOCTYPE html><title>x</title><p>y', ['doctype']],
    ['the body first', '<!doctype html><html><body></body><head></head></html>', ['doctype', 'html', 'body', 'head']],
    ['a byte order mark', '\uFEFF<!doctype html><html><head></head><body></body></html>', ['doctype', 'html', 'head', 'body']],
  ])('%s', async (_, html, skeleton) => expect((await read({ 'index.html': html })).document?.skeleton).toEqual(skeleton));

  test('is the one nearest to the root, else it cannot be told', async () => {
    expect((await read({ 'a/b/index.html': '', 'a/ad.html': '' })).page).toBe('a/ad.html');
    expect((await read({ 'one.html': '', 'two.html': '' })).page).toBeNull();
    expect((await read({ 'x.css': '' })).page).toBeNull();
  });
});

describe('references', () => {
  test('of pages, styles and scripts are found where they load, and nowhere else', async () => {
    const files = {
      'index.html': page(
        '<img src="img/a.png" srcset="img/a.png 1x,img/b.png 2x"><div style="background:url(\'img/c.png\')"></div><!-- <img src="commented.png"> --><script src="js/app.js"></script>',
        '<link rel="stylesheet" href="css/s.css"><link rel="canonical" href="https://kaai.example/">',
      ),
      'css/s.css': '@import "t.css"; a{background:url(../img/d.png)} /* url(no.png) */ b{content:"url(neither.png)"}',
      'css/t.css': '@font-face{font-family:K;src:url("k.woff2") format("woff2")}',
      'css/k.woff2': noise(50),
      'js/app.js':
        "// fetch('comment.json')\nfetch('data.json'); const i = new Image(); i.src = 'img/e.png'; var ns = 'http://www.w3.org/2000/svg'; loader.add('img/f.png?v=3');",
      'data.json': '{}',
      ...Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'spare'].map((name) => [`img/${name}.png`, png(1, 1)])),
    };
    const { references, files: all, fontSources } = await read(files);
    expect(all.filter(({ used }) => !used).map(({ path }) => path)).toEqual(['img/spare.png']);
    expect(references.filter(({ file, url }) => !file || url)).toEqual([]);
    expect(references.map(({ written }) => written)).toContain('../img/d.png');
    expect(fontSources).toEqual([{ way: 'file', path: 'css/t.css' }]);
  });

  test('that lie elsewhere are told with their address, and those to nowhere with none', async () => {
    const { references } = await read({
      'index.html': page('<script src="//cdn.example/x.js"></script><img src="gone.png"><script>import("https://esm.example/y");</script>'),
    });
    expect(references.map(({ url, file }) => url ?? file)).toEqual(
      expect.arrayContaining(['https://cdn.example/x.js', null, 'https://esm.example/y']),
    );
  });

  test('of a style are its addresses, and no formats that stand beside them', async () => {
    const { references, files: all } = await read({
      'index.html': page(
        '',
        `<style>@import "first.css" supports(content: "no.css"); @import url('second.css');
a{background:image-set("a.avif" type("image/avif") 1x, url("b.webp") type('image/webp'), "c.png" 2x, url(d.png) 3x)}
b{background:-webkit-image-set("e.png" 1x) , url("f.png"); content:"no.png"}
@font-face{font-family:K;src:url(k.woff2) format("woff2"), url("k.woff") format("woff")}</style>`,
      ),
      ...Object.fromEntries(['a.avif', 'b.webp', 'c.png', 'd.png', 'e.png', 'f.png', 'k.woff', 'k.woff2'].map((name) => [name, 'x'])),
      'first.css': '',
      'second.css': '',
    });
    expect(references.filter(({ file }) => file === null)).toEqual([]);
    expect(all.filter(({ used }) => !used)).toEqual([]);
  });

  test('never climb out of the package', async () => {
    const { references } = await read({
      'index.html': page('<img src="../../../../etc/passwd"><img src="%2e%2e/%2e%2e/a.png">'),
      'a.png': png(1, 1),
    });
    expect(references.map(({ file }) => file).sort()).toEqual(['a.png', null]);
  });
});

describe('click tags', () => {
  const tags = async (script: string) => (await read({ 'index.html': pageOf({ ...good, script }) })).clickTags;

  test.each([
    [
      '\nvar clickTag = "https://kaai.example/";\n',
      [{ name: 'clickTag', top: true, inHead: true, url: 'https://kaai.example/', readable: true }],
    ],
    ['var clickTag="";', [{ name: 'clickTag', url: '', readable: true }]],
    ['var a=1,clickTAG="x";b()', [{ name: 'clickTAG', readable: false }]],
    ['(function(){ var clickTag = ""; })()', [{ name: 'clickTag', top: false }]],
    ['window.clickTag = get("clickTag");', [{ name: 'clickTag', url: null }]],
    ['var clickTag = ""; clickTag = get();', [{ name: 'clickTag' }]],
    ['// var clickTag = "";\nvar text = "var clickTag";', []],
  ])('%s', async (script, expected) => {
    const found = await tags(script);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });

  test('in another file are not in the page', async () => {
    const { clickTags } = await read({
      'index.html': pageOf({ ...good, script: '', body: '<script src="c.js"></script>' }),
      'c.js': 'var clickTag = "";',
    });
    expect(clickTags).toMatchObject([{ name: 'clickTag', path: 'c.js', inHead: false }]);
  });
});

describe('scripts', () => {
  const calls = async (code: string): Promise<string[]> =>
    (await read({ 'index.html': page(`<script>${code}</script>`) })).calls.map(({ name }) => name).filter((name) => name !== 'window.open');

  test.each([
    ['localStorage.setItem("a", 1)', ['localStorage']],
    ['window["localStorage"].a = 1', ['localStorage']],
    ['self.document.cookie = "a=1"', ['document.cookie']],
    ['console.log(1); window.console.warn(2)', ['console.log', 'console.warn']],
    ['alert(1)', ['alert']],
    ['function alert() {} alert(1)', []],
    ['object.alert(1); ({ alert() {} })', []],
    ['Enabler.exit("x")', ['Enabler.exit']],
    ['document.location = "https://kaai.example/"', ['location.href']],
    ['window.top.location.href = x', ['location.href']],
    ['navigator.geolocation.getCurrentPosition(f)', ['navigator.geolocation']],
    ['dhtml.getVar("clickTAG")', ['dhtml.getVar']],
    ['new URLSearchParams(window.location.search)', ['location.search']],
  ])('%s', async (code, expected) => expect(await calls(code)).toEqual(expected));

  test('that open a fixed address are told with it, in code and in links', async () => {
    const { fixedExits } = await read({
      'index.html': page('<a href="https://link.example/">x</a><a href="javascript:window.open(\'https://js.example/\')">y</a>'),
    });
    expect(fixedExits.map(({ url }) => url)).toEqual(['https://js.example/', 'https://link.example/']);
  });

  test('with a slip are told as not read', async () => {
    expect(reasons(await read({ 'index.html': page('<script>var = 1;</script>'), 'b.js': 'function (' }))).toEqual([
      'script-unreadable',
      'script-unreadable',
    ]);
  });

  test.each([
    ['JavaScript', { 'index.html': page('<script src="d.js"></script>'), 'd.js': `a=${'['.repeat(200_000)}` }],
    ['a chain without end', { 'index.html': page('<script src="d.js"></script>'), 'd.js': `a=${'b.c+'.repeat(150_000)}1` }],
    ['CSS', { 'index.html': page(''), 'd.css': '(['.repeat(300_000) }],
    ['HTML', { 'index.html': '<div>'.repeat(200_000) }],
  ])('nested without end overturn nothing: %s', async (_, files) => {
    const facts = await read(files);
    expect(facts.page).toBe('index.html');
  });
});

describe('pictures', () => {
  test('a GIF says how it moves, as browsers play it', async () => {
    const { files } = await read({ 'm.gif': gif([50, 100, 50], 2), 's.gif': gif([0]), 'f.gif': gif([1, 1], 0) });
    expect(files.map(({ picture }) => picture?.motion)).toEqual([
      { frames: 3, seconds: 2, fps: 2, plays: 3 },
      undefined,
      { frames: 2, seconds: 0.2, fps: 10, plays: 0 },
    ]);
  });

  test('of the size of the unit that nothing shows are the backup', async () => {
    expect((await read({ ...filesOf(good), 'still.png': png(600, 500) })).backup).toBe('still.png');
    expect((await read({ ...filesOf(good), 'backup.png': png(20, 20) })).backup).toBe('backup.png');
    expect((await read(filesOf(good))).backup).toBeNull();
  });

  test('that end too soon are no pictures', async () => {
    const { files } = await read({
      'a.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
      'b.gif': 'GIF89a',
      'c.jpg': Buffer.from([0xff, 0xd8, 0xff]),
    });
    expect(files.map(({ picture }) => picture?.width)).toEqual([undefined, undefined, undefined]);
  });
});

describe('manifests', () => {
  test('of Adform must name the page and a click tag', async () => {
    const of = async (json: string) => (await read({ ...filesOf(good), 'manifest.json': json })).manifests[0]?.problems;
    expect(await of(adformManifest(300, 250))).toEqual([]);
    expect(await of(adformManifest(300, 250).replace('index.html', 'ad.html'))).toEqual(['source: ad.html']);
    expect(await of('{ not json')).toEqual(['JSON']);
    expect(await of('[]')).toEqual(['JSON']);
  });
});

describe('a zip that means harm', () => {
  test.each([
    ['is no zip', () => written(Buffer.from('PK, but not really')), 'not-a-zip'],
    ['is empty', () => written(Buffer.alloc(0)), 'not-a-zip'],
    ['holds no file', () => python("zipfile.ZipFile(to, 'w').close()"), 'empty'],
    ['holds folders alone', () => python("z = zipfile.ZipFile(to, 'w'); z.writestr('banner/', ''); z.close()"), 'empty'],
    ['climbs out', () => python("z = zipfile.ZipFile(to, 'w'); z.writestr('../../evil.html', 'x'); z.close()"), 'unsafe-name'],
    ['starts at the root', () => python("z = zipfile.ZipFile(to, 'w'); z.writestr('/etc/evil.html', 'x'); z.close()"), 'unsafe-name'],
    [
      'holds a link',
      () =>
        python(
          "z = zipfile.ZipFile(to, 'w'); i = zipfile.ZipInfo('l.html'); i.create_system = 3; i.external_attr = 0o120777 << 16; z.writestr(i, '/etc/passwd'); z.close()",
        ),
      'unsafe-name',
    ],
    [
      'has one name twice',
      () => python("z = zipfile.ZipFile(to, 'w'); z.writestr('a.js', 'x'); z.writestr('A.js', 'y'); z.close()"),
      'same-name',
    ],
    [
      'was packed by Windows’ own old hand',
      () =>
        python(
          "z = zipfile.ZipFile(to, 'w'); i = zipfile.ZipInfo('css/a.css'); i.filename = 'css\\\\a.css'; z.writestr(i, 'x'); z.close()",
        ),
      'backslash-name',
    ],
    [
      'has letters in no code',
      () =>
        python(
          "z = zipfile.ZipFile(to, 'w'); z.writestr('Xt.png', 'x'); z.close()\nb = bytearray(open(to, 'rb').read().replace(b'Xt.png', b'\\x82t.png')); open(to, 'wb').write(b)",
        ),
      'unmarked-name',
    ],
    [
      'has 65 000 files',
      () => python("z = zipfile.ZipFile(to, 'w')\nfor i in range(65000): z.writestr(f'{i}.txt', '')\nz.close()"),
      'too-many-files',
    ],
    [
      'unpacks to a hundred megabytes',
      () =>
        python("z = zipfile.ZipFile(to, 'w', zipfile.ZIP_DEFLATED)\nfor i in range(6): z.writestr(f'{i}.js', bytes(16 << 20))\nz.close()"),
      'too-large',
    ],
    [
      'is packed with bzip2',
      () => python("z = zipfile.ZipFile(to, 'w', zipfile.ZIP_BZIP2); z.writestr('a.js', 'x' * 999); z.close()"),
      'unknown-compression',
    ],
    [
      'is not what its checksum says',
      () =>
        python(
          "z = zipfile.ZipFile(to, 'w'); z.writestr('a.js', 'var a = 1;'); z.close()\nb = bytearray(open(to, 'rb').read()); b[b.index(b'var a')] = 86; open(to, 'wb').write(b)",
        ),
      'wrong-checksum',
    ],
    [
      'is encrypted',
      () =>
        python(
          "z = zipfile.ZipFile(to, 'w', zipfile.ZIP_DEFLATED); z.writestr('a.js', 'var a = 1;' * 9); z.close()\nb = bytearray(open(to, 'rb').read()); b[6] |= 1; b[b.index(b'PK\\x01\\x02') + 8] |= 1; open(to, 'wb').write(b)",
        ),
      'encrypted',
    ],
  ] as const)('%s', { timeout: 60_000 }, async (_, make, reason) => {
    const path = make();
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(reasons(await readPackage(path))).toContain(reason);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });

  test('unpacks to more than it says', async () => {
    const path = await pack(folder.path, 'b.zip', { 'a.js': 'x'.repeat(5_000_000) });
    const bytes = readFileSync(path);
    // In the list at the end and before the file: five million become nine.
    for (
      let at = bytes.indexOf(Buffer.from([0x40, 0x4b, 0x4c, 0]));
      at >= 0;
      at = bytes.indexOf(Buffer.from([0x40, 0x4b, 0x4c, 0]), at + 1)
    )
      bytes.writeUInt32LE(9, at);
    const facts = await readPackage(written(bytes));
    expect(reasons(facts)).toEqual(['damaged']);
    expect(facts.files).toEqual([]);
  });

  test('cut anywhere, or with any byte changed, gives facts and no error', { timeout: 60_000 }, async () => {
    const whole = readFileSync(await pack(folder.path, 'b.zip', filesOf(good)));
    for (let at = 0; at < whole.length; at += 7) expect((await readPackage(written(whole.subarray(0, at)))).what).toBe('package');
    for (let at = 0; at < whole.length; at += 5) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 0xff;
      expect((await readPackage(written(changed))).what).toBe('package');
    }
  });
});

test('the same package gives the same facts, whatever was read before', async () => {
  const files = { ...filesOf(good), 'x.js': 'console.log(1)' };
  const first = await read(files);
  await read({ 'index.html': page('<script src="x.js"></script>'), 'x.js': 'console.log(1)' });
  expect(await read(files)).toEqual(first);
});
