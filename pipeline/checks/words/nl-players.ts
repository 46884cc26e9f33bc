/** Dutch words for what pages play. */
import type { PlayerCode } from '../codes-players.ts';
import type { Words } from './say.ts';

export const nlPlayers: Readonly<Record<PlayerCode, Words>> = {
  'player-missing': {
    title: (a) => {
      const what = a.text('kind') === 'audio' ? 'het geluid' : 'de film';
      const reasons: Readonly<Record<string, string>> = {
        unmade: `want die montage kan niet gemaakt worden`,
        channel: `want de productieorder levert dit alleen aan andere kanalen, niet aan web`,
      };
      return `De pagina kan ${what} “${a.text('name')}” niet spelen, ${reasons[a.text('reason')] ?? 'want niets in de productieorder heet zo'}; bezoekers zouden een lege plek zien.`;
    },
    advice: (a) => {
      if (a.text('reason') === 'unmade') return 'Andere meldingen zeggen wat er aan de montage mankeert; los die eerst op.';
      if (a.text('reason') === 'channel') return `Voeg web toe bij channel van “${a.text('name')}”.`;
      if (a.has('nearest')) return `Bedoelde u “${a.text('nearest')}”?`;
      return a.has('known')
        ? `Gebruik een van deze namen: ${a.list('known')}.`
        : `Zet een montage met channel: web onder deliver.${a.text('kind') || 'video'} in de productieorder.`;
    },
  },
};
