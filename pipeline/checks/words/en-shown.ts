/** English words for what a packed banner shows. */
import type { ShownCode } from '../codes.ts';
import { words } from './en-ads.ts';
import type { Words } from './say.ts';

export const enShown: Readonly<Record<ShownCode, Words>> = {
  'ad-blank': words(
    () => 'The banner shows nothing at its end but one colour; platforms refuse a banner that stays empty.',
    () => 'Look at its end frame: what is missing was not loaded, or the motion took it away.',
  ),
};
