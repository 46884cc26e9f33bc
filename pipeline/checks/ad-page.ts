/** Judges the page of a banner: its skeleton, the size it names, what stands in it and where its letters come from. */
import { asList, asNumber, type Judge, type Specimen, told, toldOf } from './ad-rule.ts';

const WHOLE = ['doctype', 'html', 'head', 'body'];

export const skeleton: Judge = (rule, specimen) => {
  const { document } = specimen.facts;
  if (!document || document.skeleton.join() === WHOLE.join()) return [];
  const actual = document.skeleton.length > 0 ? { actual: [...document.skeleton] } : {};
  return [told('ad-skeleton-wrong', rule, specimen, actual)];
};

const sizeText = ([width, height]: readonly [number, number]): string => `${width} × ${height}`;

export const adSize: Judge = (rule, specimen) => {
  const { document } = specimen.facts;
  if (!document) return [];
  const { adSize } = document;
  const expected = specimen.size ? sizeText(specimen.size) : '';
  const broken = (problem: string, actual = ''): ReturnType<Judge> => [
    told('ad-size-wrong', rule, specimen, { problem, actual, expected }),
  ];
  if (!adSize) return broken('missing');
  if (adSize.width === undefined || adSize.height === undefined) return broken('unreadable', adSize.written);
  const isOff = specimen.size && (adSize.width !== specimen.size[0] || adSize.height !== specimen.size[1]);
  return isOff ? broken('other', sizeText([adSize.width, adSize.height])) : [];
};

/** A playable says how it is held, or has one of the two sizes that say it. */
export const adOrientation: Judge = (rule, specimen) => {
  const { document } = specimen.facts;
  if (!document) return [];
  const size = `${document.adSize?.width}x${document.adSize?.height}`;
  if (/^(portrait|landscape)(\s*,\s*(portrait|landscape))?$/i.test(document.orientation ?? '') || ['320x480', '480x320'].includes(size))
    return [];
  return [told('ad-size-wrong', rule, specimen, { problem: 'orientation', actual: document.orientation ?? '' })];
};

export const marginZero: Judge = (rule, specimen) =>
  specimen.facts.document && !specimen.facts.document.marginZero ? [told('ad-margin-left', rule, specimen)] : [];

export const paddingZero: Judge = (rule, specimen) => (specimen.facts.document?.padded ? [told('ad-padding-left', rule, specimen)] : []);

export const inlineCode: Judge = (rule, specimen) => {
  const apart = specimen.facts.files.filter(({ path, used }) => used && /\.(js|mjs|css)$/i.test(path)).map(({ path }) => path);
  return toldOf('ad-code-not-inline', rule, specimen, apart);
};

export const notTags: Judge = (rule, specimen) => {
  const { document } = specimen.facts;
  return toldOf(
    'ad-element-refused',
    rule,
    specimen,
    asList(rule).filter((tag) => (document?.tags[tag] ?? 0) > 0),
  );
};

export const videoMuted: Judge = (rule, specimen) =>
  (specimen.facts.document?.loudVideos ?? 0) > 0 ? [told('ad-video-loud', rule, specimen)] : [];

export const soundWaits: Judge = (rule, specimen) =>
  (specimen.facts.document?.startingSounds ?? 0) > 0 ? [told('ad-sound-unasked', rule, specimen)] : [];

/** Outlines are drawings: nobody sees that they were letters. */
export const fonts: Judge = (rule, specimen) => {
  const taken = asList(rule);
  const inside = specimen.facts.files.filter(({ path }) => /\.(woff2?|ttf|otf|eot|dfont)$/i.test(path)).map(({ path }) => path);
  const { fontSources } = specimen.facts;
  const refused = [
    ...(taken.includes('file') ? [] : inside),
    ...(taken.includes('base64') ? [] : fontSources.filter(({ way }) => way === 'base64').map(({ path }) => `data: (${path})`)),
    ...fontSources.filter(({ way }) => way === 'elsewhere' || (way === 'google' && !taken.includes('google'))).map(({ path }) => path),
  ];
  return toldOf('ad-font-refused', rule, specimen, refused);
};

export const sizes: Judge = (rule, specimen) => {
  const size = specimen.size?.join('x');
  if (!size || asList(rule).includes(size)) return [];
  return [
    told('ad-size-not-taken', rule, specimen, {
      actual: size.replace('x', ' × '),
      expected: asList(rule).map((one) => one.replace('x', ' × ')),
    }),
  ];
};

const least =
  (side: 0 | 1): Judge =>
  (rule, specimen: Specimen) => {
    if (!specimen.size || specimen.size[side] >= asNumber(rule)) return [];
    return [
      told('ad-size-not-taken', rule, specimen, {
        actual: sizeText(specimen.size),
        least: asNumber(rule),
        side: side === 0 ? 'width' : 'height',
      }),
    ];
  };
export const leastWidth = least(0);
export const leastHeight = least(1);
