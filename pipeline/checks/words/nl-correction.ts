/** Dutch words for light, colour and level of pictures, and for their corrections. */
import type { CorrectionCode } from '../codes.ts';
import type { Words } from './say.ts';

const hues: Readonly<Record<string, string>> = {
  red: 'rood',
  orange: 'oranje',
  yellow: 'geel',
  green: 'groen',
  cyan: 'cyaan',
  blue: 'blauw',
  magenta: 'magenta',
};

export const nlCorrection: Readonly<Record<CorrectionCode, Words>> = {
  'mask-unusable': {
    title: (a) =>
      `“${a.text('asset')}” kan niet worden vrijgesteld met het masker “${a.text('mask')}”${
        a.text('reason') === 'shape'
          ? `, want het masker heeft een andere vorm (${a.text('actual')} in plaats van ${a.text('expected')} px)`
          : a.text('reason') === 'missing'
            ? ', want geen aangeleverd materiaal heet zo'
            : ', want het masker is niet als beeld te lezen'
      }.`,
    advice: () => 'Lever een masker aan met dezelfde vorm als het beeld, wit waar het beeld moet blijven, en zet het onder supplied.',
  },
  'look-missing': {
    title: (a) =>
      `De kleurtabel ${a.text('look')} van “${a.text('name')}” staat niet in de map van de productie; die look kan niet worden gemaakt.`,
    advice: () => 'Zet het CUBE-bestand op die plaats, of verbeter het pad onder corrections.',
  },
  'look-invalid': {
    title: (a) =>
      `De kleurtabel ${a.text('look')} van “${a.text('name')}” is beschadigd of is geen CUBE-bestand: regel ${a.text('lookLine')} is niet te lezen${a.when('detail', ' (', ')')}.`,
    advice: () => 'Exporteer de look opnieuw als 3D-tabel in CUBE-vorm.',
  },
  'correction-proposed': {
    title: (a) =>
      `“${a.text('asset')}” wordt automatisch gecorrigeerd${a.when('degrees', ', rechtgezet met ', '°')}${a.when('gains', ', kleurzweem weggenomen (rood / groen / blauw × ', ')')}${a.when('levels', ', tonen uitgerekt van ', ' %')}.`,
    advice: () => 'Bekijk het beeld voor en na in het verslag; schrijf de stappen zelf uit of laat auto weg als het anders moet.',
  },
  'image-too-dark': {
    title: (a) =>
      `“${a.text('asset')}” is onderbelicht${a.when('stops', ' met ongeveer ', ' stops')}: ook de lichtste delen zijn donker, naast andere beelden valt het dof uit.`,
    advice: (a) => `Vraag een lichtere versie, of corrigeer in de order: corrections: [{ exposure: ${a.text('stops') || '2'} }].`,
  },
  'image-too-light': {
    title: (a) => `“${a.text('asset')}” is overbelicht: niets is er donker en de lichten zijn weg, dus het oogt uitgewassen.`,
    advice: () => 'Vraag een donkerder ontwikkelde versie uit het raw-bestand; wat uitgebeten is, komt hier niet terug.',
  },
  'image-cast': {
    title: (a) =>
      `Wat in “${a.text('asset')}” grijs hoort te zijn, is ${hues[a.text('hue')] ?? 'gekleurd'}${a.when('actual', ' (', ' ΔE)')}: het beeld heeft een kleurzweem.`,
    advice: () =>
      'Corrigeer de witbalans in de order (corrections: [{ auto: [cast] }] of whiteBalance), of laat het zo als het de bedoeling is.',
  },
  'image-tilted': {
    title: (a) =>
      `“${a.text('asset')}” helt ${a.number('actual')}° naar ${a.has('right') ? 'rechts' : 'links'}; langs een horizon ziet het oog dat meteen.`,
    advice: (a) => `Zet het recht in de order: corrections: [{ straighten: ${a.text('back') || '1'} }].`,
  },
  'gallery-mixed-casts': {
    title: (a) =>
      `In “${a.text('gallery')}” wijken de grijzen van ${a.number('count')} van de ${a.number('total')} beelden in kleur af van de andere${a.when('assets', ': ')}; naast elkaar valt dat op.`,
    advice: () => 'Geef de beelden één witbalans, bijvoorbeeld met corrections: [{ auto: [cast] }] bij die regel van de order.',
  },
};
