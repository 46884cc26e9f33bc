/** French words for what is found in supplied film and sound. */
import type { ClipCode } from '../codes-media.ts';
import type { Reading, Words } from './say.ts';

/** « trailer », comme l’ordre de production le nomme. */
const name = (a: Reading): string => `« ${a.text('asset')} »`;
const where = (a: Reading): string =>
  `${a.when('at', ' (', '')}${Number(a.text('count')) > 5 ? ` … ${a.number('count')} en tout` : ''}${a.has('at') ? ')' : ''}`;
const part = (a: Reading, what: string, words: { readonly whole: string; readonly other: string }): string => {
  if (a.text('part') === 'head') return `${name(a)} commence par ${a.number('seconds')} s ${what}, jusqu’à ${a.text('at')}.`;
  if (a.text('part') === 'tail') return `${name(a)} finit par ${a.number('seconds')} s ${what}, à partir de ${a.text('at')}.`;
  return a.text('part') === 'whole' ? words.whole : words.other;
};
const trim = (a: Reading, otherwise: string): string =>
  ['head', 'tail'].includes(a.text('part'))
    ? `Mettez ${a.text('part') === 'head' ? 'in' : 'out'}: ${a.text('at')} dans les montages qui l’emploient, sauf si c’est voulu.`
    : otherwise;

