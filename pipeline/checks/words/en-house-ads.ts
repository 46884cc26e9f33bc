/** English words for what only some houses ask of a packed banner. */
import type { HouseAdCode } from '../codes-ads.ts';
import { more, words } from './en-ads.ts';
import type { Words } from './say.ts';

export const enHouseAds: Readonly<Record<HouseAdCode, Words>> = {
  'ad-click-same-tab': words(
    (a) => `A click leaves in the tab that it was made in${more(a)}, so the reader loses the page that the banner stands on.`,
    () => 'Open a tab of its own: window.open(clickTag), or target="_blank" on the link or form.',
  ),
  'ad-library-missing': words(
    (a) => `The banner does not load the ad server’s own script${more(a)}, so a click would lead nowhere and not be counted.`,
    () => 'Order the banner for this platform, so that Kader writes its click, or load the script in the head.',
  ),
  'ad-sound-unasked': words(
    () => 'A sound in the banner starts by itself, which readers and platforms refuse.',
    () => 'Take autoplay away and start the sound on a click, or give it the attribute muted.',
  ),
  'ad-padding-left': words(
    () => 'A style gives the page a padding, so the banner would stand off from the corner.',
    () => 'Write padding: 0 for html and body.',
  ),
  'ad-backup-coarse': words(
    (a) =>
      `The image beside the banner${a.when('entry', ' (', ')')} has ${a.has('actual') ? `${a.number('actual')} times` : 'too few of'} the pixels of its size, where ${a.has('expected') ? `${a.number('expected')} times as many` : 'more'} are asked; on telephones it would look soft.`,
    () => 'Order captures: [2x], or lay the image with twice the pixels beside the zip, named -2x.',
  ),
  'ad-outside-unweighed': words(
    (a) =>
      `Files from elsewhere count towards the weight here and were not fetched${more(a)}; ${a.has('left') ? `${a.weighed('left')} are left for them` : 'nobody knows what they weigh'}.`,
    () => 'Add up what they weigh unpacked, or put them in the package.',
  ),
  'ad-package-littered': words(
    (a) => `The package holds files that a computer laid there by itself${more(a)}; some ad servers refuse them or count them.`,
    () => 'Pack the files themselves and not their folder: zip -r banner.zip . -x "*.DS_Store" "__MACOSX/*".',
  ),
  'ad-not-run-whole': words(
    (a) => `The banner needs scripts from elsewhere${more(a)}, which are not fetched here, so it was not judged as it runs.`,
    () => 'Put the scripts in the package to have motion, border and clicks judged, or look at it on the platform.',
  ),
};
