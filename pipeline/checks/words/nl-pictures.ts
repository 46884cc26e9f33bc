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
  'rights-unreleased': {
    title: (a) =>
      `Het bestand van “${a.text('asset')}” ${a.text('whose') === 'property' ? 'zegt dat de eigenaar van wat te zien is niet of niet helemaal met het gebruik instemt' : 'noemt mensen of zegt hoe ver ze instemden, en volledige toestemming (een model release) is er niet bij'}; ook in de productieorder staat er geen.`,
    advice: () =>
      'Vraag de toestemming aan de fotograaf en noem ze onder rights: releases in de productieorder, of gebruik ander materiaal.',
  },
  'image-print-coarse': {
    title: (a) =>
      `De foto “${a.text('asset')}” levert ${a.has('pixels') ? `${a.number('pixels')} ppi op ${a.text('planned')}, maar is vergroot of onscherp: ze heeft de tekening van ${a.number('actual')}` : `${a.number('actual')} ppi op ${a.text('planned')}`} (${a.text('class')}), waar ${a.number('expected')} gevraagd wordt; in druk zou ze zacht of getrapt ogen.`,
    advice: (a) =>
      a.has('pixels')
        ? 'Gelieve de foto te bezorgen zoals het toestel ze nam: pixels erbij brengen niets terug.'
        : `Gelieve een groter origineel te bezorgen, of druk ze niet groter af dan ${a.text('largest')}.`,
  },
  'image-banding': {
    title: (a) =>
      `Zachte overgangen in “${a.text('asset')}” zijn in trappen gebroken (banding); dat valt op in luchten en zachte achtergronden.`,
    advice: () => 'Gelieve het raw-bestand of een 16-bits TIFF van vóór de correctie te vragen; trappen achteraf gladstrijken is handwerk.',
  },
  'image-on-ground': {
    title: (a) =>
      `Het beeld “${a.text('asset')}” heeft een eigen achtergrond${a.when('ground', ' (', ')')} en niets doorzichtigs; op elke andere kleur zou het in een vlak staan.`,
    advice: () => 'Gelieve het te vragen als SVG, of als PNG met doorzichtige achtergrond.',
  },
  'image-vanishes': {
    title: (a) =>
      `Het doorzichtige beeld “${a.text('asset')}” verdwijnt op een lichte pagina: ${a.number('actual')}\u00a0% van wat ervan te zien is, is bijna wit.`,
    advice: () => 'Vraag de versie voor lichte achtergronden, of toon het alleen op een donkere.',
  },
  'image-animation-dropped': {
    title: (a) =>
      `Het beeld “${a.text('asset')}” beweegt (${a.number('actual')} beelden); op de plaats “${a.text('slot')}” wordt alleen het eerste getoond.`,
    advice: (a) =>
      a.has('large')
        ? 'Alle beelden samen zijn te groot om te maken; vraag een kleinere of kortere versie, of de video.'
        : 'Moet het daar bewegen, geef de plaats dan animation: video, of keep voor de beelden zelf; banners tonen nooit meer dan het eerste beeld.',
  },
  'image-animation-see-through': {
    title: (a) =>
      `Het beeld “${a.text('asset')}” beweegt en is doorzichtig; een video die browsers afspelen kan dat niet zijn, dus op de plaats “${a.text('slot')}” blijven het losse beelden.`,
    advice: () => 'Losse beelden wegen een paar keer zoveel als een video. Vraag het beeld op de ondergrond waarop het komt te staan.',
  },
  'image-animation-restless': {
    title: (a) =>
      `Het beeld “${a.text('asset')}” beweegt op de plaats “${a.text('slot')}” langer dan vijf seconden, en een lezer kan het niet stilzetten (WCAG 2.2.2).`,
    advice: () => 'Geef de plaats animation: video: dan staan er knoppen bij. Of laat het beeld na vijf seconden ophouden.',
  },
  'image-first-of-many': {
    title: (a) =>
      `${a.text('file')} bevat ${a.has('actual') ? a.number('actual') : 'verscheidene'} beelden; alleen het eerste wordt gebruikt.`,
    advice: () => 'Is een ander bedoeld, gelieve het dan als apart bestand te vragen.',
  },
  'illustrator-without-pdf': {
    title: (a) => `${a.text('file')} is uit Illustrator bewaard zonder PDF-inhoud; geen ander programma kan de tekening erin lezen.`,
    advice: () =>
      'Gelieve het in Illustrator te openen en opnieuw te bewaren met de optie “PDF-compatibel bestand maken”, of het als PDF of SVG te exporteren.',
  },
  'pdf-locked': {
    title: (a) => `${a.text('file')} is met een wachtwoord beveiligd en kan zonder dat wachtwoord niet worden geopend.`,
    advice: () => 'Gelieve het bestand zonder wachtwoord te vragen, of het met het wachtwoord te openen en zonder wachtwoord te bewaren.',
  },
} as const satisfies Partial<Record<PreflightCode, Words>>;
