/** French words for cuts as they were made, judged by their cut list and their channel. */
import type { DeliveryCode } from '../codes-media.ts';
import type { Reading, Words } from './say.ts';

const sure: Readonly<Record<string, string>> = {
  official: 'sa propre page',
  quoted: 'cité de sa propre page',
  secondary: 'la page d’un tiers',
  unknown: 'aucune page lue',
};

/** Who asks it, where that stands and how sure it is. */
function asked(a: Reading): string {
  if (!a.has('source')) return '';
  return ` Demandé par ${a.text('by')}\u00a0: ${a.text('source')}, ${sure[a.text('status')] ?? ''}${a.when('checked', ', vérifié le ')}${a.when('note', ' (', ')')}.`;
}

export const words = (title: Words['title'], advice: (a: Reading) => string): Words => ({ title, advice: (a) => advice(a) + asked(a) });
export const taker = (a: Reading): string => (a.has('by') ? a.text('by') : 'le canal');
export const file = (a: Reading): string => (a.has('entry') ? a.text('entry') : 'Le montage');
const against = (a: Reading, unit: string): string => `${a.number('actual')}${unit}, là où la limite est ${a.number('expected')}${unit}`;
const heard: Readonly<Record<string, string>> = {
  'sound-codecs': '',
  'least-channels': ' canaux',
  'most-channels': ' canaux',
  'least-sample-rate': ' Hz',
  'most-sample-rate': ' Hz',
  'under-sample-rate': ' Hz',
  'least-sound-bit-rate': ' b/s',
  'most-sound-bit-rate': ' b/s',
};
const incomplete: Readonly<Record<string, string>> = {
  'no-track': 'la piste demandée n’y est pas',
  damaged: 'il ne se lit pas sans fautes',
  'frames-lost': 'il en sort moins d’images qu’il n’en est entré',
};

