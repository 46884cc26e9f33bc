/** Dutch words for what is found in supplied film and sound. */
import type { ClipCode } from '../codes-media.ts';
import type { Reading, Words } from './say.ts';

/** “trailer”, zoals de productieorder het noemt. */
const name = (a: Reading): string => `“${a.text('asset')}”`;
const where = (a: Reading): string =>
  `${a.when('at', ' (', '')}${Number(a.text('count')) > 5 ? ` … ${a.number('count')} in totaal` : ''}${a.has('at') ? ')' : ''}`;
const part = (a: Reading, what: string, words: { readonly whole: string; readonly other: string }): string => {
  if (a.text('part') === 'head') return `${name(a)} begint met ${a.number('seconds')} s ${what}, tot ${a.text('at')}.`;
  if (a.text('part') === 'tail') return `${name(a)} eindigt met ${a.number('seconds')} s ${what}, vanaf ${a.text('at')}.`;
  return a.text('part') === 'whole' ? words.whole : words.other;
};
const trim = (a: Reading, otherwise: string): string =>
  ['head', 'tail'].includes(a.text('part'))
    ? `Zet ${a.text('part') === 'head' ? 'in' : 'out'}: ${a.text('at')} bij de montages die het gebruiken, tenzij het zo bedoeld is.`
    : otherwise;

