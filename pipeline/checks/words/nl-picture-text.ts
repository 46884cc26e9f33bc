/** Dutch words for letters that are seen in photographs, and for files that share a name. */
import type { PreflightCode } from '../codes.ts';
import type { Words } from './say.ts';

export const nlPictureText = {
  'image-shows-text': {
    title: (a) =>
      `Op de foto “${a.text('asset')}” staan letters (van ${a.number('left')}\u00a0% tot ${a.number('right')}\u00a0% van de breedte, ${a.number('top')}\u00a0% tot ${a.number('bottom')}\u00a0% van de hoogte); tekst in een foto wordt niet vertaald, voorgelezen of gevonden.`,
    advice: () =>
      'Is ze op de foto gezet, vraag dan de foto zonder tekst en zet de tekst op de pagina of in de banner. Hoort ze bij wat te zien is, zoals een bord, zeg dan in de alt-tekst wat ervan telt.',
  },
  'crop-cuts-text': {
    title: (a) =>
      `Op de plaats “${a.text('slot')}” loopt de uitsnede van “${a.text('asset')}” door letters op de foto; een half woord lijkt een fout.`,
    advice: () => 'Zet in de productieorder een veilig kader rond de tekst, verleg het focuspunt, of vraag de foto zonder tekst.',
  },
  'material-same-name': {
    title: (a) =>
      `Bestanden met één naam zijn aangeleverd als “${a.text('asset')}”: ${a.list('files')}; zo is niet duidelijk welk bedoeld is.`,
    advice: () =>
      'Noem in de productieorder het bedoelde bestand, bijvoorbeeld met een nauwer patroon zoals photos/*.tif, of geef elk bestand een eigen regel.',
  },
} as const satisfies Partial<Record<PreflightCode, Words>>;
