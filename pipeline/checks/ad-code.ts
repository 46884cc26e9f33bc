/** Judges what scripts of a banner call, and what comes from elsewhere. */
import { asList, type Judge, type Specimen, toldOf } from './ad-rule.ts';
import { seenOf } from './ad-seen.ts';

export const calls: Judge = (rule, specimen) => {
  const made = new Set(specimen.facts.calls.map(({ name }) => name));
  return toldOf(
    'ad-call-missing',
    rule,
    specimen,
    asList(rule).filter((call) => !made.has(call)),
  );
};

/** Whatever way they come: in the package, from the ad server, or written into the page by a script. */
export const libraries: Judge = (rule, specimen) => {
  const { facts, run } = specimen;
  const loaded = [
    ...facts.files.map(({ path }) => path),
    ...facts.references.map(({ written }) => written),
    ...(run?.outsideRequests ?? []),
  ];
  const all = loaded.map((name) => name.toLowerCase());
  return toldOf(
    'ad-library-missing',
    rule,
    specimen,
    asList(rule).filter((library) => !all.some((name) => name.includes(library.toLowerCase()))),
  );
};

export const notCalls: Judge = (rule, specimen) => {
  const isRefused = (name: string): boolean => asList(rule).some((call) => name === call || name.startsWith(`${call}.`));
  const made = specimen.facts.calls.filter(({ name }) => isRefused(name));
  // What no script names may still have been called, under another name.
  const ran = specimen.run ? seenOf(specimen.run).calls.filter((name) => isRefused(name) && !made.some((call) => call.name === name)) : [];
  return toldOf('ad-call-refused', rule, specimen, [...made.map(({ name, path }) => `${name} (${path})`), ...ran]);
};

/** Addresses that are asked for, whether they stand in the files or only came up as it ran. */
export function outside({ facts, run }: Specimen): string[] {
  const written = facts.references.flatMap(({ url }) => (url ? [url] : []));
  // A script adds a number to an address that it has written so far: the same file.
  const asked = run?.outsideRequests.filter((url) => !written.some((start) => url.startsWith(start))) ?? [];
  return [...new Set([...written, ...asked])];
}

/** A host, or a host with the beginning of a path; hosts below it are its own. */
function isUnder(url: string, place: string): boolean {
  const address = url.replace(/^[a-z]+:\/\//i, '').toLowerCase();
  const [host = '', ...path] = place.toLowerCase().split('/');
  const [own = '', ...rest] = address.split('/');
  const isHost = own.split(':')[0] === host || own.split(':')[0]?.endsWith(`.${host}`) === true;
  return isHost && path.every((part, at) => part === '' || rest[at] === part);
}

export const hosts: Judge = (rule, specimen) => {
  const taken = asList(rule);
  const refused = outside(specimen).filter((url) => !taken.some((place) => isUnder(url, place)));
  return toldOf('banner-outside-request', rule, specimen, refused, { url: refused[0] ?? '', expected: [...taken] });
};

export const notHosts: Judge = (rule, specimen) => {
  const refused = outside(specimen).filter((url) => asList(rule).some((place) => isUnder(url, place)));
  return toldOf('banner-outside-request', rule, specimen, refused, { url: refused[0] ?? '' });
};

export const https: Judge = (rule, specimen) =>
  toldOf(
    'ad-not-https',
    rule,
    specimen,
    outside(specimen).filter((url) => /^(http|ws):/i.test(url)),
  );
