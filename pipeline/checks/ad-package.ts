/** Judges how a package is put together: its names, its folders, its kinds of files, and what it holds too much or too little. */
import type { Finding } from '../model/finding.ts';
import { asList, asNumber, asPattern, type Judge, type Specimen, told, toldOf } from './ad-rule.ts';
import { finding } from './catalogue.ts';

const kindOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
const isPage = (path: string): boolean => ['html', 'htm'].includes(kindOf(path));
const paths = ({ facts }: Specimen): string[] => facts.files.map(({ path }) => path);

/** What systems lay into folders by themselves, and what their packers take along. */
const LITTER = /(^|\/)(__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/** What kept the package from being read: told whatever is asked of it. */
export function checkPackage({ facts, where }: Specimen): Finding[] {
  const litter = facts.files.map(({ path }) => path).filter((path) => LITTER.test(path));
  const left = litter.length > 0 ? [finding('ad-package-littered', where, { items: litter.slice(0, 5), count: litter.length })] : [];
  return [
    ...facts.faults.map(({ reason, path = '', detail = '' }) => {
      const isScript = reason === 'script-unreadable' || reason === 'too-long-to-read';
      return finding(isScript ? 'ad-script-unreadable' : 'ad-package-broken', where, { reason, entry: path, detail });
    }),
    ...left,
  ];
}

export const folderLevels: Judge = (rule, specimen) => {
  const deep = paths(specimen).filter((path) => path.split('/').length - 1 > asNumber(rule));
  return toldOf('ad-folders-too-deep', rule, specimen, deep, { expected: asNumber(rule) });
};

export const zipNameCharacters: Judge = (rule, specimen) => {
  const name = specimen.zip.replace(/\.zip$/i, '');
  const actual = [...name].length;
  return actual > asNumber(rule)
    ? [told('ad-name-refused', rule, specimen, { items: [specimen.zip], count: 1, actual, expected: asNumber(rule) })]
    : [];
};

export const zipName: Judge = (rule, specimen) =>
  toldOf('ad-name-refused', rule, specimen, asPattern(rule).test(specimen.zip) ? [] : [specimen.zip], { pattern: String(rule.value) });

/** Folders have names too. */
export const fileNames: Judge = (rule, specimen) => {
  const bad = paths(specimen).filter((path) => !path.split('/').every((part) => asPattern(rule).test(part)));
  return toldOf('ad-name-refused', rule, specimen, bad, { pattern: String(rule.value) });
};

export const fileTypes: Judge = (rule, specimen) => {
  // Its manifest an ad server asks for itself.
  const manifests = specimen.facts.manifests.map(({ path }) => path);
  const others = paths(specimen).filter((path) => !asList(rule).includes(kindOf(path)) && !manifests.includes(path));
  return toldOf('ad-file-type-refused', rule, specimen, others, { expected: [...asList(rule)] });
};

export const notFileTypes: Judge = (rule, specimen) => {
  const refused = paths(specimen).filter((path) => asList(rule).includes(kindOf(path)));
  return toldOf('ad-file-type-refused', rule, specimen, refused);
};

export const noZipInside: Judge = (rule, specimen) => {
  const refused = paths(specimen).filter((path) => ['zip', 'adz', 'rar', '7z', 'gz'].includes(kindOf(path)));
  return toldOf('ad-file-type-refused', rule, specimen, refused);
};

/** What the browser missed is told as what it missed. */
export const linkedFiles: Judge = (rule, specimen) => {
  const missed = new Set(specimen.run?.failedRequests.map((path) => path.replace(/^\//, '')));
  const lost = specimen.facts.references.filter(({ file, written }) => file === null && !missed.has(written.split(/[?#]/)[0] ?? ''));
  return toldOf(
    'ad-file-missing',
    rule,
    specimen,
    lost.map(({ written, path }) => `${written} (${path})`),
  );
};

export const noOrphans: Judge = (rule, specimen) => {
  // Where the page is not known nobody can tell; another rule says so.
  if (specimen.facts.page === null) return [];
  const inside = specimen.facts.backup;
  const unused = specimen.facts.files.filter(({ used, path }) => !used && path !== inside);
  return toldOf(
    'ad-file-unused',
    rule,
    specimen,
    unused.map(({ path }) => path),
  );
};

export const manifest: Judge = (rule, specimen) => {
  const own = specimen.facts.manifests.find(({ kind }) => kind === rule.value);
  const name = rule.value === 'adform' ? 'manifest.json' : 'manifest.js';
  if (!own) return [told('ad-manifest-wrong', rule, specimen, { entry: name })];
  const [width, height] = specimen.size ?? [];
  const isOff = width !== undefined && own.width !== undefined && (own.width !== width || own.height !== height);
  const problems = [...own.problems, ...(own.path.includes('/') ? [own.path] : []), ...(isOff ? [`${own.width} × ${own.height}`] : [])];
  return toldOf('ad-manifest-wrong', rule, specimen, problems, { entry: own.path });
};

export const pageAtRoot: Judge = (rule, specimen) => {
  const { page } = specimen.facts;
  if (page !== null && !page.includes('/')) return [];
  const pages = paths(specimen).filter(isPage);
  const problem = page !== null ? 'not-at-root' : pages.length === 0 ? 'none' : 'several';
  const items = page === null ? pages.slice(0, 5) : [page];
  return [told('ad-page-wrong', rule, specimen, { problem, ...(items.length > 0 ? { items } : {}) })];
};

export const pageName: Judge = (rule, specimen) => {
  const name = specimen.facts.page?.split('/').at(-1);
  if (name === undefined || asPattern(rule).test(name)) return [];
  return [told('ad-page-wrong', rule, specimen, { problem: 'name', items: [name] })];
};

export const onePage: Judge = (rule, specimen) => {
  const pages = paths(specimen).filter(isPage);
  return pages.length > 1 ? [told('ad-page-wrong', rule, specimen, { problem: 'several', items: pages.slice(0, 5) })] : [];
};
