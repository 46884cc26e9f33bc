/** Dutch words for what preflight finds in how pictures came about, what they show, and what repairing them costs. */
import type { PreflightCode } from '../codes.ts';
import type { Words } from './say.ts';

export const nlPictures = {
  'repair-over-budget': {
    title: (a) =>
      `Herstellen of vervangen van het aangeleverde kost ongeveer ${a.number('hours')} u van de ${a.number('budget')} u in het budget (${a.number('actual')}\u00a0%); boven ${a.number('expected')}\u00a0% blijft te weinig over voor het werk zelf.`,
    advice: () => 'Vraag de klant om beter materiaal voor u begint, of spreek meer uren af.',
  },
  'image-turned-twice': {
    title: (a) =>
      `De foto “${a.text('asset')}” zal waarschijnlijk op haar zijde liggen: de pixels zijn al gedraaid, en de EXIF-vlag (${a.number('actual')}) zegt nog altijd dat het moet.`,
    advice: () =>
      'Gelieve ze te openen, te kijken wat boven hoort en ze met een gewiste vlag te bewaren, of vraag het bestand zoals het toestel het schreef.',
  },
  'image-ai-made': {
    title: (a) =>
      `Het bestand van “${a.text('asset')}” zegt dat ${a.has('part') ? 'delen ervan' : 'het'} door een AI-generator gemaakt ${a.has('part') ? 'zijn' : 'is'}${a.has('forbidden') ? ', en de productieorder verbiedt dat' : ''}.`,
    advice: (a) =>
      a.has('forbidden')
        ? 'Gelieve een foto of tekening van een mens te vragen, of bespreek het met de klant.'
        : 'Vraag de klant of dat de bedoeling is, en of het bij het beeld vermeld moet worden.',
  },
  'image-print-coarse': {
    title: (a) =>
      `De foto “${a.text('asset')}” levert ${a.number('actual')} ppi op ${a.text('planned')} (${a.text('class')}), waar ${a.number('expected')} gevraagd wordt; in druk zou ze zacht of getrapt ogen.`,
    advice: (a) => `Gelieve een groter origineel te bezorgen, of druk ze niet groter af dan ${a.text('largest')}.`,
  },
} as const satisfies Partial<Record<PreflightCode, Words>>;
