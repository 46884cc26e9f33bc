/** English words for what pages play. */
import type { PlayerCode } from '../codes-players.ts';
import type { Words } from './say.ts';

export const enPlayers: Readonly<Record<PlayerCode, Words>> = {
  'player-missing': {
    title: (a) => {
      const what = a.text('kind') === 'audio' ? 'the sound' : 'the film';
      const reasons: Readonly<Record<string, string>> = {
        unmade: 'because that cut cannot be made',
        channel: 'because the order delivers it to other channels only, not to web',
      };
      return `The page cannot play ${what} “${a.text('name')}”, ${reasons[a.text('reason')] ?? 'because nothing in the order is called so'}; visitors would see an empty place.`;
    },
    advice: (a) => {
      if (a.text('reason') === 'unmade') return 'Other findings tell what is wrong with the cut; mend those first.';
      if (a.text('reason') === 'channel') return `Add web to the channel of “${a.text('name')}”.`;
      if (a.has('nearest')) return `Did you mean “${a.text('nearest')}”?`;
      return a.has('known')
        ? `Use one of these names: ${a.list('known')}.`
        : `Put a cut with channel: web under deliver.${a.text('kind') || 'video'} in the order.`;
    },
  },
};
