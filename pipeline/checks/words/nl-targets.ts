/** Dutch words for what a target takes otherwise: targets nobody knows, fonts, drawings, clicks. */
import type { TargetCode } from '../codes.ts';
import { nlOutlines } from './nl-outlines.ts';
import type { Words } from './say.ts';

export const nlTargets: Readonly<Record<TargetCode, Words>> = {
  ...nlOutlines,
  'banner-drawing-bound': {
    title: (a) =>
      `${a.text('target')} weigert SVG in de pagina, dus is de tekening een bestand geworden; wat zij van de pagina overneemt bereikt haar daar niet${a.when('bonds', ': ')}.`,
    advice: () =>
      'Geef de tekening haar kleuren en maten zelf (fill, width, height, class op de svg), en laat motion.ts alleen de hele tekening bewegen.',
  },
  'banner-click-script-unknown': {
    title: (a) =>
      `Waar het klikscript van ${a.text('target')} staat is niet bevestigd; de banner roept het aan maar laadt het niet, dus kan een klik niets doen.`,
    advice: () => 'Vraag het actuele specificatieblad van het platform en test de banner daar voor u hem oplevert.',
  },
  'banner-click-forbidden': {
    title: (a) =>
      `Een klik op de banner opent zelf ${a.text('actual')}; ${a.text('target')} legt er een eigen klik over en weigert banners die dat ook doen.`,
    advice: () => 'Haal links en klikcode uit het sjabloon; Kader zet de klik die elke bestemming wil.',
  },
};
