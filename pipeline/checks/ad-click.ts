/** Judges how a click leaves a banner, as far as its scripts say it. */
import type { ClickTag } from '../model/package.ts';
import { asPattern, type Judge, type Specimen, told, toldOf } from './ad-rule.ts';

type Problem = 'missing' | 'name' | 'several' | 'nested' | 'not-in-head' | 'not-readable' | 'in-gwd';

/** Those of the page itself: an ad server looks in no other file. */
const inPage = ({ facts }: Specimen): readonly ClickTag[] => facts.clickTags.filter(({ path }) => path === facts.page);
const wrong = (rule: Parameters<Judge>[0], specimen: Specimen, problem: Problem, tags: readonly ClickTag[] = []) =>
  told('ad-click-tag-wrong', rule, specimen, {
    problem,
    ...(tags.length > 0 ? { items: [...new Set(tags.map(({ name }) => name))] } : {}),
  });

/** Of click tags those that are not as they should be. */
const each =
  (problem: Problem, isRight: (tag: ClickTag, rule: Parameters<Judge>[0]) => boolean): Judge =>
  (rule, specimen) => {
    const off = inPage(specimen).filter((tag) => !isRight(tag, rule));
    return off.length > 0 ? [wrong(rule, specimen, problem, off)] : [];
  };

/** Google Web Designer makes its own. */
export const clickTag: Judge = (rule, specimen) =>
  inPage(specimen).length > 0 || specimen.facts.document?.gwd || specimen.facts.page === null ? [] : [wrong(rule, specimen, 'missing')];

/** In the page, or as a manifest lists them. */
export const clickTagName: Judge = (rule, specimen) => {
  const listed = specimen.facts.manifests.filter(({ kind }) => kind === 'adform').flatMap(({ clickTags }) => clickTags);
  const names = [...inPage(specimen).map(({ name }) => name), ...listed];
  const off = names.filter((name) => !asPattern(rule).test(name));
  return off.length > 0
    ? [told('ad-click-tag-wrong', rule, specimen, { problem: 'name', items: [...new Set(off)], pattern: String(rule.value) })]
    : [];
};

export const clickTagOnce: Judge = (rule, specimen) => {
  const tags = specimen.facts.clickTags;
  return tags.length > 1 ? [wrong(rule, specimen, 'several', tags)] : [];
};

export const clickTagTopLevel = each('nested', ({ top }) => top);
export const clickTagInHead = each('not-in-head', ({ inHead }) => inHead);
export const clickTagReadable = each('not-readable', ({ readable }) => readable);

export const noClickTagInGwd: Judge = (rule, specimen) =>
  specimen.facts.document?.gwd && specimen.facts.clickTags.length > 0 ? [wrong(rule, specimen, 'in-gwd', specimen.facts.clickTags)] : [];

/** In links, forms and scripts as they are written; and as a click in a browser went, by whatever script. */
export const clickNewTab: Judge = (rule, specimen) => {
  const written = specimen.facts.sameTabExits.map(({ written, path }) => `${written} (${path})`);
  const went = written.length === 0 && specimen.run?.clickLeaves ? [specimen.run.clickOpens ?? ''] : [];
  return toldOf('ad-click-same-tab', rule, specimen, [...written, ...went]);
};

/** As it is written, and as a browser saw it open: a script may put an address together. */
export const clickNotFixed: Judge = (rule, specimen) => {
  const { facts, run } = specimen;
  const written = facts.fixedExits.map(({ url }) => url);
  const opened = run?.clickOpens ?? '';
  const isOwn = /^https?:/i.test(opened) && !facts.clickTags.some(({ url }) => url === null || url === opened);
  return toldOf('ad-click-fixed', rule, specimen, written.length === 0 && isOwn ? [opened] : written);
};
