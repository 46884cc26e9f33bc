/** The catalogue of findings: what a code weighs, what kind it is, and its words in three languages. */
import type { Args, Finding, Severity, Where } from '../model/finding.ts';
import type { Code } from './codes.ts';
import { preflightCodes, qualityCodes, toolCodes } from './codes.ts';
import { enAds } from './words/en-ads.ts';
import { enClips } from './words/en-clips.ts';
import { enCorrection } from './words/en-correction.ts';
import { enCuts } from './words/en-cuts.ts';
import { enDeliveries } from './words/en-deliveries.ts';
import { enFilm } from './words/en-film.ts';
import { enHouseAds } from './words/en-house-ads.ts';
import { enLetters } from './words/en-letters.ts';
import { enPreflight } from './words/en-preflight.ts';
import { enQuality } from './words/en-quality.ts';
import { enShown } from './words/en-shown.ts';
import { enTargets } from './words/en-targets.ts';
import { enUnits } from './words/en-units.ts';
import { frAds } from './words/fr-ads.ts';
import { frClips } from './words/fr-clips.ts';
import { frCorrection } from './words/fr-correction.ts';
import { frCuts } from './words/fr-cuts.ts';
import { frDeliveries } from './words/fr-deliveries.ts';
import { frFilm } from './words/fr-film.ts';
import { frHouseAds } from './words/fr-house-ads.ts';
import { frLetters } from './words/fr-letters.ts';
import { frPreflight } from './words/fr-preflight.ts';
import { frQuality } from './words/fr-quality.ts';
import { frShown } from './words/fr-shown.ts';
import { frTargets } from './words/fr-targets.ts';
import { frUnits } from './words/fr-units.ts';
import { nlAds } from './words/nl-ads.ts';
import { nlClips } from './words/nl-clips.ts';
import { nlCorrection } from './words/nl-correction.ts';
import { nlCuts } from './words/nl-cuts.ts';
import { nlDeliveries } from './words/nl-deliveries.ts';
import { nlFilm } from './words/nl-film.ts';
import { nlHouseAds } from './words/nl-house-ads.ts';
import { nlLetters } from './words/nl-letters.ts';
import { nlPreflight } from './words/nl-preflight.ts';
import { nlQuality } from './words/nl-quality.ts';
import { nlShown } from './words/nl-shown.ts';
import { nlTargets } from './words/nl-targets.ts';
import { nlUnits } from './words/nl-units.ts';
import type { Language, Words } from './words/say.ts';
import { reading } from './words/say.ts';

export type { Code } from './codes.ts';
export type { Language } from './words/say.ts';
export type Kind = 'preflight' | 'quality' | 'tool';

/** In the order in which findings are told. */
export const catalogue: Readonly<Record<Code, { readonly severity: Severity; readonly kind: Kind }>> = {
  ...entries(preflightCodes, 'preflight'),
  ...entries(qualityCodes, 'quality'),
  ...entries(toolCodes, 'tool'),
};

export const codes = Object.keys(catalogue) as readonly Code[];

const words = {
  nl: {
    ...nlAds,
    ...nlHouseAds,
    ...nlPreflight,
    ...nlUnits,
    ...nlCorrection,
    ...nlQuality,
    ...nlShown,
    ...nlTargets,
    ...nlLetters,
    ...nlClips,
    ...nlCuts,
    ...nlDeliveries,
    ...nlFilm,
  },
  fr: {
    ...frAds,
    ...frHouseAds,
    ...frPreflight,
    ...frUnits,
    ...frCorrection,
    ...frQuality,
    ...frShown,
    ...frTargets,
    ...frLetters,
    ...frClips,
    ...frCuts,
    ...frDeliveries,
    ...frFilm,
  },
  en: {
    ...enAds,
    ...enHouseAds,
    ...enPreflight,
    ...enUnits,
    ...enCorrection,
    ...enQuality,
    ...enShown,
    ...enTargets,
    ...enLetters,
    ...enClips,
    ...enCuts,
    ...enDeliveries,
    ...enFilm,
  },
} satisfies Record<Language, Record<Code, Words>>;

/** A finding with the severity of the catalogue. */
export function finding(code: Code, where: Where, args: Args = {}): Finding {
  return { code, severity: catalogue[code].severity, where, args };
}

/** Higher is worse. */
export function severityRank(severity: Severity): number {
  return { info: 1, warning: 2, error: 3 }[severity];
}

export function isCode(code: string): code is Code {
  return Object.hasOwn(catalogue, code);
}

/** Severity for a code from elsewhere; an unknown one is an error, for nothing unsound may leave. */
export function severityOf(code: string): Severity {
  return isCode(code) ? catalogue[code].severity : 'error';
}

/**
 * What is wrong and why it matters; then what to do. Members of `where` are at hand for the words as well,
 * so that whoever makes a finding need not say a place twice.
 * @throws a bug when the code is not in the catalogue
 */
export function wordsOf(finding: Finding, language: Language): { readonly message: string; readonly advice: string } {
  if (!isCode(finding.code)) throw new Error(`Internal error: no words for the finding ${finding.code}`);
  const { title, advice } = words[language][finding.code];
  const args = reading({ ...finding.where, ...finding.args }, language);
  return { message: tidy(title(args)), advice: tidy(advice(args)) };
}

/** Absent arguments leave holes, programs end their own sentences, and file names may hold control characters. */
function tidy(sentence: string): string {
  const whole = sentence.replace(/[\p{Cc} ]+/gu, ' ').replace(/ ([.,])(?=\s|$)/g, '$1');
  return whole.replace(/([.!?])\.$/, '$1').trim();
}

function entries<Name extends string>(severities: Readonly<Record<Name, Severity>>, kind: Kind) {
  const made = Object.entries<Severity>(severities).map(([code, severity]) => [code, { severity, kind }]);
  return Object.fromEntries(made) as Record<Name, { severity: Severity; kind: Kind }>;
}
