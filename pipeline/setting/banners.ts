/** Sets the banner units of one set: pictures, fonts, styles and the motion of each. */
import { planScript, planStyle } from '../jobs/bundle.ts';
import { charactersOf, fontFaceCss, planFont } from '../jobs/font.ts';
import { fillMarks } from '../model/ask.ts';
import type { BannerTemplate } from '../model/house.ts';
import type { PlacedFile, Unit, Use } from '../model/layout.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerSet } from '../model/order.ts';
import { answerBannerImage } from './answers.ts';
import { broken, type Frame, type Gathered, gather, inOrder, type LayoutEffects, once, placeOf } from './gather.ts';
import { visibleText } from './links.ts';
import { unitHtml } from './unit.ts';
import { unitsOf } from './units.ts';

export async function setBanners(frame: Frame, set: BannerSet, effects: LayoutEffects, gathered: Gathered): Promise<Unit[]> {
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
  const { pages, asks, fault } = await effects.renderUnits(set.template, wishes);
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
      prelude: house.tokensCss + faces,
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
