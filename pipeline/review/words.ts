/** The words of the report in Dutch, French and English. */

import type { Repair } from '../model/repair.ts';

export type Language = 'nl' | 'fr' | 'en';

const nl = {
  report: 'Verslag',
  sound: 'gaaf',
  held: 'tegengehouden',
  deliverables: 'Deelproducten',
  banners: 'Banners',
  site: 'Site',
  material: 'Aangeleverd materiaal',
  requests: 'Nog te ontvangen',
  findings: 'Bevindingen',
  general: 'Hele order',
  renditions: 'afgeleiden',
  made: 'gemaakt',
  cached: 'teruggehaald',
  failed: 'mislukt',
  skipped: 'overgeslagen',
  deadline: 'Deadline',
  duration: 'Duur',
  weight: 'Gewicht',
  pages: 'Pagina’s',
  tools: 'Programma’s',
  none: 'Niets aan te merken.',
  open: 'openen',
  profile: 'profiel',
  untagged: 'zonder profiel',
  rights: 'rechten',
  noRights: 'geen rechten vermeld',
  location: 'bevat een plaats (GPS)',
  unmeasured: 'niet gemeten',
  filter: 'Zoek in bevindingen',
  unreadable: 'niet leesbaar',
  error: 'fout',
  warning: 'waarschuwing',
  info: 'ter info',
  pictures: 'Beelden',
  usable: 'bruikbaar',
  detail: 'detail tot',
  noise: 'ruis',
  earlier: 'eerder JPEG',
  burnt: 'uitgebeten',
  sunk: 'dichtgelopen',
  skip: 'Naar de inhoud',
  seconds: 's',
  repair: 'Herstel',
  ofBudget: 'van de begrote',
  hour: 'u',
};
const fr: typeof nl = {
  report: 'Rapport',
  sound: 'en ordre',
  held: 'retenu',
  deliverables: 'Livrables',
  banners: 'Bannières',
  site: 'Site',
  material: 'Éléments fournis',
  requests: 'Encore à recevoir',
  findings: 'Constats',
  general: 'Toute la commande',
  renditions: 'dérivés',
  made: 'faits',
  cached: 'repris',
  failed: 'échoués',
  skipped: 'sautés',
  deadline: 'Échéance',
  duration: 'Durée',
  weight: 'Poids',
  pages: 'Pages',
  tools: 'Programmes',
  none: 'Rien à signaler.',
  open: 'ouvrir',
  profile: 'profil',
  untagged: 'sans profil',
  rights: 'droits',
  noRights: 'aucun droit indiqué',
  location: 'contient un lieu (GPS)',
  unmeasured: 'non mesuré',
  filter: 'Chercher dans les constats',
  unreadable: 'illisible',
  error: 'erreur',
  warning: 'avertissement',
  info: 'pour information',
  pictures: 'Images',
  usable: 'utilisables',
  detail: 'détail jusqu’à',
  noise: 'bruit',
  earlier: 'auparavant JPEG',
  burnt: 'brûlé',
  sunk: 'bouché',
  skip: 'Aller au contenu',
  seconds: 's',
  repair: 'Retouches',
  ofBudget: 'sur un budget de',
  hour: 'h',
};
const en: typeof nl = {
  report: 'Report',
  sound: 'sound',
  held: 'held back',
  deliverables: 'Deliverables',
  banners: 'Banners',
  site: 'Site',
  material: 'Supplied material',
  requests: 'Still to come',
  findings: 'Findings',
  general: 'The whole order',
  renditions: 'renditions',
  made: 'made',
  cached: 'recalled',
  failed: 'failed',
  skipped: 'skipped',
  deadline: 'Deadline',
  duration: 'Time',
  weight: 'Weight',
  pages: 'Pages',
  tools: 'Programs',
  none: 'Nothing to remark.',
  open: 'open',
  profile: 'profile',
  untagged: 'no profile',
  rights: 'rights',
  noRights: 'no rights stated',
  location: 'holds a place (GPS)',
  unmeasured: 'not measured',
  filter: 'Search the findings',
  unreadable: 'cannot be read',
  error: 'error',
  warning: 'warning',
  info: 'for information',
  pictures: 'Pictures',
  usable: 'usable',
  detail: 'detail to',
  noise: 'noise',
  earlier: 'earlier JPEG',
  burnt: 'burnt out',
  sunk: 'sunk',
  skip: 'Skip to content',
  seconds: 's',
  repair: 'Repair',
  ofBudget: 'of the budgeted',
  hour: 'h',
};

export type Words = typeof nl;
export const words: Readonly<Record<Language, Words>> = { nl, fr, en };

/** `1 h 20 min of the budgeted 40 h (3 %)`. */
export function repairText({ minutes, budget }: Repair, language: Language): string {
  const w = words[language];
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  const time = [hours > 0 ? `${hours} ${w.hour}` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
  if (budget === undefined) return time;
  const whole = String(Math.round(budget / 6) / 10);
  return `${time} ${w.ofBudget} ${language === 'en' ? whole : whole.replace('.', ',')} ${w.hour} (${Math.round((100 * minutes) / budget)} %)`;
}

export function bytesIn(bytes: number, language: Language): string {
  const mega = bytes >= 1_000_000;
  const value = mega ? bytes / 1_000_000 : bytes / 1000;
  const text = value.toFixed(value < 10 ? 1 : 0);
  const unit = language === 'fr' ? (mega ? 'Mo' : 'ko') : mega ? 'MB' : 'kB';
  return `${language === 'en' ? text : text.replace('.', ',')} ${unit}`;
}
