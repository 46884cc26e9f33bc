/** What is said of the colours of supplied pictures, in Dutch. */
import type { ColourCode } from '../codes.ts';
import type { Words } from './say.ts';

export const nlColour: Readonly<Record<ColourCode, Words>> = {
  'image-untagged-cmyk': {
    title: (a) =>
      `De foto “${a.text('asset')}” staat in CMYK zonder kleurprofiel; naar de echte kleuren is het dus gissen. Ze wordt gelezen ${a.has('assumed') ? `als ${a.text('assumed')}, zoals de huisstijl zegt` : 'alsof ze voor een doorsnee offsetpers gescheiden is'}.`,
    advice: (a) =>
      `Gelieve de foto in RGB te vragen, of in CMYK met het profiel ingesloten${a.has('assumed') ? '' : '; of noem onder images.colour.cmyk in house.yaml de pers waarvoor ze gescheiden is'}.`,
  },
  'image-cmyk': {
    title: (a) =>
      `De foto “${a.text('asset')}” is voor een drukpers gescheiden${a.when('profile', ' (', ')')}; ze wordt voor schermen omgezet, maar kleuren die de inkt niet aankon, zitten niet meer in het bestand.`,
    advice: () => 'Vraag het RGB-origineel als felle kleuren tellen; anders hoeft er niets te gebeuren.',
  },
  'image-no-profile': {
    title: (a) =>
      `De foto “${a.text('asset')}” heeft geen kleurprofiel; ze wordt gelezen als ${a.text('assumed') === 'sRGB' || !a.has('assumed') ? 'sRGB' : `${a.text('assumed')}, zoals het toestel zegt`}.`,
    advice: () => 'Zien de kleuren er flets of te fel uit, vraag dan de foto met ingesloten profiel.',
  },
  'image-profile-unusable': {
    title: (a) =>
      `Het kleurprofiel in “${a.text('asset')}”${a.when('profile', ' (', ')')} is niet bruikbaar: ${a.text('fault') === 'mismatch' ? 'het hoort bij andere kleurkanalen dan die van de foto' : 'het is beschadigd'}. De foto wordt gelezen als ${a.has('assumed') ? a.text('assumed') : 'doorsnee offset-CMYK'}; haar kleuren kunnen dus afwijken.`,
    advice: () =>
      'Gelieve de foto opnieuw te vragen, omgezet naar sRGB of Display P3 in het programma waarin ze gemaakt is, met dat profiel ingesloten.',
  },
  'image-hdr-flattened': {
    title: (a) =>
      `De foto “${a.text('asset')}” bevat een gain map (UltraHDR) waarmee heldere schermen meer licht tonen; geen enkele plaats van de huisstijl bewaart die, dus elk scherm krijgt de gewone versie.`,
    advice: () =>
      'Schrijf hdr: keep bij een plaats in house.yaml om de helderder versie ernaast aan te bieden; anders hoeft er niets te gebeuren.',
  },
  'image-hdr-not-kept': {
    title: (a) =>
      `De gain map (UltraHDR) van “${a.text('asset')}” kan niet bewaard worden zoals de huisstijl vraagt: ${a.text('hindrance') === 'corrections' ? 'de foto wordt onderweg gecorrigeerd, in de productieorder of door het slot, en daar weet de map niets van' : 'de map is beschadigd of zegt niet wat ze betekent'}. Heldere schermen krijgen de gewone versie.`,
    advice: (a) =>
      a.text('hindrance') === 'corrections'
        ? 'Laat hdr: keep weg voor die plaats, of de correcties en de behandeling van deze foto.'
        : 'Gelieve het bestand te vragen zoals de telefoon het bewaarde; programma’s die geen gain maps kennen, maken ze stuk.',
  },
  'image-hdr-rolled-off': {
    title: (a) =>
      `De foto “${a.text('asset')}” is alleen voor HDR-schermen geschreven${a.when('actual', ' (', ')')}; voor gewone schermen wordt het licht afgevlakt (BT.2408): lampen en luchten houden hun tekening, niet hun felheid.`,
    advice: () =>
      'Bekijk ze in het rapport of op de pagina. Telt de sfeer, vraag dan een versie die de maker zelf voor gewone schermen heeft uitgewerkt, of een UltraHDR-JPEG, die beide bevat.',
  },
};
