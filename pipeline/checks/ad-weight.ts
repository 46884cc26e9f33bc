/** Judges how heavy a packed banner is, by whatever its platform weighs, and of how many files it is made. */
import type { Finding } from '../model/finding.ts';
import type { PackageFacts } from '../model/package.ts';
import type { AskedRule, Basis } from '../model/rules.ts';
import { outside } from './ad-code.ts';
import { asNumber, atMost, type Judge, type Specimen, told, toldOf } from './ad-rule.ts';
import { seenOf } from './ad-seen.ts';

const sum = (facts: PackageFacts, weigh: (file: PackageFacts['files'][number]) => number): number =>
  facts.files.reduce((total, file) => total + weigh(file), 0);

/** @returns bytes; as `atMost` where only a browser can tell which of them come before the load event. */
function weigh({ facts, run }: Specimen, basis: Basis): { readonly actual: number } | { readonly atMost: number } {
  const unzipped = sum(facts, ({ bytes }) => bytes);
  const gzip = sum(facts, ({ gzipBytes }) => gzipBytes);
  const seen = run && seenOf(run);
  switch (basis) {
    case 'zip':
      return { actual: facts.zipBytes };
    case 'unzipped':
    case 'unzipped-and-outside':
      return { actual: unzipped };
    case 'larger':
      return { actual: Math.max(facts.zipBytes, unzipped) };
    case 'gzip':
      return { actual: gzip };
    case 'gzip-initial':
      return seen ? { actual: seen.initialGzip } : { atMost: gzip };
    case 'gzip-subload':
      return seen ? { actual: seen.subloadGzip } : { atMost: gzip };
  }
}

export const weight: Judge = (rule, specimen) => {
  const basis = rule.basis ?? 'zip';
  const weighed = weigh(specimen, basis);
  const expected = asNumber(rule);
  if ('atMost' in weighed) return weighed.atMost <= expected ? [] : 'unmeasured';
  if (weighed.actual > expected) return [told('banner-too-heavy', rule, specimen, { actual: weighed.actual, expected, basis })];
  return basis === 'unzipped-and-outside' ? unweighed(rule, specimen, expected - weighed.actual) : [];
};

/** Nothing is fetched from the net: what comes from there counts too, and a person must add it up. */
function unweighed(rule: AskedRule, specimen: Specimen, left: number): Finding[] {
  const found = toldOf('ad-outside-unweighed', rule, specimen, outside(specimen), { left });
  return found.map((one) => ({ ...one, severity: 'info' }));
}

export const fileBytes: Judge = (rule, specimen) => {
  const heavy = specimen.facts.files.filter(({ bytes }) => bytes > asNumber(rule));
  return heavy.map(({ path, bytes }) =>
    told('ad-file-too-heavy', rule, specimen, { entry: path, actual: bytes, expected: asNumber(rule) }),
  );
};

export const picturePx: Judge = (rule, specimen) =>
  toldOf(
    'ad-picture-too-large',
    rule,
    specimen,
    specimen.facts.files
      .filter(({ picture }) => Math.max(picture?.width ?? 0, picture?.height ?? 0) > asNumber(rule))
      .map(({ path, picture }) => `${path} (${picture?.width} × ${picture?.height} px)`),
    { expected: asNumber(rule) },
  );

export const files: Judge = atMost('ad-too-many-files', ({ facts }) => facts.files.length);

/** Every file once, and whatever comes from elsewhere: it cannot ask for more. */
const possibleRequests = ({ facts }: Specimen): number => facts.files.length + facts.references.filter(({ url }) => url).length;

export const requests: Judge = (rule, specimen) => {
  const seen = specimen.run && seenOf(specimen.run).requests;
  if (seen === undefined) return possibleRequests(specimen) > asNumber(rule) ? 'unmeasured' : [];
  return atMost('ad-too-many-requests', () => seen)(rule, specimen);
};

export const initialRequests: Judge = (rule, specimen) => {
  const seen = specimen.run && seenOf(specimen.run);
  if (seen?.initialRequests !== undefined) return atMost('ad-too-many-requests', () => seen.initialRequests)(rule, specimen);
  return possibleRequests(specimen) > asNumber(rule) ? 'unmeasured' : [];
};