export const nlClips: Readonly<Record<ClipCode, Words>> = {
  'clip-incomplete': {
    title: (a) =>
      `${name(a)} is afgebroken: er komt ${a.number('actual')} s uit, terwijl het ${a.number('expected')} s zegt te duren. Na ${a.text('at')} zou de kijker niets meer zien.`,
    advice: () => 'Vraag het hele bestand opnieuw; meestal is het opladen afgebroken.',
  },
  'clip-damaged': {
    title: (a) =>
      `${name(a)} is hier en daar beschadigd${a.when('detail', ' (', ')')}; daar kunnen blokken, vegen of tikken te zien of te horen zijn.`,
    advice: () => 'Bekijk het van begin tot einde, en vraag het opnieuw als het opvalt.',
  },
  'clip-too-small': {
    title: (a) =>
      `${name(a)} meet ${a.text('size')} px; de korte kant van ${a.number('actual')} px ligt onder ${a.number('expected')} en oogt op elk scherm wazig.`,
    advice: () => 'Vraag het origineel van de camera of de montage, geen kopie uit een chat of van een site.',
  },
  'clip-oversized': {
    title: (a) => `${name(a)} meet ${a.text('size')} px, meer dan eender welk kanaal toont (${a.number('expected')} px); het leest traag.`,
    advice: () => 'Er hoeft niets te gebeuren; met een kopie in UHD gaat het sneller.',
  },
  'clip-pixels-not-square': {
    title: (a) => `De pixels van ${name(a)} zijn niet vierkant (${a.text('shape')}); zonder omzetting worden mensen smal of breed.`,
    advice: (a) => `Het wordt recht gezet op ${a.text('size')} px; kijk of cirkels rond zijn.`,
  },
  'clip-turned': {
    title: (a) => `${name(a)} is met een gedraaide camera gefilmd (${a.number('actual')}°); het wordt rechtop gezet.`,
    advice: () => 'Kijk of boven wel boven is.',
  },
  'clip-bars': {
    title: (a) =>
      `${name(a)} heeft zwarte balken ${a.text('sides') === 'sides' ? 'links of rechts' : 'boven of onder'} (${a.number('actual')}\u00a0% van het beeld); in een montage staan ze er als een tweede kader.`,
    advice: () => 'Vraag de film zonder balken, of kies fit: cover zodat ze buiten beeld vallen.',
  },
  'clip-see-through': {
    title: (a) => `${name(a)} is doorzichtig; films voor kanalen zijn dat niet, en waar niets is komt zwart.`,
    advice: () => 'Leg het in de montage over een beeld als het daarvoor bedoeld was.',
  },
  'clip-variable-rate': {
    title: (a) =>
      `De beelden van ${name(a)} duren niet even lang (${a.number('shortest')} tot ${a.number('longest')} ms), zoals telefoons en schermopnames ze schrijven; beweging kan haperen en geluid verschuiven.`,
    advice: () => 'Het wordt gelijkmatig gemaakt; let in het resultaat op lippen en camerabewegingen.',
  },
  'clip-interlaced': {
    title: (a) =>
      `${name(a)} is geïnterlinieerd${a.has('actual') ? ` (${a.number('actual')}\u00a0% van de beelden)` : ''}; op schermen van nu komen er kammen langs alles wat beweegt.`,
    advice: () => 'Het wordt gede-interlaced; een progressieve export is scherper.',
  },
  'clip-black': {
    title: (a) =>
      part(a, 'zwart', {
        whole: `${name(a)} is van begin tot einde zwart.`,
        other: `${name(a)} blijft langer dan ${a.number('expected')} s zwart${where(a)}; kijkers denken dan dat het gedaan is.`,
      }),
    advice: (a) => trim(a, 'Vraag of dat de bedoeling is, of laat die seconden uit de montage.'),
  },
  'clip-frozen': {
    title: (a) =>
      part(a, 'stilstaand beeld', {
        whole: `Het beeld van ${name(a)} staat van begin tot einde stil.`,
        other: `Het beeld van ${name(a)} staat langer dan ${a.number('expected')} s stil${where(a)}; dat lijkt een fout van de speler.`,
      }),
    advice: (a) => trim(a, 'Vraag of dat de bedoeling is, of laat die seconden uit de montage.'),
  },
  'clip-flashes': {
    title: (a) =>
      `${name(a)} flitst meer dan drie keer per seconde${where(a)}; dat kan bij mensen met lichtgevoelige epilepsie een aanval uitlokken (WCAG 2.3.1).`,
    advice: () => 'Laat die seconden weg, of laat de flitsen in de montage vertragen of dimmen.',
  },
  'clip-starved': {
    title: (a) =>
      `${name(a)} is met weinig bits gecodeerd (${a.number('actual')} per pixel in ${a.text('codec')}, waar ${a.number('expected')} gewoon is); vegen en blokken worden bij elke export erger.`,
    advice: () => 'Vraag de export uit de montage, of het origineel van de camera.',
  },
  'clip-blurred': {
    title: (a) =>
      `${name(a)} is grotendeels onscherp (${a.number('actual')}, boven ${a.number('expected')}): niet scherpgesteld, of vergroot.`,
    advice: () => 'Bekijk het op volle grootte; vraag een andere opname als het niet zo bedoeld is.',
  },
  'clip-blocky': {
    title: (a) =>
      `In ${name(a)} zijn blokken te zien (${a.number('actual')}, boven ${a.number('expected')}); het is ooit te ver gecomprimeerd.`,
    advice: () => 'Vraag een eerdere kopie.',
  },
  'clip-colour-unknown': {
    title: (a) =>
      `${name(a)} zegt niet hoe zijn kleuren gecodeerd zijn; bij ${a.text('size')} px worden ze als ${a.text('assumed')} gelezen.`,
    advice: () => 'Vergelijk rood en groen met het origineel; kloppen ze niet, vraag dan een export met kleurlabels.',
  },
  'clip-matrix-unlikely': {
    title: (a) =>
      `${name(a)} zegt in standaarddefinitie gecodeerd te zijn (${a.text('matrix')}) maar meet ${a.text('size')} px; rood en groen kunnen fout zijn.`,
    advice: () => 'Vergelijk met het origineel; kloppen ze niet, vraag dan een export met label BT.709.',
  },
  'clip-hdr': {
    title: (a) => `${name(a)} is HDR (${a.text('curve')}); voor de kanalen wordt het teruggebracht naar gewone schermen (BT.709).`,
    advice: () => 'Bekijk luchten en lampen in het resultaat; een eigen kleurcorrectie in SDR is altijd beter.',
  },
  'clip-converted': {
    title: (a) => `${name(a)} staat niet in een vorm die elke speler aankan (${a.list('items')}); het wordt omgezet.`,
    advice: () => 'Er hoeft niets te gebeuren.',
  },
  'clip-tracks': {
    title: (a) =>
      `${name(a)} bevat ${a.number('pictures')} beeld-, ${a.number('sounds')} geluids- en ${a.number('texts')} tekstsporen; het eerste beeld en ${a.has('isPair') ? 'de eerste twee geluiden, als links en rechts,' : 'het eerste geluid'} worden gebruikt.`,
    advice: () => 'Vraag een bestand met alleen het juiste spoor als een ander bedoeld is; lever ondertitels als apart bestand.',
  },
  'clip-edit-list': {
    title: (a) => `${name(a)} toont minder dan erin zit, of in een andere volgorde (edit list); sommige spelers negeren dat.`,
    advice: () => 'Het wordt gemaakt zoals het bedoeld is; kijk waar het begint en eindigt.',
  },
  'clip-sound-length': {
    title: (a) =>
      `Het geluid van ${name(a)} is ${a.number('actual')} s ${a.text('which') === 'shorter' ? 'korter' : 'langer'} dan het beeld.`,
    advice: () => 'Het wordt afgeknipt of met stilte aangevuld; luister naar het einde.',
  },
  'clip-sound-late': {
    title: (a) =>
      `Het geluid van ${name(a)} begint ${a.number('actual')} s ${a.text('which') === 'early' ? 'voor' : 'na'} het beeld; waar een speler dat negeert, lopen lippen en stem uiteen.`,
    advice: () => 'Het wordt gelijkgezet zoals het bestand zegt; bekijk iemand die spreekt.',
  },
  'clip-no-sound': {
    title: (a) => `${name(a)} heeft geen geluid${a.text('reason') === 'silent' ? ': het spoor is van begin tot einde stil' : ''}.`,
    advice: () => 'Is dat de bedoeling, dan hoeft er niets te gebeuren; vraag anders de mix, of leg er muziek onder.',
  },
  'clip-silent': {
    title: (a) => part(a, 'stilte', { whole: `${name(a)} is stil.`, other: `${name(a)} valt stil${where(a)}.` }),
    advice: (a) => trim(a, 'Luister of daar iets ontbreekt.'),
  },
  'clip-clipped': {
    title: (a) =>
      `Het geluid van ${name(a)} is bij de opname bovenaan afgekapt (flat factor ${a.number('actual')}, boven ${a.number('expected')}); luide stukken kraken.`,
    advice: () => 'Vraag een andere opname of de mix van vóór de mastering; zachter zetten brengt het niet terug.',
  },
  'clip-quiet': {
    title: (a) =>
      `${name(a)} is erg stil (${a.number('actual')} LUFS, onder ${a.number('expected')}); zo luid als het kanaal het vraagt, hoort men ook de ruis.`,
    advice: () => 'Vraag een opname op normaal niveau, of leg er muziek onder.',
  },
  'clip-loudness': {
    title: (a) =>
      `${name(a)} heeft een luidheid van ${a.number('actual')} LUFS, buiten ${a.number('least')} tot ${a.number('most')}; ze wordt per kanaal gelijkgezet.`,
    advice: () => 'Er hoeft niets te gebeuren.',
  },
  'clip-true-peak': {
    title: (a) =>
      `De pieken van ${name(a)} halen ${a.number('actual')} dBTP, boven ${a.number('expected')}; een codec zou ze doen kraken, dus worden ze begrensd.`,
    advice: () => 'Er hoeft niets te gebeuren.',
  },
  'clip-phase': {
    title: (a) =>
      `Links en rechts van ${name(a)} heffen elkaar op (correlatie ${a.number('actual')}); op een telefoon, in mono, verdwijnen de stemmen.`,
    advice: () => 'Vraag een mix waarin beide kanalen in fase staan.',
  },
  'clip-mono-twice': {
    title: (a) => `Links en rechts van ${name(a)} zijn gelijk; het is mono in twee kanalen.`,
    advice: () => 'Is er alleen een stem, dan hoeft er niets te gebeuren; vraag anders de stereomix.',
  },
  'clip-one-sided': {
    title: (a) =>
      `${name(a)} klinkt alleen ${a.text('side') === 'left' ? 'links' : 'rechts'}; met een koptelefoon op klinkt het in één oor.`,
    advice: () => 'In wat gemaakt wordt, klinkt het aan beide kanten; vraag de stereomix als die er is.',
  },
};
