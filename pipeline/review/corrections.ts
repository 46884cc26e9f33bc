/** Corrections for eyes: each step in words, and every corrected picture beside the supplied one. */
import { numeral } from '../checks/words/say.ts';
import type { Correction } from '../model/correction.ts';
import { escapeHtml } from '../model/html.ts';
import type { Proof } from '../model/layout.ts';
import { type Language, words } from './words.ts';

type Step = Correction['step'];

const names: Readonly<Record<Language, Readonly<Record<Step, string>>>> = {
  nl: {
    mask: 'vrijgesteld met masker',
    rotate: 'gedraaid',
    straighten: 'rechtgezet',
    crop: 'bijgesneden',
    exposure: 'belichting',
    brightness: 'helderheid',
    contrast: 'contrast',
    levels: 'niveaus',
    curve: 'curve',
    whiteBalance: 'witbalans',
    balance: 'kleurzweem',
    saturation: 'verzadiging',
    clarity: 'lokaal contrast',
    denoise: 'ruisonderdrukking',
    sharpen: 'verscherping',
    monochrome: 'zwart-wit',
    duotone: 'duotoon',
    tint: 'kleurlaag',
    lut: 'kleurtabel',
    grain: 'korrel',
    vignette: 'vignet',
  },
  fr: {
    mask: 'détouré par masque',
    rotate: 'tourné',
    straighten: 'redressé',
    crop: 'recadré',
    exposure: 'exposition',
    brightness: 'luminosité',
    contrast: 'contraste',
    levels: 'niveaux',
    curve: 'courbe',
    whiteBalance: 'balance des blancs',
    balance: 'dominante',
    saturation: 'saturation',
    clarity: 'contraste local',
    denoise: 'réduction du bruit',
    sharpen: 'accentuation',
    monochrome: 'noir et blanc',
    duotone: 'bichromie',
    tint: 'voile de couleur',
    lut: 'table de couleurs',
    grain: 'grain',
    vignette: 'vignettage',
  },
  en: {
    mask: 'cut out by mask',
    rotate: 'turned',
    straighten: 'straightened',
    crop: 'cropped',
    exposure: 'exposure',
    brightness: 'brightness',
    contrast: 'contrast',
    levels: 'levels',
    curve: 'curve',
    whiteBalance: 'white balance',
    balance: 'cast',
    saturation: 'saturation',
    clarity: 'local contrast',
    denoise: 'noise reduction',
    sharpen: 'sharpening',
    monochrome: 'black and white',
    duotone: 'duotone',
    tint: 'tint',
    lut: 'colour table',
    grain: 'grain',
    vignette: 'vignette',
  },
};

/** `exposure +0.3 EV, straightened −1.2°`: every step with its numbers, in the order in which they are done. */
export function stepsText(steps: readonly Correction[], language: Language): string {
  return steps.map((step) => `${names[language][step.step]} ${numbersOf(step, language)}`.trim()).join(', ');
}

function numbersOf(step: Correction, language: Language): string {
  const signed = (value: number): string =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${numeral(Number(Math.abs(value).toFixed(2)), language)}`;
  const percent = (share: number): string => `${numeral(Number((share * 100).toFixed(1)), language)} %`;
  switch (step.step) {
    case 'rotate':
    case 'straighten':
      return `${signed(step.degrees)}°`;
    case 'crop':
      return `${step.width} × ${step.height} px`;
    case 'exposure':
      return `${signed(step.stops)} EV`;
    case 'levels':
      return `${percent(step.black)} – ${percent(step.white)}${step.gamma === 1 ? '' : `, γ ${numeral(step.gamma, language)}`}`;
    case 'curve':
      return step.points.map(([from, to]) => `${percent(from)} → ${percent(to)}`).join(' · ');
    case 'whiteBalance':
      return [step.temperature && `${signed(step.temperature)} K`, step.tint && `${signed(step.tint)}`].filter(Boolean).join(' / ');
    case 'balance':
      return `× ${step.gains.map((gain) => numeral(Number(gain.toFixed(2)), language)).join(' / ')}`;
    case 'duotone':
      return step.colours.join(' – ');
    case 'tint':
      return `${step.colour}${step.strength === 100 ? '' : ` ${percent(step.strength / 100)}`}`;
    case 'lut':
      return step.strength === 100 ? '' : percent(step.strength / 100);
    case 'monochrome':
    case 'mask':
      return '';
    default:
      return signed(step.amount);
  }
}

/**
 * @param placeOf where a file of the proofs lies beside the report, nothing when it was not made
 * @returns nothing where nothing is corrected
 */
export function proofsHtml(proofs: readonly Proof[], placeOf: (path: string) => string | undefined, language: Language): string {
  if (proofs.length === 0) return '';
  const w = words[language];
  const shown = proofs.slice(0, MOST);
  const side = (path: string, name: string, about: string): string => {
    const file = placeOf(path);
    const picture = file
      ? `<a href="${file}"><img src="${file}" alt="${escapeHtml(about)}: ${name}" loading="lazy"></a>`
      : '<span class="blank"></span>';
    return `<figure>${picture}<figcaption>${name}</figcaption></figure>`;
  };
  const items = shown.map(
    ({ asset, steps, before, after }) =>
      `<li><div class="pair">${side(before.path, w.before, asset)}${side(after.path, w.after, asset)}</div><h3>${escapeHtml(asset)}</h3><p>${escapeHtml(stepsText(steps, language))}</p></li>`,
  );
  const rest = proofs.length > shown.length ? `<p class="quiet">+ ${proofs.length - shown.length}</p>` : '';
  return `<section><h2>${w.corrections}</h2><ul class="proofs">${items.join('')}</ul>${rest}</section>`;
}

/** More are made but not shown: a page of thousands of pairs helps nobody. */
const MOST = 200;
