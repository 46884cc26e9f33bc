/** Sets the pages of the site: pictures first, then fonts, then the styles that name them. */
import { planScript, planStyle } from '../jobs/bundle.ts';
import { BASIC_LATIN, charactersOf, fontFaceCss, planFont } from '../jobs/font.ts';
import { type Ask, fillMarks, markOf } from '../model/ask.ts';
import { lacking, useOf } from '../model/font.ts';
import type { LaidCut, LaidFile, Page, PlacedFile, Use } from '../model/layout.ts';
import type { Order } from '../model/order.ts';
import type { RenderedTemplate } from '../model/rendering.ts';
import { answerImage } from './answers.ts';
import { broken, type Frame, type Gathered, gather, inOrder, type LayoutEffects, once, placeOf } from './gather.ts';
import { relativeLinks } from './links.ts';
import { answerPlayer } from './players.ts';
import { shownText, writtenUnder } from './shown-text.ts';
import { languagePage } from './unit.ts';
import { forbidden, lackingFindings } from './unit-fonts.ts';

/** @param cuts that pages may play */
export async function setSite(frame: Frame, effects: LayoutEffects, gathered: Gathered, cuts: readonly LaidCut[]): Promise<Page[]> {
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
    const media: LaidFile[] = [];
    const clips: string[] = [];
    const seen = new Set<string>();
    const texts: string[] = [];
    const html = fillMarks(unwrapped(page.html, asks), asks, (ask, index) => {
      if (ask.kind === 'video' || ask.kind === 'audio') {
        const answer = answerPlayer(frame, ask, language, cuts, toolchain.sharp);
        gather({ ...answer, uses: [] }, { page: page.url, deliverable: 'site', ...placeOf(ask, page.source) }, gathered);
        files.push(...answer.files);
        media.push(...answer.media);
        clips.push(...answer.clips);
        for (const clip of answer.clips) if (!answer.soundOnly.includes(clip)) seen.add(clip);
        texts.push(...answer.texts);
        return answer.html;
      }
      if (ask.kind !== 'image') return markOf(index);
      const answer = answerImage(frame, ask, language, toolchain);
      gather(answer, { page: page.url, deliverable: 'site', ...placeOf(ask, page.source) }, gathered);
      uses.push(...answer.uses);
      files.push(
        ...answer.jobs.filter(({ kind }) => kind === 'image' || kind === 'video').map(({ file, key }) => ({ path: `img/${file}`, key })),
      );
      return answer.html;
    });
    return { ...page, language, html, files, uses, media, clips, soundOnly: clips.filter((clip) => !seen.has(clip)), texts };
  });
  await inOrder(
    set.flatMap(({ texts }) => texts),
    effects.keepText,
  );

  // Only fonts ask which characters there are.
  const written = writtenUnder(house, ['site/']);
  const shown = house.fonts.length === 0 ? [] : set.map(({ html, language }) => ({ language, ...shownText(html, language, written) }));
  const characters = charactersOf([BASIC_LATIN, ...shown.map(({ letters }) => letters)]);
  const fonts = house.fonts.map((face) => {
    const allowed = useOf(face, 'site');
    if (allowed.use === 'barred') findings.push(forbidden(face.family, allowed.why, { deliverable: 'site' }));
    if (allowed.use === 'whole')
      findings.push({ code: 'font-kept-whole', severity: 'warning', where: { deliverable: 'site' }, args: { family: face.family } });
    return { face, job: planFont(face, characters, toolchain.subsetFont, { whole: allowed.use === 'whole' }) };
  });
  // Of several families nobody knows here which sets what: only what none of them has is surely missing.
  const texts = shown.map(({ language, text }) => ({
    language,
    text: house.fonts.reduce((left, face) => lacking(face, left).join(''), text),
  }));
  const [first] = house.fonts;
  if (first && house.fonts.every(({ facts }) => facts)) findings.push(...lackingFindings(first, { deliverable: 'site' }, texts));
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
    const { url, path, language, source, uses, clips, soundOnly } = page;
    const media = once(page.media);
    const played = media.length > 0 ? { media, clips: [...new Set(clips)].sort(), soundOnly: [...new Set(soundOnly)].sort() } : {};
    return { url, path, language, digest, bytes, source, references, uses, files: once(files), ...played };
  });
}

/** Markdown makes a paragraph of a tag that stands alone; no paragraph can hold a player. */
function unwrapped(html: string, asks: readonly Ask[]): string {
  return html.replace(/<p>\s*\uE000(\d+)\uE001\s*<\/p>/g, (whole, index: string) => {
    const kind = asks[Number(index)]?.kind;
    return kind === 'video' || kind === 'audio' ? markOf(Number(index)) : whole;
  });
}

/** A site in several languages needs a page at its root. */
function rootPage(order: Order): RenderedTemplate {
  const title = order.title[order.languages[0] ?? ''] ?? order.client;
  return { url: '/', path: 'index.html', source: 'order.yaml', html: languagePage(title, order.languages) };
}
