/** Order + house style + assets → layout: sets pages and banner units, and lists every job they ask for. */

import { planScript, planStyle } from './jobs/bundle.ts';
import { BASIC_LATIN, charactersOf, fontFaceCss, planFont } from './jobs/font.ts';
import type { Ask } from './model/ask.ts';
import { fillMarks } from './model/ask.ts';
import type { Asset } from './model/asset.ts';
import type { Finding, Where } from './model/finding.ts';
import type { BannerTemplate, HouseStyle } from './model/house.ts';
import type { Blob, Job, Toolchain } from './model/job.ts';
import type { Layout, Page, PlacedFile, Proof, StaticFile, Unit, Use } from './model/layout.ts';
import { nearest } from './model/nearest.ts';
import type { BannerSet, Order } from './model/order.ts';
import { type Answer, answerBannerImage, answerImage } from './setting/answers.ts';
import { HYPHENS_CSS, withSoftHyphens } from './setting/hyphens.ts';
import { relativeLinks, visibleText } from './setting/links.ts';
import { languagePage, unitHtml } from './setting/unit.ts';
import { type UnitWish, unitsOf } from './setting/units.ts';

export interface RenderedTemplate {
  readonly url: string;
  readonly path: string;
  readonly source: string;
  readonly html: string;
}

export interface Rendering {
  readonly pages: readonly RenderedTemplate[];
  readonly asks: readonly Ask[];
  readonly fault?: { readonly file: string; readonly line: number; readonly column: number; readonly detail: string };
}

export interface LayoutEffects {
  readonly renderSite: () => Promise<Rendering>;
  readonly renderUnits: (template: string, units: readonly UnitWish[]) => Promise<Rendering>;
  readonly keepText: (text: string) => Promise<Blob>;
  readonly toolchain: Toolchain;
}

export interface Frame {
  readonly order: Order;
  readonly house: HouseStyle;
  readonly assets: ReadonlyMap<string, Asset>;
}

const STATIC_FOLDER = 'site/static/';

export async function makeLayout(
  order: Order,
  house: HouseStyle,
  assets: readonly Asset[],
  effects: LayoutEffects,
  only?: 'site' | 'banners',
): Promise<Layout> {
  const frame: Frame = { order, house, assets: new Map(assets.map((asset) => [asset.name, asset])) };
  const gathered: Gathered = { jobs: new Map(), proofs: new Map(), findings: [] };
  const { jobs, proofs, findings } = gathered;
  const pages = order.deliver.site && only !== 'banners' ? await setSite(frame, effects, gathered) : [];
  const units: Unit[] = [];
  for (const set of only === 'site' ? [] : order.deliver.banners) units.push(...(await setBanners(frame, set, effects, gathered)));
  const statics: StaticFile[] =
    pages.length === 0
      ? []
      : house.files
          .filter(({ path }) => path.startsWith(STATIC_FOLDER))
          .map(({ path, ...file }) => ({ path: path.slice(STATIC_FOLDER.length), ...file }));
  return { pages, units, statics, jobs: [...jobs.values()], proofs: [...proofs.values()], findings };
}

/** What pages and units bring along, each once. */
interface Gathered {
  readonly jobs: Map<string, Job>;
  readonly proofs: Map<string, Proof>;
  readonly findings: Finding[];
}

async function setSite(frame: Frame, effects: LayoutEffects, gathered: Gathered): Promise<Page[]> {
  const { jobs, findings } = gathered;
  const { order, house } = frame;
  const { toolchain } = effects;
  const rendering = effects.renderSite();
  const root = rootPage(order);
  const { pages, asks, fault } = await rendering;
  if (fault) {
    findings.push(broken('site', fault));
    return [];
  }
  const hasRoot = pages.length === 0 || pages.some(({ path }) => path === root.path);
  const rendered = hasRoot ? pages : [root, ...pages];

  // First the pictures; then, with all words known, the fonts; then the styles that name the fonts.
  const set = rendered.map((page) => {
    const language = order.languages.find((one) => page.url.startsWith(`/${one}/`)) ?? order.languages[0] ?? 'en';
    const files: PlacedFile[] = [];
    const uses: Use[] = [];
    const html = fillMarks(page.html, asks, (ask, index) => {
      if (ask.kind !== 'image') return `\uE000${index}\uE001`;
      const answer = answerImage(frame, ask, language, toolchain.sharp);
      gather(answer, { page: page.url, deliverable: 'site', ...placeOf(ask, page.source) }, gathered);
      uses.push(...answer.uses);
      files.push(...answer.jobs.filter(({ kind }) => kind === 'image').map(({ file, key }) => ({ path: `img/${file}`, key })));
      return answer.html;
    });
    return { ...page, language, html, files, uses };
  });

  // Only fonts ask which characters there are.
  const characters = house.fonts.length === 0 ? '' : charactersOf([BASIC_LATIN, ...set.map(({ html }) => visibleText(html))]);
  const fonts = house.fonts.map((face) => ({ face, job: planFont(face, characters, toolchain.subsetFont) }));
  for (const { job } of fonts) jobs.set(job.key, job);
  const faces = fonts.map(({ face, job }) => fontFaceCss(face, `../fonts/${job.file}`)).join('');
  const fontFiles = fonts.map(({ job }) => ({ path: `fonts/${job.file}`, key: job.key }));
  const preloads = fonts
    .filter(({ face }) => face.style === 'normal')
    .map(({ job }) => `<link rel="preload" href="/fonts/${job.file}" as="font" type="font/woff2" crossorigin>`);

  return inOrder(set, async (page): Promise<Page> => {
    const files = [...page.files];
    const filled = fillMarks(page.html, asks, (ask) => {
      const wish = { house, folder: 'site/', entry: ask.name };
      if (!house.files.some(({ path }) => path === `${wish.folder}${wish.entry}`)) {
        findings.push({
          code: 'template-missing',
          severity: 'error',
          where: { page: page.url, deliverable: 'site', ...placeOf(ask, page.source) },
          args: { template: `site/${wish.entry}` },
        });
        return '';
      }
      const job =
        ask.kind === 'styles'
          ? planStyle({ ...wish, fileName: '{name}-{key}.css', tool: toolchain.lightningcss, prelude: house.tokensCss + faces })
          : planScript({ ...wish, fileName: '{name}-{key}.js', tool: `${toolchain.esbuild}, ${toolchain.gsap}`, runtime: 'page' });
      jobs.set(job.key, job);
      files.push({ path: `assets/${job.file}`, key: job.key });
      if (ask.kind === 'script') return `<script type="module" src="/assets/${job.file}"></script>`;
      files.push(...fontFiles);
      return `${preloads.join('')}<link rel="stylesheet" href="/assets/${job.file}">`;
    });
    const { html, references } = relativeLinks(filled, page.path);
    const { digest, bytes } = await effects.keepText(html);
    const { url, path, language, source, uses } = page;
    return { url, path, language, digest, bytes, source, references, uses, files: once(files) };
  });
}

