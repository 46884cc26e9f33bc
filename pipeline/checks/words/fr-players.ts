/** French words for what pages play. */
import type { PlayerCode } from '../codes-players.ts';
import type { Words } from './say.ts';

export const frPlayers: Readonly<Record<PlayerCode, Words>> = {
  'player-missing': {
    title: (a) => {
      const what = a.text('kind') === 'audio' ? 'le son' : 'le film';
      const reasons: Readonly<Record<string, string>> = {
        unmade: 'car ce montage ne peut pas être réalisé',
        channel: 'car l’ordre de production ne le livre qu’à d’autres canaux que web',
      };
      return `La page ne peut pas jouer ${what} « ${a.text('name')} », ${reasons[a.text('reason')] ?? 'car rien ne porte ce nom dans l’ordre de production'} ; les visiteurs verraient un vide.`;
    },
    advice: (a) => {
      if (a.text('reason') === 'unmade') return 'D’autres constats disent ce qui manque au montage ; corrigez-les d’abord.';
      if (a.text('reason') === 'channel') return `Ajoutez web aux channel de « ${a.text('name')} ».`;
      if (a.has('nearest')) return `Vouliez-vous dire « ${a.text('nearest')} » ?`;
      return a.has('known')
        ? `Utilisez l’un de ces noms : ${a.list('known')}.`
        : `Ajoutez un montage avec channel: web sous deliver.${a.text('kind') || 'video'} dans l’ordre de production.`;
    },
  },
};
