/** Dutch words for texts that should be outlines and cannot: fonts that a target refuses, and drawings that would look otherwise. */
import type { TargetCode } from '../codes.ts';
import type { Words } from './say.ts';

const why: Readonly<Record<string, string>> = {
  decoration: 'hij is onderstreept of doorgehaald',
  fill: 'hij is gevuld met iets anders dan een kleur',
  caps: 'hij staat in kleinkapitaal of superscript, die de browser zelf maakt',
  vertical: 'hij loopt van boven naar onder',
  'first-letter': 'zijn eerste letter of regel is anders gezet',
  generated: 'een stijlblad schrijft hem (content)',
  drawing: 'hij staat als tekst in een tekening',
  field: 'hij is de inhoud van een veld',
  'cut-off': 'hij wordt met puntjes afgekapt',
  count: 'een script telt erin',
};

export const nlOutlines: Readonly<Record<Extract<TargetCode, 'banner-font-refused' | 'banner-outlines-impossible'>, Words>> = {
  'banner-font-refused': {
    title: (a) =>
      `${a.text('target')} neemt alleen lettertypen aan op een manier die voor ${a.has('families') ? a.list('families') : 'dit lettertype'} niet kan${a.has('slot') ? `, en de tekst “${a.text('slot')}” kan niet in contouren: ${why[a.text('why')] ?? 'hij zou er anders uitzien'}` : ''}; het lettertype zit nu in de banner zelf en die kan geweigerd worden.`,
    advice: (a) =>
      a.has('slot')
        ? 'Zet deze tekst gewoon (één kleur, geen onderstreping, geen teller, woorden in het sjabloon en niet in het stijlblad), of gebruik voor deze bestemming een lettertype van Google Fonts.'
        : 'Gebruik voor deze bestemming een lettertype van Google Fonts (met de naam die het daar heeft), of vraag de bestemming of ingesloten lettertypen mogen.',
  },
  'banner-outlines-impossible': {
    title: (a) =>
      `De tekst “${a.text('slot')}” kan niet in contouren: ${why[a.text('why')] ?? 'hij zou er anders uitzien'}. De licentie van ${a.text('family')} laat in banners niets anders toe, dus wordt dit tegengehouden.`,
    advice: () =>
      'Zet deze tekst gewoon (één kleur, geen onderstreping, geen teller, woorden in het sjabloon en niet in het stijlblad), of vraag de eigenaar van het lettertype het recht om het in te sluiten en zet licence: granted in house.yaml.',
  },
};
