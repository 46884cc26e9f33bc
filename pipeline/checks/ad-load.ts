/** Judges what a banner costs the page it stands on, as a browser measured it, and whether it stands apart from it. */

import { asNumber, atMost, type Judge, told } from './ad-rule.ts';
import { type Seen, seenOf } from './ad-seen.ts';
import { checkBannerErrors } from './banner-run.ts';

const cpu =
  (within: number, read: (seen: Seen) => number | undefined): Judge =>
  (rule, specimen) => {
    const actual = specimen.run && read(seenOf(specimen.run));
    if (actual === undefined) return 'unmeasured';
    return actual > asNumber(rule) ? [told('ad-cpu', rule, specimen, { actual, expected: asNumber(rule), within })] : [];
  };

export const cpu30 = cpu(30, ({ cpu30 }) => cpu30);
export const cpu60 = cpu(60, ({ cpu60 }) => cpu60);

/** A share of the time, told in seconds of 30. */
export const cpuShare: Judge = (rule, specimen) => cpu30({ ...rule, value: asNumber(rule) * 30 }, specimen);

export const cookies: Judge = atMost('ad-too-many-cookies', ({ run }) => run && seenOf(run).cookies);

export const border: Judge = (rule, specimen) => {
  const has = specimen.run && seenOf(specimen.run).hasBorder;
  return has === undefined ? 'unmeasured' : has ? [] : [told('ad-no-border', rule, specimen)];
};

/** A dark banner needs no border of its own there. */
export const borderOnWhite: Judge = (rule, specimen) => {
  const has = specimen.run && seenOf(specimen.run).hasBorderOnWhite;
  return has === undefined ? 'unmeasured' : has ? [] : [told('ad-no-border', rule, specimen, { page: 'white' })];
};

export const notBlank: Judge = (rule, specimen) => {
  if (!specimen.run) return 'unmeasured';
  return seenOf(specimen.run).isBlank ? [told('ad-blank', rule, specimen)] : [];
};

/** Told in the same words as wherever a script fails. */
export const noErrors: Judge = (_, { run, where }) => (run ? checkBannerErrors(where, run) : 'unmeasured');