export const frDeliveries: Readonly<Record<DeliveryCode, Words>> = {
  'delivery-incomplete': words(
    (a) =>
      `${file(a)} n’est pas entier\u00a0: ${incomplete[a.text('reason')] ?? 'il y manque quelque chose'}${a.when('detail', ' (', ')')}. Il est retenu.`,
    () => 'Reconstruisez\u00a0; si cela persiste, regardez le clip fourni et la version de ffmpeg (kader doctor).',
  ),
  'delivery-length-off': words(
    (a) =>
      `${file(a)} dure ${a.number('actual')} s alors que la liste de montage dit ${a.number('expected')} s\u00a0; c’est plus d’une image de trop ou de moins.`,
    () => 'Vérifiez que le clip a des images jusqu’au point de sortie, et reconstruisez.',
  ),
  'delivery-sound-off': words(
    (a) =>
      `Son et image de ${file(a)} sont séparés de ${a.number('actual')} ms ${a.text('part') === 'end' ? 'à la fin' : 'au début'} (au plus ${a.number('expected')} ms)\u00a0; les lèvres ne suivraient pas la voix.`,
    () => 'Regardez les pistes du clip fourni\u00a0; commencez le montage là où les deux ont commencé.',
  ),
  'delivery-colour-wrong': words(
    (a) =>
      `${file(a)} ne dit pas que ses couleurs sont en BT.709 (${a.list('items')})\u00a0; les lecteurs devineraient, et les couleurs changeraient d’un écran à l’autre.`,
    () => 'Reconstruisez avec un ffmpeg que kader doctor trouve complet.',
  ),
  'delivery-loudness-off': words(
    (a) =>
      `${file(a)} a une sonie de ${a.number('actual')} LUFS là où ${a.number('expected')} est demandé\u00a0; à côté d’autres films, cela se remarque.`,
    () =>
      'Omettez loudness dans le montage pour avoir celle du canal\u00a0; un son avec peu de moments forts demande parfois un autre mixage.',
  ),
  'delivery-true-peak': words(
    (a) =>
      `Les crêtes de ${file(a)} atteignent ${a.number('actual')} dBTP, au-dessus de ${a.number('expected')}\u00a0; elles grésilleraient sur les téléphones.`,
    () => 'Demandez une sonie plus basse dans l’ordre de production, ou un mixage aux crêtes moins vives.',
  ),
  'delivery-covered': words(
    (a) =>
      `Sur ${file(a)}, ${taker(a)} pose ses propres boutons et textes\u00a0: ${a.list('slots')} se trouve à moins de ${a.number('expected')}\u00a0% du bord et peut être caché.`,
    () => 'Gardez les textes entre --safe-top, --safe-right, --safe-bottom et --safe-left dans le style.css du titre.',
  ),
  'delivery-too-long': words(
    (a) => `${file(a)} dure ${a.seconds('actual')}\u00a0; ${taker(a)} accepte au plus ${a.seconds('expected')}.`,
    () => 'Avancez le point de sortie du montage.',
  ),
  'delivery-too-short': words(
    (a) => `${file(a)} dure ${a.seconds('actual')}\u00a0; ${taker(a)} demande au moins ${a.seconds('expected')}.`,
    () => 'Reculez le point de sortie du montage, ou ajoutez une partie.',
  ),
  'delivery-too-heavy': words(
    (a) => `${file(a)} pèse ${a.weighed('actual')}\u00a0; ${taker(a)} accepte au plus ${a.bytes('expected')}.`,
    () => 'Raccourcissez le montage, ou livrez-le à un canal qui accepte davantage.',
  ),
  'delivery-too-light': words(
    (a) => `${file(a)} pèse ${a.weighed('actual')}\u00a0; ${taker(a)} demande au moins ${a.bytes('expected')}.`,
    () => 'Allongez le montage\u00a0; quelques secondes suffisent.',
  ),
  'delivery-size-refused': words(
    (a) => `${file(a)} a un côté de ${against(a, ' px')}\u00a0; ${taker(a)} le refuserait ou l’agrandirait.`,
    () => 'Fournissez un clip avec plus de pixels, ou laissez le format au canal.',
  ),
  'delivery-ratio-refused': words(
    (a) =>
      `La forme de ${file(a)} (${a.number('actual')}) n’est pas de celles que ${taker(a)} accepte (${a.list('expected')})\u00a0; il serait rogné ou bordé de bandes.`,
    () => 'Omettez le format dans le montage pour avoir celui du canal.',
  ),
  'delivery-rate-refused': words(
    (a) =>
      a.text('reason') === 'variable'
        ? `Les images de ${file(a)} ne durent pas toutes autant, et ${taker(a)} le demande.`
        : `${file(a)} a ${against(a, ' im/s')}\u00a0; il saccaderait chez ${taker(a)}.`,
    () => 'Reconstruisez\u00a0; si cela persiste, regardez la cadence du clip fourni.',
  ),
  'delivery-scan-refused': words(
    (a) =>
      `${file(a)} ${a.text('reason') === 'pixels' ? 'a des pixels qui ne sont pas carrés' : 'est entrelacé'}, et ${taker(a)} le refuse.`,
    () => 'Reconstruisez\u00a0; si cela persiste, demandez un export progressif à pixels carrés.',
  ),
  'delivery-gop-refused': words(
    (a) => `Les images clés de ${file(a)} sont distantes de ${against(a, ' s')}\u00a0; ${taker(a)} peut le refuser ou mal y chercher.`,
    () => 'Reconstruisez avec les réglages du canal.',
  ),
  'delivery-container-refused': words(
    (a) => `${file(a)} est un fichier de type ${a.text('actual')}\u00a0; ${taker(a)} accepte ${a.list('expected')}.`,
    () => 'Livrez le montage à un canal qui l’accepte.',
  ),
  'delivery-codec-refused': words(
    (a) => `L’image de ${file(a)} est codée en ${a.text('actual')}\u00a0; ${taker(a)} accepte ${a.list('expected')}.`,
    () => 'Reconstruisez avec un ffmpeg qui a cet encodeur (kader doctor).',
  ),
  'delivery-edit-list': words(
    (a) => `${file(a)} a une edit list\u00a0; ${taker(a)} la refuse, ou le montre décalé de quelques images.`,
    () => 'Reconstruisez avec un ffmpeg que kader doctor trouve complet.',
  ),
  'delivery-index-last': words(
    (a) =>
      `L’index de ${file(a)} se trouve après les images\u00a0; ${taker(a)} le refuse, et aucun lecteur ne peut commencer avant que tout soit chargé.`,
    () => 'Reconstruisez avec un ffmpeg que kader doctor trouve complet.',
  ),
  'delivery-bit-rate-refused': words(
    (a) => `${file(a)} a ${against(a, ' b/s')}\u00a0; ${taker(a)} le refuserait ou le recoderait.`,
    () => 'Reconstruisez\u00a0; le grain et les coupes rapides demandent plus de bits.',
  ),
  'delivery-sound-refused': words(
    (a) =>
      a.text('rule') === 'sound-codecs' || !a.has('rule')
        ? `Le son de ${file(a)} est en ${a.text('actual')}\u00a0; ${taker(a)} accepte ${a.list('expected')}.`
        : `Le son de ${file(a)} a ${against(a, heard[a.text('rule')] ?? '')}\u00a0; ${taker(a)} le refuserait ou le recoderait.`,
    () => 'Reconstruisez avec les réglages du canal.',
  ),
  'delivery-captions-refused': words(
    (a) => `Les sous-titres de ${file(a)} ne l’accompagnent pas comme ${taker(a)} les accepte (${a.list('expected')}).`,
    () => 'Incrustez-les (captions: burned), ou fournissez-les à nouveau en SRT.',
  ),
  'delivery-needs-current-sheet': {
    title: (a) => `De ${taker(a)}, ces limites ne sont pas connues\u00a0: ${a.list('rules')}. ${file(a)} peut les dépasser.`,
    advice: (a) => `Consultez la fiche actuelle avant de livrer${a.when('sources', '\u00a0: ')}.`,
  },
  'delivery-not-measured': {
    title: (a) => `Rien n’a pu dire si ${file(a)} respecte ces limites de ${taker(a)}\u00a0: ${a.list('rules')}.`,
    advice: () => 'Regardez-le dans l’aperçu du canal avant sa mise en ligne.',
  },
};
