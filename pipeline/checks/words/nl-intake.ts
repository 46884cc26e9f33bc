/** Dutch words for clips that come in: what they are, and what hinders reading and measuring them. */
import type { IntakeCode } from '../codes.ts';
import type { Words } from './say.ts';

export const nlIntake: Readonly<Record<IntakeCode, Words>> = {
  'clip-misnamed': {
    title: (a) =>
      `${a.text('file')} heet .${a.text('ending')} maar is van het type ${a.text('actual')}; het wordt gelezen als wat het is, maar andere programma’s kunnen het weigeren.`,
    advice: () => 'Gelieve het onder de juiste naam te vragen, of opnieuw geëxporteerd in het formaat dat de naam belooft.',
  },
  'clip-unread': {
    title: (a) =>
      `De clip ${a.text('file')} kon niet gelezen worden${a.has('program') ? `, want ${a.text('program')} ontbreekt` : a.when('detail', ': ')}.`,
    advice: (a) =>
      a.has('advice')
        ? `Installeer het en bouw opnieuw (${a.text('advice')}).`
        : 'Bouw opnieuw; blijft het zo, vraag dan een nieuwe export van de clip.',
  },
  'clip-empty': {
    title: (a) => `De clip ${a.text('file')} bevat geen beeld en geen geluid: er valt niets van te maken.`,
    advice: () => 'Gelieve het origineel te openen, af te spelen, opnieuw te exporteren en opnieuw te bezorgen.',
  },
  'clip-too-large': {
    title: (a) =>
      `De clip ${a.text('file')} meet ${a.number('width')} × ${a.number('height')} px, boven de grens van ${a.number('limit')} megapixel per beeld; hij wordt niet gedecodeerd.`,
    advice: (a) =>
      `Geen enkel kanaal toont meer dan 4K: gelieve de clip te vragen in hoogstens 3840 × 2160 px${a.has('megapixels') ? `, of sta hem toe in de productieorder: limits: { megapixels: ${a.text('megapixels')} }` : ''}.`,
  },
  'clip-unmeasured': {
    title: (a) =>
      `De clip ${a.text('file')} kon niet gemeten worden${a.has('program') ? `, want ${a.text('program')} ontbreekt` : a.when('detail', ': ')}; zwart, stilte, luidheid en flitsen zijn niet bekend.`,
    advice: (a) =>
      a.has('advice')
        ? `Installeer het en bouw opnieuw (${a.text('advice')}).`
        : 'Bekijk en beluister hem zelf, of bouw opnieuw op een computer met meer tijd en geheugen.',
  },
};