export const frClips: Readonly<Record<ClipCode, Words>> = {
  'clip-incomplete': {
    title: (a) =>
      `${name(a)} est tronqué\u00a0: il en sort ${a.number('actual')} s alors qu’il en annonce ${a.number('expected')}. Après ${a.text('at')}, le spectateur ne verrait plus rien.`,
    advice: () => 'Redemandez le fichier entier\u00a0; le plus souvent, l’envoi a été interrompu.',
  },
  'clip-damaged': {
    title: (a) =>
      `${name(a)} est endommagé par endroits${a.when('detail', ' (', ')')}\u00a0; des blocs, des traînées ou des clics peuvent s’y voir ou s’y entendre.`,
    advice: () => 'Regardez-le du début à la fin, et redemandez-le si cela se remarque.',
  },
  'clip-too-small': {
    title: (a) =>
      `${name(a)} mesure ${a.text('size')} px\u00a0; son petit côté de ${a.number('actual')} px est sous ${a.number('expected')} et paraît flou sur tout écran.`,
    advice: () => 'Demandez l’original de la caméra ou du montage, pas une copie venue d’une messagerie ou d’un site.',
  },
  'clip-oversized': {
    title: (a) =>
      `${name(a)} mesure ${a.text('size')} px, plus que ne montre aucun canal (${a.number('expected')} px)\u00a0; sa lecture est lente.`,
    advice: () => 'Rien à faire\u00a0; une copie en UHD irait plus vite.',
  },
  'clip-pixels-not-square': {
    title: (a) =>
      `Les pixels de ${name(a)} ne sont pas carrés (${a.text('shape')})\u00a0; sans conversion, les gens paraîtraient minces ou larges.`,
    advice: (a) => `Ils sont rendus carrés, à ${a.text('size')} px\u00a0; vérifiez que les cercles sont ronds.`,
  },
  'clip-turned': {
    title: (a) => `${name(a)} a été filmé avec la caméra tournée (${a.number('actual')}°)\u00a0; il est redressé.`,
    advice: () => 'Vérifiez que le haut est bien en haut.',
  },
  'clip-bars': {
    title: (a) =>
      `${name(a)} a des bandes noires ${a.text('sides') === 'sides' ? 'à gauche ou à droite' : 'en haut ou en bas'} (${a.number('actual')}\u00a0% de l’image)\u00a0; dans un montage, elles feraient un second cadre.`,
    advice: () => 'Demandez le film sans bandes, ou choisissez fit: cover pour qu’elles sortent du cadre.',
  },
  'clip-see-through': {
    title: (a) => `${name(a)} est transparent\u00a0; les films des canaux ne le sont pas, et du noir vient là où il n’y a rien.`,
    advice: () => 'Posez-le sur une image au montage s’il est fait pour cela.',
  },
  'clip-variable-rate': {
    title: (a) =>
      `Les images de ${name(a)} ne durent pas toutes autant (${a.number('shortest')} à ${a.number('longest')} ms), comme les écrivent téléphones et captures d’écran\u00a0; le mouvement peut saccader et le son dériver.`,
    advice: () => 'La cadence est rendue constante\u00a0; surveillez les lèvres et les mouvements de caméra.',
  },
  'clip-interlaced': {
    title: (a) =>
      `${name(a)} est entrelacé${a.has('actual') ? ` (${a.number('actual')}\u00a0% des images)` : ''}\u00a0; sur les écrans actuels, des peignes borderaient tout ce qui bouge.`,
    advice: () => 'Il est désentrelacé\u00a0; un export progressif serait plus net.',
  },
  'clip-black': {
    title: (a) =>
      part(a, 'de noir', {
        whole: `${name(a)} est noir du début à la fin.`,
        other: `${name(a)} reste noir plus de ${a.number('expected')} s${where(a)}\u00a0; on croirait que c’est fini.`,
      }),
    advice: (a) => trim(a, 'Demandez si c’est voulu, ou laissez ces secondes hors du montage.'),
  },
  'clip-frozen': {
    title: (a) =>
      part(a, 'd’image figée', {
        whole: `L’image de ${name(a)} est figée du début à la fin.`,
        other: `L’image de ${name(a)} reste figée plus de ${a.number('expected')} s${where(a)}\u00a0; on croirait à une panne du lecteur.`,
      }),
    advice: (a) => trim(a, 'Demandez si c’est voulu, ou laissez ces secondes hors du montage.'),
  },
  'clip-flashes': {
    title: (a) =>
      `${name(a)} clignote plus de trois fois par seconde${where(a)}\u00a0; cela peut provoquer une crise d’épilepsie photosensible (WCAG 2.3.1).`,
    advice: () => 'Laissez ces secondes hors du montage, ou faites ralentir ou assombrir les éclairs.',
  },
  'clip-starved': {
    title: (a) =>
      `${name(a)} est codé avec peu de bits (${a.number('actual')} par pixel en ${a.text('codec')}, là où ${a.number('expected')} est courant)\u00a0; traînées et blocs empirent à chaque export.`,
    advice: () => 'Demandez l’export du montage, ou l’original de la caméra.',
  },
  'clip-blurred': {
    title: (a) =>
      `${name(a)} est flou pour l’essentiel (${a.number('actual')}, au-dessus de ${a.number('expected')})\u00a0: mise au point manquée, ou agrandissement.`,
    advice: () => 'Regardez-le en pleine taille\u00a0; demandez une autre prise si ce n’est pas voulu.',
  },
  'clip-blocky': {
    title: (a) =>
      `Des blocs se voient dans ${name(a)} (${a.number('actual')}, au-dessus de ${a.number('expected')})\u00a0; il a été trop comprimé.`,
    advice: () => 'Demandez une copie plus ancienne.',
  },
  'clip-colour-unknown': {
    title: (a) =>
      `${name(a)} ne dit pas comment ses couleurs sont codées\u00a0; à ${a.text('size')} px, elles sont lues en ${a.text('assumed')}.`,
    advice: () => 'Comparez rouges et verts avec l’original\u00a0; s’ils diffèrent, demandez un export avec étiquettes de couleur.',
  },
  'clip-matrix-unlikely': {
    title: (a) =>
      `${name(a)} se dit codé en définition standard (${a.text('matrix')}) alors qu’il mesure ${a.text('size')} px\u00a0; rouges et verts peuvent être faux.`,
    advice: () => 'Comparez avec l’original\u00a0; s’ils diffèrent, demandez un export étiqueté BT.709.',
  },
  'clip-hdr': {
    title: (a) => `${name(a)} est en HDR (${a.text('curve')})\u00a0; pour les canaux, il est ramené aux écrans ordinaires (BT.709).`,
    advice: () => 'Regardez ciels et lampes dans le résultat\u00a0; un étalonnage en SDR est toujours meilleur.',
  },
  'clip-converted': {
    title: (a) => `${name(a)} n’a pas une forme que tout lecteur accepte (${a.list('items')})\u00a0; il est converti.`,
    advice: () => 'Rien à faire.',
  },
  'clip-tracks': {
    title: (a) =>
      `${name(a)} contient ${a.number('pictures')} piste(s) d’image, ${a.number('sounds')} de son et ${a.number('texts')} de texte\u00a0; la première image et ${a.has('isPair') ? 'les deux premiers sons, à gauche et à droite,' : 'le premier son'} sont employés.`,
    advice: () => 'Demandez un fichier avec la seule bonne piste si une autre est voulue\u00a0; fournissez les sous-titres à part.',
  },
  'clip-edit-list': {
    title: (a) => `${name(a)} montre moins qu’il ne contient, ou dans un autre ordre (edit list)\u00a0; certains lecteurs l’ignorent.`,
    advice: () => 'Il est fait comme il doit être montré\u00a0; vérifiez où il commence et finit.',
  },
  'clip-sound-length': {
    title: (a) =>
      `Le son de ${name(a)} est plus ${a.text('which') === 'shorter' ? 'court' : 'long'} que l’image de ${a.number('actual')} s.`,
    advice: () => 'Il est coupé ou complété de silence\u00a0; écoutez la fin.',
  },
  'clip-sound-late': {
    title: (a) =>
      `Le son de ${name(a)} commence ${a.number('actual')} s ${a.text('which') === 'early' ? 'avant' : 'après'} l’image\u00a0; là où un lecteur l’ignore, lèvres et voix se séparent.`,
    advice: () => 'Il est recalé d’après le fichier\u00a0; regardez quelqu’un parler.',
  },
  'clip-no-sound': {
    title: (a) => `${name(a)} n’a pas de son${a.text('reason') === 'silent' ? '\u00a0: sa piste est silencieuse du début à la fin' : ''}.`,
    advice: () => 'Rien à faire si c’est voulu\u00a0; sinon demandez le mixage, ou ajoutez une musique.',
  },
  'clip-silent': {
    title: (a) => part(a, 'de silence', { whole: `${name(a)} est silencieux.`, other: `${name(a)} devient silencieux${where(a)}.` }),
    advice: (a) => trim(a, 'Écoutez s’il y manque quelque chose.'),
  },
  'clip-clipped': {
    title: (a) =>
      `Le son de ${name(a)} a été écrêté à l’enregistrement (flat factor ${a.number('actual')}, au-dessus de ${a.number('expected')})\u00a0; les passages forts grésillent.`,
    advice: () => 'Demandez un autre enregistrement ou le mixage d’avant le mastering\u00a0; baisser le niveau ne répare rien.',
  },
  'clip-quiet': {
    title: (a) =>
      `${name(a)} est très faible (${a.number('actual')} LUFS, sous ${a.number('expected')})\u00a0; porté au niveau du canal, son souffle s’entend aussi.`,
    advice: () => 'Demandez un enregistrement à niveau normal, ou mettez une musique dessous.',
  },
  'clip-loudness': {
    title: (a) =>
      `${name(a)} a une sonie de ${a.number('actual')} LUFS, hors de ${a.number('least')} à ${a.number('most')}\u00a0; elle est ajustée pour chaque canal.`,
    advice: () => 'Rien à faire.',
  },
  'clip-true-peak': {
    title: (a) =>
      `Les crêtes de ${name(a)} atteignent ${a.number('actual')} dBTP, au-dessus de ${a.number('expected')}\u00a0; un codec les ferait grésiller, elles sont donc limitées.`,
    advice: () => 'Rien à faire.',
  },
  'clip-phase': {
    title: (a) =>
      `La gauche et la droite de ${name(a)} s’annulent (corrélation ${a.number('actual')})\u00a0; sur un téléphone, en mono, les voix disparaîtraient.`,
    advice: () => 'Demandez un mixage dont les deux canaux sont en phase.',
  },
  'clip-mono-twice': {
    title: (a) => `La gauche et la droite de ${name(a)} sont identiques\u00a0; c’est du mono en deux canaux.`,
    advice: () => 'Rien à faire s’il n’y a qu’une voix\u00a0; sinon demandez le mixage stéréo.',
  },
  'clip-one-sided': {
    title: (a) =>
      `${name(a)} ne s’entend qu’à ${a.text('side') === 'left' ? 'gauche' : 'droite'}\u00a0; au casque, une seule oreille l’entend.`,
    advice: () => 'Dans ce qui est produit, il s’entend des deux côtés\u00a0; demandez le mixage stéréo s’il existe.',
  },
};
