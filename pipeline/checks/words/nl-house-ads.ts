/** Dutch words for what only some houses ask of a packed banner. */
import type { HouseAdCode } from '../codes-ads.ts';
import { more, words } from './nl-ads.ts';
import type { Words } from './say.ts';

export const nlHouseAds: Readonly<Record<HouseAdCode, Words>> = {
  'ad-click-same-tab': words(
    (a) => `Een klik gaat weg in hetzelfde tabblad${more(a)}; de lezer is de pagina kwijt waar de banner op staat.`,
    () => 'Open een eigen tabblad: window.open(clickTag), of target="_blank" op de link of het formulier.',
  ),
  'ad-library-missing': words(
    (a) => `De banner laadt het eigen script van de adserver niet${more(a)}; een klik zou nergens heen leiden en niet geteld worden.`,
    () => 'Bestel de banner voor dit platform, dan schrijft Kader de klik, of laad het script in de head.',
  ),
  'ad-sound-unasked': words(
    () => 'Een geluid in de banner begint vanzelf, en dat weigeren lezers en platformen.',
    () => 'Haal autoplay weg en laat het geluid op een klik beginnen, of geef het het attribuut muted.',
  ),
  'ad-padding-left': words(
    () => 'Een stijl geeft de pagina een padding; de banner zou los van de hoek staan.',
    () => 'Schrijf padding: 0 voor html en body.',
  ),
  'ad-backup-coarse': words(
    (a) =>
      `Het beeld naast de banner${a.when('entry', ' (', ')')} heeft ${a.has('actual') ? `${a.number('actual')} keer` : 'te weinig van'} de pixels van zijn formaat, terwijl ${a.has('expected') ? `${a.number('expected')} keer zoveel` : 'meer'} gevraagd is; op telefoons zou het onscherp zijn.`,
    () => 'Bestel captures: [2x], of leg het beeld met dubbel zoveel pixels naast de zip, met -2x in de naam.',
  ),
  'ad-outside-unweighed': words(
    (a) =>
      `Bestanden van elders tellen hier mee in het gewicht en zijn niet opgehaald${more(a)}; ${a.has('left') ? `er blijft ${a.weighed('left')} voor over` : 'niemand weet wat ze wegen'}.`,
    () => 'Tel op wat ze uitgepakt wegen, of zet ze in het pakket.',
  ),
  'ad-package-littered': words(
    (a) => `Het pakket bevat bestanden die een computer er zelf in legde${more(a)}; sommige adservers weigeren ze of tellen ze mee.`,
    () => 'Pak de bestanden zelf en niet hun map: zip -r banner.zip . -x "*.DS_Store" "__MACOSX/*".',
  ),
  'ad-not-run-whole': words(
    (a) => `De banner heeft scripts van elders nodig${more(a)}, die hier niet opgehaald worden; hoe hij loopt is dus niet beoordeeld.`,
    () => 'Zet de scripts in het pakket om beweging, rand en kliks te laten beoordelen, of bekijk hem op het platform.',
  ),
};