/** A site in several languages needs a page at its root. */
function rootPage(order: Order): RenderedTemplate {
  const title = order.title[order.languages[0] ?? ''] ?? order.client;
  return { url: '/', path: 'index.html', source: 'order.yaml', html: languagePage(title, order.languages) };
}

async function setBanners(frame: Frame, set: BannerSet, effects: LayoutEffects, gathered: Gathered): Promise<Unit[]> {
  const { jobs, findings } = gathered;
  const { house } = frame;
  const { toolchain } = effects;
  const template: BannerTemplate | undefined = house.banners[set.template];
  if (!template) {
    findings.push({
      code: 'template-missing',
      severity: 'error',
      where: { file: 'order.yaml', deliverable: `banners/${set.template}` },
      args: { template: set.template, nearest: nearest(set.template, Object.keys(house.banners)) },
    });
    return [];
  }
  const wishes = unitsOf(frame, set, template, findings);
  if (wishes.length === 0) return [];
  const { pages, asks, fault } = await effects.renderUnits(set.template, await withSoftHyphens(wishes));
  if (fault) {
    for (const { name } of wishes) findings.push(broken(name, fault));
    return [];
  }
  const folder = `banners/${set.template}/`;
  const hasScript = house.files.some(({ path }) => path === `${folder}motion.ts`);
  const script = planScript({
    house,
    folder,
    entry: 'motion.ts',
    fileName: 'motion.js',
    tool: `${toolchain.esbuild}, ${toolchain.gsap}, ${toolchain.kader}`,
    runtime: 'banner',
  });
  const bodies = new Map(pages.map(({ path, html }) => [path.replace(/\.html$/, ''), html]));
  const textsOf = (language: string): string[] =>
    wishes.filter((wish) => wish.language === language).map((wish) => visibleText(bodies.get(wish.id) ?? ''));

  return inOrder(wishes, async (wish): Promise<Unit> => {
    const files: PlacedFile[] = [];
    const uses: Use[] = [];
    const body = fillMarks(bodies.get(wish.id) ?? '', asks, (ask) => {
      const answer = answerBannerImage(frame, ask, wish, set, template, toolchain.sharp);
      gather(answer, { deliverable: wish.name, ...placeOf(ask, `templates/${house.name}/${folder}template.njk`) }, gathered);
      uses.push(...answer.uses);
      files.push(...answer.placed);
      return answer.html;
    });
    const characters = charactersOf([' ', ...textsOf(wish.language)]);
    const fonts = house.fonts
      .filter((face) => face.style === 'normal')
      .slice(0, 1)
      .map((face) => ({ face, job: planFont(face, characters, toolchain.subsetFont) }));
    const faces = fonts.map(({ face, job }) => fontFaceCss(face, job.file)).join('');
    const style = planStyle({
      house,
      folder,
      entry: 'style.css',
      fileName: 'style.css',
      tool: toolchain.lightningcss,
      prelude: house.tokensCss + HYPHENS_CSS + faces,
    });
    for (const job of [...fonts.map(({ job }) => job), style, ...(hasScript ? [script] : [])]) {
      jobs.set(job.key, job);
      files.push({ path: job.file, key: job.key });
    }
    const title = frame.order.title[wish.language] ?? frame.order.client;
    const { digest, bytes } = await effects.keepText(unitHtml({ ...wish, title, body, hasScript }));
    const { name, size, family, language, version, landing } = wish;
    return { name, template: set.template, size, family, language, version, digest, bytes, landing, uses, files: once(files) };
  });
}

function gather(answer: Answer, where: Where, { jobs, proofs, findings }: Gathered): void {
  for (const job of [...answer.jobs, ...(answer.proof?.jobs ?? [])]) jobs.set(job.key, job);
  if (answer.proof) proofs.set(answer.proof.proof.after.key, answer.proof.proof);
  for (const found of answer.findings) findings.push({ ...found, where: { ...where, ...found.where } });
}

function placeOf(ask: Ask, source: string): Pick<Where, 'file' | 'line'> {
  return { file: ask.file ?? source, ...(ask.line ? { line: ask.line } : {}) };
}

function broken(deliverable: string, fault: NonNullable<Rendering['fault']>): Finding {
  const { file, line, column, detail } = fault;
  return {
    code: 'template-broken',
    severity: 'error',
    where: { deliverable, file, ...(line ? { line } : {}), ...(column ? { column } : {}) },
    args: { file, line, detail },
  };
}

function once(files: readonly PlacedFile[]): PlacedFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

async function inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
